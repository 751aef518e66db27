"""Gather the styles: what most pages use in one sheet, and beside it one for each template that needs more.

A template's own sheet holds the components that it uses, by itself or through what it imports,
and that are not in the common sheet, with the tokens that these alone use. The colours that a region may
choose are sheets of their own, which follow the others.
"""

from pathlib import Path

from plugins.site.css import only_tokens, short_names, shrink, used_tokens
from plugins.site.references import CHROME, Templates, reach, read_templates

COMMON = "style.css"
COLOURS = "colours"
TOKENS = "tokens"
# the cascade: later files win within their layer
FIRST = ("fonts", "reset", "base", "layout")
LAST = "print"
FRAME = "base.html"
# what few pages show has a sheet of its own: a script asks for the first, a page with a notice for the second
LATE = frozenset(("suggestions", "funder"))
# a component that this many templates use is cheaper in the common sheet
SHARED = 12


def gather_styles(theme: Path, templates: Templates | None = None) -> dict[str, bytes]:
    """Give the style sheets, name → bytes: the common one, and `<template>.css` where there is more."""
    used = _components_of_pages(read_templates(theme, {}) if templates is None else templates)
    common = used.pop(FRAME)
    every = [name for names in used.values() for name in names]
    common = (common | {name for name in every if every.count(name) >= SHARED}) - LATE
    styles = _common_styles(theme, common)
    tokens = _read(theme, TOKENS)
    known = used_tokens(styles, tokens)
    sheets = {COMMON: _sheet(styles, tokens, known)}
    needed = {Path(template).stem: names - LATE for template, names in used.items()} | {name: {name} for name in LATE}
    for stem, names in sorted(needed.items()):
        own = _component_styles(theme, names - common)
        if own:
            sheets[f"{stem}.css"] = _sheet(own, tokens, used_tokens(own, tokens) - known)
    for path in sorted((theme / "styles" / COLOURS).glob("*.css")):
        sheets[sheet_of(path.stem)] = _sheet(styles + path.read_text(encoding="utf-8"), tokens, known)
    return sheets


def sheet_of(colour: str) -> str:
    """Name the common sheet in a colour; green is the theme's own."""
    return COMMON if colour == "green" else f"style-{colour}.css"


def gather_all(theme: Path) -> bytes:
    """Give all styles as one sheet, for the gallery."""
    styles = _common_styles(theme, {path.stem for path in (theme / "components").glob("*/*.css")})
    tokens = _read(theme, TOKENS)
    return _sheet(styles, tokens, used_tokens(styles, tokens))


def _sheet(styles: str, tokens: str, wanted: set[str]) -> bytes:
    """Put the wanted tokens before the styles, and send both small."""
    return shrink(only_tokens(tokens, wanted) + "\n" + styles, short_names(tokens))


def _common_styles(theme: Path, components: set[str]) -> str:
    first = (_read(theme, name) for name in FIRST)
    return "".join([*first, _component_styles(theme, components), _read(theme, LAST)])


def _read(theme: Path, name: str) -> str:
    return (theme / "styles" / f"{name}.css").read_text(encoding="utf-8")


def _component_styles(theme: Path, components: set[str]) -> str:
    paths = (theme / "components" / name / f"{name}.css" for name in sorted(components))
    styles = "".join(path.read_text(encoding="utf-8") for path in paths if path.is_file())
    # they are all in one layer, which need not end and begin between them
    return styles.replace("}\n@layer components {\n", "")


def _components_of_pages(templates: Templates) -> dict[str, set[str]]:
    """Map each template of pages to the components that it uses, and the frame to those of every page."""
    named = {part for known in templates.values() for part in known.named}
    # a frame between base.html and the pages is named by others, a page by none
    reached = {name: reach(templates, [name]) for name in templates if name not in named}
    pages = {name: parts for name, parts in reached.items() if FRAME in parts}
    frame = reach(templates, [FRAME, *CHROME])
    components = {name: {Path(part).stem for part in parts if "/" in part} for name, parts in pages.items()}
    return components | {FRAME: {Path(part).stem for part in frame if "/" in part}}
