"""A folder of built sites → its pages, parsed, with what each links to."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from tests.browser.document import Element, parse

LANGUAGES = ("bg", "tr", "en")
RECORD_FOLDERS = (
    *("organisations", "causes", "coalitions", "events", "exhibitions", "places"),
    *("opportunities", "needs", "actions", "studies", "resources"),
)
FACETS = (
    "access|age|category|cause|direction|field|kind|language|level|place|role"
    "|service|skill|stage|state|topic|when|where"
)
# in folders of other pages: what follows an exhibition, and the short addresses of panels
BELOW = {"exhibitions": "exhibitions {}", "p": "panel address"}
# a pack for a stop of a tour is named by its first day and its copy
DAY = re.compile(r"-\d{4}-\d{2}-\d{2}.*")
WHOLE = ("index", "a-z", "month", "record")
LISTINGS = re.compile(rf"(?P<kind>index|a-z|month|{FACETS})(-.+)?")
# pages beside the page of a record: where one proposes a change, how a study was made
BESIDE = re.compile(r".+-(?P<what>suggest|method)")
# an exhibition's objects: their pages, and the lists of them
OBJECTS = re.compile(r"exhibitions/[^/]+/objects?")
ADDRESSES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "audio": "src",
    "video": "src",
    "source": "srcset",
    "form": "action",
}


@dataclass(frozen=True)
class Link:
    """An address as written on a page, and what it leads to: a path from the folder of sites, and a fragment."""

    element: Element
    address: str
    path: str
    fragment: str


class HtmlPage:
    """A page of a built site; `path` counts from the folder that holds the sites."""

    def __init__(self, root: Path, path: str) -> None:
        self.path = path
        self.size = (root / path).stat().st_size
        self.document = parse((root / path).read_text(encoding="utf-8"))

    @property
    def site(self) -> str:
        """The site that the page is of."""
        return self.path.partition("/")[0]

    @property
    def language(self) -> str:
        """The page's language by its address."""
        first = self.path.split("/")[1]
        return first if first in LANGUAGES else "bg"

    @property
    def inner_path(self) -> str:
        """The page's path inside its language, equal in all languages."""
        inside = self.path.partition("/")[2]
        return inside if self.language == "bg" else inside.partition("/")[2]

    @property
    def type(self) -> str:
        """What kind of page it is, for example `organisations record`, `causes index` or `causes narrowed`."""
        path = PurePosixPath(self.inner_path)
        folder, stem = "/".join(path.parts[:-1]), path.stem
        if OBJECTS.fullmatch(folder):
            return "exhibitions object record" if path.parts[-2] == "object" else f"exhibitions objects {_kind(stem)}"
        if folder not in RECORD_FOLDERS:
            return BELOW.get(path.parts[0], self.inner_path).format(DAY.sub("", stem)) if folder else self.inner_path
        if beside := BESIDE.fullmatch(stem):
            return f"{folder} {beside['what']}"
        listing = LISTINGS.fullmatch(stem)
        kind = listing["kind"] if listing else "record"
        return f"{folder} {kind if kind in WHOLE else 'narrowed'}"

    @cached_property
    def title(self) -> str:
        """The text of the title element."""
        return next((each.text for each in self.document.find_all("title")), "")

    @cached_property
    def ids(self) -> list[str]:
        """Every id on the page, doubles too."""
        return [each.attributes["id"] for each in self.document.walk() if "id" in each.attributes]

    @cached_property
    def shape(self) -> frozenset[tuple[str, ...]]:
        """The page without its words: its elements, each in which it stands, with its classes and attributes."""
        return frozenset(
            (each.parent.tag if each.parent else "", each.tag, each.attributes.get("class", ""), *each.attributes)
            for each in self.document.walk()
        )

    @cached_property
    def main(self) -> Element:
        """The main element: what is on no other page."""
        return self.document.find_all("main")[0]

    @cached_property
    def links(self) -> list[Link]:
        """Every address on the page that stays on the sites."""
        return [link for each in self.document.walk() for link in self._links_of(each)]

    def _links_of(self, element: Element) -> list[Link]:
        written = element.attributes.get(ADDRESSES.get(element.tag, ""), "")
        addresses = [part.split()[0] for part in written.split(",")] if element.tag == "source" else [written]
        return [self._resolve(element, address) for address in addresses if address and not is_outside(address)]

    def _resolve(self, element: Element, address: str) -> Link:
        parts = urlsplit(address)
        here = PurePosixPath(self.path).parent
        path = normpath(here / unquote(parts.path)) if parts.path else self.path
        return Link(element, address, path, unquote(parts.fragment))


def _kind(stem: str) -> str:
    """Tell what a list of objects is narrowed by: `subject` of `subject-rekata-2`."""
    return stem.partition("-")[0]


def is_outside(address: str) -> bool:
    """Tell whether the address leaves the site: it names a scheme or a host."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def read_pages(root: Path) -> dict[str, HtmlPage]:
    """Return path → page for every page of the sites, in order of path."""
    paths = sorted(path.relative_to(root).as_posix() for path in root.glob("[!.]*/**/*.html"))
    return {path: HtmlPage(root, path) for path in paths}


def page_types(pages: dict[str, HtmlPage], language: str = "bg") -> dict[str, HtmlPage]:
    """Return page type → the largest page of that type, which has the most to go wrong, over all sites."""
    found: dict[str, HtmlPage] = {}
    for page in pages.values():
        # a short address leads on at once: there is nothing to look at
        if page.inner_path.startswith("p/"):
            continue
        if page.language == language and (page.type not in found or page.size > found[page.type].size):
            found[page.type] = page
    return found
