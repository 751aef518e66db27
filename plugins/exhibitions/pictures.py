"""Check the pictures of the panels: what is written of them, and the files themselves."""

import re
import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

from PIL import Image, UnidentifiedImageError

from plugins.exhibitions.panels import WrittenPicture
from plugins.exhibitions.rules import make_problem
from plugins.exhibitions.walk import PICTURES, SCENES
from plugins.records.model.exhibition import SCENE
from plugins.records.problem import Problem
from plugins.site.safe_url import is_external, safe_url

FIELDS = ("credit", "decorative", "rights")
SAMPLE = '![what can be seen](scene:river "caption"){credit="who made it" rights="https://…"}'
SAMPLES = {"credit": 'credit="…"', "rights": 'rights="https://…" / rights=unknown'}
UNKNOWN = "unknown"
FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST = 40_000_000
_FORMAT_OF = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_SIZE = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


def measure_pictures(contents: Mapping[str, bytes]) -> tuple[dict[str, Size], list[Problem]]:
    """Give the sizes of the pictures, by what a panel calls them, and what is wrong with the files."""
    sizes: dict[str, Size] = {}
    problems: list[Problem] = []
    for path, content in contents.items():
        name = path.rpartition("/")[2]
        if path.startswith(f"{SCENES}/"):
            sizes[f"{SCENE}{name.removesuffix('.svg')}"] = _measure_scene(content)
        elif name.endswith(PICTURES):
            measured = _measure_photograph(path, name, content)
            if isinstance(measured, Size):
                sizes[name] = measured
            else:
                problems.append(measured)
    return sizes, problems


def _measure_scene(content: bytes) -> Size:
    """Read the size of one of our own drawings from its view box."""
    box = ET.fromstring(content).get("viewBox", "0 0 3 2")  # noqa: S314 - a file of the theme
    _, _, width, height = (float(number) for number in _SIZE.findall(box))
    return Size(round(width), round(height))


def _measure_photograph(path: str, name: str, content: bytes) -> Size | Problem:
    """Read the size from the head of the file; nothing is decoded."""
    try:
        with warnings.catch_warnings():
            # of more points than Pillow likes; our own limit follows
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=FORMATS) as image:
                kind, size = image.format, Size(*image.size)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return make_problem("E203", path, value=name)
    except Image.DecompressionBombError:
        return make_problem("E204", path, size="> 178", largest=str(LARGEST // 1_000_000))
    if kind != _FORMAT_OF["." + name.rpartition(".")[2]]:
        return make_problem("E203", path, value=name)
    points = size.width * size.height
    if points > LARGEST:
        return make_problem("E204", path, size=str(-(-points // 1_000_000)), largest=str(LARGEST // 1_000_000))
    return size


def check_picture(path: str, picture: WrittenPicture, sizes: Mapping[str, Size]) -> Iterator[Problem]:
    """Yield what is wrong with a picture as it is written."""
    span = picture.line.span()
    if picture.fields is None:
        yield make_problem("E221", path, span, sample=SAMPLE)
        return
    yield from _unknown_file(path, picture, sizes)
    for name in picture.fields.keys() - set(FIELDS):
        yield make_problem("E229", path, span, value=name, allowed=", ".join(FIELDS))
    if not picture.alt and not is_decorative(picture):
        yield make_problem("E223", path, span)
    for name in ("credit", "rights"):
        if not picture.fields.get(name):
            yield make_problem("E224", path, span, field=name, sample=SAMPLES[name])
    rights = picture.fields.get("rights", UNKNOWN)
    if rights and rights_of(rights) is None:
        yield make_problem("E225", path, span, value=rights)


def _unknown_file(path: str, picture: WrittenPicture, sizes: Mapping[str, Size]) -> Iterator[Problem]:
    if picture.file in sizes:
        return
    start = picture.line.text.find(f"({picture.file}") + 1
    span = picture.line.span(start, start + len(picture.file))
    if picture.file.startswith(SCENE):
        known = sorted(name.removeprefix(SCENE) for name in sizes if name.startswith(SCENE))
        value = picture.file.removeprefix(SCENE)
        yield make_problem("E226", path, span, value=value, allowed=", ".join(known))
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
