"""Lay the panels out as sheets of paper: how large each part is, in every size that we print.

One unit is a 56th of the width of the sheet, so that a drawing made for A3 holds for A1 too.
How much text fits is estimated, on the safe side; `make print` measures what came out.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from plugins.records.model import Panel
from plugins.site.markdown import markdown_words

# units across a sheet
ACROSS = 56


class Size(NamedTuple):
    """A size of paper in millimetres, upright; `bleed` is what the cutter may take."""

    id: str
    width: int
    height: int
    bleed: int

    @property
    def unit(self) -> float:
        """A unit in millimetres."""
        return self.width / ACROSS

    @property
    def down(self) -> float:
        """The height of the sheet in units."""
        return self.height / self.unit


class Type(NamedTuple):
    """How text is set: size of the letters in units, and columns."""

    id: str
    letter: float
    columns: int


class Wording(NamedTuple):
    """What is set of a panel: its heading, its paragraphs, and whether it has a picture."""

    heading: str
    paragraphs: tuple[str, ...]
    picture: bool


class Fit(NamedTuple):
    """How one panel is laid out: the height of its picture, and the setting of its text."""

    art: str
    type: str


SIZES = (
    Size("a4", 210, 297, 0),
    Size("a3", 297, 420, 3),
    Size("a1", 594, 841, 5),
    Size("roll-up", 850, 2000, 10),
)
# from the largest letters to the smallest; 1.5 units are 22 points on A3, 45 on A1
TYPES = (
    Type("xl", 1.9, 1),
    Type("l", 1.6, 1),
    Type("m", 1.35, 1),
    Type("s", 1.1, 2),
    Type("xs", 0.88, 2),
    Type("xxs", 0.7, 2),
)
_ORDER = tuple(type.id for type in TYPES)
# parts of the height that a picture may take
# the strip is the landscape of the cover, for panels without a picture or with a long text
ARTS = {"tall": 0.38, "low": 0.24, "strip": 0.12}
STRIP = "strip"
TEXT_WIDTH = 46.0
COLUMN_WIDTH = 22.0
LINE_HEIGHT = 1.45
# between paragraphs, in lines
GAP = 0.42
# widths of letters in parts of their size, with some air
LETTER_WIDTH = 0.53
HEADING_LETTER = 4.0
# units that the margins, the footer and the number take
AROUND = 22.5


def wording_of(panel: Panel, lang: str) -> Wording:
    """Give what is set of a panel in a language."""
    words = markdown_words(panel.body.best(lang).text) if panel.body else ""
    paragraphs = tuple(line for line in words.split("\n") if line)
    return Wording(panel.heading.best(lang).text, paragraphs, panel.picture is not None)


def fit_all(wordings: Sequence[Wording], size: Size) -> list[Fit]:
    """Choose the settings of all panels; a set hangs together, so short texts do not shout."""
    fits = [fit(wording, size) for wording in wordings]
    pictured = [_ORDER.index(each.type) for each in fits if each.art == "tall"]
    common = max(pictured) if pictured else sorted(_ORDER.index(each.type) for each in fits)[len(fits) // 2]
    return [each._replace(type=_ORDER[max(common, _ORDER.index(each.type))]) for each in fits]


def fit(wording: Wording, size: Size) -> Fit:
    """Choose the largest setting in which the text of a panel fits on its sheet."""
    for art in (name for name in ARTS if wording.picture or name == STRIP):
        # with a picture the letters stay large; a lower picture is better than small letters
        for type in TYPES[:3] if art == "tall" else TYPES:
            if height_of(wording, type) + AROUND <= size.down * (1 - ARTS[art]):
                return Fit(art, type.id)
    return Fit(STRIP, TYPES[-1].id)


def height_of(wording: Wording, type: Type) -> float:
    """Estimate the height of the heading and the text of a panel, in units."""
    heading = _lines([wording.heading], TEXT_WIDTH, HEADING_LETTER * 1.12)
    width = TEXT_WIDTH if type.columns == 1 else COLUMN_WIDTH
    lines = _lines(wording.paragraphs, width, type.letter) + GAP * len(wording.paragraphs)
    # columns are never of quite the same length
    uneven = type.letter * LINE_HEIGHT * (type.columns - 1)
    return heading * HEADING_LETTER * 1.15 + lines * type.letter * LINE_HEIGHT / type.columns + uneven


def _lines(paragraphs: Sequence[str], width: float, letter: float) -> int:
    across = width / (letter * LETTER_WIDTH)
    return sum(ceil(len(paragraph) / across) for paragraph in paragraphs)
