"""Say where an object of an exhibition and its files are: what every format of the data names."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from plugins.exports.selection import base_address
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.collections import medium_of, named_medium, objects_of, poster_of
from plugins.site.media import is_picture, path_of_file, shown
from plugins.site.urls import path_of
from plugins.site.view import SiteView

# of every file of the data, to the root of the site
UP = "../../../"


class Told(NamedTuple):
    """An object with its page, its file and its point; addresses count from `base`."""

    thing: Object
    page: str
    # of a picture: {full, full_width, full_height, src, …}, as `site.media.shown` gives it
    picture: Mapping[str, object] | None
    # of a recording or document: its address and kind
    file: str
    kind: str
    # of a recording: width and height in pixels, milliseconds; 0 is what is not known
    extent: tuple[int, int, int]
    # of a film: the picture that stands for it, and (language, address) of its captions
    poster: Mapping[str, object] | None
    captions: tuple[tuple[str, str], ...]
    # longitude, latitude
    point: list[float] | None
    place: Brief | None


def root_of(view: SiteView) -> str:
    """Give what leads from the data of an exhibition to the root of the site: its address, or a way up."""
    return base_address(view) or UP


def tell(view: SiteView, exhibition: Brief) -> Iterator[Told]:
    """Tell of every object of an exhibition, in their order."""
    base = root_of(view)
    for thing in objects_of(view, exhibition):
        medium = medium_of(view, exhibition, thing)
        pictured = medium is not None and is_picture(medium)
        place = view.catalogue.place(thing.place) if thing.place else None
        yield Told(
            thing,
            base + path_of("object", exhibition=exhibition, id=thing.id),
            _picture(base, medium) if medium and pictured else None,
            base + path_of_file(medium) if medium and not pictured else "",
            medium.kind if medium else "",
            _extent(medium) if medium and not pictured else (0, 0, 0),
            _poster(view, exhibition, thing, base),
            tuple(_captions(view, exhibition, thing, base)),
            _point(view, thing, place),
            place,
        )


def _extent(medium: Brief) -> tuple[int, int, int]:
    _, width, height, length = medium.measures
    return width, height, length


def _poster(view: SiteView, exhibition: Brief, thing: Object, base: str) -> Mapping[str, object] | None:
    medium = poster_of(view, exhibition, thing) if thing.poster else None
    return _picture(base, medium) if medium else None


def _captions(view: SiteView, exhibition: Brief, thing: Object, base: str) -> Iterator[tuple[str, str]]:
    for lang, name in sorted(thing.captions.items()):
        medium = named_medium(view, exhibition, name)
        if medium:
            yield lang, base + path_of_file(medium)


def _picture(base: str, medium: Brief) -> dict[str, object]:
    found = shown(medium)
    return {**found, "full": f"{base}{found['full']}", "src": f"{base}{found['src']}"}


def _point(view: SiteView, thing: Object, place: Brief | None) -> list[float] | None:
    """Give the point of an object, or that of the seat of its place."""
    point = thing.coordinates
    if point is None and place is not None:
        point = getattr(view.load(place), "coordinates", None)
    return None if point is None else [point.longitude, point.latitude]


def size_of(picture: Mapping[str, object]) -> tuple[int, int]:
    """Give the width and height of the largest copy of a picture."""
    return cast("int", picture["full_width"]), cast("int", picture["full_height"])
