"""Plan the sheets to print: a page for every size of paper, on which each panel is a sheet.

Where the site's address is known, each sheet carries a code, and its short address is a page.
"""

from collections.abc import Iterator

from plugins.exhibitions.facts import Facts, code_of, funders_of
from plugins.exhibitions.objects.pages import panel_pictures
from plugins.exhibitions.printed import revision_of
from plugins.exhibitions.sheets import SIZES, Size, sizes_named
from plugins.exhibitions.short import short_path
from plugins.exhibitions.styles import path_of_styles, read_theme, render_styles
from plugins.records.brief import Brief
from plugins.site.page import Input, Page, Whole
from plugins.site.view import SiteView

DOOR = "exhibitions"


def path_of_sheets(brief: Brief, size: Size) -> str:
    """Give the path of an exhibition's sheets of a size, inside the root of a language."""
    return f"exhibitions/{brief.id}/{size.id}.html"


def plan_styles() -> Iterator[Page]:
    """Plan the style sheet of every size."""
    for size in SIZES:
        yield Page(path_of_styles(size), render_styles, {"size": size.id, **read_theme()})


def plan_sheets(view: SiteView, brief: Brief, facts: Facts) -> Iterator[Page]:
    """Plan the sheets of an exhibition in every size, and the short addresses printed on them."""
    codes: dict[str, Input] = {}
    for panel, (outline, side) in zip(facts.panels, facts.codes, strict=False):
        path = short_path(brief, panel)
        codes[panel] = {"short": path, "path": outline, "size": side, "address": _spoken(view, path)}
        yield Page(path, "exhibition_short.html", {"record": Whole(brief), "panel": panel}, DOOR)
    printed = sizes_named(facts.sizes)
    for index, size in enumerate(printed):
        sizes = ({"id": each.id, "path": path_of_sheets(brief, each), "current": each is size} for each in printed)
        inputs: dict[str, Input] = {
            "record": Whole(brief),
            "size": size.id,
            "styles": path_of_styles(size),
            "revision": revision_of(brief),
            "sheets": tuple(each._asdict() for each in facts.fits_of(index)),
            "codes": codes,
            "funders": tuple(Whole(each) for each in funders_of(view, brief)),
            "sizes": tuple(sizes),
            "pictures": panel_pictures(view, brief),
        }
        yield Page(path_of_sheets(brief, size), "exhibition_sheets.html", inputs, DOOR)


def draw_link(view: SiteView, path: str) -> dict[str, Input] | None:
    """Draw the code that opens a page in the language of the view: {path, size, address, short: path}.

    None where nobody has said at what address the site is published.
    """
    code = code_of(view, path)
    return (
        None if code is None else {"path": code.path, "size": code.size, "address": _spoken(view, path), "short": path}
    )


def _spoken(view: SiteView, path: str) -> str:
    """Give an address as people say it: without https://."""
    return (view.address_of(path) or "").partition("://")[2]


def funder_of(view: SiteView, brief: Brief) -> Whole | None:
    """Give the funder that the exhibition names, unless every page of it shows him already."""
    shown = {funder.id for funder in view.site.funders_of(brief.id)}
    return next((Whole(each) for each in funders_of(view, brief) if each.id not in shown), None)
