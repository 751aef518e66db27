"""Complete the pages that others plan: each is described and knows its other forms, all are listed."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.exports.alternates import Alternates
from plugins.exports.collection import cited, describe_object
from plugins.exports.dataset import Dataset
from plugins.exports.pages import plan_pages
from plugins.exports.sitemap import Entry, checked_day, is_listed, plan_sitemap
from plugins.exports.structured import described
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.page import Page, Planner
from plugins.site.view import SiteView


def completed(*planners: Planner) -> Planner:
    """Make one planner of those of the other packages and of the exports."""
    # the open data are the same in every language of a site: the last one made is handed on
    latest: Dataset | None = None

    def plan(view: SiteView) -> Iterator[Page]:
        nonlocal latest
        if latest is None or not latest.is_of(view):
            latest = Dataset(view)
        entries: list[Entry] = []
        made = tuple(plan_pages(view, latest))
        alternates = Alternates(view, latest.files, made)
        for page in (*_planned(view, planners), *made):
            if is_listed(page):
                entries.append((page.path, checked_day(page)))
            yield alternates.named(_told(view, page))
        if view.root == "":
            yield from plan_sitemap(view, sorted(entries))

    return plan


def _told(view: SiteView, page: Page) -> Page:
    """Give a page its description, and that of an object its citations."""
    thing, exhibition = page.inputs.get("object"), page.inputs.get("exhibition")
    if not (isinstance(thing, Object) and isinstance(exhibition, Brief)):
        return described(view, page)
    structured = describe_object(view, page, thing, exhibition)
    return replace(page, inputs={**page.inputs, "structured": structured, "cited": cited(view, exhibition)})


def _planned(view: SiteView, planners: tuple[Planner, ...]) -> Iterator[Page]:
    for planner in planners:
        yield from planner(view)
