"""Recordings of strangers: what their devices wrote into them does not leave the house."""

import pytest

from plugins.site.recordings import NotUnderstood, bare, is_recording

SECRET = b"+41.6450+025.3658/ Ivan"
SOUND = b"\xff\xfb\x90\x64" + bytes(range(200))


def page(number: int, packets: list[bytes], checksum: bytes = b"\xde\xad\xbe\xef") -> bytes:
    """Write a page of Ogg that holds whole packets."""
    laces = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    head = b"OggS\0\0" + bytes(8) + b"\x01\0\0\0" + number.to_bytes(4, "little")
    return head + checksum + bytes([len(laces)]) + laces + b"".join(packets)


def comments(vendor: bytes, *said: bytes) -> bytes:
    """Write the packet of Vorbis in which everything is told."""
    parts = [each for text in said for each in (len(text).to_bytes(4, "little"), text)]
    counted = [len(vendor).to_bytes(4, "little"), vendor, len(said).to_bytes(4, "little"), *parts]
    return b"\x03vorbis" + b"".join(counted) + b"\x01"


def box(kind: bytes, *inside: bytes) -> bytes:
    """Write a box of MP4."""
    content = b"".join(inside)
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def element(id: bytes, content: bytes) -> bytes:
    """Write an element of WebM whose size takes two bytes."""
    return id + (len(content) | 0x4000).to_bytes(2, "big") + content


SETUP = b"\x05vorbis" + bytes(40)
OGG = page(0, [b"\x01vorbis" + bytes(23)]) + page(1, [comments(b"lib", b"ARTIST=" + SECRET), SETUP]) + page(2, [SOUND])
DAYS = b"\0\0\0\0" + b"\xe1\x01\x02\x03" * 2
MP4 = (
    box(b"ftyp", b"isom")
    + box(b"moov", box(b"mvhd", DAYS, b"rest"), box(b"trak", box(b"tkhd", DAYS)), box(b"udta", box(b"\xa9xyz", SECRET)))
    + box(b"uuid", SECRET)
    + box(b"mdat", SOUND)
)
INFO = element(b"\x2a\xd7\xb1", b"\x0f\x42\x40") + element(b"\x7b\xa9", SECRET) + element(b"\x44\x61", bytes(8))
WEBM = element(b"\x1a\x45\xdf\xa3", b"webm") + element(
    b"\x18\x53\x80\x67",
    element(b"\x15\x49\xa9\x66", INFO) + element(b"\x12\x54\xc3\x67", SECRET) + element(b"\x1f\x43\xb6\x75", SOUND),
)
ID3 = b"ID3\x04\0\0\0\0\0" + bytes([len(SECRET)]) + SECRET
APE = SECRET + b"APETAGEX" + bytes(4) + (len(SECRET) + 32).to_bytes(4, "little") + bytes(16)
MP3 = ID3 + ID3 + SOUND + APE + b"TAG" + SECRET.ljust(125)
RECORDINGS = [("a.mp3", MP3), ("a.ogg", OGG), ("a.mp4", MP4), ("a.m4a", MP4), ("a.webm", WEBM)]


@pytest.mark.parametrize(("name", "content"), RECORDINGS, ids=[name for name, _ in RECORDINGS])
def test_a_recording_tells_nothing_of_itself(name: str, content: bytes) -> None:
    """The sound is whole, what was written about it is gone, and once more changes nothing."""
    made = bare(content, name)
    assert is_recording(name)
    assert (SECRET in content, SECRET in made, SOUND in made) == (True, False, True)
    assert len(made) == (len(SOUND) if name == "a.mp3" else len(content))
    assert bare(made, name) == made


def test_the_days_of_a_film_are_gone() -> None:
    """Those of the film and of its tracks: they tell when somebody was where."""
    made = bare(MP4, "a.mp4")
    assert (MP4.count(DAYS), made.count(DAYS), made.count(b"rest")) == (2, 0, 1)


def test_a_page_of_sound_keeps_its_checksum_where_nothing_changed() -> None:
    """Only the page with the comments gets a new one: that of the standard."""
    made = bare(OGG, "a.ogg")
    sums = [made[at + 22 : at + 26] for at in range(len(made)) if made[at : at + 4] == b"OggS"]
    assert (sums[0], sums[2]) == (b"\xde\xad\xbe\xef", b"\xde\xad\xbe\xef")
    assert sums[1] == bytes.fromhex("86637d0e")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp3", ID3),
        ("a.ogg", OGG[:40]),
        ("a.ogg", page(0, [b"\x01vorbis"]) + page(1, [b"\x03vorbis"])),
        ("a.mp4", MP4[:-1]),
        ("a.webm", WEBM[:-1]),
        ("a.webm", b"\x1a\x45\xdf\xa3\x00"),
    ],
)
def test_what_nobody_understands_is_not_published(name: str, content: bytes) -> None:
    """A file that is built otherwise may tell anything."""
    with pytest.raises(NotUnderstood):
        bare(content, name)
