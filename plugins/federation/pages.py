"""Plan the pages of the regions elsewhere; they stand on the national site only, and mix with nothing there."""

from collections.abc import Iterator
from typing import cast

from plugins.catalogue.catalogue import COUNTRY
from plugins.records.brief import Brief
from plugins.records.model import Neighbour
from plugins.site.page import Page, Whole
from plugins.site.urls import numbered, path_of
from plugins.site.view import SiteView

DOOR = "regions"
PER_PAGE = 48


def plan_pages(view: SiteView) -> Iterator[Page]:
    """Plan a page for every copy, and further ones where it has many organisations."""
    if view.site.brief.code == COUNTRY:
        for brief in view.catalogue.of(Neighbour.TYPE):
            yield from _cut(brief, len(cast("Neighbour", view.load(brief)).organisations))


def _cut(brief: Brief, organisations: int) -> Iterator[Page]:
    number = max(1, -(-organisations // PER_PAGE))
    paths = tuple(numbered(path_of(brief), at + 1) for at in range(number))
    for at, path in enumerate(paths):
        inputs = {
            "record": Whole(brief),
            "first": at == 0,
            "start": at * PER_PAGE,
            "stop": (at + 1) * PER_PAGE,
            "pages": None if number == 1 else {"number": at + 1, "paths": paths},
        }
        yield Page(path, "neighbour.html", inputs, DOOR)
