"""What a planner of pages gets: one site in one language, and its records."""

from dataclasses import dataclass

from plugins.catalogue import Catalogue
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Region, Vocabulary


@dataclass(frozen=True, slots=True)
class Sister:
    """Another site of the same build, as a link to it."""

    id: str
    name: Text
    url: str


@dataclass(frozen=True, slots=True)
class Build:
    """When the content is from: the newest date in the records (ISO), and our version."""

    date: str
    version: str


@dataclass(frozen=True)
class Site:
    """One site: the region whose it is, and what every page of it may show."""

    id: str
    region: Region
    brief: Brief
    sisters: tuple[Sister, ...]
    municipalities: tuple[Brief, ...]
    vocabularies: dict[str, Vocabulary]
    demo: bool

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the one at its root first."""
        return self.region.languages


@dataclass(frozen=True)
class SiteView:
    """A site in one language: what `plan_pages(view)` plans from."""

    site: Site
    lang: str
    catalogue: Catalogue
    build: Build

    @property
    def root(self) -> str:
        """The folder of the language inside the site: "" or "tr/"."""
        return "" if self.lang == self.site.languages[0] else f"{self.lang}/"
