"""Pictures of strangers: what is refused, and what our copies keep of them."""

from io import BytesIO

import pytest
from PIL import Image

from plugins.exhibitions.objects.media import read_medium
from plugins.records.unit import SourceFile, Unit
from plugins.site.encoding import encode, look_into
from tests.site.test_recordings import OGG

FOLDER = "content/exhibitions/arda/objects"
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nДобро утро\n".encode()
SECRET = b"GPS 41.6450 25.3658"


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (80, 60), orientation: int = 1, mode: str = "RGB") -> bytes:
    """Make a red picture with metadata."""
    image = Image.new(mode, size, "red" if mode == "RGB" else None)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = orientation, SECRET.decode()
    out = BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue()


def read(name: str, content: bytes) -> tuple[object, list[str]]:
    """Read a file: (kind, measures, colour) of the medium, and the rules that it breaks."""
    unit = Unit("medium", f"arda/objects/{name}", (SourceFile(f"{FOLDER}/{name}", (0, 0, 0)),))
    record, problems = read_medium(unit, {f"{FOLDER}/{name}": content})
    found = record and tuple(getattr(record, field) for field in ("kind", "measures", "colour"))
    return found, [problem.rule for problem in problems]


def test_a_picture_is_seen_the_right_way_up() -> None:
    """Its size is that after it was turned; its colour is the average."""
    content = picture(orientation=6)
    assert read("a.jpg", content) == (("picture", (len(content), 60, 80), "#fe0000"), [])


@pytest.mark.parametrize("form", ["avif", "jpg"])
def test_a_copy_is_turned_and_bare(form: str) -> None:
    """Nothing of the metadata is left, and the same picture gives the same bytes."""
    content = picture(orientation=6)
    made = encode(content, 30, form)  # type: ignore[arg-type]  # one of the two forms
    assert SECRET not in made
    assert made == encode(content, 30, form)  # type: ignore[arg-type]  # one of the two forms
    with Image.open(BytesIO(made)) as image:
        assert (image.size, dict(image.getexif())) == ((30, 40), {})


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "I;16", "LA"])
def test_pictures_of_any_kind_are_shown(mode: str) -> None:
    """Transparent, grey and indexed pictures become plain ones."""
    content = picture("PNG", mode=mode)
    assert look_into(content)[:3] == ("PNG", 80, 60)
    assert encode(content, 40, "jpg").startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("a.jpg", picture()[:-200], "E203"),
        ("a.jpg", picture("PNG"), "E203"),
        ("a.png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "E203"),
        ("a.webp", b"", "E203"),
        ("a.png", picture("PNG", size=(8_000, 5_001), mode="1"), "E204"),
        ("a.mp3", b"<script>alert(1)</script>", "E207"),
        ("a.pdf", b"MZ", "E207"),
        ("a.ogg", b"OggS0000", "E209"),
        ("a.vtt", b"<script>alert(1)</script>", "E207"),
        ("a.vtt", b"WEBVTT\n\nnever --> ever\n", "E210"),
    ],
    ids=["cut", "other format", "drawing", "empty", "huge", "script", "program", "no pages", "no captions", "no times"],
)
def test_what_is_no_picture_is_refused(name: str, content: bytes, rule: str) -> None:
    """By name, with nothing raised."""
    assert read(name, content) == (None, [rule])


def test_recordings_are_known_by_their_beginning() -> None:
    """An Ogg file and a PDF are what they say."""
    assert read("a.ogg", OGG) == (("sound", (len(OGG), 0, 0, 0), ""), [])
    assert read("a.vtt", VTT) == (("captions", (len(VTT), 0, 0, 0), ""), [])
    assert read("a.pdf", b"%PDF-1.7") == (("document", (8, 0, 0, 0), ""), [])
