"""Tell search engines what a page is about: JSON-LD in the page itself, as data that no browser runs.

The description is an input of the page, so it changes when the record or a record that it names
does; it is written when the page is rendered, from the record that the page has loaded anyway.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from plugins.exports.doors import door_name
from plugins.exports.json_ld import identify
from plugins.exports.objects import to_json
from plugins.exports.schema_org.records import describe
from plugins.exports.schema_org.site import describe_copy, describe_place, describe_site
from plugins.exports.schema_org.voice import CONTEXT, Node, Setting, Voice, known
from plugins.exports.selection import base_address, words
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Base, Neighbour, Place, Record
from plugins.records.model.article import Article
from plugins.site.page import Page, Whole
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

# what ends a script or begins a comment inside it
UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
# the types of the records that a description may call by name
_NAMED = frozenset({"cause", "organisation", "place"})
HOME = "index.html"


class Description(NamedTuple):
    """What a page says of itself: plain values, as every input is."""

    lang: str
    # what leads from the page to the root of the site, or the address of that root
    root: str
    # the folder of the language inside it, and the page's path inside that
    folder: str
    path: str
    # the way here: the name and the path of each page above
    trail: tuple[tuple[str, str], ...]
    named: tuple[Brief, ...]
    # the path of the picture that stands for the page, from the root of the site, and the library
    image: str
    library: Text
    # of the home page: the description of the site, as JSON
    site: str | None

    def script(self, record: Base | Brief | None) -> Markup:
        """Write the description of a page that shows the record (a Brief for a place, None for the home page)."""
        written = to_json({"@context": CONTEXT, "@graph": list(self._nodes(record))})
        return Markup(written.translate(UNSAFE))  # noqa: S704 - nothing in it can end the script

    def _nodes(self, record: Base | Brief | None) -> Iterator[Node]:
        if self.site is not None:
            yield json.loads(self.site)
        elif isinstance(record, Record):
            yield describe(record, Voice(self._say, self._identify, self._find, None, self._setting))
        elif isinstance(record, Place | Brief):
            yield describe_place(record, self._own, self._say)
        elif isinstance(record, Neighbour):
            yield describe_copy(record, self._say)
        elif isinstance(record, Article):
            yield {"@type": "WebPage", "name": self._say(record.name), "inLanguage": self.lang, "url": self._own}
        if self.trail and record is not None:
            trail = ((name, self.root + self.folder + path) for name, path in self.trail)
            yield breadcrumbs(trail, words(record.name, self.lang))

    @property
    def _own(self) -> str:
        return self.root + self.folder + self.path

    @property
    def _setting(self) -> Setting:
        library = {"@type": "Library", "name": self._say(self.library), "url": f"{self.root}{self.folder}{HOME}"}
        return Setting(self._own, self.root + self.image if self.image else "", library)

    def _say(self, text: Text) -> object:
        return _said(text, self.lang)

    def _identify(self, kind: str, id: str) -> str:
        return self.root + identify(kind, id)

    def _find(self, kind: str, id: str) -> Brief | None:
        for brief in self.named:
            if brief.type == kind and id in (brief.id, brief.code):
                return brief
        return None


def breadcrumbs(trail: Iterable[tuple[str, str]], here: str) -> Node:
    """Describe the way to a page: the name and the address of each page above, and what it is called itself."""
    steps: list[tuple[str, str | None]] = [*trail, (here, None)]
    items = [
        known({"@type": "ListItem", "position": number, "name": name, "item": address and {"@id": address}})
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def described(view: SiteView, page: Page) -> Page:
    """Give a page of a record, and the home page, a description."""
    description = _describe(view, page)
    return page if description is None else replace(page, inputs={**page.inputs, "structured": description})


def _describe(view: SiteView, page: Page) -> Description | None:
    record = page.inputs.get("record") or page.inputs.get("place")
    brief = record.brief if isinstance(record, Whole) else record
    is_home = page.path == HOME
    if not (is_home or (isinstance(brief, Brief) and page.path == path_of(brief) and brief.status != "removed")):
        return None
    root = base_address(view) or "../" * (view.root + page.path).count("/")
    trail = tuple(_trail(view, brief)) if isinstance(brief, Brief) else ()
    named = tuple(_named(view, brief)) if isinstance(brief, Brief) else ()
    site = _site(view, root + view.root + page.path) if is_home else None
    image = _image(view, page)
    return Description(view.lang, root, view.root, page.path, trail, named, image, view.site.library, site)


def _image(view: SiteView, page: Page) -> str:
    """Give the path of the first photograph of an exhibition, else of the picture that stands for the site."""
    photographs = page.inputs.get("pictures")
    first = next(iter(photographs.values()), None) if isinstance(photographs, dict) else None
    return str(first["full"]) if isinstance(first, dict) else view.site.assets.get(f"{view.site.scene}.png", "")


def _site(view: SiteView, address: str) -> str:
    """Describe the site, its library, its region and who paid, in the language of the view."""
    return to_json(describe_site(view.site.region, view.site.all_funders, partial(_said, lang=view.lang), address))


def _said(text: Text, lang: str) -> object:
    """Give a text in a language; one that fell back says in which it is."""
    phrase = text.best(lang)
    return phrase.text if phrase.lang == lang else {"@language": phrase.lang, "@value": phrase.text}


def _trail(view: SiteView, brief: Brief) -> Iterator[tuple[str, str]]:
    yield view.wording.gettext("Home"), path_of("home")
    if brief.type in FOLDER_OF_TYPE:
        door = FOLDER_OF_TYPE[brief.type]
        yield door_name(view, door), path_of(door)


def _named(view: SiteView, brief: Brief) -> Iterator[Brief]:
    for kind, id in dict.fromkeys((r.type, r.id) for r in brief.references):
        if kind in _NAMED:
            found = view.catalogue.place(id) if kind == "place" else view.catalogue.get(kind, id)
            if found is not None:
                yield found
