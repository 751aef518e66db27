"""Make the fonts from the npm packages: only our letters, one file a family on the screen, one a weight on paper.

The packages cut each family into files by script. Several files under one family paint wrong
glyphs in some PDF writers, so the parts are cut to the letters we need and merged into one:
Lora 700 for headings, and Source Sans 3 for text, variable from 400 to 600.
"""

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.otBase import ValueRecord
from fontTools.ttLib.tables.otTables import PairPos
from fontTools.varLib import instancer

LETTERS = (
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяЍѝЫЭЁыэё"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "ÇĞİÖŞÜçğıöşüÂâÎîÛûÉé"
    "0123456789 \u00a0!\"#%&'()*+,-./:;=?@[]_|·×°§«»„“”‘’‚–—…€№"
)
# signs that the families lack and that look like one of theirs: hyphens of Unicode that may or may not break
TWINS = {"\u2010": "-", "\u2011": "-"}
FEATURES = ["locl", "kern", "mark", "ccmp"]
SCRIPTS = ["DFLT.dflt", "cyrl.dflt", "cyrl.BGR", "latn.dflt", "latn.TRK"]
# Tables that browsers do without; what they say is computed or never shown.
NAMES = [1, 2, 4, 6]
UNUSED = ["BASE", "GlyphOrder", "HVAR", "MVAR", "STAT", "gasp", "prep"]
# Steps of the distance between letters, in thousandths of an em.
KERN_STEP = 10
PAIRS = 2
# the times in a font count from 1904; ours say nothing, so that the same letters give the same bytes
EPOCH = 0


class Family(NamedTuple):
    """A family of the site: its npm package, the weight that we keep, and the file we write.

    A family with a `bolder` weight stays variable from `weight` to there.
    """

    package: str
    weight: int
    bolder: int | None
    file: str


FAMILIES = (
    Family("lora", 700, None, "lora.woff2"),
    Family("source-sans-3", 400, 600, "source-sans.woff2"),
)
# the writer of PDF sets the bolder letters of a variable font as narrow as its regular ones
PRINTED = (
    Family("source-sans-3", 400, None, "source-sans-400.woff2"),
    Family("source-sans-3", 600, None, "source-sans-600.woff2"),
)
# the letters that several parts have are taken from the first of them
PARTS = ("cyrillic", "latin", "latin-ext")


def build_fonts(node_modules: Path, destination: Path) -> None:
    """Write the fonts into the folder `destination`."""
    for name, content in make_fonts(node_modules).items():
        (destination / name).write_bytes(content)


def make_fonts(node_modules: Path) -> dict[str, bytes]:
    """Make the fonts: file name → WOFF2 bytes, the same for the same packages."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return {family.file: _make(node_modules, family) for family in (*FAMILIES, *PRINTED)}


def _make(node_modules: Path, family: Family) -> bytes:
    parts = list(_parts(node_modules / "@fontsource-variable" / family.package / "files", family))
    font = Merger().merge([BytesIO(_instance(part, family.weight)) for part in parts])
    if family.bolder:
        _carry_variations(parts, font, (family.weight, family.weight, family.bolder))
    _add_twins(font)
    _round_kerning(font)
    font["head"].created = font["head"].modified = EPOCH
    return _saved(font, "woff2")


def _parts(files: Path, family: Family) -> Iterator[bytes]:
    """Cut each script's file to those of our letters that no file before it had."""
    wanted = set(map(ord, LETTERS))
    for part in PARTS:
        font = TTFont(files / f"{family.package}-{part}-wght-normal.woff2")
        own = wanted & set(font.getBestCmap())
        wanted -= own
        subsetter = Subsetter(_options())
        subsetter.populate(unicodes=own)
        subsetter.subset(font)
        yield _saved(font)


def _options() -> Options:
    options = Options()
    options.layout_features = FEATURES
    options.layout_scripts = SCRIPTS
    options.hinting = False
    options.name_IDs = NAMES
    options.drop_tables += UNUSED
    return options


def _instance(part: bytes, weight: int) -> bytes:
    return _saved(instancer.instantiateVariableFont(TTFont(BytesIO(part)), {"wght": weight}))


def _carry_variations(parts: Sequence[bytes], merged: TTFont, weights: tuple[int, int, int]) -> None:
    """Give the merged font the parts' variations, which the merger cannot read.

    It keeps every glyph and their order: part after part.
    """
    fonts = [instancer.instantiateVariableFont(TTFont(BytesIO(part)), {"wght": weights}) for part in parts]
    names = iter(merged.getGlyphOrder())
    table = newTable("gvar")
    table.version, table.reserved = 1, 0
    table.variations = {
        next(names): font["gvar"].variations.get(glyph, []) for font in fonts for glyph in font.getGlyphOrder()
    }
    merged["fvar"], merged["avar"], merged["gvar"] = fonts[0]["fvar"], fonts[0]["avar"], table


def _add_twins(font: TTFont) -> None:
    for table in font["cmap"].tables:
        table.cmap.update({ord(twin): table.cmap[ord(known)] for twin, known in TWINS.items()})


def _round_kerning(font: TTFont) -> None:
    """Round the distances between letters: the difference cannot be seen, the file shrinks."""
    step = font["head"].unitsPerEm * KERN_STEP // 1000
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for value in _pair_values(getattr(table, "ExtSubTable", table)):
                if getattr(value, "XAdvance", 0):
                    value.XAdvance = round(value.XAdvance / step) * step


def _pair_values(table: PairPos) -> Iterator[ValueRecord]:
    if table.LookupType != PAIRS:
        return
    if table.Format == 1:
        for pairs in table.PairSet:
            yield from (record.Value1 for record in pairs.PairValueRecord)
    else:
        for first in table.Class1Record:
            yield from (record.Value1 for record in first.Class2Record)


def _saved(font: TTFont, flavor: str | None = None) -> bytes:
    """Write a font without the time of the day in it."""
    font.recalcTimestamp = False
    font.flavor = flavor
    out = BytesIO()
    font.save(out)
    return out.getvalue()
