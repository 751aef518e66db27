"""What is made from the model is as the model is now."""

import json
from pathlib import Path

import jsonschema
import pytest

from plugins.editing.dictionary import README, list_types, make_dictionaries
from plugins.editing.fields import fields_of, summary_of
from plugins.editing.findings import SETTINGS, load_readers
from plugins.editing.help import make_help
from plugins.editing.schemas import make_schemas
from plugins.languages.translations import load_translations
from plugins.records.model import FOLDERS, PARTS, TYPES
from plugins.records.model.base import Part
from plugins.records.source import read_source
from tests.corpus.cases import CORPUS

ROOT = Path(__file__).parents[2]
CURE = "run `make schemas` and commit what it writes"


RULES = load_readers(ROOT / SETTINGS).rules
MADE = {**make_schemas(), **make_dictionaries(), **make_help(RULES)}


@pytest.mark.parametrize("path", MADE)
def test_made_files_are_fresh(path: str) -> None:
    """Whoever changes the model or a rule makes them again."""
    content = MADE[path]
    assert (ROOT / path).read_text(encoding="utf-8") == content, CURE


def test_the_list_of_types_is_fresh() -> None:
    """The README of the records names every folder and its required fields."""
    readme = (ROOT / README).read_text(encoding="utf-8")
    assert readme == list_types(readme), CURE


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_good_record_fits_its_schema(folder: str) -> None:
    """An editor that knows the schema underlines nothing, and does underline an unknown field."""
    schema = json.loads(make_schemas()[f"data/schemas/{FOLDERS[folder].TYPE}.json"])
    record = json.loads(json.dumps(read_source("", (CORPUS / "full" / f"{folder}.yaml").read_bytes()).data))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    # decimal numbers are text until the model reads them, so only what is about fields is compared
    about_fields = {"additionalProperties", "required"}
    assert [e.message for e in validator.iter_errors(record) if e.validator in about_fields] == []
    assert [e.validator for e in validator.iter_errors({**record, "emial": "a"}) if e.validator in about_fields] == [
        "additionalProperties"
    ]


@pytest.mark.parametrize("lang", ["bg", "tr"])
def test_every_field_is_explained(lang: str) -> None:
    """In Bulgarian and Turkish as in English."""
    gettext = load_translations(lang).gettext
    seen: set[type[Part]] = set()
    todo: list[type[Part]] = [*TYPES.values(), *PARTS.values()]
    said: set[str] = set()
    while todo:
        group = todo.pop()
        if group not in seen:
            seen.add(group)
            said |= {summary_of(group), *(field.description for field in fields_of(group))}
            todo += [field.part for field in fields_of(group) if field.part]
    assert sorted(sentence for sentence in said if not sentence or gettext(sentence) == sentence) == []


@pytest.mark.parametrize("lang", ["bg", "tr", "en"])
def test_every_code_has_its_help(lang: str) -> None:
    """One heading a code, which is also its anchor, in each language."""
    pages = [content for path, content in make_help(RULES).items() if path.endswith(f".{lang}.md")]
    headings = [line.removeprefix("## ") for page in pages for line in page.splitlines() if line.startswith("## ")]
    assert sorted(headings) == [f"{code} {{#{code.lower()}}}" for code in sorted(RULES)]
