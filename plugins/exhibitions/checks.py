"""Check what is written in the texts of an exhibition: ids, headings, pictures, translations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from plugins.exhibitions.labels import MOST_SUMMARY_WORDS, check_labels, check_print, count_words
from plugins.exhibitions.panels import Line, Span, WrittenPanel, split_panels
from plugins.exhibitions.pictures import Shown, check_picture
from plugins.exhibitions.rules import make_problem
from plugins.exhibitions.sheets import Size
from plugins.exhibitions.walk import PICTURES, SCENES
from plugins.records import rules
from plugins.records.front_matter import read_front_matter
from plugins.records.marks import KeyPath
from plugins.records.model import Exhibition
from plugins.records.model.exhibition import TRANSLATED
from plugins.records.model.types import ID_LENGTH, ID_PATTERN, clean
from plugins.records.problem import Problem, has_errors
from plugins.records.source import Source

LONGEST_HEADING = 300
LONGEST_BODY = 60_000
# anchors that every page of the theme has
TAKEN_IDS = frozenset({"main", "q"})
_ID = re.compile(ID_PATTERN)
_NOWHERE = Line(1, "")


class WrittenText(NamedTuple):
    """One language of an exhibition: its fields and what is written below them."""

    lang: str
    source: Source
    introduction: WrittenPanel
    panels: tuple[WrittenPanel, ...]

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.source.path


def read_text(lang: str, path: str, content: bytes) -> WrittenText:
    """Read one language of an exhibition; never raises for any content."""
    source, body, line = read_front_matter(path, content)
    introduction, *panels = split_panels(body, line)
    return WrittenText(lang, source, introduction, tuple(panels))


def check_text(text: WrittenText, shown: Shown, sizes: Sequence[Size]) -> Iterator[Problem]:
    """Yield what is wrong in one language, whatever the others say; `sizes` are those that are printed."""
    path = text.path
    for line in text.introduction.titles:
        yield make_problem("E217", path, line.span())
    for picture in text.introduction.pictures:
        yield make_problem("E222", path, picture.line.span())
    yield from _hidden_characters(text)
    seen: dict[str, Line] = {}
    for panel in text.panels:
        yield from _check_id(path, panel, seen)
        yield from _check_panel(path, panel, shown)
    yield from check_labels(path, (text.introduction, *text.panels))
    yield from check_print(path, text.panels, text.lang, sizes)
    summary = text.source.data.get("summary")
    if isinstance(summary, str) and count_words(summary) > MOST_SUMMARY_WORDS:
        span = _span(text.source, ("summary",))
        yield make_problem("E243", path, span, count=str(count_words(summary)), most=str(MOST_SUMMARY_WORDS))


def _span(source: Source, field: KeyPath) -> Span:
    _, line, column, end_column = source.position(field)
    return line, column, end_column


def _hidden_characters(text: WrittenText) -> Iterator[Problem]:
    for panel in (text.introduction, *text.panels):
        written = (*panel.lines, *(picture.line for picture in panel.pictures))
        for line in (*((panel.line,) if panel.line else ()), *written):
            try:
                clean(line.text)
            except PydanticCustomError as error:
                code: str = (error.context or {})["code"]
                start = line.text.index(chr(int(code.removeprefix("U+"), 16)))
                yield rules.make_problem("V120", text.path, line.span(start, start + 1), code=code)


def _check_id(path: str, panel: WrittenPanel, seen: dict[str, Line]) -> Iterator[Problem]:
    line = panel.line or _NOWHERE
    id, span = panel.id, line.span()
    if id is None:
        yield make_problem("E212", path, span)
        return
    start = line.text.rfind(id)
    place = line.span(start, start + len(id))
    if not _ID.fullmatch(id) or len(id) > ID_LENGTH or id in TAKEN_IDS or id.endswith("-h"):
        yield make_problem("E213", path, place if id else span, value=id)
    elif id in seen:
        first = seen[id]
        again = make_problem("E214", path, place, value=id)
        yield again._replace(second=first.span(first.text.rfind(id), first.text.rfind(id) + len(id)))
    else:
        seen[id] = line


def _check_panel(path: str, panel: WrittenPanel, shown: Shown) -> Iterator[Problem]:
    line = panel.line or _NOWHERE
    if not panel.heading:
        yield make_problem("E216", path, line.span())
    if len(panel.heading) > LONGEST_HEADING:
        arguments = {"length": str(len(panel.heading)), "longest": str(LONGEST_HEADING)}
        yield rules.make_problem("V116", path, line.span(), **arguments)
    if len(panel.body) > LONGEST_BODY:
        yield make_problem("E218", path, line.span(), length=str(len(panel.body)), longest=str(LONGEST_BODY))
    for title in panel.titles:
        yield make_problem("E217", path, title.span())
    for picture in panel.pictures[1:]:
        yield make_problem("E222", path, picture.line.span())
    for picture in panel.pictures[:1]:
        yield from check_picture(path, picture, shown)


def check_main(main: WrittenText, contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what only the Bulgarian text can lack."""
    if not main.panels and not has_errors(main.source.problems):
        yield make_problem("E211", main.path)
    scene = main.source.data.get("scene")
    scenes = sorted(path[len(SCENES) + 1 : -len(".svg")] for path in contents if path.startswith(f"{SCENES}/"))
    if isinstance(scene, str) and scene not in scenes:
        yield make_problem("E226", main.path, _span(main.source, ("scene",)), value=scene, allowed=", ".join(scenes))
    shown = {picture.file for panel in main.panels for picture in panel.pictures}
    for path in contents:
        name = path.rpartition("/")[2]
        if name.endswith(PICTURES) and name not in shown:
            yield make_problem("E205", path, value=name)


def check_translation(text: WrittenText, main: WrittenText) -> Iterator[Problem]:
    """Yield where a translation says something else than the Bulgarian text."""
    source = text.source
    if source.data and "name" not in source.data:
        yield rules.make_problem("V108", text.path, _span(source, ()), field="name", sample="name: …")
    for name in source.data:
        if name in Exhibition.model_fields and name not in TRANSLATED:
            span = source.marks.key((name,))
            place = (span.line, span.column, span.end_column)
            yield make_problem("E231", text.path, place, value=name, allowed=", ".join(TRANSLATED))
        given = main.source.data.get(name)
        if isinstance(given, dict) and text.lang in given:
            yield make_problem("E232", text.path, _span(source, (name,)), value=name)
    known = {panel.id: panel for panel in main.panels}
    for panel in text.panels:
        line = panel.line or _NOWHERE
        if panel.id and panel.id not in known:
            allowed = ", ".join(id for id in known if id)
            yield make_problem("E215", text.path, line.span(), value=panel.id, allowed=allowed)
        elif panel.id:
            yield from _other_picture(text.path, panel, known[panel.id])


def _other_picture(path: str, panel: WrittenPanel, main: WrittenPanel) -> Iterator[Problem]:
    there = main.pictures[0].file if main.pictures else ""
    for picture in panel.pictures[:1]:
        if picture.fields is not None and picture.file != there:
            yield make_problem("E228", path, picture.line.span(), value=there or "–")
