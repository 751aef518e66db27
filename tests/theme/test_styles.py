"""The stylesheets keep the house rules: values in tokens, logical properties, small."""

import gzip
import re
from pathlib import Path

import pytest

from plugins.site.styles import COMMON, gather_styles

THEME = Path(__file__).resolve().parents[2] / "theme"
SHEETS = sorted((THEME / "styles").glob("*.css")) + sorted((THEME / "components").glob("*/*.css"))
LAYERS = ("tokens", "reset", "base", "layout", "components", "print")
# what the whole style may weigh on the wire, so that style, text and script of a page stay within 14 KB
BUDGET = 7_168

SIDES = re.compile(
    r"(?<![\w-])(?:left|right|top|bottom|(?:min-|max-)?(?:width|height)"
    r"|(?:margin|padding|border)-(?:left|right|top|bottom)|float)\s*:"
)
RAW = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|\b\d*\.?\d+(?:px|rem|pt|mm|vw|vh)\b")
PRELUDE = re.compile(r"@(?:media|supports|container|page)[^{;]*[{;]")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PAGE = re.compile(r"@page\s*\{[^}]*\}")
OWN_VALUES = {"tokens.css", "fonts.css"}


def _declarations(path: Path) -> str:
    style = COMMENT.sub("", path.read_text(encoding="utf-8"))
    return PRELUDE.sub("{", PAGE.sub("", style))


@pytest.mark.parametrize("path", SHEETS, ids=[path.name for path in SHEETS])
def test_a_stylesheet_knows_no_left_and_right(path: Path) -> None:
    """Every direction is logical."""
    assert SIDES.findall(_declarations(path)) == []


@pytest.mark.parametrize("path", SHEETS, ids=[path.name for path in SHEETS])
def test_a_raw_value_stands_only_in_the_tokens(path: Path) -> None:
    """Colours and absolute lengths are named once, in the tokens."""
    found = [] if path.name in OWN_VALUES else RAW.findall(_declarations(path))
    assert found == []


@pytest.mark.parametrize("path", SHEETS, ids=[path.name for path in SHEETS])
def test_a_stylesheet_stands_in_its_layer(path: Path) -> None:
    """Everything is in a cascade layer, the components in that of the components."""
    layers = re.findall(r"^@layer (\w+) \{", path.read_text(encoding="utf-8"), re.MULTILINE)
    expected = "components" if path.parent.parent.name == "components" else path.stem
    assert layers == ["tokens" if expected == "fonts" else expected]


def test_the_layers_come_in_order() -> None:
    """The first line that is no comment names all layers."""
    assert f"@layer {', '.join(LAYERS)};" in (THEME / "styles/tokens.css").read_text(encoding="utf-8")


def test_every_token_that_is_used_exists() -> None:
    """No `var()` asks for a token that nothing sets."""
    styles = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    used, set_ = set(re.findall(r"var\((--[\w-]+)", styles)), set(re.findall(r"(--[\w-]+):", styles))
    assert (used - set_, set_ - used) == (set(), set())


def test_the_styles_of_a_page_are_small() -> None:
    """What most pages share, with the largest sheet of one template, stays within the budget."""
    sheets = {name: len(gzip.compress(style, 9)) for name, style in gather_styles(THEME).items()}
    assert sheets.pop(COMMON) + max(sheets.values()) <= BUDGET
