"""Read the logos of funders, and plan their copies: a file beside the record → what pages and paper show.

A logo comes from a stranger: it is decoded whole and made anew, as every picture is.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from hashlib import blake2b

from plugins.catalogue import Catalogue
from plugins.languages.text import Text
from plugins.records.brief import Brief, fingerprint
from plugins.records.marks import KeyPath
from plugins.records.model import Funder, Logo
from plugins.records.problem import Position, Problem
from plugins.records.rules import make_problem
from plugins.records.unit import Reading, Unit
from plugins.site.encoding import LARGEST, NoPicture, TooLarge, encode, look_into
from plugins.site.logos import Copy, copies_of
from plugins.site.media import RECIPE
from plugins.site.page import Page
from plugins.site.view import SiteView

# of the hash that names the file on the site: bytes
HASH = 8
_FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def read_logo(unit: Unit, contents: Mapping[str, bytes]) -> Reading:
    """Read a logo; never raises for any content."""
    ((path, content),) = contents.items()
    ending = path.rpartition(".")[2]
    try:
        look = look_into(content)
    except TooLarge as error:
        million = f"{LARGEST // 1_000_000} MP"
        return Reading(None, (make_problem("F021", path, size=f"{error} MP", largest=million),))
    except NoPicture:
        look = None
    if look is None or look.format != _FORMATS.get(ending):
        return Reading(None, (make_problem("F020", path, value=unit.id),))
    code = blake2b(content, digest_size=HASH).hexdigest()
    measures = (len(content), look.width, look.height)
    return Reading(Logo.model_construct(id=unit.id, name=Text((("bg", unit.id),)), code=code, measures=measures))


def locate_logo(unit: Unit, _contents: Mapping[str, bytes], _field: KeyPath) -> Position:
    """Give the position of a logo: the file itself."""
    return Position(unit.files[0].path, 1, 1, 1)


def check_logos(catalogue: Catalogue, locate: Callable[[Brief, KeyPath], Position]) -> list[Problem]:
    """Find logos that no funder shows."""
    named = {r.id for funder in catalogue.of("funder") for r in funder.references if r.type == Logo.TYPE}
    idle = (logo for logo in catalogue.of(Logo.TYPE) if logo.id not in named)
    return [make_problem("F022", locate(logo, ()).path, value=logo.id) for logo in idle]


def plan_logos(view: SiteView) -> Iterator[Page]:
    """Plan the copies of the logos that a site shows: once, for the language at its root."""
    if view.root:
        return
    logos = (view.catalogue.whole.get(Logo.TYPE, id) for funder in _shown(view) for id in _named(funder))
    for logo in {each.code: each for each in logos if each}.values():
        for copy in copies_of(logo):
            key = fingerprint((copy.path, logo.code, RECIPE))
            kept = f"{RECIPE}-{copy.path.rpartition('/')[2]}"
            yield Page(copy.path, partial(_made, logo, copy), {}, content_key=key, kept=kept)


def _shown(view: SiteView) -> Iterator[Brief]:
    """Yield the funders with a logo whose notice stands on some page of the site."""
    exhibitions = view.catalogue.of("exhibition")
    paying = {r.id for brief in exhibitions for r in brief.references if r.type == Funder.TYPE}
    paying |= {funder.id for funder in view.site.funders_of(*(id for _, id in view.catalogue.records))}
    return (brief for brief in view.catalogue.whole.of(Funder.TYPE) if brief.id in paying & view.site.logos.keys())


def _named(funder: Brief) -> Iterator[str]:
    return (reference.id for reference in funder.references if reference.type == Logo.TYPE)


def _made(logo: Brief, copy: Copy, view: SiteView, _inputs: Mapping[str, object]) -> bytes:
    (content,) = view.contents(logo).values()
    return encode(content, copy.width, "png")
