"""The stylesheets keep the house rules: values in tokens, logical properties, small."""

import gzip
import re
from pathlib import Path

import pytest

from plugins.site.css import shrink
from plugins.site.styles import COMMON, gather_styles

THEME = Path(__file__).resolve().parents[2] / "theme"
SHEETS = sorted((THEME / "styles").glob("*.css")) + sorted((THEME / "components").glob("*/*.css"))
LAYERS = ("tokens", "reset", "base", "layout", "components", "print")
# what the whole style may weigh on the wire, so that style, text and script of a page stay within 14 KB
BUDGET = 6_800

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
    """After the tokens, whose layer is the first, the common sheet names all layers."""
    layers = re.findall(r"@layer ([^;{]*)[;{]", gather_styles(THEME)[COMMON].decode())
    assert layers[:2] == ["tokens", ", ".join(LAYERS)]


def test_every_token_that_is_used_exists() -> None:
    """No `var()` asks for a token that nothing sets."""
    styles = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    used, set_ = set(re.findall(r"var\((--[\w-]+)", styles)), set(re.findall(r"(--[\w-]+):", styles))
    assert (used - set_, set_ - used) == (set(), set())


def test_every_sheet_brings_the_tokens_that_the_common_one_has_not() -> None:
    """Whatever a page's two sheets ask for, one of them sets it."""
    sheets = {name: style.decode() for name, style in gather_styles(THEME).items()}
    common = set(re.findall(r"(--[\w-]+):", sheets[COMMON]))
    lacking = {
        name: set(re.findall(r"var\((--[\w-]+)", style)) - set(re.findall(r"(--[\w-]+):", style)) - common
        for name, style in sheets.items()
    }
    assert {name for name, tokens in lacking.items() if tokens} == set()


def test_a_small_sheet_says_what_was_written() -> None:
    """Spaces between selectors, modifiers of classes and layers stay; tokens get the names of the map."""
    styles = """/* why */
@layer tokens {
  :root {
    --call: 0.5rem;
  }
}
@layer components {
  .a :is(b, .button--call) > c[data-kind="call"] {
    inset: 0;
    margin: calc(-1 * var(--call)) 10.5pt;
  }
}
"""
    assert shrink(styles, {"--call": "--a"}).decode() == (
        "@layer tokens{:root{--a:.5rem}}"
        "@layer components{.a :is(b, .button--call)>c[data-kind=call]{inset:0;margin:calc(-1 * var(--a)) 10.5pt}}"
    )


def test_the_styles_of_a_page_are_small() -> None:
    """What most pages share, with the largest sheet of one template, stays within the budget."""
    sheets = {name: len(gzip.compress(style, 9)) for name, style in gather_styles(THEME).items()}
    common = {name for name in sheets if name == COMMON or name.startswith("style-")}
    own = max(size for name, size in sheets.items() if name not in common)
    assert max(sheets[name] for name in common) + own <= BUDGET
