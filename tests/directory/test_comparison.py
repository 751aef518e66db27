"""What several regions asked stands side by side, and what a study keeps back is kept back here too."""

import re
from pathlib import Path
from typing import Any, cast

import pytest

from plugins.directory.comparison import Asked, asked_alike, compare
from plugins.languages.text import Text
from plugins.records.brief import Brief, brief_of
from plugins.records.model import Study
from tests.exports.made import read

DATA = Path(__file__).resolve().parents[2] / "data"
STUDY = """
name: Проучване
area: [{code}]
kind: survey
population: Жителите
sample: {{size: 100, method: Случайно}}
questions:
  - id: helped
    text: "{words}"
    answers: [{{text: Да, count: {yes}}}, {{text: Не, count: {no}}}, {{text: Друго, count: 40}}]
findings: Да.
limitations: Малко хора.
"""


def study(code: str, yes: int, no: int, words: str = "Помагали ли сте?") -> tuple[Brief, Brief, Study]:
    """Make a study of a region, and the briefs of both."""
    record = cast("Study", read(f"studies/{code.lower()}", STUDY.format(code=code, yes=yes, no=no, words=words)))
    region = Brief("region", code.lower(), b"", Text.of({"bg": code}), code=code)
    return region, brief_of(record, b""), record


def table(asked: Asked) -> list[list[tuple[str, int | None]]]:
    """Give (region, per cent) of every row under each answer."""
    groups = cast("list[dict[str, list[dict[str, Any]]]]", compare(asked)["groups"])
    return [[(row["text"].best("bg").text, row["share"]) for row in group["rows"]] for group in groups]


def test_only_what_several_regions_asked_is_compared() -> None:
    """The same column with other words is another question."""
    first, second, third = study("BG425", 30, 30), study("BG324", 20, 40), study("BG313", 9, 51, "Бихте ли помогнали?")
    (asked,) = asked_alike([first, second, third])
    assert [region.code for region, _, _ in asked] == ["BG425", "BG324"]


def test_the_newest_study_of_a_region_speaks_for_it() -> None:
    """Studies come newest first; an older one of the same region is not asked again."""
    newer, older, other = study("BG425", 30, 30), study("BG425", 10, 50), study("BG324", 20, 40)
    (asked,) = asked_alike([newer, older, other])
    assert [each for _, each, _ in asked] == [newer[2], other[2]]


def test_answers_stand_side_by_side() -> None:
    """Under each answer there is a row for every region, in per cent of those asked there."""
    (asked,) = asked_alike([study("BG425", 30, 30), study("BG324", 20, 40)])
    assert table(asked) == [
        [("BG425", 30), ("BG324", 20)],
        [("BG425", 30), ("BG324", 40)],
        [("BG425", 40), ("BG324", 40)],
    ]


def test_what_a_study_keeps_back_is_kept_back_here() -> None:
    """A small cell is hidden, and the one from which it could be reckoned."""
    (asked,) = asked_alike([study("BG425", 9, 51), study("BG324", 20, 40)])
    assert [[share for _, share in group] for group in table(asked)] == [[None, 20], [51, 40], [None, 40]]


PAGES = ("regions/index.html", "regions/causes.html", "regions/studies.html")


def test_only_the_national_site_compares(sites: Path) -> None:
    """It does so in every language; a region's own site has no such page."""
    found = [path.relative_to(sites).as_posix() for path in sites.glob("[!.]*/**/regions/*.html")]
    assert sorted(found) == sorted(f"national/{lang}{page}" for lang in ("", "en/", "tr/") for page in PAGES)


@pytest.mark.parametrize(
    ("region", "codes"), [("Kardzhali", "KRZ|BG425"), ("Razgrad", "RAZ|BG324"), ("Vratsa", "VRC|BG313")]
)
def test_a_region_counts_the_causes_of_its_area(sites: Path, region: str, codes: str) -> None:
    """The table counts what a region has of its own; what its site only names belongs to another one."""
    page = (sites / "national/en/regions/index.html").read_text(encoding="utf-8")
    names = re.findall(r'<th scope="col">([^<]+)</th>', page)
    (row,) = re.findall(r'causes/index\.html">Causes</a></th>(.*?)</tr>', page)
    areas = [re.search(r"^area: .*", path.read_text("utf-8"), re.MULTILINE) for path in DATA.glob("causes/*.yaml")]
    own = sum(re.search(codes, area.group()) is not None for area in areas if area)
    assert dict(zip(names, re.findall(r"<td>(\d+)</td>", row), strict=True))[region] == str(own)
