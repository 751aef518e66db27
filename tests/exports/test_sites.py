"""The exports of the built sites, beside their pages."""

import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # the package has no types

from plugins.exports.geojson import EAST, NORTH, SOUTH, WEST
from plugins.exports.identity import identify

SITES = ("kardzhali", "national", "razgrad", "vratsa")
EVENT = re.compile(r'<li class="row".*?href="[./a-z]*events/([a-z0-9-]+)\.html"', re.DOTALL)
FOLDERS = ("causes", "coalitions", "events", "exhibitions", "organisations", "places", "en/causes", "tr/organisations")
DESCRIPTION = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("root", ["", "tr/", "en/"])
def test_the_calendar_is_the_listing(sites: Path, site: str, root: str) -> None:
    """The calendar has the events of the list, no more and no fewer."""
    page = (sites / site / root / "events/index.html").read_text(encoding="utf-8")
    listed = {identify("event", id) for id in EVENT.findall(page.partition("<main")[2])}
    calendar = vobject.readOne((sites / site / root / "calendar.ics").read_text(encoding="utf-8"))
    assert {event.uid.value for event in calendar.vevent_list} == listed
    assert listed


@pytest.mark.parametrize("site", SITES)
def test_points_are_in_bulgaria(sites: Path, site: str) -> None:
    """Each point is written longitude first and lies in the country."""
    points = [
        point
        for file in (sites / site / "data").glob("*.geojson")
        for feature in json.loads(file.read_bytes())["features"]
        for point in _points(feature["geometry"])
    ]
    assert [p for p in points if not (WEST <= p[0] <= EAST and SOUTH <= p[1] <= NORTH)] == []
    assert len(points) > 20


def _points(geometry: dict[str, Any] | None) -> list[list[float]]:
    if geometry is None:
        return []
    return [geometry["coordinates"]] if geometry["type"] == "Point" else list(geometry["coordinates"])


@pytest.mark.parametrize("site", SITES)
def test_the_page_tells_the_checksums(sites: Path, site: str) -> None:
    """Each file of the open data is on the page about it in every language, with its SHA-256."""
    files = [path for path in (sites / site / "data").iterdir() if path.name != "datapackage.json"]
    for root in ("", "tr/", "en/"):
        page = (sites / site / root / "open-data.html").read_text(encoding="utf-8").replace("<wbr>", "")
        missing = [f.name for f in files if sha256(f.read_bytes()).hexdigest() not in page or f">{f.name}<" not in page]
        assert missing == []


@pytest.mark.parametrize("site", SITES)
def test_another_library_reads_the_tables(sites: Path, site: str) -> None:
    """frictionless, which did not write them, finds each file with its size and hash, and each row in its schema."""
    command = [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"]
    done = run(command, cwd=sites / site / "data", capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    assert [task["name"] for task in report["tasks"] if not task["valid"]] == []
    assert (report["errors"], report["stats"]["tasks"] > 50) == ([], True)


def test_pages_of_records_describe_themselves(sites: Path) -> None:
    """Each page of a record holds one description, which is JSON in the words of schema.org."""
    pages = [page for site in SITES for folder in FOLDERS for page in (sites / site / folder).glob("*.html")]
    found = {page: DESCRIPTION.findall(page.read_text(encoding="utf-8")) for page in pages}
    described = [json.loads(each[0]) for each in found.values() if each]
    assert {(each["@context"], len(each["@graph"])) for each in described} == {("https://schema.org", 2)}
    assert len(described) > 200
