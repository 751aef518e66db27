"""What attacks is text: on every page, on paper, and in everything that machines read of an exhibition."""

import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

from plugins.directory.logos import plan_logos
from plugins.exhibitions.importing.writing import write_objects
from plugins.exhibitions.pages import plan_pages
from plugins.exhibitions.pdf import Sheets, print_sheets
from plugins.exhibitions.sheets import SIZES
from plugins.exports import completed
from plugins.search import plan_pages as plan_search
from tests.acceptance.project import write_frame
from tests.browser.document import parse
from tests.exhibitions.built import ADDRESS, attacked, build
from tests.exhibitions.live import built_vectors, live_pages, refused
from tests.exhibitions.objects.test_media import picture
from tests.exhibitions.objects.test_site import MAKERS as WITH_SEARCH
from tests.exhibitions.project import FOLDER, write_project
from tests.exhibitions.test_pages import MAKERS
from tests.exhibitions.vectors import RUN, vectors

ATTACK = "<img src=x onerror=alert(1)>"
TOUR = f"""copies: 1
contents: ['{ATTACK}']
dimensions: '{ATTACK}'
requirements: '{ATTACK}'
terms: '{ATTACK}'
stops:
  - venue: '{ATTACK}'
    place: BG
    start: 2026-11-01
    end: 2026-11-10
    opening: 2026-11-01T17:00
    hours: '{ATTACK}'
    accessibility: '{ATTACK}'
"""
FUNDER = f"""name: '{ATTACK}'
programme: '{ATTACK}'
contract: '{ATTACK}'
notice: '{ATTACK}'
disclaimer: '{ATTACK}'
logo: {{file: {{bg: most.png}}, alt: '{ATTACK}'}}
applies_to: {{records: [arda]}}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an exhibition with the attack in every field of it, of its tour, its object and its funder."""
    root = tmp_path_factory.mktemp("inert")
    write_frame(root, "Нападки", ("bg",), {"other": "Друго"}, address=ADDRESS)
    funders = root / "data" / "funders"
    funders.mkdir()
    (funders / "most.yaml").write_text(FUNDER, encoding="utf-8")
    (funders / "most.png").write_bytes(picture("PNG"))
    texts = ("title", "caption", "credit", "terms", "location", "creator", "description", "transcript", "alt")
    thing: dict[str, object] = {"id": "a", "file": "red.jpg", "rights": "unknown", **dict.fromkeys(texts, ATTACK)}
    # where and when it stands is told by its tour
    lines = attacked(ATTACK).splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(('"venue"', '"hours"', '"accessibility"')))
    text = text.replace("---\n", "---\nfunder: most\n", 1)
    files: dict[str, str | bytes] = {
        "index.bg.md": text,
        "tour.yaml": TOUR,
        "objects/red.jpg": picture(size=(900, 600)),
    }
    write_project(root, files | dict(write_objects([thing])))
    return build(root, WITH_SEARCH, [completed(plan_pages, plan_search, plan_logos)])


@pytest.fixture
def folder(site: Path) -> Path:
    """Give the folder of the exhibition."""
    return site / FOLDER.removeprefix("content/")


def test_every_page_shows_it_as_text(site: Path, folder: Path) -> None:
    """The page, what is taken along, printed, shown in a foyer or in another site: the words, no picture."""
    pages = [folder.with_suffix(".html"), *folder.rglob("*.html"), site / "exhibitions" / "index.html"]
    names = {page.stem for page in pages}
    assert {"kiosk", "embed", "take", "borrow", "large-print", "a4", "roll-up", "pack-2026-11-01-1"} <= names
    for page in pages:
        document = parse(page.read_text(encoding="utf-8"))
        assert [each for each in document.walk() if {"onerror", "style"} & each.attributes.keys()] == [], page.name
        assert [each for each in document.find_all("img") if each.attributes["src"] == "x"] == [], page.name
        assert ATTACK in document.text, page.name


