"""Work out what the planners need to know of an exhibition beside its brief, and remember it.

Reading an exhibition, measuring its texts and drawing its codes takes a tenth of a second; a
build in which it has not changed takes the facts from the last one.
"""

from collections.abc import Iterable
from typing import NamedTuple, cast

from plugins.exhibitions.sheets import LOGOS, Fit, fit_all, height_of_notices, sizes_named, wording_of
from plugins.exhibitions.short import short_path
from plugins.records.brief import Brief
from plugins.records.model import Exhibition, Funder
from plugins.site.qr import ON_POSTER, Code, draw_code
from plugins.site.view import SiteView


class Facts(NamedTuple):
    """What is known of an exhibition in one language of one site; plain values that can be kept.

    `sizes` are the ids of the sizes of paper, `fits` the settings of the panels in each; `codes` the
    codes of their short addresses, none where the site's address is not known. `tour` is None for an
    exhibition that does not travel, else (copies, days for the way, (copy, last day) of every stop).
    """

    panels: tuple[str, ...]
    sizes: tuple[str, ...]
    fits: tuple[tuple[tuple[str, str, int], ...], ...]
    codes: tuple[tuple[str, int], ...]
    tour: tuple[int, int, tuple[tuple[int, str], ...]] | None

    def fits_of(self, index: int) -> list[Fit]:
        """Give the settings of the panels in the size that stands at `index` in `sizes`."""
        return [Fit(*each) for each in self.fits[index]]


def facts_of(view: SiteView, briefs: Iterable[Brief]) -> dict[str, Facts]:
    """Give the facts of the exhibitions by id."""
    name = f"exhibitions-{view.site.id}-{view.lang}"
    recalled = cast("dict[str, tuple[bytes, str, tuple[object, ...]]]", view.memory.recall(name) or {})
    site = view.site.region.address or ""
    kept = {}
    for brief in briefs:
        known = recalled.get(brief.id)
        below = height_below(view, brief)
        around = f"{site}\n{below}"
        if known and known[:2] == (brief.digest, around):
            kept[brief.id] = known
        else:
            kept[brief.id] = (brief.digest, around, tuple(_work_out(view, brief, below)))
    if kept != recalled:
        view.memory.keep(name, kept)
    return {id: Facts(*facts) for id, (_, _, facts) in kept.items()}  # type: ignore[arg-type]  # as `_work_out` made them


def funders_of(view: SiteView, brief: Brief) -> tuple[Brief, ...]:
    """Give all the funders whose notice must stand where the exhibition is shown."""
    shown = [funder.id for funder in view.site.funders_of(brief.id)]
    named = [r.id for r in brief.references if r.field == ("funder",)]
    found = (view.catalogue.whole.get("funder", id) for id in dict.fromkeys((*shown, *named)))
    return tuple(funder for funder in found if funder)


def notices_of(view: SiteView, brief: Brief) -> tuple[str, ...]:
    """Give what the funders ask for, in the language of the view, a paragraph each."""
    funders = (cast("Funder", view.load(each)) for each in funders_of(view, brief))
    return tuple(f"{f.notice.best(view.lang).text} {f.disclaimer.best(view.lang).text}" for f in funders)


def height_below(view: SiteView, brief: Brief) -> float:
    """Estimate the height of what the funders ask for at the bottom of every sheet, in units."""
    logos = any(funder.id in view.site.logos for funder in funders_of(view, brief))
    return height_of_notices(notices_of(view, brief), view.lang) + (LOGOS if logos else 0)


def _work_out(view: SiteView, brief: Brief, below: float) -> Facts:
    record = cast("Exhibition", view.load(brief))
    wordings = [wording_of(panel, view.lang) for panel in record.panels]
    shorts = [view.address_of(short_path(brief, panel.id)) for panel in record.panels]
    sizes = sizes_named(record.print_sizes)
    tour = record.tour
    return Facts(
        tuple(panel.id for panel in record.panels),
        tuple(size.id for size in sizes),
        tuple(tuple(tuple(each) for each in fit_all(wordings, size, below)) for size in sizes),  # type: ignore[misc]  # as is a Fit
        tuple(tuple(draw_code(address, ON_POSTER)) for address in shorts if address),  # type: ignore[misc]  # as is a Code
        None if tour is None else (tour.copies, tour.buffer_days, tuple((s.number, s.end) for s in tour.stops)),
    )


def code_of(view: SiteView, path: str) -> Code | None:
    """Draw the code that opens a page; None where the site's address is not known."""
    address = view.address_of(path)
    return None if address is None else draw_code(address)
