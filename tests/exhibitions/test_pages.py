from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar

from plugins.exhibitions.pages import state_of
from plugins.languages.text import Text
from plugins.records.brief import Brief
from tests.acceptance.udhr import ID, PANELS
from tests.exhibitions.built import SHOWN, build_attacks, build_declaration

MAKERS = ("tests.exhibitions.made:make_fonts", "tests.exhibitions.made:make_script")
STATES = [
    ("", "", "now"),
    ("2026-11-01", "2026-12-01", "now"),
    ("2026-11-23", "", "now"),
    ("", "2026-11-23", "now"),
    ("2026-11-24", "2026-12-01", "coming"),
    ("2026-11-01", "2026-11-22", "past"),
]


class Seen(HTMLParser):
    """Counts what a page holds: its sections' ids, its scripts, handlers and foreign addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sections: list[str] = []
        self.headings: list[int] = []
        self.live: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count one tag."""
        values = {name: value or "" for name, value in attrs}
        if tag == "section" and "id" in values:
            self.sections.append(values["id"])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if any(name.startswith("on") or name in ("style", "srcdoc") for name in values):
            self.live.append(self.get_starttag_text() or "")
        # a browser loads nothing from these
        named = tag == "a" or values.get("rel") in ("canonical", "alternate")
        loaded = [values.get("src", ""), "" if named else values.get("href", "")]
        if values.get("href", "").lower().startswith(("javascript:", "data:", "//")) or any(
            "//" in each for each in loaded
        ):
            self.live.append(self.get_starttag_text() or "")


@pytest.fixture(scope="module")
def declaration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the declaration; nothing here looks at fonts."""
    return build_declaration(tmp_path_factory.mktemp("declaration"), MAKERS)


@pytest.fixture(scope="module")
def attacks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build one exhibition for each attack string."""
    return build_attacks(tmp_path_factory.mktemp("attacks"), MAKERS)


@pytest.mark.parametrize("folder", ["", "tr", "en"])
def test_declaration_becomes_31_sections(declaration: Path, folder: str) -> None:
    """Each panel is a section with its id, in order, and no level of heading is left out."""
    seen = Seen((declaration / folder / "exhibitions" / f"{ID}.html").read_text(encoding="utf-8"))
    assert seen.sections == ["preamble", *(f"article-{number}" for number in range(1, PANELS))]
    assert seen.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(seen.headings, seen.headings[1:], strict=False))
    assert seen.live == []


@pytest.mark.parametrize("attack", SHOWN, ids=range(len(SHOWN)))
def test_attacks_are_inert_in_every_field(attacks: Path, attack: str) -> None:
    """An attack in every field of an exhibition leaves no live markup on its page or in the list."""
    number = SHOWN.index(attack)
    for page in (f"exhibitions/attack-{number}.html", f"exhibitions/attack-{number}/a3.html", "exhibitions/index.html"):
        html = (attacks / page).read_text(encoding="utf-8")
        assert Seen(html).live == []
        assert "alert(1)" not in attack or "alert(1)" in html


def test_a_tour_is_a_calendar(attacks: Path) -> None:
    """Each stop is an event of whole days, with an identifier of its own; the page leads to the calendar."""
    calendar = Calendar.from_ical((attacks / "exhibitions" / "touring" / "tour.ics").read_bytes())
    events = [
        (str(e["summary"]), str(e["location"]), e.decoded("dtstart"), e.decoded("dtend")) for e in calendar.events
    ]
    assert events == [
        ("На път", "Читалище, България", date(2026, 11, 1), date(2026, 11, 11)),
        ("На път", "Училище", date(2026, 12, 5), date(2026, 12, 21)),
    ]
    assert len({str(event["uid"]) for event in calendar.events}) == 2
    page = (attacks / "exhibitions" / "touring.html").read_text(encoding="utf-8")
    assert 'href="../exhibitions/touring/tour.ics"' in page
    assert 'href="../exhibitions/touring/borrow.html"' in page


def test_only_the_sizes_that_are_named_are_printed(attacks: Path) -> None:
    """The others have no page, and the sheets and what one takes along lead to these alone."""
    folder = attacks / "exhibitions" / "touring"
    sizes = {"a4", "a3", "a1", "roll-up"}
    assert {path.stem for path in folder.glob("*.html")} & sizes == {"a3", "roll-up"}
    for name in ("take", "a3"):
        html = (folder / f"{name}.html").read_text(encoding="utf-8")
        assert {size for size in sizes if f"touring/{size}.html" in html} == {"a3", "roll-up"}


@pytest.mark.parametrize(("start", "end", "state"), STATES)
def test_state_follows_from_the_day(start: str, end: str, state: str) -> None:
    """An exhibition is on the wall from its first day to its last, both included."""
    brief = Brief("exhibition", "arda", b"", Text((("bg", "Арда"),)), start=start, end=end)
    assert state_of(brief, "2026-11-23") == state
