"""Small exhibitions in a folder of their own, for the tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from plugins.catalogue import Catalogue
from plugins.catalogue.checks import drop_consequences
from plugins.exhibitions.across import check
from plugins.exhibitions.objects.media import locate_medium, read_medium
from plugins.exhibitions.objects.reading import locate_object, read_collection
from plugins.exhibitions.reading import locate, read_exhibition
from plugins.exhibitions.walk import find_exhibitions
from plugins.records.model import Exhibition
from plugins.records.problem import Problem
from plugins.site.shelf import Shelf
from plugins.site.sources import Sources

FOLDER = "content/exhibitions/arda"
SCENE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800"/>'
PICTURE = '![Река](scene:river "Меандри"){credit="Проектът" rights=unknown}'
READERS = {"exhibition": read_exhibition, "collection": read_collection, "medium": read_medium}
LOCATORS = {"exhibition": locate, "collection": locate_object, "medium": locate_medium}
FIELDS = "---\nname: Арда\n---\n"


def write_project(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write the files of the exhibition `arda`, and a landscape of the theme."""
    scenes = root / "theme" / "scenes"
    scenes.mkdir(parents=True, exist_ok=True)
    (scenes / "river.svg").write_text(SCENE, encoding="utf-8")
    for name, content in files.items():
        path = root / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def read_project(root: Path) -> tuple[Exhibition | None, list[Problem]]:
    """Find and read the exhibition, its objects and its files; the problems of all steps come together."""
    units, problems = find_exhibitions(root)
    sources = Sources(root, units, READERS, LOCATORS, Shelf(root / "shelf", b""))
    entries = sources.entries({}, jobs=1)
    problems += [problem for entry in entries.values() for problem in entry.problems]
    briefs = [entry.brief for entry in entries.values() if entry.brief]
    broken = [key for key, entry in entries.items() if entry.brief is None]
    problems += drop_consequences(check(Catalogue.of_briefs(briefs), sources.locate), broken)
    record = next((sources.load(brief) for brief in briefs if brief.type == "exhibition"), None)
    return cast("Exhibition | None", record), problems


def read_files(root: Path, **files: str | bytes) -> tuple[Exhibition | None, list[str]]:
    """Read an exhibition made of files; `index_bg=…` is index.bg.md. Problems as "file:line:column-end rule"."""
    named = {_name(name): content for name, content in files.items()}
    write_project(root, named)
    record, problems = read_project(root)
    return record, [_place(problem) for problem in problems]


def _name(argument: str) -> str:
    return f"{argument.replace('_', '.')}.md" if argument.startswith("index_") else argument.replace("_", ".")


def _place(problem: Problem) -> str:
    name = problem.path.rpartition("/")[2]
    return f"{name}:{problem.line}:{problem.column}-{problem.end_column} {problem.rule}"
