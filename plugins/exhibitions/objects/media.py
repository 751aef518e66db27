"""Read a medium: a file is what its first bytes say and, if a picture, what can be decoded of it."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Literal

from plugins.exhibitions.rules import make_problem
from plugins.languages.text import Text
from plugins.records.marks import KeyPath
from plugins.records.model.collection import Medium
from plugins.records.problem import Position, Problem
from plugins.records.unit import Reading, Unit
from plugins.site.durations import Extent, extent_of
from plugins.site.encoding import LARGEST, NoPicture, TooLarge, look_into
from plugins.site.media import published_of
from plugins.site.recordings import NotUnderstood, is_recording

# of the hash that names the file on the site: bytes
HASH = 8
_PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
Kind = Literal["sound", "video", "document", "captions"]
# how a file of each kind begins, and at which byte
_BEGINNINGS: Mapping[str, tuple[Kind, int, tuple[bytes, ...]]] = {
    ".mp3": ("sound", 0, (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3")),
    ".ogg": ("sound", 0, (b"OggS",)),
    ".m4a": ("sound", 4, (b"ftyp",)),
    ".mp4": ("video", 4, (b"ftyp",)),
    ".webm": ("video", 0, (b"\x1aE\xdf\xa3",)),
    ".pdf": ("document", 0, (b"%PDF-",)),
    ".vtt": ("captions", 0, (b"WEBVTT", b"\xef\xbb\xbfWEBVTT")),
}


def read_medium(unit: Unit, contents: Mapping[str, bytes]) -> Reading:
    """Read a file that an exhibition shows; never raises for any content."""
    ((path, content),) = contents.items()
    ending = path[path.rindex(".") :]
    found = _look(path, content, ending) if ending in _PICTURES else _recognise(path, content, ending, unit.id)
    if isinstance(found, Problem):
        return Reading(None, (found,))
    return Reading(found.model_copy(update={"id": unit.id, "code": blake2b(content, digest_size=HASH).hexdigest()}))


def _look(path: str, content: bytes, ending: str) -> Medium | Problem:
    name = path.rpartition("/")[2]
    try:
        look = look_into(content)
    except TooLarge as error:
        return make_problem("E204", path, size=str(error), largest=str(LARGEST // 1_000_000))
    except NoPicture:
        return make_problem("E203", path, value=name)
    if look.format != _PICTURES[ending]:
        return make_problem("E203", path, value=name)
    measures = (len(content), look.width, look.height)
    return Medium.model_construct(name=_named(name), kind="picture", code="", measures=measures, colour=look.colour)


def _recognise(path: str, content: bytes, ending: str, id: str) -> Medium | Problem:
    kind, at, beginnings = _BEGINNINGS[ending]
    if not content[at : at + 9].startswith(beginnings):
        return make_problem("E207", path, value=id.rpartition("/")[2], ending=ending)
    try:
        published = published_of(content, path)
        extent = extent_of(published, ending) if is_recording(path) else Extent()
    except NotUnderstood:
        return make_problem("E210" if kind == "captions" else "E209", path, value=id.rpartition("/")[2])
    return Medium.model_construct(
        name=_named(id), kind=kind, code="", measures=(len(published), extent.width, extent.height, extent.milliseconds)
    )


def _named(name: str) -> Text:
    return Text((("bg", name),))


def locate_medium(unit: Unit, _contents: Mapping[str, bytes], _field: KeyPath) -> Position:
    """Give the position of a medium: the file itself."""
    return Position(unit.files[0].path, 1, 1, 1)
