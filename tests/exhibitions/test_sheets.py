import pytest

from plugins.exhibitions.sheets import SIZES, TYPES, Fit, Wording, fit, fit_all, height_of, wording_of
from plugins.exhibitions.short import short_path
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Panel
from plugins.records.model.exhibition import Picture

A3 = SIZES[1]
HEADING = Text((("bg", "Реката"),))
BRIEF = Brief("exhibition", "arda", b"", Text((("bg", "Арда"),)))


def wording(words: int, *, picture: bool = False) -> Wording:
    """Make the wording of a panel of so many words."""
    body = Text((("bg", "дума " * words),)) if words else None
    shown = Picture.model_construct(file="scene:river", credit=HEADING, rights="unknown", width=3, height=2)
    panel = Panel.model_construct(id="a", heading=HEADING, body=body, picture=shown if picture else None)
    return wording_of(panel, "bg")


@pytest.mark.parametrize(
    ("words", "picture", "expected"),
    [
        (0, True, Fit("tall", "xl")),
        (90, True, Fit("tall", "l")),
        (150, True, Fit("low", "m")),
        (60, False, Fit("strip", "xl")),
        (400, False, Fit("strip", "xs")),
        (5_000, True, Fit("strip", "xxs")),
    ],
)
def test_letters_are_as_large_as_the_sheet_allows(words: int, picture: bool, expected: Fit) -> None:  # noqa: FBT001 - a column of the table
    """Few words stand large below a tall picture; many push the picture aside, then shrink."""
    assert fit(wording(words, picture=picture), A3) == expected


def test_smaller_letters_take_less_height() -> None:
    """Each step of type is lower than the one before, so the first that fits is the largest."""
    heights = [height_of(wording(300), type) for type in TYPES]
    assert heights == sorted(heights, reverse=True)


def test_a_set_hangs_together() -> None:
    """A short panel is not set larger than the others of its exhibition."""
    fits = fit_all([wording(words, picture=True) for words in (5, 90, 90)], A3)
    assert {each.type for each in fits} == {"l"}


def test_short_addresses_follow_from_the_ids() -> None:
    """The address of a panel depends on nothing but the ids, which never change."""
    assert short_path(BRIEF, "river") == short_path(BRIEF, "river")
    assert len({short_path(BRIEF, f"panel-{number}") for number in range(300)}) == 300
