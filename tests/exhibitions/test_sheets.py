from typing import get_args

import pytest

from plugins.exhibitions.sheets import (
    GUTTER,
    LEAD,
    LETTERS,
    SIZES,
    TYPES,
    Size,
    Wording,
    fit,
    fit_all,
    fit_heading,
    heights_of,
    sizes_named,
    widths_of,
    word,
    wording_of,
)
from plugins.exhibitions.short import short_path
from plugins.exhibitions.styles import THEME, measure_rules, page_rules, read_theme, sky_rules
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Panel
from plugins.records.model.exhibition import Paper, Picture

A3 = SIZES[1]
HEADING = Text((("bg", "Реката"),))
BRIEF = Brief("exhibition", "arda", b"", Text((("bg", "Арда"),)))


def wording(words: int, *, picture: bool = False) -> Wording:
    """Make the wording of a panel of so many words."""
    text = "\n\n".join("дума " * min(20, words - done) for done in range(0, words, 20))
    body = Text((("bg", text),)) if words else None
    shown = Picture.model_construct(file="scene:river", credit=HEADING, rights="unknown", width=3, height=2)
    panel = Panel.model_construct(id="a", heading=HEADING, body=body, picture=shown if picture else None)
    return wording_of(panel, "bg")


@pytest.mark.parametrize(
    ("words", "picture", "type", "tall"),
    [
        (0, True, "xl", True),
        (60, True, "l", True),
        (150, True, "xs", True),
        (60, False, "xl", False),
        (120, False, "m", False),
        (5_000, True, "xxs", False),
    ],
)
def test_letters_are_as_large_as_the_sheet_allows(words: int, picture: bool, type: str, tall: bool) -> None:  # noqa: FBT001 - columns of the table
    """Few words stand large below a tall picture; many push the picture aside, then shrink."""
    found = fit(wording(words, picture=picture), A3)
    assert (found.type, found.art >= 20) == (type, tall)


@pytest.mark.parametrize(("heading", "expected"), [("Читателят от третия етаж", "h1"), ("Всеки лист", "h0")])
def test_wide_letters_make_a_heading_smaller(heading: str, expected: str) -> None:
    """A heading of wide letters would take a third line on A1, and push the text under the code."""
    assert fit_heading(word(heading, "", "bg", picture=True), SIZES[2]) == expected


def test_what_somebody_says_takes_more_height() -> None:
    """It is set in wider letters, beside a bar."""
    said, written = (word("А", f"Увод.\n\n{mark}{'дума ' * 40}", "bg", picture=True) for mark in ("> ", ""))
    assert heights_of(said, TYPES["m"], A3.layout)[1] > 1.2 * heights_of(written, TYPES["m"], A3.layout)[1]


def test_every_paper_of_the_model_is_measured() -> None:
    """What a librarian may name is what there are measures of."""
    assert get_args(Paper) == tuple(size.id for size in SIZES)
    assert sizes_named(()) == SIZES


@pytest.mark.parametrize("size", SIZES, ids=[size.id for size in SIZES])
def test_smaller_letters_take_less_height(size: Size) -> None:
    """Each step of type is lower than the one before, so the first that fits is the largest."""
    heights = [sum(heights_of(wording(300), type, size.layout)) for type in TYPES.values()]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("size", SIZES, ids=[size.id for size in SIZES])
@pytest.mark.parametrize("lang", LETTERS)
def test_no_line_is_longer_than_55_letters(lang: str, size: Size) -> None:
    """In every type, size and language a line has at most as many letters as the eye finds back from."""
    for type in TYPES.values():
        (lead, body), columns = widths_of(type, size.layout), type.columns
        letter = type.letter * LETTERS[lang]
        lines = lead / LEAD / letter, (body - (columns - 1) * GUTTER) / columns / letter
        assert (type.id, max(lines) <= 55) == (type.id, True)


def test_a_set_hangs_together() -> None:
    """A short panel is not set larger than the others of its exhibition."""
    fits = fit_all([wording(words, picture=True) for words in (5, 60, 60)], A3)
    assert {each.type for each in fits} == {"l"}


def test_notices_take_room_from_the_picture() -> None:
    """What a funder asks for at the bottom makes the picture lower, never the text longer than its sheet."""
    before, after = (fit(wording(30, picture=True), A3, notices) for notices in (0, 3))
    assert (after.type, after.art) == (before.type, before.art - 3)


def test_each_weight_has_a_file_of_its_own() -> None:
    """Two weights from one file are painted alike."""
    fonts = {"lora.woff2": "a", "source-sans-400.woff2": "b", "source-sans-600.woff2": "c"}
    faces = [rule for rule in page_rules(A3, fonts, {"--paper": "#fff"}) if rule.startswith("@font-face")]
    assert [rule.split('src: url("')[1][0] for rule in faces] == ["a", "b", "c"]


def test_a_change_of_the_theme_is_a_change_of_the_page() -> None:
    """What a style sheet is made from is among its inputs, so it is made again after a change."""
    size, own = read_theme(), read_theme("pack")
    assert (set(size), set(own)) == ({"tokens", "layout", "skies"}, {"tokens", "layout", "skies", "own"})
    assert ".sheet" in size["layout"]
    assert ".form" in own["own"]


def test_short_addresses_follow_from_the_ids() -> None:
    """The address of a panel depends on nothing but the ids, which never change."""
    assert short_path(BRIEF, "river") == short_path(BRIEF, "river")
    assert len({short_path(BRIEF, f"panel-{number}") for number in range(300)}) == 300


def test_a_drawing_lets_the_heading_stand_in_its_sky_alone() -> None:
    """Each says how much of its top is free; where that is less than the heading needs, it stands lower."""
    rules = {rule.split('"')[1]: rule.partition("--clear: ")[2] for rule in sky_rules()}
    assert rules["/desk."] == "11.7rem; }"
    assert set(rules) == {f"/{path.stem}." for path in (THEME / "scenes").glob("*.svg") if path.stem != "icon"}
    moved = [rule for rule in measure_rules(A3, "ground.svg") if "--clear" in rule]
    assert moved[0] == (
        '.sheet[data-art="8"] [data-kind="scene"] .sheet__image '
        "{ margin-block-start: max(0rem, 28.4rem - var(--clear, 9rem)); }"
    )
    assert len(moved) == 29
