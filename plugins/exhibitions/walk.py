"""Find the exhibitions: folders under content/exhibitions/, their files by lstat.

The texts make the exhibition, objects.yaml its collection, and each picture, recording or
document a medium of its own, which is looked into once until it changes. The landscapes of the
theme belong to every exhibition, because its panels may show them; so do the words of the objects.
"""

import os
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from plugins.exhibitions.rules import make_problem
from plugins.languages.text import DEFAULT_LANGUAGE, LANGUAGES
from plugins.records import rules
from plugins.records.decoding import LARGEST
from plugins.records.model.collection import FILE_PATTERN
from plugins.records.model.types import ID_LENGTH
from plugins.records.problem import Problem
from plugins.records.unit import SourceFile, Unit
from plugins.records.walk import id_rule, walk

FOLDER = "content/exhibitions"
SCENES = "theme/scenes"
TEXTS = {lang: f"index.{lang}.md" for lang in LANGUAGES}
TOUR = "tour.yaml"
# objects.yaml, and objects-2.yaml and so on where one file would be too large
OBJECTS = re.compile(r"objects(-[1-9][0-9]*)?\.yaml")
OBJECTS_FOLDER = "objects"
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
MEDIA = (*PICTURES, ".mp3", ".ogg", ".m4a", ".mp4", ".webm", ".pdf", ".vtt")
_MEDIA = re.compile(FILE_PATTERN)
# bytes; what a camera gives is less
LARGEST_PICTURE = 30 * 1024 * 1024
# more than a repository should hold
LARGEST_MEDIUM = 50 * 1024 * 1024


def find_exhibitions(root: Path) -> tuple[list[Unit], list[Problem]]:
    """Find the exhibitions of a project: units sorted by id, and what was refused."""
    if not os.path.lexists(root / FOLDER):
        return [], []
    files, problems = walk(root, FOLDER)
    scenes = _scenes(root)
    units: list[Unit] = []
    for id, group in groupby(files, key=lambda file: _inside(file).partition("/")[0]):
        kept, refused = _sort_out(id, list(group))
        problems += refused
        if kept:
            units += _units(id, kept, scenes)
    return units, sorted(problems)


def _units(id: str, files: list[SourceFile], scenes: list[SourceFile]) -> Iterator[Unit]:
    """Share the files of an exhibition out: its texts and objects, and each medium alone."""
    objects = [file for file in files if OBJECTS.fullmatch(_name(file))]
    media = [file for file in files if file.path.endswith(MEDIA)]
    yield Unit("exhibition", id, (*(f for f in files if f"/{OBJECTS_FOLDER}/" not in f.path), *scenes))
    if objects:
        yield Unit("collection", id, tuple(objects))
    for file in media:
        yield Unit("medium", _inside(file), (file,))


def _name(file: SourceFile) -> str:
    """Give the path of a file inside its exhibition."""
    return _inside(file).partition("/")[2]


def _inside(file: SourceFile) -> str:
    return file.path.removeprefix(f"{FOLDER}/")


def _scenes(root: Path) -> list[SourceFile]:
    found = walk(root, SCENES)[0]
    return [file for file in found if file.path.endswith(".svg")]


def _sort_out(id: str, files: list[SourceFile]) -> tuple[list[SourceFile], list[Problem]]:
    """Give the files of one exhibition, none where it cannot be one, and what was refused."""
    if files[0].path == f"{FOLDER}/{id}":
        lone = [] if id == "README.md" else [make_problem("E202", files[0].path, value=id)]
        return [], lone
    rule = id_rule(id)
    if rule:
        arguments = {"value": id, "length": str(len(id)), "longest": str(ID_LENGTH)}
        return [], [rules.make_problem(rule, f"{FOLDER}/{id}", **arguments)]
    found = [_refuse(file) for file in files]
    problems = [problem for problem in found if problem]
    if not any(file.path.endswith(f"/{id}/{TEXTS[DEFAULT_LANGUAGE]}") for file in files):
        return [], [*problems, make_problem("E201", f"{FOLDER}/{id}")]
    return [file for file, problem in zip(files, found, strict=True) if problem is None], problems


def _refuse(file: SourceFile) -> Problem | None:
    name = _name(file)
    if name in (*TEXTS.values(), TOUR) or OBJECTS.fullmatch(name):
        return _too_big(file, LARGEST)
    folder, _, last = name.rpartition("/")
    if folder in ("", OBJECTS_FOLDER) and last.endswith(PICTURES):
        return _badly_named(file, last) or _too_big(file, LARGEST_PICTURE)
    if folder == OBJECTS_FOLDER and last.endswith(MEDIA):
        return _badly_named(file, last) or _too_big(file, LARGEST_MEDIUM)
    return make_problem("E202", file.path, value=name)


def _badly_named(file: SourceFile, name: str) -> Problem | None:
    return None if _MEDIA.fullmatch(name) else make_problem("E206", file.path, value=name)


def _too_big(file: SourceFile, largest: int) -> Problem | None:
    if file.stamp[1] <= largest:
        return None
    return rules.make_problem("Y013", file.path, size=str(file.stamp[1] // 1024), largest=str(largest // 1024))
