"""Make the style sheet of one size of paper: its page, its fonts and colours, and the theme's layout."""

import re
from collections.abc import Mapping
from pathlib import Path

from plugins.exhibitions.sheets import SIZES, Size
from plugins.site.urls import relative
from plugins.site.view import SiteView

THEME = Path(__file__).parents[2] / "theme"
# two sheets never share a page, whatever the rounding of a browser
SPARE = 0.2
_TOKEN = re.compile(r"^\s*(--[\w-]+): (#[0-9a-f]{3,8});$", re.MULTILINE)
# a variable file once for each weight: not every writer of PDF knows ranges of them
_FACES = (
    ("Lora", 700, "lora.woff2"),
    ("Source Sans 3", 400, "source-sans.woff2"),
    ("Source Sans 3", 600, "source-sans.woff2"),
)


def path_of_styles(size: Size) -> str:
    """Give the path of the style sheet of a size, inside the root of a language."""
    return f"exhibitions/sheets-{size.id}.css"


def render_styles(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Render the style sheet of the size that `inputs` names."""
    size = next(each for each in SIZES if each.id == inputs["size"])
    source = view.root + path_of_styles(size)
    faces = {name: relative(view.site.assets[file], source) for name, _, file in _FACES}
    return "\n".join((*page_rules(size, faces), (THEME / "sheets" / "sheets.css").read_text(encoding="utf-8")))


def page_rules(size: Size, fonts: Mapping[str, str]) -> tuple[str, ...]:
    """Write what differs from size to size, and from site to site; `fonts` is family → address."""
    tokens = first_values((THEME / "styles" / "tokens.css").read_text(encoding="utf-8"))
    return (
        f"@page {{ size: {size.width}mm {size.height}mm; margin: 0; background: {tokens['--paper']}; }}",
        *(
            f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: url("{fonts[name]}"); }}'
            for name, weight, _ in _FACES
        ),
        f":root {{ font-size: {size.unit:.4f}mm; {' '.join(f'{name}: {value};' for name, value in tokens.items())} }}",
        f".sheet {{ inline-size: {size.width}mm; block-size: {size.height - SPARE}mm; }}",
    )


def first_values(styles: str) -> dict[str, str]:
    """Give the colours among the theme's tokens, as they are in the light scheme."""
    tokens: dict[str, str] = {}
    for name, value in _TOKEN.findall(styles):
        tokens.setdefault(name, value)
    return tokens
