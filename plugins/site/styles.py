"""Gather the styles: what most pages use in one sheet, and beside it one for each template that needs more.

A template's own sheet holds the components that it uses, by itself or through what it imports,
and that are not in the common sheet.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from plugins.site.references import CHROME, Templates, reach, read_templates

COMMON = "style.css"
# the cascade: later files win within their layer
FIRST = ("tokens", "fonts", "reset", "base", "layout")
LAST = "print"
FRAME = "base.html"
# a component that this many templates use is cheaper in the common sheet
SHARED = 10
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"^([-a-z0-9]+): ")


def gather_styles(theme: Path, templates: Templates | None = None) -> dict[str, bytes]:
    """Give the style sheets, name → bytes: the common one, and `<template>.css` where there is more."""
    used = _components_of_pages(read_templates(theme, {}) if templates is None else templates)
    common = used.pop(FRAME)
    every = [name for names in used.values() for name in names]
    common |= {name for name in every if every.count(name) >= SHARED}
    sheets = {COMMON: _common_sheet(theme, common)}
    for template, names in sorted(used.items()):
        if names - common:
            sheets[f"{Path(template).stem}.css"] = _minify(_component_styles(theme, names - common))
    return sheets


def gather_all(theme: Path) -> bytes:
    """Give all styles as one sheet, for the gallery."""
    return _common_sheet(theme, {path.stem for path in (theme / "components").glob("*/*.css")})


def _common_sheet(theme: Path, components: set[str]) -> bytes:
    styles = theme / "styles"
    first = [(styles / f"{name}.css").read_text(encoding="utf-8") for name in FIRST]
    last = (styles / f"{LAST}.css").read_text(encoding="utf-8")
    return _minify([*first, *_component_styles(theme, components), last])


def _component_styles(theme: Path, components: set[str]) -> Iterable[str]:
    for name in sorted(components):
        path = theme / "components" / name / f"{name}.css"
        if path.is_file():
            yield path.read_text(encoding="utf-8")


def _minify(styles: Iterable[str]) -> bytes:
    """Leave out comments, indents, ends of lines and the space after a property; minifiers break `.a :is(b)`.

    The styles have a declaration, or a part of a list, on each line, as stylelint holds them.
    """
    lines = (line.strip() for line in _COMMENT.sub("", "\n".join(styles)).splitlines())
    text = "".join(_PROPERTY.sub(r"\1:", line).replace(" {", "{") for line in lines)
    return text.replace(";}", "}").encode()


def _components_of_pages(templates: Templates) -> dict[str, set[str]]:
    """Map each template of pages to the components that it uses, and the frame to those of every page."""
    named = {part for known in templates.values() for part in known.named}
    # a frame between base.html and the pages is named by others, a page by none
    reached = {name: reach(templates, [name]) for name in templates if name not in named}
    pages = {name: parts for name, parts in reached.items() if FRAME in parts}
    frame = reach(templates, [FRAME, *CHROME])
    components = {name: {Path(part).stem for part in parts if "/" in part} for name, parts in pages.items()}
    return components | {FRAME: {Path(part).stem for part in frame if "/" in part}}
