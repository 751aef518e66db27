"""Choose how the panels are laid out on paper: how tall the picture, how large the letters.

One unit is a 56th of the width of the sheet, so that a drawing made for A3 holds for A4 too. How much
text fits is estimated, on the safe side, because a template cannot measure; the tests measure it.
The styles of `plugins.exhibitions.styles` are written from the same tables.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from plugins.exhibitions.headings import lines_of, widest_word
from plugins.records.model import Panel
from plugins.site.markdown import markdown_words

# units across a sheet
ACROSS = 56
POINTS_IN_MM = 72 / 25.4


class Type(NamedTuple):
    """How text is set: size of the letters in units, and columns."""

    id: str
    letter: float
    columns: int


class Layout(NamedTuple):
    """The composition of a size, in units.

    `body` is the width of the text, `foot` the height at
    the bottom where no text stands, `beside` the least height of the text below its first paragraph,
    because the code stands beside it. `wanted` lists (least height of the picture, types) from the best
    to the last resort; `art_first` puts the picture above the heading.
    """

    body: float
    foot: float
    beside: float
    headings: tuple[float, ...]
    wanted: tuple[tuple[int, str], ...]
    art_first: bool = False


class Size(NamedTuple):
    """A size of paper in millimetres, upright.

    `bleed` is what the cutter may take, `least` the smallest type that is read at its distance, in points.
    """

    id: str
    width: int
    height: int
    bleed: int
    least: float
    layout: Layout

    @property
    def unit(self) -> float:
        """A unit in millimetres."""
        return self.width / ACROSS

    @property
    def down(self) -> float:
        """The height of the sheet in units."""
        return self.height / self.unit

    def points(self, letter: float) -> float:
        """Give the size of letters of so many units in points."""
        return letter * self.unit * POINTS_IN_MM


class Wording(NamedTuple):
    """What is set of a panel: its heading, its paragraphs, whether it has a picture, and how wide its letters are.

    `quotes` are the numbers of the paragraphs that somebody says.
    """

    heading: str
    paragraphs: tuple[str, ...]
    picture: bool
    letter: float
    quotes: frozenset[int] = frozenset()


class Fit(NamedTuple):
    """How one panel is laid out: its heading and type by id, the height of its picture in whole units."""

    heading: str
    type: str
    art: int


# from the largest letters to the smallest
TYPES = {
    each.id: each
    for each in (
        Type("xl", 1.9, 1),
        Type("l", 1.6, 1),
        Type("m", 1.35, 1),
        Type("s", 1.15, 1),
        Type("xs", 0.92, 2),
        Type("xxs", 0.72, 2),
    )
}
_BLANK_LINES = re.compile(r"\n\s*\n")
_ORDER = tuple(TYPES)
STRIP = 8
LAST = ((10, "s"), (10, "xs"), (STRIP, "xl l m s xs xxs"))
_SHEET = Layout(30, 12.6, 8.5, (5.4, 4.7, 4.1, 3.2), ((22, "xl l"), (20, "m"), (18, "m s"), (16, "m"), *LAST))
_POSTER = Layout(31, 12.4, 8.5, (6.0, 5.2, 4.4, 3.2), ((25, "xl l m"), (22, "m s"), (16, "s xs"), *LAST))
_BANNER = Layout(30, 43.0, 20, (6.4, 5.4, 4.4, 3.2), ((28, "xl l"), (24, "l m"), (18, "m s"), *LAST), art_first=True)
# type below the least is read by nobody who stands: A4 in the hand, A3 at a metre, A1 and the roll-up further off
SIZES = (
    Size("a4", 210, 297, 0, 11, _SHEET),
    Size("a3", 297, 420, 3, 16, _SHEET),
    Size("a1", 594, 841, 5, 30, _POSTER),
    Size("roll-up", 850, 2000, 10, 40, _BANNER),
)
MARGIN = 5.0
# the letters of the notices, and the height of the logos above them, in units
NOTICE = 0.72
LOGOS = 3.6
TEXT_WIDTH = ACROSS - 2 * MARGIN
# the first paragraph: how much larger it is than the others, how wide at most; its heavier letters are wider
LEAD, LEAD_WIDTH, LEAD_HEIGHT, HEAVIER = 1.28, 42.0, 1.34, 1.06
GUTTER = 1.6
# what somebody says: how much wider its letters are than those of the text, and its bar, in letters
QUOTE, QUOTE_INDENT = 1.34, 1.2
LINE_HEIGHT = 1.42
HEADING_HEIGHT = 1.08
# between paragraphs, in lines
GAP = 0.5
# above the heading: the margin and the name of the exhibition; between it, the picture, its caption and the text
ABOVE, BELOW = 6.2, 4.8
SMALLEST_ART, TALLEST_ART = STRIP, 60
# width of a letter of the text in parts of its size, measured on the demonstration; some lines are wider
LETTERS = {"bg": 0.462, "tr": 0.42, "en": 0.42}
AIR = 1.05
# letters of a line from which the eye still finds the next one
LONGEST_LINE = 55
_EMS = LONGEST_LINE * min(LETTERS.values())


def sizes_named(ids: Collection[object]) -> tuple[Size, ...]:
    """Give the sizes of these ids in their order; all of them where none is named."""
    return tuple(size for size in SIZES if size.id in ids) or SIZES


def wording_of(panel: Panel, lang: str) -> Wording:
    """Give what is set of a panel in a language."""
    body, spoken = panel.body.best(lang) if panel.body else ("", lang)
    return word(panel.heading.best(lang).text, body, spoken, picture=panel.picture is not None)


def word(heading: str, body: str, lang: str, *, picture: bool) -> Wording:
    """Give what is set of a heading and a text in Markdown."""
    paragraphs: list[str] = []
    quotes: set[int] = set()
    for block in _BLANK_LINES.split(body):
        lines = [line for line in markdown_words(block).split("\n") if line]
        if block.lstrip().startswith(">"):
            quotes.update(range(len(paragraphs), len(paragraphs) + len(lines)))
        paragraphs += lines
    return Wording(heading, tuple(paragraphs), picture, LETTERS[lang], frozenset(quotes))


def fit_all(wordings: Sequence[Wording], size: Size, notices: float = 0) -> list[Fit]:
    """Choose the settings of all panels; a set hangs together, so short texts do not shout.

    `notices` is the height of what funders ask for at the bottom of every sheet, in units.
    """
    fits = [fit(wording, size, notices) for wording in wordings]
    pictured = [each for each, wording in zip(fits, wordings, strict=True) if wording.picture] or fits
    heading = max((each.heading for each in pictured), default="")
    ranks = sorted(_ORDER.index(each.type) for each in pictured)
    common = ranks[-1] if pictured is not fits else ranks[len(ranks) // 2]
    chosen = [(max(heading, each.heading), _ORDER[max(common, _ORDER.index(each.type))]) for each in fits]
    return [
        Fit(heading, type, max(_art(wording, size, heading, type, notices), STRIP))
        for wording, (heading, type) in zip(wordings, chosen, strict=True)
    ]


def fit(wording: Wording, size: Size, notices: float = 0) -> Fit:
    """Choose the best of the wanted settings in which the text of a panel fits on its sheet."""
    heading = fit_heading(wording, size)
    for least, type in _wanted(size, picture=wording.picture):
        art = _art(wording, size, heading, type, notices)
        if art >= least:
            return Fit(heading, type, art)
    return Fit(heading, _ORDER[-1], STRIP)


def fit_heading(wording: Wording, size: Size) -> str:
    """Choose the largest heading that takes two lines and breaks no word."""
    for number, letter in enumerate(size.layout.headings):
        across = TEXT_WIDTH / letter
        if lines_of(wording.heading, across) <= 2 and widest_word(wording.heading) <= across:
            return f"h{number}"
    return f"h{len(size.layout.headings) - 1}"


def _wanted(size: Size, *, picture: bool) -> Iterator[tuple[int, str]]:
    """Yield (least height of the picture, type); a panel without one has large letters first."""
    for least, types in size.layout.wanted if picture else size.layout.wanted[-1:]:
        yield from ((least, type) for type in types.split())


def _art(wording: Wording, size: Size, heading: str, type: str, notices: float) -> int:
    """Give the height that is left for the picture, in whole units; less than nothing where the text is too long."""
    layout = size.layout
    letter = layout.headings[int(heading[1:])]
    title = lines_of(wording.heading, TEXT_WIDTH / letter) * letter * HEADING_HEIGHT
    lead, text = heights_of(wording, TYPES[type], layout)
    left = size.down - layout.foot - notices - ABOVE - BELOW - title - lead - max(text, layout.beside)
    return min(int(left), TALLEST_ART)


def widths_of(type: Type, layout: Layout) -> tuple[float, float]:
    """Give the widths of the first paragraph and of the text, its columns together, in units."""
    columns = type.columns
    lead = min(LEAD_WIDTH, _EMS * type.letter * LEAD)
    return lead, min(layout.body, _EMS * type.letter * columns + GUTTER * (columns - 1))


def heights_of(wording: Wording, type: Type, layout: Layout) -> tuple[float, float]:
    """Estimate the heights of the first paragraph of a panel and of the others, in units."""
    first, body = widths_of(type, layout)
    columns = type.columns
    across = (body - (columns - 1) * GUTTER) / columns
    width = type.letter * wording.letter * AIR
    lead = _lines(wording.paragraphs[:1], first, width * LEAD * HEAVIER) * type.letter * LEAD * LEAD_HEIGHT
    rest = wording.paragraphs[1:]
    quoted = [rest[at - 1] for at in wording.quotes if at]
    plain = [paragraph for at, paragraph in enumerate(rest, 1) if at not in wording.quotes]
    lines = _lines(plain, across, width) + GAP * len(rest)
    lines += _lines(quoted, across - QUOTE_INDENT * type.letter, width * QUOTE)
    # columns are never of quite the same length
    uneven = type.letter * LINE_HEIGHT * (columns - 1)
    return lead + type.letter * 0.8, lines * type.letter * LINE_HEIGHT / columns + uneven


def height_of_notices(notices: Sequence[str], lang: str) -> float:
    """Estimate the height of the notices of the funders, in units."""
    return _lines(notices, TEXT_WIDTH, NOTICE * LETTERS[lang] * AIR) * NOTICE * LINE_HEIGHT


def _lines(paragraphs: Sequence[str], width: float, letter: float) -> int:
    across = int(width / letter)
    return sum(len(wrap(paragraph, across)) for paragraph in paragraphs)
