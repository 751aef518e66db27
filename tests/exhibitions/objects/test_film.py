"""A film with a poster, captions and a transcript: on its page, in the data, and as IIIF."""

import json
from pathlib import Path
from posixpath import normpath

import pytest

from plugins.exhibitions.importing.writing import write_objects
from plugins.exhibitions.pages import plan_pages
from plugins.exports import completed
from tests.acceptance.project import write_frame
from tests.browser.document import Element, parse
from tests.exhibitions.built import ADDRESS, build
from tests.exhibitions.objects.test_media import VTT, picture
from tests.exhibitions.objects.test_site import STRICT
from tests.exhibitions.project import write_project
from tests.node import run_script
from tests.site.test_durations import FILM
from tests.site.test_recordings import element

MAKERS = ("tests.exhibitions.made:make_fonts", "tests.exhibitions.made:make_script")
WEBM = element(b"\x1a\x45\xdf\xa3", b"webm") + FILM


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of one film, and give its folder."""
    root = tmp_path_factory.mktemp("film")
    write_frame(root, "Филм", ("bg", "en"), {"other": "Друго"}, address=ADDRESS)
    film = {
        "id": "film",
        "title": "Един ден",
        "kind": "video",
        "file": "film.webm",
        "poster": "film.jpg",
        "captions": {"bg": "film.bg.vtt", "en": "film.en.vtt"},
        "transcript": "Никой не говори.",
        "credit": "Архив",
        "rights": "https://creativecommons.org/licenses/by/4.0/",
    }
    media = {
        "objects/film.webm": WEBM,
        "objects/film.jpg": picture(size=(1_280, 720)),
        "objects/film.bg.vtt": VTT,
        "objects/film.en.vtt": VTT.replace("Добро утро".encode(), b"<b>Good</b> morning"),
    }
    text = "---\nname: Арда\narea: [BG]\n---\n\n## А {#a}\n\nДума.\n"
    write_project(root, {"index.bg.md": text, **write_objects([film]), **media})
    return build(root, MAKERS, [completed(plan_pages)])


def of_page(site: Path) -> tuple[Path, Element]:
    """Give the folder and the player of the film's page."""
    page = site / "exhibitions" / "arda" / "object" / "film.html"
    (player,) = parse(page.read_text(encoding="utf-8")).find_all("video")
    return page.parent, player


def test_a_film_waits_for_a_click(site: Path) -> None:
    """Its poster holds its place; nothing of it is loaded before, and what it names is on the site."""
    folder, player = of_page(site)
    given = {name: player.attributes[name] for name in ("preload", "width", "height")}
    assert given == {"preload": "none", "width": "640", "height": "360"}
    assert "autoplay" not in player.attributes
    assert (folder / player.attributes["src"]).read_bytes() == WEBM
    assert (folder / player.attributes["poster"]).read_bytes().startswith(b"\xff\xd8")


def test_captions_stand_in_their_languages(site: Path) -> None:
    """Named as their speakers name them, and nothing but times and words."""
    folder, player = of_page(site)
    tracks = [each.attributes for each in player.find_all("track")]
    assert [(each["kind"], each["srclang"], each["label"]) for each in tracks] == [
        ("captions", "bg", "Български"),
        ("captions", "en", "English"),
    ]
    assert (folder / tracks[0]["src"]).read_bytes() == VTT
    assert b"\nGood morning\n" in (folder / tracks[1]["src"]).read_bytes()


def test_the_canvas_lasts_as_long_as_the_film(site: Path) -> None:
    """It is as large, is filled by the film, and has its captions and transcript; the strict reader changes nothing."""
    content = (site / "exhibitions" / "arda" / "objects" / "manifest.json").read_text(encoding="utf-8")
    (canvas,) = json.loads(content)["items"]
    assert (canvas["duration"], canvas["width"], canvas["height"]) == (16.0, 640, 360)
    body = canvas["items"][0]["items"][0]["body"]
    assert (body["type"], body["format"], body["duration"]) == ("Video", "video/webm", 16.0)
    notes = [note["body"] for page in canvas["annotations"] for note in page["items"]]
    assert [(note["format"], note["language"]) for note in notes] == [
        ("text/plain", ["bg"]),
        ("text/vtt", ["bg"]),
        ("text/vtt", ["en"]),
    ]
    addresses = [body["id"], canvas["thumbnail"][0]["id"], *(note["id"] for note in notes if "id" in note)]
    assert all((site / normpath(address.removeprefix(ADDRESS))).is_file() for address in addresses)
    assert run_script(STRICT, json.loads(content)) == [[], json.loads(content)]
