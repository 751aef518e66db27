"""The fonts hold our letters, the Bulgarian forms among them, in few bytes."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from plugins.exhibitions.headings import WIDTHS
from plugins.site.fonts import FAMILIES, LETTERS, PRINTED, TWINS, build_fonts, make_fonts

PACKAGES = Path(__file__).resolve().parents[2] / "node_modules"
# the letters whose Bulgarian form differs from the Russian one in both families
BULGARIAN = "вгджзийклптцшщю"
BUDGET = 35_000


@pytest.fixture(scope="module")
def fonts() -> dict[str, bytes]:
    """All fonts, made once."""
    return make_fonts(PACKAGES)


def test_two_files_are_enough(fonts: dict[str, bytes]) -> None:
    """Together they stay within what a page may ask for; paper has a file for each weight besides."""
    shown = [family.file for family in FAMILIES]
    assert sum(len(fonts[name]) for name in shown) <= BUDGET
    assert sorted(fonts) == sorted([*shown, *(family.file for family in PRINTED)])


def test_a_bolder_letter_is_wider_on_paper(fonts: dict[str, bytes]) -> None:
    """Each weight has the widths of its own letters."""
    regular, bold = (TTFont(BytesIO(fonts[family.file])) for family in PRINTED)
    assert bold["hmtx"][bold.getBestCmap()[ord("ш")]][0] > regular["hmtx"][regular.getBestCmap()[ord("ш")]][0]


@pytest.mark.parametrize("name", [family.file for family in (*FAMILIES, *PRINTED)])
def test_a_font_has_every_letter_of_ours(fonts: dict[str, bytes], name: str) -> None:
    """Bulgarian, Turkish, English, digits and marks."""
    known = TTFont(BytesIO(fonts[name])).getBestCmap()
    assert [letter for letter in (*LETTERS, *TWINS) if ord(letter) not in known] == []


@pytest.mark.parametrize("name", [family.file for family in (*FAMILIES, *PRINTED)])
def test_bulgarian_letters_have_their_bulgarian_form(fonts: dict[str, bytes], name: str) -> None:
    """Under the language BGR the font replaces them."""
    font = TTFont(BytesIO(fonts[name]))
    replaced = _localised(font).keys()
    known = font.getBestCmap()
    assert [letter for letter in BULGARIAN if known[ord(letter)] not in replaced] == []


def _localised(font: TTFont) -> dict[str, str]:
    table = font["GSUB"].table
    script = next(s.Script for s in table.ScriptList.ScriptRecord if s.ScriptTag == "cyrl")
    system = next(s.LangSys for s in script.LangSysRecord if s.LangSysTag == "BGR ")
    features = [table.FeatureList.FeatureRecord[index] for index in system.FeatureIndex]
    lookups = [i for each in features if each.FeatureTag == "locl" for i in each.Feature.LookupListIndex]
    subtables = [sub for i in lookups for sub in table.LookupList.Lookup[i].SubTable]
    return {glyph: form for sub in subtables for glyph, form in getattr(sub, "ExtSubTable", sub).mapping.items()}


def test_text_gets_bolder_and_headings_are_bold(fonts: dict[str, bytes]) -> None:
    """Source Sans varies from 400 to 600; Lora has the one weight."""
    axes = [(a.axisTag, a.minValue, a.maxValue) for a in TTFont(BytesIO(fonts["source-sans.woff2"]))["fvar"].axes]
    assert (axes, "fvar" in TTFont(BytesIO(fonts["lora.woff2"]))) == ([("wght", 400, 600)], False)


def test_the_same_packages_give_the_same_bytes(fonts: dict[str, bytes], tmp_path: Path) -> None:
    """Written again, they are equal to the first."""
    build_fonts(PACKAGES, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == fonts


def test_headings_are_measured_by_the_letters_of_the_font(fonts: dict[str, bytes]) -> None:
    """No letter is wider than the sheets reckon with, in whatever form, and none is reckoned much too wide."""
    font = TTFont(BytesIO(fonts["lora.woff2"]))
    known, widths, size = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    forms = _localised(font)
    for letter, width in WIDTHS.items():
        glyph = known[ord(letter)]
        widest = max(widths[glyph][0], widths[forms.get(glyph, glyph)][0]) / size
        assert (letter, widest <= width + 0.001, width <= widest + 0.051) == (letter, True, True)
    assert [letter for letter in LETTERS if letter.isalpha() and letter not in WIDTHS] == []
