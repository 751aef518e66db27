"""Read an exhibition: its texts in up to three languages → one record, or its problems.

The Bulgarian text says what there is: fields, panels, their order and pictures. A translation
gives words for the same panels; what it lacks falls back to Bulgarian.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from plugins.exhibitions import sheets
from plugins.exhibitions.checks import WrittenText, check_main, check_text, check_translation, read_text
from plugins.exhibitions.objects.reading import medium_id, pictured
from plugins.exhibitions.panels import WrittenPanel, WrittenPicture
from plugins.exhibitions.pictures import Shown, Size, is_decorative, is_object, measure_pictures, rights_of
from plugins.exhibitions.rules import make_problem
from plugins.exhibitions.tour import days_of, read_tour
from plugins.exhibitions.walk import TEXTS, TOUR
from plugins.languages.text import DEFAULT_LANGUAGE, Text
from plugins.records import rules
from plugins.records.front_matter import read_front_matter
from plugins.records.marks import KeyPath
from plugins.records.model import Exhibition, Object
from plugins.records.model.exhibition import OBJECT, TRANSLATED, Panel, Picture, Tour, Translation
from plugins.records.problem import Position, Problem, has_errors
from plugins.records.reading import validate
from plugins.records.source import Source, Value, read_source
from plugins.records.unit import Reading, Unit


class Material(NamedTuple):
    """What the pictures of an exhibition are made of: its id, sizes of landscapes by name, objects by id."""

    id: str
    sizes: Mapping[str, Size | None]
    objects: Mapping[str, Object]


# more than these help nobody; errors go before warnings
MOST_PROBLEMS = 200
# what stands for the panels while the fields of the front matter are checked
_STAND_IN: tuple[Value, ...] = ({"id": "panel", "heading": "–"},)
# they follow from the text below the front matter, or from the name of the folder
_MADE = ("id", "body", "tour", "panels")


def read_exhibition(unit: Unit, contents: Mapping[str, bytes]) -> Reading:
    """Read the files of an exhibition; a pure function that never raises for any content."""
    texts = [read_text(lang, path, contents[path]) for lang, path in _texts(contents)]
    objects = pictured(contents) if any(is_object(picture) for picture in _pictures(texts)) else {}
    shown = Shown(measure_pictures(contents), frozenset(objects))
    problems: list[Problem] = []
    main, translations = texts[0], texts[1:]
    sizes = _printed(main)
    for text in texts:
        problems += check_text(text, shown, sizes)
    problems += check_main(main, contents)
    for text in translations:
        problems += check_translation(text, main)
    record, found = _read_fields(unit.id, main)
    problems += found
    tour, found = _read_tour(main, contents)
    problems += found
    words = {}
    for text in translations:
        words[text.lang], found = _read_translation(unit.id, text)
        problems += found
    problems.sort(key=lambda problem: (problem.severity, problem.path, problem.line, problem.column, problem.rule))
    del problems[MOST_PROBLEMS:]
    problems.sort(key=lambda problem: (problem.path, problem.line, problem.column, problem.rule))
    if record is None or has_errors(problems):
        return Reading(None, tuple(problems))
    whole = _put_together(record, texts, words, Material(unit.id, shown.sizes, objects))
    return Reading(whole if tour is None else _with_tour(whole, tour), tuple(problems))


def locate(unit: Unit, contents: Mapping[str, bytes], field: KeyPath) -> Position:
    """Give the position of a panel, or of a field of the tour or the front matter, or of the nearest one around it."""
    if field[:1] == ("tour",):
        path = next(file.path for file in unit.files if file.path.endswith(f"/{TOUR}"))
        return read_source(path, contents[path]).position(field[1:])
    path = next(file.path for file in unit.files if file.path.endswith(TEXTS[DEFAULT_LANGUAGE]))
    if field[:1] == ("panels",) and len(field) > 1:
        line = read_text(DEFAULT_LANGUAGE, path, contents[path]).panels[int(field[1])].line
        return Position(path, *line.span()) if line else Position(path, 1, 1, 1)
    return read_front_matter(path, contents[path]).source.position(field)


def _printed(main: WrittenText) -> tuple[sheets.Size, ...]:
    """Give the sizes of paper that the labels are checked for: those that the front matter names."""
    named = main.source.data.get("print_sizes")
    return sheets.sizes_named(named if isinstance(named, tuple) else ())


def _read_tour(main: WrittenText, contents: Mapping[str, bytes]) -> tuple[Tour | None, list[Problem]]:
    """Read the tour, where there is one; days and places then stand there alone."""
    path = next((path for path in contents if path.endswith(f"/{TOUR}")), None)
    if path is None:
        return None, []
    tour, problems = read_tour(path, contents[path])
    for name in ("start", "end", "place", "venue"):
        if name in main.source.data:
            span = main.source.marks.key((name,))
            place = (span.line, span.column, span.end_column)
            problems.append(make_problem("E253", main.path, place, value=name))
    return tour, problems


def _with_tour(record: Exhibition, tour: Tour) -> Exhibition:
    start, end = days_of(tour.stops)
    return record.model_copy(update={"tour": tour, "start": start, "end": end})


def _pictures(texts: Sequence[WrittenText]) -> Iterator[WrittenPicture]:
    for text in texts:
        for panel in text.panels:
            yield from panel.pictures


def _texts(contents: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """List (language, path) of the texts, the Bulgarian one first."""
    names = {path.rpartition("/")[2]: path for path in contents}
    return [(lang, names[name]) for lang, name in TEXTS.items() if name in names]


def _read_fields(id: str, main: WrittenText) -> tuple[Exhibition | None, list[Problem]]:
    """Read the fields of the Bulgarian text; the panels are put in when they are known to be good."""
    source, problems = main.source, []
    for name in _MADE[1:]:
        if name in source.data:
            span = source.marks.key((name,))
            allowed = ", ".join(field for field in Exhibition.model_fields if field not in _MADE)
            place = (span.line, span.column, span.end_column)
            problems.append(rules.make_problem("V104", main.path, place, value=name, allowed=allowed))
    reading = validate(Exhibition, _with_panels(source), id)
    return cast("Exhibition | None", reading.record), [*reading.problems, *problems]


def _read_translation(id: str, text: WrittenText) -> tuple[Translation | None, list[Problem]]:
    """Read the fields of a translation; those that belong elsewhere have been complained of."""
    elsewhere = Exhibition.model_fields.keys() - set(TRANSLATED)
    fields = {name: value for name, value in text.source.data.items() if name not in elsewhere}
    reading = validate(Translation, replace(text.source, data=fields), id)
    # so has a missing name
    problems = [problem for problem in reading.problems if problem.rule != "V108"]
    return cast("Translation | None", reading.record), problems


def _with_panels(source: Source) -> Source:
    if not source.data:
        return source
    fields = {name: value for name, value in source.data.items() if name not in _MADE[1:]}
    return replace(source, data={**fields, "panels": _STAND_IN})


def _put_together(
    main: Exhibition,
    texts: Sequence[WrittenText],
    words: Mapping[str, Translation | None],
    material: Material,
) -> Exhibition:
    """Join the languages into one record, panel by panel in the order of the Bulgarian text."""
    update: dict[str, object] = {}
    for name in TRANSLATED:
        own: Text | None = getattr(main, name)
        given = {lang: getattr(each, name) for lang, each in words.items() if each and name in each.model_fields_set}
        strings = dict(own.pairs) if own else {}
        strings |= {lang: text.best(DEFAULT_LANGUAGE).text for lang, text in given.items() if text}
        update[name] = Text.of(strings) if strings else None
    update["body"] = _text((text.lang, text.introduction.body) for text in texts)
    panels = {text.lang: {panel.id: panel for panel in text.panels} for text in texts}
    update["panels"] = tuple(
        _join_panel({lang: known[panel.id] for lang, known in panels.items() if panel.id in known}, material)
        for panel in texts[0].panels
    )
    return main.model_copy(update=update)


def _join_panel(written: Mapping[str, WrittenPanel], material: Material) -> Panel:
    main = written[DEFAULT_LANGUAGE]
    pictures = {lang: panel.pictures[0] for lang, panel in written.items() if panel.pictures}
    return Panel.model_construct(
        id=cast("str", main.id),
        heading=cast("Text", _text((lang, panel.heading) for lang, panel in written.items())),
        body=_text((lang, panel.body) for lang, panel in written.items()),
        picture=_join_picture(pictures, material) if pictures else None,
    )


def _join_picture(written: Mapping[str, WrittenPicture], material: Material) -> Picture:
    main = written[DEFAULT_LANGUAGE]
    if is_object(main):
        return _picture_of_object(main.file, written, material)
    fields = {lang: picture.fields or {} for lang, picture in written.items()}
    size = material.sizes[main.file]
    return Picture.model_construct(
        file=main.file,
        alt=_text((lang, picture.alt) for lang, picture in written.items()),
        decorative=is_decorative(main),
        caption=_text((lang, picture.caption) for lang, picture in written.items()),
        credit=cast("Text", _text((lang, each.get("credit", "")) for lang, each in fields.items())),
        rights=cast("str", rights_of(fields[DEFAULT_LANGUAGE]["rights"])),
        width=size.width if size else None,
        height=size.height if size else None,
        medium=None if size else f"{material.id}/{main.file}",
    )


def _picture_of_object(name: str, written: Mapping[str, WrittenPicture], material: Material) -> Picture:
    """Show an object in a panel: what the panel does not say of it, the object does."""
    thing = material.objects[name.removeprefix(OBJECT)]
    own = written[DEFAULT_LANGUAGE].fields or {}
    return Picture.model_construct(
        file=name,
        alt=_text((lang, picture.alt) for lang, picture in written.items()) or thing.alt,
        decorative=thing.decorative,
        caption=_text((lang, picture.caption) for lang, picture in written.items()) or thing.caption or thing.title,
        credit=_text((lang, (picture.fields or {}).get("credit", "")) for lang, picture in written.items())
        or thing.credit,
        rights=rights_of(own.get("rights", "")) or thing.rights,
        width=None,
        height=None,
        medium=medium_id(material.id, thing.file or ""),
    )


def _text(strings: Iterable[tuple[str, str]]) -> Text | None:
    given = {lang: unicodedata.normalize("NFC", string) for lang, string in strings if string}
    return Text.of(given) if given else None
