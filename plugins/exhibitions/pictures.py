"""Check what is written of the pictures of the panels; the files themselves are read apart."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from plugins.exhibitions.panels import WrittenPicture
from plugins.exhibitions.rules import make_problem
from plugins.exhibitions.walk import PICTURES, SCENES
from plugins.records.model.exhibition import OBJECT, SCENE
from plugins.records.problem import Problem
from plugins.site.safe_url import is_external, safe_url

FIELDS = ("credit", "decorative", "rights")
SAMPLE = '![what can be seen](scene:river "caption"){credit="who made it" rights="https://…"}'
SAMPLES = {"credit": 'credit="…"', "rights": 'rights="https://…" / rights=unknown'}
UNKNOWN = "unknown"
_SIZE = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Shown(NamedTuple):
    """What a panel may show: landscapes and files by their names, and the ids of objects that have a picture."""

    sizes: Mapping[str, Size | None]
    objects: frozenset[str] = frozenset()


def measure_pictures(contents: Mapping[str, bytes]) -> dict[str, Size | None]:
    """Give what a panel may show, by what it calls it: landscapes with their sizes, files, which are read apart."""
    sizes: dict[str, Size | None] = {}
    for path, content in contents.items():
        name = path.rpartition("/")[2]
        if path.startswith(f"{SCENES}/"):
            sizes[f"{SCENE}{name.removesuffix('.svg')}"] = _measure_scene(content)
        elif name.endswith(PICTURES):
            sizes[name] = None
    return sizes


def _measure_scene(content: bytes) -> Size:
    """Read the size of one of our own drawings from its view box."""
    box = ET.fromstring(content).get("viewBox", "0 0 3 2")  # noqa: S314 - a file of the theme
    _, _, width, height = (float(number) for number in _SIZE.findall(box))
    return Size(round(width), round(height))


def check_picture(path: str, picture: WrittenPicture, shown: Shown) -> Iterator[Problem]:
    """Yield what is wrong with a picture as it is written; that of an object says the rest itself."""
    span = picture.line.span()
    if picture.fields is None:
        yield make_problem("E221", path, span, sample=SAMPLE)
        return
    yield from _unknown_file(path, picture, shown)
    for name in picture.fields.keys() - set(FIELDS):
        yield make_problem("E229", path, span, value=name, allowed=", ".join(FIELDS))
    if is_object(picture):
        return
    if not picture.alt and not is_decorative(picture):
        yield make_problem("E223", path, span)
    for name in ("credit", "rights"):
        if not picture.fields.get(name):
            yield make_problem("E224", path, span, field=name, sample=SAMPLES[name])
    rights = picture.fields.get("rights", UNKNOWN)
    if rights and rights_of(rights) is None:
        yield make_problem("E225", path, span, value=rights)


def is_object(picture: WrittenPicture) -> bool:
    """Tell whether the picture is that of an object."""
    return picture.file.startswith(OBJECT)


def _unknown_file(path: str, picture: WrittenPicture, shown: Shown) -> Iterator[Problem]:
    sizes, objects = shown
    if picture.file in sizes or picture.file.removeprefix(OBJECT) in objects:
        return
    start = picture.line.text.find(f"({picture.file}") + 1
    span = picture.line.span(start, start + len(picture.file))
    if picture.file.startswith(SCENE):
        known = sorted(name.removeprefix(SCENE) for name in sizes if name.startswith(SCENE))
        value = picture.file.removeprefix(SCENE)
        yield make_problem("E226", path, span, value=value, allowed=", ".join(known))
    elif is_object(picture):
        value = picture.file.removeprefix(OBJECT)
        yield make_problem("E265", path, span, value=value, allowed=", ".join(sorted(objects)) or "–")
    else:
        known = sorted(name for name in sizes if not name.startswith(SCENE))
        yield make_problem("E227", path, span, value=picture.file, allowed=", ".join(known) or "–")


def is_decorative(picture: WrittenPicture) -> bool:
    """Tell whether the picture says nothing of its own."""
    return (picture.fields or {}).get("decorative") == "true"


def rights_of(value: str) -> str | None:
    """Give the rights as they are kept: the address of a licence or "unknown"; None for neither."""
    if value == UNKNOWN:
        return value
    address = safe_url(value)
    return address if address and is_external(address) else None
