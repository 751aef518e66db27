"""Make the data dictionary: every type and field of the records, in each language.

`data/schemas/fields.<language>.md` holds all fields; the list of types in `data/README.md`
stands between two marks, and the rest of that file is written by hand.
"""

from collections.abc import Callable, Iterator

from plugins.editing.fields import FieldView, fields_of, summary_of
from plugins.editing.schemas import FOLDER
from plugins.languages.text import LANGUAGES
from plugins.languages.translations import load_translations
from plugins.records.model import FOLDER_OF_TYPE, FOLDERS, PARTS
from plugins.records.model.base import Part

README = "data/README.md"
BEGIN, END = "<!-- types: made by `make schemas` -->", "<!-- end of types -->"
Gettext = Callable[[str], str]


def make_dictionaries() -> dict[str, str]:
    """Make path → content of the dictionary in each language."""
    return {f"{FOLDER}/fields.{lang}.md": _dictionary(load_translations(lang).gettext) for lang in LANGUAGES}


def _dictionary(gettext: Gettext) -> str:
    parts = [
        f"# {gettext('Fields of the records')}",
        gettext("Made by make schemas from the model; do not edit it by hand. Required fields are bold."),
    ]
    groups: dict[type[Part], None] = {}
    model: type[Part]
    for folder, model in FOLDERS.items():
        parts += [f"## data/{folder}/", gettext(summary_of(model)), _table(model, gettext)]
        groups |= dict.fromkeys(_groups(model))
    for name, model in PARTS.items():
        parts += [f"## content/exhibitions/*/{name}.yaml", gettext(summary_of(model)), _table(model, gettext)]
        groups |= dict.fromkeys(_groups(model))
    for group in groups:
        parts += [f"## {group.__name__}", gettext(summary_of(group)), _table(group, gettext)]
    return "\n\n".join(parts) + "\n"


def _groups(model: type[Part]) -> Iterator[type[Part]]:
    for field in fields_of(model):
        if field.part is not None:
            yield field.part
            yield from _groups(field.part)


def _table(model: type[Part], gettext: Gettext) -> str:
    head = f"| {gettext('field')} | {gettext('what it means')} | {gettext('what may stand there')} |\n|---|---|---|"
    return "\n".join([head, *(_row(field, gettext) for field in fields_of(model))])


def _row(field: FieldView, gettext: Gettext) -> str:
    name = f"**{field.name}**" if field.required else field.name
    what = gettext(field.description)
    return f"| {name} | {what} | {_values(field, gettext)} |"


def _values(field: FieldView, gettext: Gettext) -> str:
    if field.allowed:
        said = ", ".join(f"`{value}`" for value in field.allowed)
    elif field.vocabulary:
        said = f"[{field.vocabulary}](../vocabularies/{field.vocabulary}.yaml)"
    elif field.refers in FOLDER_OF_TYPE:
        said = f"{FOLDER_OF_TYPE[field.refers]}/"
    elif field.part is not None:
        said = f"[{field.part.__name__}](#{field.part.__name__.lower()})"
    else:
        said = gettext(_SHAPES[field.shape])
    return f"{gettext('list:')} {said}" if field.many else said


_SHAPES = {
    "text": "text in each language",
    "markdown": "text with Markdown in each language",
    "yes-no": "true or false",
    "number": "number",
    "fields": "group of fields",
    "line": "text",
}


def list_types(readme: str) -> str:
    """Renew the list of types in the README of the records; raises ValueError where its marks are gone."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{README}: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{_types()}\n{END}{after}"


def _types() -> str:
    words = load_translations("bg").gettext
    head = "| папка · folder | какво е · what it is | задължителни полета · required fields |\n|---|---|---|"
    rows = (
        f"| `{folder}/` | {words(summary_of(model))} {summary_of(model)} | {_required(model)} |"
        for folder, model in FOLDERS.items()
    )
    return "\n".join([head, *rows])


def _required(model: type[Part]) -> str:
    return ", ".join(f"`{field.name}`" for field in fields_of(model) if field.required)
