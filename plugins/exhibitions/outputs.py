"""Plan what an exhibition is taken along as: a screen, a window of another site, large print, a pack for each stop.

All are pages made from the same record; `take.html` leads to them.
"""

from collections.abc import Iterator
from math import ceil
from pathlib import PurePosixPath
from typing import cast

from plugins.exhibitions.facts import Facts, funders_of, height_below
from plugins.exhibitions.objects.pages import panel_pictures
from plugins.exhibitions.plain import path_of_plain
from plugins.exhibitions.printed import plan_printed, printed_of, revision_of
from plugins.exhibitions.printing import draw_link, funder_of, path_of_sheets
from plugins.exhibitions.sheets import LETTERS, SIZES, fit_heading, sizes_named, word
from plugins.exhibitions.styles import path_of_paper, read_theme, render_paper
from plugins.exhibitions.travelling import places_of_stops
from plugins.records.brief import Brief
from plugins.records.model import Exhibition
from plugins.records.model.exhibition import Stop
from plugins.site.page import Input, Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView

DOOR = "exhibitions"
KIOSK, EMBED, LARGE, TAKE = "kiosk", "embed", "large-print", "take"
PACK = "pack"
# the height of the picture of a poster, before funders take their part, in units
POSTER_ART = 29
# what is printed on A4 beside the panels: the page's name or what it begins with
DOCUMENTS = (LARGE, PACK)


def path_of_output(exhibition: Brief, name: str) -> str:
    """Give the path of a page below that of an exhibition, inside the root of a language."""
    return f"exhibitions/{exhibition.id}/{name}.html"


def plan_papers() -> Iterator[Page]:
    """Plan the style sheets of what is printed on A4."""
    for name in DOCUMENTS:
        yield Page(path_of_paper(name), render_paper, {"name": name, **read_theme(name)})


def plan_outputs(view: SiteView, brief: Brief, facts: Facts) -> Iterator[Page]:
    """Plan all that an exhibition is taken along as."""
    own = funder_of(view, brief)
    shown: dict[str, Input] = {
        "record": Whole(brief),
        "pictures": panel_pictures(view, brief),
        "funders": tuple(Whole(each) for each in funders_of(view, brief)),
    }
    yield Page(path_of_output(brief, KIOSK), "exhibition_kiosk.html", shown, DOOR)
    window = {name: value for name, value in shown.items() if name != "pictures"}
    yield Page(path_of_output(brief, EMBED), "exhibition_embed.html", window, DOOR)
    large: dict[str, Input] = {"record": Whole(brief), "own_funder": own}
    large |= {"styles": path_of_paper(LARGE), "revision": revision_of(brief)}
    yield Page(path_of_output(brief, LARGE), "exhibition_large.html", large, DOOR)
    packs = tuple(_plan_packs(view, brief)) if facts.tour else ()
    yield from packs
    yield from plan_printed(view, brief)
    yield Page(path_of_output(brief, TAKE), "exhibition_take.html", _taking(view, brief, facts, packs), DOOR)


def _taking(view: SiteView, brief: Brief, facts: Facts, packs: tuple[Page, ...]) -> dict[str, Input]:
    return {
        "record": Whole(brief),
        "prints": tuple({"id": size.id, "path": path_of_sheets(brief, size)} for size in sizes_named(facts.sizes)),
        "printed": printed_of(view, brief),
        "plain_text": path_of_plain(brief),
        "outputs": {name: path_of_output(brief, name) for name in (KIOSK, EMBED, LARGE)},
        "packs": tuple(
            {"path": each.path, "name": PurePosixPath(each.path).stem, "number": each.inputs["number"]}
            for each in packs
        ),
        "qr": draw_link(view, path_of(brief)),
        "embedded": view.address_of(path_of_output(brief, EMBED)),
        "own_funder": funder_of(view, brief),
    }


def _plan_packs(view: SiteView, brief: Brief) -> Iterator[Page]:
    """Plan the pack of every stop; `number` is its place in the order of the tour."""
    record = cast("Exhibition", view.load(brief))
    stops = sorted(record.tour.stops if record.tour else (), key=lambda stop: (stop.start, stop.number))
    wording = word(record.name.best(view.lang).text, "", view.lang if view.lang in LETTERS else "bg", picture=True)
    code = draw_link(view, path_of(brief))
    for number, stop in enumerate(stops):
        inputs: dict[str, Input] = {
            "record": Whole(brief),
            "number": number,
            "heading": fit_heading(wording, SIZES[0]),
            "art": POSTER_ART - ceil(height_below(view, brief)),
            "places": places_of_stops(view, brief),
            "code": code,
            "funders": tuple(Whole(each) for each in funders_of(view, brief)),
            "styles": path_of_paper(PACK),
            "revision": revision_of(brief),
        }
        yield Page(path_of_output(brief, name_of_pack(stop)), "exhibition_pack.html", inputs, DOOR)


def name_of_pack(stop: Stop) -> str:
    """Give the name of a stop's pack: its first day and its copy, which no other stop has together."""
    return f"{PACK}-{stop.start}-{stop.number}"
