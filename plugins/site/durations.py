"""Tell from a recording how long it is and, of a film, how large: what its format says, without playing it."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from plugins.site.recordings import elements_of, pages_of

_WEBM_SEGMENT, _WEBM_INFO, _WEBM_TRACKS, _WEBM_TRACK, _WEBM_VIDEO = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0
_WEBM_SCALE, _WEBM_DURATION, _WEBM_WIDTH, _WEBM_HEIGHT = 0x2AD7B1, 0x4489, 0xB0, 0xBA
# nanoseconds of a tick where the file does not say
_WEBM_TICK = 1_000_000
# Opus always counts so, whatever was recorded
_OPUS_RATE = 48_000


class Extent(NamedTuple):
    """Milliseconds, width and height in pixels; 0 is what the file does not say."""

    milliseconds: int = 0
    width: int = 0
    height: int = 0


def extent_of(content: bytes, ending: str) -> Extent:
    """Give the extent of a recording that `bare` has understood; of MP3, which only counts when played, nothing."""
    if ending == ".webm":
        return _webm(content)
    if ending in (".mp4", ".m4a"):
        return _mp4(content)
    return _ogg(content) if ending == ".ogg" else Extent()


def _webm(content: bytes) -> Extent:
    found = dict(_webm_values(content, 0, len(content)))
    ticks, tick = found.get(_WEBM_DURATION, b""), found.get(_WEBM_SCALE)
    duration = struct.unpack(">d" if len(ticks) == 8 else ">f", ticks)[0] if len(ticks) in (4, 8) else 0.0
    scale = int.from_bytes(tick, "big") if tick else _WEBM_TICK
    return Extent(_whole(duration * scale / 1_000_000), *(_number(found, id) for id in (_WEBM_WIDTH, _WEBM_HEIGHT)))


def _webm_values(content: bytes, at: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Yield (element, bytes) of what tells the extent, at any depth."""
    for id, _, data, stop in elements_of(content, at, end):
        if id in (_WEBM_SEGMENT, _WEBM_INFO, _WEBM_TRACKS, _WEBM_TRACK, _WEBM_VIDEO):
            yield from _webm_values(content, data, stop)
        elif id in (_WEBM_SCALE, _WEBM_DURATION, _WEBM_WIDTH, _WEBM_HEIGHT):
            yield id, content[data:stop]


def _number(found: dict[int, bytes], id: int) -> int:
    return int.from_bytes(found.get(id, b""), "big")


def _mp4(content: bytes) -> Extent:
    length, sizes = 0, [(0, 0)]
    for kind, box in _boxes(content):
        long = box[:1] == b"\1"
        if kind == b"mvhd":
            scale, duration = struct.unpack_from(">IQ" if long else ">II", box, 20 if long else 12)
            length = _whole(1_000 * duration / scale) if scale else 0
        elif kind == b"tkhd":
            width, height = struct.unpack_from(">II", box, 88 if long else 76)
            sizes.append((width >> 16, height >> 16))
    return Extent(length, *max(sizes))


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (kind, bytes) of the boxes that tell the extent."""
    at = 0
    while at + 8 <= len(content):
        size, kind, head = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        size = size or len(content) - at
        if size < head:
            return
        if kind in (b"moov", b"trak"):
            yield from _boxes(content[at + head : at + size])
        elif kind in (b"mvhd", b"tkhd") and size - head >= 84:
            yield kind, content[at + head : at + size]
        at += size


def _ogg(content: bytes) -> Extent:
    pages = list(pages_of(content))
    first = content[pages[0][1] : pages[0][2]]
    rate = _OPUS_RATE if first.startswith(b"OpusHead") else int.from_bytes(first[12:16], "little")
    last = int.from_bytes(content[pages[-1][0] + 6 : pages[-1][0] + 14], "little")
    return Extent(_whole(1_000 * last / rate) if rate else 0)


def _whole(value: float) -> int:
    """Round a length; nothing that is longer than a day is believed."""
    return round(value) if 0 < value < 86_400_000 else 0
