"""Take from recordings what their makers' machines wrote into them: names, places, days, covers.

Sound and picture stay as they are, byte for byte. What is taken out leaves its room empty where the format counts
bytes (MP4, WebM, Ogg), so that nothing else moves; MP3 is cut. The same file gives the same bytes.
"""

from collections.abc import Callable, Iterator, Mapping

# boxes of MP4 that hold others, and those that hold what was written about the recording
_HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"moof", b"traf"})
_ABOUT = frozenset({b"udta", b"meta", b"uuid"})
# elements of WebM: the whole, what tells of it, its attachments and tags, and room for nothing
_SEGMENT, _INFO, _VOID = 0x18538067, 0x1549A966, b"\xec"
_TELLING = frozenset({0x1254C367, 0x1941A469})
# in the part that tells of it: the title, the day and the name of the first file
_TOLD = frozenset({0x7BA9, 0x4461, 0x7384})
_OGG_HEADER = 27
_COMMENTS: Mapping[bytes, bytes] = {b"\x03vorbis": b"\x01", b"OpusTags": b""}


class NotUnderstood(Exception):
    """The file is not built as its format says, so nobody knows what it tells."""


def is_recording(name: str) -> bool:
    """Tell from the name of a file whether it is sound or a film."""
    return _ending(name) in _STRIPPERS


def bare(content: bytes, name: str) -> bytes:
    """Give a recording without what it tells of itself; its name says how it is built. Raises `NotUnderstood`."""
    try:
        return _STRIPPERS[_ending(name)](content)
    except (IndexError, ValueError) as error:
        raise NotUnderstood(str(error)) from error


def _ending(name: str) -> str:
    return name[name.rindex(".") :]


def _bare_mp3(content: bytes) -> bytes:
    """Cut off the tags before and behind the sound: ID3 in both versions, and APE."""
    start, end = 0, len(content)
    while content[start : start + 3] == b"ID3":
        size = sum(
            (byte & 0x7F) << shift for byte, shift in zip(content[start + 6 : start + 10], (21, 14, 7, 0), strict=True)
        )
        start += 10 + size + (10 if content[start + 5] & 0x10 else 0)
    if content[max(start, end - 128) : end].startswith(b"TAG"):
        end -= 128
    if content[max(start, end - 32) : end].startswith(b"APETAGEX"):
        footer = content[end - 32 : end]
        end -= int.from_bytes(footer[12:16], "little") + (32 if footer[23] & 0x80 else 0)
    if end <= start:
        raise NotUnderstood("no sound")
    return content[start:end]


def _bare_mp4(content: bytes) -> bytes:
    """Empty the boxes that tell of the recording, at any depth, and the days in the heads of its tracks."""
    bare_content = bytearray(content)
    _empty_boxes(bare_content, 0, len(content))
    return bytes(bare_content)


def _empty_boxes(content: bytearray, at: int, end: int) -> None:
    """Empty what tells of the recording among the boxes between two places."""
    while at < end:
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        kind = bytes(content[at + 4 : at + 8])
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        size = size or end - at
        if size < head or at + size > end:
            raise NotUnderstood(f"box {kind!r}")
        if kind in _ABOUT:
            content[at + 4 : at + 8] = b"free"
            content[at + head : at + size] = bytes(size - head)
        elif kind in (b"mvhd", b"tkhd", b"mdhd"):
            days = 16 if content[at + head] == 1 else 8
            content[at + head + 4 : at + head + 4 + days] = bytes(days)
        elif kind in _HOLDERS:
            _empty_boxes(content, at + head, at + size)
        at += size


def _bare_webm(content: bytes) -> bytes:
    """Put room for nothing in the place of tags, attachments, the title and the day."""
    bare_content = bytearray(content)
    for id, _, data, end in elements_of(content, 0, len(content)):
        if id == _SEGMENT:
            for inner, inner_start, inner_data, inner_end in elements_of(content, data, end):
                if inner in _TELLING:
                    _void(bare_content, inner_start, inner_end)
                elif inner == _INFO:
                    for told, told_start, _, told_end in elements_of(content, inner_data, inner_end):
                        if told in _TOLD:
                            _void(bare_content, told_start, told_end)
    return bytes(bare_content)


def elements_of(content: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield (id, start, start of the data, end) of the elements between two places."""
    while at < end:
        start = at
        width = 9 - content[at].bit_length()
        id, at = int.from_bytes(content[at : at + width], "big"), at + width
        width = 9 - content[at].bit_length()
        size = int.from_bytes(content[at : at + width], "big") & ((1 << 7 * width) - 1)
        at += width
        # a size of ones alone: to the end, which only the whole may have
        open_ended = size == (1 << 7 * width) - 1
        stop = end if open_ended else at + size
        if not id or stop > end or (open_ended and id != _SEGMENT):
            raise NotUnderstood(f"element {id:x}")
        yield id, start, at, stop
        at = stop


def _void(content: bytearray, start: int, end: int) -> None:
    """Put room for nothing in the place of an element."""
    width = min(8, end - start - 1)
    left = end - start - 1 - width
    content[start:end] = _VOID + (left | 1 << 7 * width).to_bytes(width, "big") + bytes(left)


def _bare_ogg(content: bytes) -> bytes:
    """Let the comments say nothing: the name of the encoder becomes spaces that fill their room."""
    bare_content = bytearray(content)
    pages = list(pages_of(content))
    places = _second_packet(content, pages)
    packet = bytes(content[place] for place in places)
    mark = next((mark for mark in _COMMENTS if packet.startswith(mark)), None)
    if mark is None:
        raise NotUnderstood("comments")
    tail = b"\0\0\0\0" + _COMMENTS[mark]
    room = len(packet) - len(mark) - 4 - len(tail)
    if room < 0:
        raise NotUnderstood("comments")
    empty = mark + room.to_bytes(4, "little") + b" " * room + tail
    for place, byte in zip(places, empty, strict=True):
        bare_content[place] = byte
    for start, _, end in pages:
        if start < places[-1] and end > places[0]:
            bare_content[start + 22 : start + 26] = bytes(4)
            bare_content[start + 22 : start + 26] = _checksum(bytes(bare_content[start:end])).to_bytes(4, "little")
    return bytes(bare_content)


def pages_of(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (start, start of the data, end) of the pages."""
    at = 0
    while at < len(content):
        if content[at : at + 4] != b"OggS":
            raise NotUnderstood(f"page at {at}")
        data = at + _OGG_HEADER + content[at + 26]
        end = data + sum(content[at + _OGG_HEADER : data])
        yield at, data, end
        at = end


def _second_packet(content: bytes, pages: list[tuple[int, int, int]]) -> list[int]:
    """Give the places of the bytes of the second packet, which may go on over pages."""
    packet = 0
    places: list[int] = []
    for start, data, _ in pages:
        at = data
        for length in content[start + _OGG_HEADER : data]:
            if packet == 1:
                places += range(at, at + length)
            at += length
            packet += length < 255
            if packet > 1:
                return places
    raise NotUnderstood("packets")


def _checksum(page: bytes) -> int:
    """Give the checksum of a page: CRC-32 with the polynomial 04c11db7, not mirrored, from nought."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _CHECKS[value >> 24 ^ byte]
    return value


def _check(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1) ^ (0x104C11DB7 if value & 0x80000000 else 0)
    return value


_CHECKS = tuple(_check(byte) for byte in range(256))
_STRIPPERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".mp3": _bare_mp3,
    ".ogg": _bare_ogg,
    ".m4a": _bare_mp4,
    ".mp4": _bare_mp4,
    ".webm": _bare_webm,
}
