"""Tell every page what else there is of what it shows: its calendar, card, feed, and the data of its door."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from plugins.exports import atom, calendars, cards, data_package
from plugins.exports.data_package import DataFile
from plugins.exports.dataset import FOLDER
from plugins.exports.selection import TYPES
from plugins.site.page import Page
from plugins.site.urls import FOLDER_OF_TYPE, path_of, relative
from plugins.site.view import SiteView

# ending of a file beside a page → its media type, in the order in which they are offered
BESIDE = {
    ".ics": calendars.MEDIA_TYPE,
    ".vcf": cards.MEDIA_TYPE,
    ".xml": atom.MEDIA_TYPE,
}
# of a door: what people open, then what programs read
DATA = (".csv", ".json", ".geojson", ".jsonld")


class Alternate(NamedTuple):
    """Another form of a page: what it is called, its media type, and the link to it from the page."""

    kind: str
    media_type: str
    href: str


class Alternates:
    """What a site has beside its pages in one language."""

    def __init__(self, view: SiteView, files: Iterable[DataFile], made: Iterable[Page]) -> None:
        self._root = view.root
        self._made = frozenset(page.path for page in made)
        self._data = {file.name: file.media_type for file in files}
        self._doors = {path_of(FOLDER_OF_TYPE[kind]): FOLDER_OF_TYPE[kind] for kind in TYPES}

    def named(self, page: Page) -> Page:
        """Give a page the links to its other forms; one that has none stays as it is."""
        found = tuple(tuple(each) for each in self._of(page.path))
        return replace(page, inputs={**page.inputs, "alternates": found}) if found else page

    def _of(self, path: str) -> Iterator[Alternate]:
        if not path.endswith(".html"):
            return
        door = self._doors.get(path)
        if door is not None:
            yield from self._of_door(path, door)
        elif path == path_of("home"):
            yield self._beside(path, calendars.FILE_NAME, ".ics")
            yield self._data_file(path, data_package.FILE_NAME, "datapackage", data_package.MEDIA_TYPE)
        else:
            stem = path.removesuffix(".html")
            yield from (self._beside(path, stem + end, end) for end in BESIDE if stem + end in self._made)

    def _of_door(self, path: str, door: str) -> Iterator[Alternate]:
        calendar = calendars.FILE_NAME if door == "events" else f"{door}/{calendars.FILE_NAME}"
        for name, end in ((calendar, ".ics"), (f"{door}/{atom.FILE_NAME}", ".xml")):
            if name in self._made:
                yield self._beside(path, name, end)
        for end in DATA:
            if media_type := self._data.get(door + end):
                yield self._data_file(path, door + end, end[1:], media_type)

    def _beside(self, path: str, name: str, end: str) -> Alternate:
        return Alternate(end[1:], BESIDE[end], relative(name, path))

    def _data_file(self, path: str, name: str, kind: str, media_type: str) -> Alternate:
        return Alternate(kind, media_type, relative(f"{FOLDER}/{name}", self._root + path))
