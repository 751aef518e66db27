from pathlib import Path

import pytest

from plugins.exhibitions.tour import Free, free_copies, read_tour
from plugins.records.brief import brief_of
from plugins.records.dues import dues
from tests.exhibitions.project import FIELDS, read_files

HEAD = "copies: 1\nbuffer_days: 2\nstops:\n"
STOP = "  - venue: Фоайе\n    start: 2026-11-01\n    end: 2026-11-10\n"
BAD = [
    ("no mapping", "- a\n", ["1:1-2 Y020"]),
    ("unknown field", "copis: 1\n", ["1:1-6 V104"]),
    ("number", "copies: два\n", ["1:9-12 V115"]),
    ("no venue", "stops:\n  - start: 2026-11-01\n    end: 2026-11-10\n", ["2:5-10 V108"]),
    ("dates", f"stops:\n{STOP.replace('11-10', '10-10')}", ["4:10-20 V121"]),
    ("copy", f"stops:\n{STOP}    number: 2\n", ["5:13-14 E251"]),
    ("collision", f"{HEAD}{STOP}{STOP.replace('11-01', '11-12').replace('11-10', '11-20')}", ["8:12-22 E252"]),
]
GOOD = f"{HEAD}{STOP}{STOP.replace('11-01', '11-13').replace('11-10', '11-20')}"


@pytest.mark.parametrize(("text", "problems"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_mistakes_are_named_at_their_place(text: str, problems: list[str]) -> None:
    """Each mistake gives exactly its problem, and no tour."""
    tour, found = read_tour("tour.yaml", text.encode())
    assert (tour, [f"{p.line}:{p.column}-{p.end_column} {p.rule}" for p in found]) == (None, problems)


def test_a_tour_gives_the_days_of_the_exhibition(tmp_path: Path) -> None:
    """The exhibition lasts from the first day of its stops to the last."""
    record, problems = read_files(tmp_path, index_bg=f"{FIELDS}## А {{#a}}\n", tour_yaml=GOOD)
    assert problems == []
    assert record is not None
    assert (record.start, record.end) == ("2026-11-01", "2026-11-20")


def test_days_stand_in_one_place(tmp_path: Path) -> None:
    """An exhibition that travels has no days or venue in its text."""
    text = "---\nname: Арда\nvenue: Фоайе\n---\n## А {#a}\n"
    assert read_files(tmp_path, index_bg=text, tour_yaml=GOOD) == (None, ["index.bg.md:3:1-6 E253"])


def test_copies_are_free_after_their_way_back() -> None:
    """A copy is free when its last stop is over and it is back; one without stops is free today."""
    assert free_copies(2, 2, [(1, "2026-11-29"), (1, "2026-10-01")], "2026-11-23") == [
        Free(1, "2026-12-02"),
        Free(2, "2026-11-23"),
    ]


@pytest.mark.parametrize(("today", "asked"), [("2026-12-15", []), ("2026-12-16", [("D005", ("end",))])])
def test_results_are_asked_for_after_thirty_days(tmp_path: Path, today: str, asked: list[object]) -> None:
    """Nobody is reminded within them; then the last day is named, where no number of visitors is written."""
    text = "---\nname: Арда\nend: 2026-11-15\n---\n## А {#a}\n"
    record, problems = read_files(tmp_path, index_bg=text)
    assert record is not None and problems == []
    assert [(rule, field) for rule, field, _ in dues(brief_of(record, b""), today)] == asked
