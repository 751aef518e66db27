"""Plan what machines read, and the page that tells people of it.

The files of the open data hold every language, so they lie once at the root of the site; feeds,
calendars and cards speak the language of the pages beside them.
"""

from collections.abc import Iterator, Mapping

from plugins.exports import atom, calendars, data_package, sitemap
from plugins.exports.atom import plan_feeds
from plugins.exports.calendars import plan_calendars
from plugins.exports.cards import plan_cards
from plugins.exports.collection import plan_collections
from plugins.exports.data_package import DataFile
from plugins.exports.dataset import FOLDER, Dataset
from plugins.exports.doors import door_name
from plugins.exports.selection import TYPES, base_address, is_demonstration, words
from plugins.records.brief import fingerprint
from plugins.site.page import Page
from plugins.site.urls import FOLDER_OF_TYPE, path_of, relative
from plugins.site.view import SiteView

PAGE = path_of("open-data")
HSDS = "hsds"
WORD = 8


def plan_pages(view: SiteView, dataset: Dataset | None = None) -> Iterator[Page]:
    """Plan the exports of a site in one language; the open data may be known from another language."""
    dataset = dataset or Dataset(view)
    if view.root == "":
        yield from plan_data(dataset)
        yield from plan_collections(view)
    yield plan_page(view, dataset.files)
    yield from plan_feeds(view)
    yield from plan_calendars(view)
    yield from plan_cards(view)


def plan_data(dataset: Dataset) -> Iterator[Page]:
    """Plan the files of the open data."""
    for file in dataset.files:
        yield Page(f"{FOLDER}/{file.name}", _Content(dataset, file.name), {}, content_key=fingerprint(file.sha256))
    key = fingerprint(tuple(tuple(file) for file in dataset.files))
    name = data_package.FILE_NAME
    yield Page(f"{FOLDER}/{name}", _Content(dataset, name), {}, content_key=fingerprint((key, dataset.shared)))


class _Content:
    """The content of one file of the open data, as something that renders a page."""

    def __init__(self, dataset: Dataset, name: str) -> None:
        self._dataset = dataset
        self._name = name

    def __call__(self, _view: SiteView, _inputs: Mapping[str, object]) -> bytes:
        return self._dataset.content_of(self._name)


def plan_page(view: SiteView, files: tuple[DataFile, ...]) -> Page:
    """Plan the page about the open data: what there is, how large, under which licence."""
    subjects = sorted({_subject(file) for file in files}, key=lambda name: (name == HSDS, name))
    inputs = {
        "groups": tuple(
            {"title": _title(view, name), "files": tuple(_row(view, file) for file in files if _subject(file) == name)}
            for name in subjects
        ),
        "package": relative(f"{FOLDER}/{data_package.FILE_NAME}", view.root + PAGE),
        "feeds": tuple({"name": name, "path": path} for name, path in _feeds(view)),
        "calendar": calendars.FILE_NAME,
        "demonstration": is_demonstration(view),
        "published": bool(base_address(view)),
        "sitemap": relative(sitemap.FILE_NAME, view.root + PAGE),
        "checked": view.build.date,
    }
    return Page(PAGE, "dataset.html", inputs, "about")


def _subject(file: DataFile) -> str:
    """Give what a file is about: the folder of its type, or the profile that it follows."""
    return file.name.partition(".")[0].partition("-")[0]


def _feeds(view: SiteView) -> Iterator[tuple[str, str]]:
    """Give the name and the path of every feed: that of the site, then those of its doors."""
    yield words(view.site.title, view.lang), atom.FILE_NAME
    for kind in TYPES:
        door = FOLDER_OF_TYPE[kind]
        yield door_name(view, door), f"{door}/{atom.FILE_NAME}"


def _title(view: SiteView, subject: str) -> str:
    """Name what files are about."""
    if subject == HSDS:
        return view.wording.gettext("Organisations and services by HSDS 3.1")
    return door_name(view, subject)


def _row(view: SiteView, file: DataFile) -> dict[str, object]:
    return {
        "name": file.name,
        "href": relative(f"{FOLDER}/{file.name}", view.root + PAGE),
        "records": file.records,
        "kilobytes": -(-file.size // 1000),
        # in words, between which a narrow screen may begin a new line
        "checksum": tuple(file.sha256[at : at + WORD] for at in range(0, len(file.sha256), WORD)),
    }
