from pathlib import Path

import pytest

from plugins.languages.text import Text
from plugins.records.model import Object
from plugins.records.packing import pack, unpack
from tests.exhibitions.project import FIELDS, read_files
from tests.exhibitions.test_reading import photograph

PANEL = f"{FIELDS}## А {{#a}}\n"
OBJECT = "  - id: most\n    title: Мост\n    alt: Мост\n    credit: Архивът\n    rights: unknown\n"
HEAD = f"objects:\n{OBJECT}"
BAD = [
    ("no list", "objects: most\n", ["1:10-14 V115"]),
    ("unknown field", f"{HEAD}    tilte: x\n", ["7:5-10 V104"]),
    ("unknown group", f"{HEAD}    coordinates: {{latitude: 41}}\n", ["7:5-16 V108"]),
    ("no credit", HEAD.replace("    credit: Архивът\n", ""), ["2:5-7 V108"]),
    ("no rights", HEAD.replace("    rights: unknown\n", ""), ["2:5-7 V108"]),
    ("strange rights", HEAD.replace("unknown", "free"), ["6:13-17 V112"]),
    ("no description", HEAD.replace("    alt: Мост\n", ""), ["2:9-13 E262"]),
    ("no transcript", f"{HEAD}    kind: sound\n", ["2:9-13 E263"]),
    ("strange date", f"{HEAD}    date: 1947-13\n", ["7:11-18 V160"]),
    ("strange id", HEAD.replace("most", "Мост"), ["2:9-13 V117"]),
    ("twice", f"{HEAD}{OBJECT}", ["7:9-13 E261"]),
    ("poster of a picture", f"{HEAD}    file: a.jpg\n    poster: b.jpg\n", ["8:13-18 E266"]),
    ("captions of a picture", f"{HEAD}    file: a.jpg\n    captions: {{bg: b.vtt}}\n", ["8:5-13 E266"]),
    ("other kind", f"{HEAD}    file: a.mp3\n", ["7:11-16 E264"]),
    ("strange file", f"{HEAD}    file: ../a.jpg\n", ["7:11-19 V117"]),
    ("drawing", f"{HEAD}    file: a.svg\n", ["7:11-16 V117"]),
    ("two at once", "objects:\n  - id: a\n    title: A\n", ["2:5-7 V108", "2:5-7 V108", "2:9-10 E262"]),
]


@pytest.mark.parametrize(("text", "problems"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_mistakes_are_named_at_their_place(tmp_path: Path, text: str, problems: list[str]) -> None:
    """Each mistake in objects.yaml gives its problem at its line and columns."""
    _, found = read_files(tmp_path, index_bg=PANEL, objects_yaml=text)
    assert [each.removeprefix("objects.yaml:") for each in found] == problems


def test_every_object_that_lacks_something_is_named(tmp_path: Path) -> None:
    """However many they are: each at its own line."""
    text = "objects:\n" + "".join(f"  - id: a-{number}\n    title: A\n" for number in range(300))
    _, found = read_files(tmp_path, index_bg=PANEL, objects_yaml=text)
    assert len([each for each in found if each.endswith("E262")]) == 300
    assert len([each for each in found if each.endswith("V108")]) == 600


def test_words_may_be_of_any_language(tmp_path: Path) -> None:
    """What somebody wrote elsewhere need not be in Bulgarian; a year needs no quotes."""
    text = HEAD.replace("title: Мост", "title: {en: Bridge}") + "    date: 1947\n    decorative: true\n"
    assert read_files(tmp_path, index_bg=PANEL, objects_yaml=text)[1] == []


def test_a_panel_shows_an_object(tmp_path: Path) -> None:
    """What the panel does not say of its picture, the object does."""
    write = {"objects_yaml": f"{HEAD}    file: most.jpg\n", "index_bg": f"{PANEL}\n![](object:most)\n"}
    (tmp_path / "content/exhibitions/arda/objects").mkdir(parents=True)
    (tmp_path / "content/exhibitions/arda/objects/most.jpg").write_bytes(photograph("JPEG"))
    record, problems = read_files(tmp_path, **write)
    assert problems == []
    assert record is not None
    picture = record.panels[0].picture
    assert picture is not None
    assert (picture.medium, picture.alt, picture.rights) == (
        "arda/objects/most.jpg",
        Text((("bg", "Мост"),)),
        "unknown",
    )


def test_a_panel_names_no_unknown_object(tmp_path: Path) -> None:
    """It is refused where it is written, and the objects that have a picture are named."""
    text = f"{PANEL}\n![](object:kula)\n"
    assert read_files(tmp_path, index_bg=text, objects_yaml=HEAD)[1] == ["index.bg.md:6:5-16 E265"]


def test_an_object_survives_packing() -> None:
    """What is kept between builds is what was read."""
    fields = {"id": "a", "title": {"en": "A"}, "credit": "К", "rights": "unknown", "subjects": ("х", {"tr": "y"})}
    point = {"coordinates": {"latitude": "41.5", "longitude": "25"}, "facts": ({"label": "а", "value": "б"},)}
    thing = Object.model_validate({**fields, **point})
    assert unpack(Object, pack(thing)) == thing
