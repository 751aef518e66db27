"""Read the standing pages: content/pages/<id>.<language>.md → one article in every language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from plugins.languages.text import DEFAULT_LANGUAGE, LANGUAGES, Text
from plugins.records.front_matter import read_front_matter
from plugins.records.model import Article
from plugins.records.model.article import Matter
from plugins.records.problem import Position, Problem, has_errors
from plugins.records.reading import validate
from plugins.records.rules import make_problem
from plugins.records.unit import Reading, SourceFile, Unit
from plugins.records.walk import id_rule, walk

FOLDER = "content/pages"


def find_texts(root: Path) -> tuple[list[Unit], list[Problem]]:
    """Find the standing pages: one unit for all languages of a page."""
    files, problems = walk(root, FOLDER)
    found: dict[str, list[SourceFile]] = {}
    for file in files:
        name, _, lang = file.path.removeprefix(f"{FOLDER}/").removesuffix(".md").rpartition(".")
        if lang not in LANGUAGES or id_rule(name) or not file.path.endswith(".md"):
            problems.append(make_problem("F009", file.path, value=file.path.rpartition("/")[2]))
        else:
            found.setdefault(name, []).append(file)
    return [Unit(Article.TYPE, id, tuple(files)) for id, files in sorted(found.items())], problems


def language_of(path: str) -> str:
    """Give the language that the name of a Markdown file ends in."""
    return path.removesuffix(".md").rpartition(".")[2]


def read_text(unit: Unit, contents: Mapping[str, bytes]) -> Reading:
    """Read all languages of a standing page; a pure function of the bytes."""
    problems: list[Problem] = []
    names: dict[str, str] = {}
    summaries: dict[str, str] = {}
    bodies: dict[str, str] = {}
    kind: Literal["text", "help"] = "text"
    for path in sorted(contents):
        lang, matter = language_of(path), read_front_matter(path, contents[path])
        words, found = validate(Matter, matter.source, unit.id)
        problems += found
        if isinstance(words, Matter):
            kind = words.kind
            names[lang] = words.name.best(DEFAULT_LANGUAGE).text
            bodies[lang] = matter.body.strip()
            if words.summary is not None:
                summaries[lang] = words.summary.best(DEFAULT_LANGUAGE).text
    if DEFAULT_LANGUAGE not in bodies and not has_errors(problems):
        problems.append(make_problem("V108", unit.files[0].path, field=f"{unit.id}.{DEFAULT_LANGUAGE}.md"))
    if has_errors(problems):
        return Reading(None, tuple(problems))
    summary = Text.of(summaries) if summaries else None
    name, body = Text.of(names), Text.of(bodies)
    article = Article.model_construct(id=unit.id, kind=kind, name=name, summary=summary, body=body)
    return Reading(article, tuple(problems))


def locate(unit: Unit, _contents: Mapping[str, bytes], _field: tuple[str | int, ...]) -> Position:
    """Give the beginning of the page's first file: a standing page refers to nothing."""
    return Position(unit.files[0].path)
