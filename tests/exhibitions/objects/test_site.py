"""A site of objects whose every field is an attack, with its search and its data."""

import json
import sys
from pathlib import Path
from subprocess import run
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from plugins.exhibitions.importing.writing import write_objects
from plugins.exhibitions.pages import plan_pages
from plugins.exports import completed
from plugins.search import plan_pages as plan_search
from tests.acceptance.project import write_frame
from tests.browser.document import parse
from tests.browser.visit import visit
from tests.exhibitions.attacks import ATTACKS
from tests.exhibitions.built import ADDRESS, build
from tests.exhibitions.objects.test_media import picture
from tests.exhibitions.project import FOLDER, write_project
from tests.node import run_node

MAKERS = ["tests.exhibitions.made:make_fonts", "plugins.search.scripts:browser_scripts"]
# the last one is refused when it is read
SHOWN = [" ".join(attack.replace("\x02", "").replace("\x03", "").split()) for attack in ATTACKS[:-1]]
STRICT = (
    "const {presentation3StrictUpgrade} = require('@iiif/parser/strict');"
    "const state = {warnings: []};"
    "const upgraded = presentation3StrictUpgrade(JSON.parse(JSON.stringify(value)), state);"
    "console.log(JSON.stringify([state.warnings, JSON.parse(JSON.stringify(upgraded))]));"
)


def attacked(number: int, attack: str) -> dict[str, object]:
    """Write an object with the attack in every field that takes text."""
    texts = ("title", "caption", "credit", "terms", "location", "creator", "description", "transcript", "alt")
    return {
        "id": f"a-{number}",
        **dict.fromkeys(texts, attack),
        "file": "red.jpg",
        "rights": "https://example.org/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E?a='b",
        "date": "1947~",
        "identifier": attack[:300],
        "subjects": [attack],
        "facts": [{"label": attack, "value": attack}],
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site and give its folder."""
    root = tmp_path_factory.mktemp("objects")
    write_frame(root, "Нападки", ("bg",), {"other": "Друго"}, address=ADDRESS)
    text = f"---\nname: '{SHOWN[0]}'\narea: [BG]\n---\n## А {{#a}}\n\n![](object:a-0)\n"
    objects = write_objects([attacked(number, attack) for number, attack in enumerate(SHOWN)])
    write_project(root, {"index.bg.md": text, "objects/red.jpg": picture(size=(900, 600)), **objects})
    return build(root, MAKERS, [completed(plan_pages, plan_search)])


def test_no_script_of_a_stranger_runs(site: Path, browser: Browser) -> None:
    """On pages, lists, the audit, sheets to print and in the search: no dialog, no error, nothing from elsewhere."""
    folder = site / FOLDER.removeprefix("content/")
    lists = [folder / "objects" / f"{name}.html" for name in ("index", "audit", "timeline", "subjects", "places")]
    taken = [folder / f"{name}.html" for name in ("a3", "roll-up", "large-print", "kiosk", "embed", "take")]
    pages = [*folder.glob("object/*.html"), *lists, *taken, folder.with_suffix(".html")]
    assert len(pages) == len(SHOWN) + 12
    root = site.parent.as_uri()
    with visit(browser, f"{root}/", f"{site.name}/search.html?q=alert") as visited:
        dialogs: list[str] = []
        visited.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        visited.page.wait_for_selector(".hit")
        for page in pages:
            visited.page.goto(page.as_uri())
            live = "[onerror], [onload], [style], main script, iframe, img[src='x']"
            assert (page.name, visited.page.locator(live).count()) == (page.name, 0)
        assert (dialogs, without_stand_ins(visited.faults)) == ([], [])


def test_what_machines_read_holds_attacks_as_text(site: Path) -> None:
    """The feed is XML whose titles are the words, JSON-LD and data are JSON, and no script ends before its end."""
    folder = site / FOLDER.removeprefix("content/")
    feed = ET.parse(site / "feed.xml").getroot()  # noqa: S314 - made by us a moment ago
    names = {element.tag.partition("}")[2] for element in feed.iter()}
    assert {"title", "entry"} <= names and names.isdisjoint({"img", "script", "svg", "a"})
    assert SHOWN[0] in {element.text for element in feed.iter() if element.tag.endswith("title")}
    for page in (folder.with_suffix(".html"), *folder.glob("object/*.html")):
        scripts = [each for each in parse(page.read_text(encoding="utf-8")).find_all("script")]
        told = [each for each in scripts if each.attributes.get("type") == "application/ld+json"]
        assert all("src" in each.attributes for each in scripts if each not in told)
        assert [type(json.loads(each.text)) for each in told] in ([], [dict])
    for name in ("objects.json", "objects.jsonld", "manifest.json", "citations.json"):
        assert "onerror=alert(1)" in json.dumps(json.loads((folder / "objects" / name).read_text(encoding="utf-8")))


def without_stand_ins(faults: list[str]) -> list[str]:
    """Leave out that the stand-ins of the fonts are no fonts, and an icon still asked for when the page is left."""
    return [fault for fault in faults if not fault.endswith(".woff2") and "/icon." not in fault]


def test_a_picture_is_looked_at_with_keys(site: Path, browser: Browser) -> None:
    """Enter opens it, plus makes it larger, Escape closes it and the focus is where it was."""
    page_path = f"{site.name}/{FOLDER.removeprefix('content/')}/object/a-0.html"
    with visit(browser, f"{site.parent.as_uri()}/", page_path) as visited:
        page = visited.page
        page.focus("[data-zoom]")
        page.keyboard.press("Enter")
        page.keyboard.press("+")
        page.keyboard.press("ArrowRight")
        assert page.locator(".zoom__size").inner_text() == "150 %"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('[data-zoom]') && !document.querySelector('dialog').open")
        assert without_stand_ins(visited.faults) == []
    with visit(browser, f"{site.parent.as_uri()}/", page_path, javascript=False) as visited:
        visited.page.click("[data-zoom]")
        assert visited.page.url.endswith(".jpg")


def test_the_manifest_is_one_of_iiif(site: Path) -> None:
    """A library of the standard finds nothing to put right; what begins with a tag is shown as it was written."""
    text = (site / FOLDER.removeprefix("content/") / "objects" / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    source = f"const value = JSON.parse(require('fs').readFileSync(0, 'utf-8'));{STRICT}"
    warnings, upgraded = json.loads(run_node("-e", source, text=text))
    assert (warnings, upgraded) == ([], manifest)
    assert len(manifest["items"]) == len(SHOWN)
    assert manifest["items"][0]["summary"] == {"bg": ["<span>&lt;img src=x onerror=alert(1)&gt;</span>"]}


def test_the_data_package_is_one_of_frictionless(site: Path) -> None:
    """Every file is there with its hash, every row fits the schema, and the rights stand in each."""
    package = site / FOLDER.removeprefix("content/") / "objects" / "datapackage.json"
    command = [sys.executable, "-m", "frictionless", "validate", "--json", package.name]
    done = run(command, cwd=package.parent, capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    assert [task["name"] for task in report["tasks"] if not task["valid"]] == []
    assert report["stats"]["tasks"] == 8


def test_a_second_build_encodes_nothing(site: Path) -> None:
    """The copies of a picture are kept by what they are made of."""
    kept = site.parent / ".sredishte" / "kept"
    stamps = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    build(site.parent.parent, MAKERS, [completed(plan_pages, plan_search)])
    assert len(stamps) == 5
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == stamps
