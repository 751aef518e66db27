"""Publish the files that exhibitions show: responsive copies of pictures, recordings without what they tell.

A copy is named by the hash of the picture and its width, so it is made once for all sites and
languages, and never again while the picture stays.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import version

from plugins.records.brief import Brief, fingerprint
from plugins.site.captions import bare_captions
from plugins.site.encoding import Format, encode
from plugins.site.page import Page
from plugins.site.recordings import bare, is_recording
from plugins.site.view import SiteView

FOLDER = "media"
# pixels: a card, a page, a sharp screen
WIDTHS = (400, 800, 1600)
# the picture that the pages load without AVIF, and the largest that we give
PAGE_WIDTH = 800
FULL_WIDTH = 2400
AVIF: Format = "avif"
JPEG: Format = "jpg"
# a change of how pictures are made, by us or by Pillow, makes them all anew
RECIPE = f"1-{version('pillow')}"
# so does a change of how recordings are stripped
BARE = 1
Shown = Mapping[str, object]


def is_picture(medium: Brief) -> bool:
    """Tell whether a file can be seen."""
    return medium.kind == "picture"


def shown(medium: Brief) -> Shown:
    """Say how pages show a picture: its copies as (path from the site's root, width), size and colour."""
    _, width, height = medium.measures
    return {
        "avif": tuple((_copy(medium, each, AVIF), each) for each in _widths(width)),
        "jpeg": tuple((_copy(medium, each, JPEG), each) for each in _widths(width)[:2]),
        "src": _copy(medium, _page_width(width), JPEG),
        "full": _copy(medium, min(width, FULL_WIDTH), JPEG),
        "full_width": min(width, FULL_WIDTH),
        "full_height": max(1, round(height * min(width, FULL_WIDTH) / width)),
        "width": width,
        "height": height,
        "colour": medium.colour,
    }


def _widths(width: int) -> tuple[int, ...]:
    return tuple(each for each in WIDTHS if each < width) or (width,)


def _page_width(width: int) -> int:
    return min(width, PAGE_WIDTH) if width < WIDTHS[0] else max(e for e in _widths(width) if e <= PAGE_WIDTH)


def path_of_file(medium: Brief) -> str:
    """Give the path of a recording or a document from the site's root."""
    return f"{FOLDER}/{medium.code}.{medium.id.rpartition('.')[2]}"


def _copy(medium: Brief, width: int, form: str) -> str:
    return f"{FOLDER}/{medium.code}-{width}.{form}"


def plan_media(media: Iterable[Brief]) -> Iterator[Page]:
    """Plan the files of a site's media, each once; call it for the language at the site's root."""
    for medium in {each.code: each for each in media}.values():
        if is_picture(medium):
            yield from _copies(medium)
        else:
            path = path_of_file(medium)
            yield Page(path, partial(_bare, medium), {}, content_key=fingerprint((path, medium.code, BARE)))


def _copies(medium: Brief) -> Iterator[Page]:
    width = medium.measures[1]
    wanted: set[tuple[int, Format]] = {(each, AVIF) for each in _widths(width)}
    wanted |= {(each, JPEG) for each in (*_widths(width)[:2], min(width, FULL_WIDTH))}
    for each, form in sorted(wanted):
        path = _copy(medium, each, form)
        key = fingerprint((path, medium.code, RECIPE))
        kept = f"{RECIPE}-{path.rpartition('/')[2]}"
        yield Page(path, partial(_encoded, medium, each, form), {}, content_key=key, kept=kept)


def _encoded(medium: Brief, width: int, form: Format, view: SiteView, _inputs: Mapping[str, object]) -> bytes:
    return encode(_content(medium, view), width, form)


def _bare(medium: Brief, view: SiteView, _inputs: Mapping[str, object]) -> bytes:
    return published_of(_content(medium, view), medium.id)


def published_of(content: bytes, name: str) -> bytes:
    """Give what is published of a file that is no picture; raises `NotUnderstood`."""
    if name.endswith(".vtt"):
        return bare_captions(content)
    return bare(content, name) if is_recording(name) else content


def _content(medium: Brief, view: SiteView) -> bytes:
    (content,) = view.contents(medium).values()
    return content
