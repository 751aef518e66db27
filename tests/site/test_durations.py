"""How long a recording is and how large a film: what the files themselves say."""

import struct

import pytest

from plugins.site.durations import Extent, extent_of
from tests.site.test_recordings import MP3, box, element, page

SEGMENT, INFO, TRACKS = b"\x18\x53\x80\x67", b"\x15\x49\xa9\x66", b"\x16\x54\xae\x6b"
LENGTH = element(b"\x2a\xd7\xb1", b"\x0f\x42\x40") + element(b"\x44\x89", struct.pack(">d", 16_000))
VIDEO = element(b"\xe0", element(b"\xb0", b"\x02\x80") + element(b"\xba", b"\x01\x68"))
FILM = element(SEGMENT, element(INFO, LENGTH) + element(TRACKS, element(b"\xae", VIDEO)))
HEAD = box(b"mvhd", bytes(12) + struct.pack(">II", 1_000, 3_000) + bytes(80))
TRACK = box(b"trak", box(b"tkhd", bytes(76) + struct.pack(">II", 640 << 16, 360 << 16)))
SOUND_TRACK = box(b"trak", box(b"tkhd", bytes(84)))


def ogg(first: bytes, last: int) -> bytes:
    """Make a file of two pages that ends at a sample."""
    end = bytearray(page(1, [b"sound"]))
    end[6:14] = last.to_bytes(8, "little")
    return page(0, [first]) + bytes(end)


@pytest.mark.parametrize(
    ("ending", "content", "extent"),
    [
        (".webm", FILM, Extent(16_000, 640, 360)),
        (".webm", element(SEGMENT, element(INFO, b"")), Extent()),
        (".mp4", box(b"moov", HEAD, SOUND_TRACK, TRACK), Extent(3_000, 640, 360)),
        (".m4a", box(b"moov", HEAD, SOUND_TRACK), Extent(3_000)),
        (".m4a", box(b"moov", box(b"mvhd", bytes(100))), Extent()),
        (".ogg", ogg(b"OpusHead" + bytes(11), 120_000), Extent(2_500)),
        (".ogg", ogg(b"\x01vorbis" + bytes(5) + (44_100).to_bytes(4, "little") + bytes(14), 88_200), Extent(2_000)),
        (".ogg", ogg(b"OpusHead" + bytes(11), 2**63), Extent()),
        (".mp3", MP3, Extent()),
    ],
    ids=["webm", "webm of nothing", "mp4", "m4a", "no length", "opus", "vorbis", "longer than a day", "mp3"],
)
def test_the_extent_is_what_the_file_says(ending: str, content: bytes, extent: Extent) -> None:
    """In each format; what is not said, or cannot be, is nought."""
    assert extent_of(content, ending) == extent
