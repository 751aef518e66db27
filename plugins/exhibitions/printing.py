"""Plan the sheets to print: a page for every size of paper, on which each panel is a sheet.

Where the site's address is known, each sheet carries a code, and its short address is a page.
"""

from collections.abc import Iterator
from typing import cast

from plugins.exhibitions.sheets import SIZES, Size, fit_all, wording_of
from plugins.exhibitions.short import short_path
from plugins.exhibitions.styles import path_of_styles, render_styles
from plugins.records.brief import Brief
from plugins.records.model import Exhibition
from plugins.site.page import Input, Page, Whole
from plugins.site.qr import draw_code
from plugins.site.view import SiteView

DOOR = "exhibitions"


def path_of_sheets(brief: Brief, size: Size) -> str:
    """Give the path of an exhibition's sheets of a size, inside the root of a language."""
    return f"exhibitions/{brief.id}/{size.id}.html"


def plan_styles() -> Iterator[Page]:
    """Plan the style sheet of every size."""
    for size in SIZES:
        yield Page(path_of_styles(size), render_styles, {"size": size.id})


def plan_sheets(view: SiteView, brief: Brief) -> Iterator[Page]:
    """Plan the sheets of an exhibition in every size, and the short addresses printed on them."""
    panels = cast("Exhibition", view.load(brief)).panels
    shorts = {panel.id: short_path(brief, panel.id) for panel in panels} if view.site.region.address else {}
    for panel, path in shorts.items():
        yield Page(path, "exhibition_short.html", {"record": Whole(brief), "panel": panel}, DOOR)
    codes = {panel: {"short": path, **(draw_link(view, path) or {})} for panel, path in shorts.items()}
    wordings = [wording_of(panel, view.lang) for panel in panels]
    for size in SIZES:
        sizes = ({"id": each.id, "path": path_of_sheets(brief, each), "current": each is size} for each in SIZES)
        inputs: dict[str, Input] = {
            "record": Whole(brief),
            "size": size.id,
            "styles": path_of_styles(size),
            "sheets": tuple({"art": each.art, "type": each.type} for each in fit_all(wordings, size)),
            "codes": codes,
            "funders": _funders(view, brief),
            "sizes": tuple(sizes),
        }
        yield Page(path_of_sheets(brief, size), "exhibition_sheets.html", inputs, DOOR)


def draw_link(view: SiteView, path: str) -> dict[str, Input] | None:
    """Draw the code that opens a page in the language of the view: {path, size, address}.

    None where nobody has said at what address the site is published.
    """
    site = view.site.region.address
    if site is None:
        return None
    address = f"{site.rstrip('/')}/{view.root}{path}"
    outline, size = draw_code(address)
    return {"path": outline, "size": size, "address": address.partition("://")[2]}


def funder_of(view: SiteView, brief: Brief) -> Whole | None:
    """Give the funder that the exhibition names, unless every page of it shows him already."""
    shown = {funder.id for funder in view.site.funders_of(brief.id)}
    named = (r.id for r in brief.references if r.field == ("funder",))
    found = (view.catalogue.get("funder", id) for id in named if id not in shown)
    return next((Whole(funder) for funder in found if funder), None)


def _funders(view: SiteView, brief: Brief) -> tuple[Whole, ...]:
    """Give all the funders whose notice must stand on the panels."""
    shown = (view.catalogue.whole.get("funder", funder.id) for funder in view.site.funders_of(brief.id))
    own = funder_of(view, brief)
    return (*(Whole(funder) for funder in shown if funder), *((own,) if own else ()))
