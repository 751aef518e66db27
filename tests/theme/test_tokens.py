"""The colours of the theme, computed: every pair that text can form can be read."""

import re
from pathlib import Path
from typing import get_args

import pytest

from plugins.records.model import Region

STYLES = Path(__file__).resolve().parents[2] / "theme" / "styles"
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")
SURFACES = ("paper", "card", "sand", "mint", "honey-light")
TEXTS = ("ink", "muted", "green", "clay", "river")
TABS = ("tab", "tab-ecology", "tab-social", "tab-culture", "tab-education")
MAP = tuple(f"map-{level}" for level in range(5))
# what WCAG 2.2 asks of text at level AAA, and of large text and parts of controls
TEXT, LARGE = 7.0, 3.0

READ = (
    *((text, surface) for text in TEXTS for surface in ("paper", "card", "sand", "honey-light")),
    *((text, "mint") for text in ("ink", "green", "river")),
    *(("ink", tab) for tab in TABS),
    *(("map-ink", shade) for shade in MAP),
    ("on-dark", "night"),
    ("on-dark", "band"),
    ("on-button", "button"),
    ("on-button", "button-hover"),
    ("on-button", "call"),
    ("on-button", "call-hover"),
    ("qr-dark", "qr-light"),
)
SEEN = (
    *((drawing, surface) for drawing in ("leaf", "edge") for surface in SURFACES[:3]),
    ("brick", "card"),
    ("focus-ink", "paper"),
    ("focus-ink", "card"),
    ("focus-ink", "focus"),
)


def _colours(block: str) -> dict[str, str]:
    return {name: _long(value) for name, value in re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", block)}


def _long(value: str) -> str:
    return value if len(value) == 6 else "".join(2 * digit for digit in value)


def _schemes(tokens: str) -> tuple[dict[str, str], dict[str, str]]:
    light, _, rest = tokens.partition("@media screen and (prefers-color-scheme: dark)")
    return _colours(light), _colours(rest.partition("@media print")[0])


LIGHT, DARK = _schemes(TOKENS)
SCHEMES = {"light": LIGHT, "dark": LIGHT | DARK}
# the colours that a region may choose
for path in sorted((STYLES / "colours").glob("*.css")):
    light, dark = _schemes(path.read_text(encoding="utf-8"))
    SCHEMES |= {f"light {path.stem}": LIGHT | light, f"dark {path.stem}": LIGHT | DARK | dark}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@pytest.mark.parametrize(("text", "surface"), READ, ids=["-on-".join(pair) for pair in READ])
def test_text_is_read_on_its_surface(scheme: str, text: str, surface: str) -> None:
    """Text reaches 7 : 1 on every surface that it can stand on."""
    colours = SCHEMES[scheme]
    assert _contrast(colours[text], colours[surface]) >= TEXT


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@pytest.mark.parametrize(("part", "surface"), SEEN, ids=["-on-".join(pair) for pair in SEEN])
def test_controls_and_drawings_are_seen(scheme: str, part: str, surface: str) -> None:
    """Bars, edges of controls and the focus reach 3 : 1."""
    colours = SCHEMES[scheme]
    assert _contrast(colours[part], colours[surface]) >= LARGE


def test_a_region_may_choose_every_colour_there_is() -> None:
    """The model offers the sheets that the theme has, and the library's green, which is the theme itself."""
    offered = get_args(Region.model_fields["colours"].annotation)
    assert {*offered} == {"green", *(path.stem for path in (STYLES / "colours").glob("*.css"))}


def test_contrast_is_computed_as_defined() -> None:
    """Black on white is 21 : 1, and a colour on itself 1 : 1."""
    assert (_contrast("000000", "ffffff"), _contrast("777777", "777777")) == (21.0, 1.0)
