"""Make the style sheet of one size of paper: its page, its fonts and colours, and the theme's layout."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.exhibitions.sheets import ACROSS, GUTTER, SIZES, SMALLEST_ART, TALLEST_ART, TYPES, Size, widths_of
from plugins.site.urls import relative
from plugins.site.view import SiteView

THEME = Path(__file__).parents[2] / "theme"
# between a picture that comes first and the name of the exhibition, in units
BELOW_ART = 2.6
# a drawing of 1200 × 800 across the whole sheet is 37.4 units tall; the paper covers its lowest ground
SCENE_HEIGHT = 36.4
# what is free at the top of a drawing that does not say it, in units
CLEAR = 9
# two sheets never share a page, whatever the rounding of a browser
SPARE = 0.2
_TOKEN = re.compile(r"^\s*(--[\w-]+): (#[0-9a-f]{3,8});$", re.MULTILINE)
# a drawing says how much of its top is sky and hills, in its own units: the heading may stand there
_SKY = re.compile(r'<svg [^>]*viewBox="0 0 (\d+) (\d+)" data-sky="(\d+)"')
_FACES = (
    ("Lora", 700, "lora.woff2"),
    ("Source Sans 3", 400, "source-sans-400.woff2"),
    ("Source Sans 3", 600, "source-sans-600.woff2"),
)


def path_of_styles(size: Size) -> str:
    """Give the path of the style sheet of a size, inside the root of a language."""
    return f"exhibitions/sheets-{size.id}.css"


def read_theme(own: str = "") -> dict[str, str]:
    """Read what the theme says of sheets, as inputs of a page: a change there makes the page again."""
    files = {"tokens": "styles/tokens.css", "layout": "sheets/sheets.css"} | (
        {"own": f"sheets/{own}.css"} if own else {}
    )
    read = {name: (THEME / file).read_text(encoding="utf-8") for name, file in files.items()}
    return read | {"skies": "\n".join(sky_rules())}


def sky_rules() -> Iterator[str]:
    """Write how much of each drawing may stand behind the heading, in units."""
    for path in sorted((THEME / "scenes").glob("*.svg")):
        found = _SKY.match(path.read_text(encoding="utf-8"))
        if found:
            width, height, sky = map(int, found.groups())
            clear = sky * max(ACROSS / width, SCENE_HEIGHT / height)
            yield f'.sheet__image[src*="/{path.stem}."] {{ --clear: {clear:.1f}rem; }}'


def render_styles(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Render the style sheet of the size that `inputs` names."""
    size = next(each for each in SIZES if each.id == inputs["size"])
    return _render(view, size, path_of_styles(size), inputs)


def _render(view: SiteView, size: Size, path: str, theme: Mapping[str, object]) -> str:
    source = view.root + path
    faces = {file: relative(view.site.assets[file], source) for _, _, file in _FACES}
    ground = relative(view.site.assets["ground.svg"], source)
    rules = page_rules(size, faces, first_values(str(theme["tokens"])))
    return "\n".join((*rules, str(theme["layout"]), str(theme["skies"]), *measure_rules(size, ground)))


def path_of_paper(name: str) -> str:
    """Give the path of the style sheet of something printed on A4, inside the root of a language."""
    return f"exhibitions/sheets-{name}.css"


def render_paper(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Render the style sheet of what `inputs` names: that of A4 and what it has of its own."""
    return f"{_render(view, SIZES[0], path_of_paper(str(inputs['name'])), inputs)}\n{inputs['own']}"


def measure_rules(size: Size, ground: str) -> Iterator[str]:
    """Write what the tables of the sheets say: heights of pictures, sizes of headings and of the text."""
    layout = size.layout
    yield f'.sheet__ground {{ background-image: url("{ground}"); }}'
    for number, letter in enumerate(layout.headings):
        yield f'.sheet__heading[data-heading="h{number}"] {{ font-size: {letter}rem; }}'
    for type in TYPES.values():
        lead, body = widths_of(type, layout)
        text = f'.sheet__body[data-type="{type.id}"]'
        yield f"{text} {{ font-size: {type.letter}rem; inline-size: {body:.2f}rem; }}"
        yield f"{text} {{ columns: {type.columns}; column-gap: {GUTTER}rem; }}"
        yield f"{text} > p:first-child, {text} > [lang] > p:first-child {{ inline-size: {lead:.2f}rem; }}"
    for height in range(SMALLEST_ART, TALLEST_ART + 1):
        yield f'.sheet[data-art="{height}"] .sheet__art {{ block-size: {height}rem; }}'
        yield f'.sheet[data-art="{height}"] .sheet__frame {{ block-size: {height}rem; }}'
        if height < SCENE_HEIGHT:
            # the sky of a drawing goes on behind the heading, and nothing else of it: its ground is cut off instead
            scene, up = f'.sheet[data-art="{height}"] [data-kind="scene"]', SCENE_HEIGHT - height
            yield f"{scene} {{ inset-block-start: -{up:.1f}rem; block-size: {SCENE_HEIGHT}rem; }}"
            yield f"{scene} .sheet__image {{ margin-block-start: max(0rem, {up:.1f}rem - var(--clear, {CLEAR}rem)); }}"
        if layout.art_first:
            yield f'.sheet[data-art="{height}"] .sheet__sky {{ padding-block-start: {height + BELOW_ART}rem; }}'


def page_rules(size: Size, fonts: Mapping[str, str], tokens: Mapping[str, str]) -> tuple[str, ...]:
    """Write what differs from size to size, and from site to site: `fonts` is file → address, `tokens` the colours."""
    return (
        f"@page {{ size: {size.width}mm {size.height}mm; margin: 0; background: {tokens['--paper']}; }}",
        *(
            f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: url("{fonts[file]}"); }}'
            for name, weight, file in _FACES
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
