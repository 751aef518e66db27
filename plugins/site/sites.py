"""Make the sites of a build: one for every region, each with its own view of the catalogue."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from plugins.catalogue import Catalogue
from plugins.records.brief import Brief
from plugins.records.model import Base, Funder, Region, Vocabulary
from plugins.site.logos import logos_of
from plugins.site.view import Build, Sister, Site

VERSION = "0.1.0"
# the day of a build in which no record was ever checked
NEVER = "2026-01-01"
Load = Callable[[Brief], Base]
Kind = TypeVar("Kind", bound=Base)


def plan_sites(
    catalogue: Catalogue, load: Load, assets: Mapping[str, str], *, only: str = "", today: str = ""
) -> Iterator[tuple[Site, Catalogue]]:
    """Yield every site with the records that it shows, in the order that the regions name."""
    regions = sorted(_all(catalogue, load, Region), key=lambda region: (region.order, region.id))
    vocabularies = {each.id: each for each in _all(catalogue, load, Vocabulary)}
    every_funder = _all(catalogue, load, Funder)
    funders = tuple(funder for funder in every_funder if funder.applies_to.holds(today))
    logos = logos_of(catalogue, every_funder)
    for region in regions:
        if only in ("", region.id):
            brief = catalogue.records["region", region.id]
            view = catalogue.for_region(brief)
            site = Site(
                id=region.id,
                region=region,
                brief=brief,
                sisters=tuple(_sister(each) for each in regions if each.id != region.id),
                texts=tuple(page for page in view.of("page") if page.kind != "help"),
                municipalities=catalogue.municipalities(brief.code),
                mosaics={each.id: each.mosaic for each in regions if each.mosaic},
                vocabularies=vocabularies,
                all_funders=funders,
                logos=logos,
                assets=assets,
                demo=any(each.demo for each in view.of("organisation")),
            )
            yield site, view


def date_build(catalogue: Catalogue, today: str) -> Build:
    """Date the build by `today` (ISO), or else by the newest check of a record: by no clock."""
    checked = (brief.checked for brief in catalogue.records.values())
    return Build(today or max(checked, default="") or NEVER, VERSION)


def _sister(region: Region) -> Sister:
    return Sister(region.id, region.name, region.address, region.languages)


def _all(catalogue: Catalogue, load: Load, model: type[Kind]) -> list[Kind]:
    records = (load(brief) for brief in catalogue.of(model.TYPE))
    return [record for record in records if isinstance(record, model)]