def test_paper_shows_it_as_text(folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In PDF files the text layer holds the words, of the panel and of the funder."""
    for name, size in (("a4", SIZES[0]), ("pack-2026-11-01-1", None)):
        printed = print_sheets(Sheets(folder / f"{name}.html", size, tmp_path / f"{name}.pdf"))
        document = pypdfium2.PdfDocument(printed.file)
        text = " ".join(page.get_textpage().get_text_range() for page in document)
        assert "".join(text.split()).count("".join(ATTACK.split())) >= 3, name
    # the stand-ins of the fonts are no fonts
    assert {record.getMessage().partition("'")[0] for record in caplog.records} == {"Font-face "}
    caplog.clear()


def test_plain_text_is_what_was_written(folder: Path) -> None:
    """A file of text needs no escapes."""
    assert ATTACK in (folder / "panels.txt").read_text(encoding="utf-8")


def test_calendars_hold_it_as_text(folder: Path) -> None:
    """The name and the place of a stop are the words."""
    calendar = Calendar.from_ical((folder / "tour.ics").read_bytes())
    (event,) = calendar.events
    assert (str(event["summary"]), ATTACK in str(event["location"])) == (ATTACK, True)


def test_feeds_hold_it_as_text(site: Path) -> None:
    """A title is the words, marked as text; what a reader takes for HTML is escaped twice."""
    feed = ET.parse(site / "feed.xml").getroot()  # noqa: S314 - made by us a moment ago
    told = [(each.tag.partition("}")[2], each.get("type", "text"), each.text or "") for each in feed.iter()]
    assert ("title", "text", ATTACK) in told
    assert [text for _, kind, text in told if kind == "html" and "<img" in text] == []
    assert {name for name, _, _ in told}.isdisjoint({"img", "div"})


def test_what_machines_read_holds_it_as_text(folder: Path) -> None:
    """JSON-LD ends in its script and nowhere before; a viewer of IIIF is given no value that begins with a tag."""
    for page in (folder.with_suffix(".html"), *folder.glob("object/*.html")):
        scripts = parse(page.read_text(encoding="utf-8")).find_all("script")
        (told,) = (each for each in scripts if each.attributes.get("type") == "application/ld+json")
        assert ATTACK in strings(json.loads(told.text))
    for name in ("objects.json", "objects.jsonld", "citations.json"):
        assert ATTACK in strings(json.loads((folder / "objects" / name).read_text(encoding="utf-8")))
    manifest = json.loads((folder / "objects" / "manifest.json").read_text(encoding="utf-8"))
    values = [
        text
        for canvas in manifest["items"]
        for field in ("summary", "requiredStatement")
        for text in strings(canvas[field])
    ]
    assert [text for text in values if text.startswith("<") and not text.startswith("<span>&lt;")] == []


def strings(value: object) -> list[str]:
    """Give every string inside a value of JSON."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    return [value] if isinstance(value, str) else []


def test_the_search_holds_it_as_text(site: Path) -> None:
    """Shards are scripts of plain data: no sign in them could end a script, and the words are there."""
    shards = [path.read_text(encoding="utf-8") for path in (site / "search").rglob("*.js")]
    assert shards
    assert [shard for shard in shards if re.search(r"</script|<!--", shard, re.IGNORECASE)] == []
    assert any("onerror=alert(1)" in unescape(shard) for shard in shards)


def test_vectors_leave_nothing_live(tmp_path: Path, browser: Browser) -> None:
    """Several hundred, each in a field and in Markdown: Chromium finds no handler, nothing that runs or calls out."""
    told = vectors()
    assert len(told) > 500
    assert refused(told) == []
    pages = built_vectors(tmp_path, told, MAKERS, fields=False)
    assert sum(page.read_text(encoding="utf-8").count(RUN) for page in pages) > len(told)
    assert live_pages(browser, pages) == {}


@pytest.mark.parametrize(
    "markup",
    [
        "<p onclick=x()>",
        "<p style='color:red'>",
        "<a href='java&#9;script:alert(1)'>",
        "<a href=//evil.example>",
        "<img src=x onerror=alert(1)>",
        "<main><script>alert(1)</script></main>",
        "<iframe srcdoc=x>",
        "<script>fetch('https://evil.example/')</script>",
    ],
)
def test_what_is_live_is_found(tmp_path: Path, browser: Browser, markup: str) -> None:
    """The check above finds each kind of what it looks for."""
    page = tmp_path / "live.html"
    page.write_text(f"<!doctype html><title>x</title>{markup}", encoding="utf-8")
    assert list(live_pages(browser, [page])) == ["live.html"]
