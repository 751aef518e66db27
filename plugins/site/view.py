"""What a planner of pages gets: one site in one language, and its records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from gettext import NullTranslations

from plugins.catalogue import Catalogue
from plugins.languages.text import DEFAULT_LANGUAGE, Text
from plugins.records.brief import Brief
from plugins.records.model import Base, Funder, Region, Vocabulary
from plugins.records.model.region import Mosaic
from plugins.records.problem import Problem
from plugins.site.memory import Memory
from plugins.site.printed import Printed
from plugins.site.styles import sheet_of


@dataclass(frozen=True, slots=True)
class Sister:
    """Another site of the same build; `address` is where it is published, if that is known."""

    id: str
    name: Text
    address: str | None
    languages: tuple[str, ...]


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
    # the standing pages, which every page links to
    texts: tuple[Brief, ...]
    # the maps of hexagons, by the id of their region
    mosaics: Mapping[str, Mosaic]
    vocabularies: Mapping[str, Vocabulary]
    all_funders: tuple[Funder, ...]
    # funder → language → its logo: {src, paper, width, height}
    logos: Mapping[str, Mapping[str, Mapping[str, object]]]
    # name of an asset → its path from the site's root
    assets: Mapping[str, str]
    demo: bool

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the one at its root first."""
        return self.region.languages

    @property
    def name(self) -> Text:
        """The name of the region."""
        return self.region.name

    @property
    def title(self) -> Text:
        """The name of the site."""
        return self.region.title

    @property
    def library(self) -> Text:
        """The name of the library that keeps the site."""
        return self.region.library.name

    @property
    def scene(self) -> str:
        """The landscape of the region: the stem of a file in theme/scenes."""
        return self.region.scene

    @property
    def style(self) -> str:
        """The name of the common style sheet in the region's colour."""
        return sheet_of(self.region.colours)

    def funders_of(self, *subjects: str) -> tuple[Funder, ...]:
        """Give the funders whose notice must stand on the page of a record, or of all pages."""
        return tuple(
            funder
            for funder in self.all_funders
            if self.id in funder.applies_to.sites
            or not {*funder.applies_to.records, *funder.applies_to.pages}.isdisjoint(subjects)
        )

    def logo_of(self, funder: Funder, lang: str) -> Mapping[str, object] | None:
        """Give the logo of a funder in a language: {src, paper, width, height, alt (Text)}; None where it has none."""
        files = self.logos.get(funder.id)
        if not files or funder.logo is None:
            return None
        file = files.get(lang) or files.get(DEFAULT_LANGUAGE) or next(iter(files.values()))
        return {**file, "alt": funder.logo.alt}

    def label(self, vocabulary: str, term: str) -> Text | str:
        """Give the label of a term; a term that the vocabulary lacks stands for itself."""
        return self._labels.get((vocabulary, term), term)

    def terms(self, vocabulary: str) -> tuple[str, ...]:
        """Give the terms of a vocabulary in their order; none where there is no such vocabulary."""
        found = self.vocabularies.get(vocabulary)
        return tuple(entry.id for entry in found.terms) if found else ()

    @cached_property
    def _labels(self) -> dict[tuple[str, str], Text]:
        return {
            (name, entry.id): entry.label
            for name, vocabulary in self.vocabularies.items()
            for entry in vocabulary.terms
        }


@dataclass(frozen=True)
class SiteView:
    """A site in one language: what `plan_pages(view)` plans from."""

    site: Site
    lang: str
    catalogue: Catalogue
    build: Build
    load: Callable[[Brief], Base]
    # path → bytes of the files that a record was read from
    contents: Callable[[Brief], Mapping[str, bytes]]
    memory: Memory
    # gettext and ngettext of the language
    wording: NullTranslations
    # the warnings that the records gave, for those who keep them
    problems: tuple[Problem, ...] = ()
    # what `make print` made of the last build
    printed: tuple[Printed, ...] = ()
    # what planners work out once for many pages: the records of a type by name, the entries of lists
    sorted: dict[str, list[Brief]] = field(default_factory=dict, repr=False, compare=False)
    entries: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def root(self) -> str:
        """The folder of the language inside the site: "" or "tr/"."""
        return self.root_of(self.lang)

    def root_of(self, lang: str) -> str:
        """Give the folder of a language: the site's first language lies at its root."""
        return "" if lang == self.site.languages[0] else f"{lang}/"

    def address_of(self, path: str, lang: str | None = None) -> str | None:
        """Give the whole address of a page in a language; None where nobody has said where the site is published."""
        site = self.site.region.address
        return None if site is None else f"{site.rstrip('/')}/{self.root_of(lang or self.lang)}{path}"
