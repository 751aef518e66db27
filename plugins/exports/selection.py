"""Choose the records of the open data, and say where the site is published."""

from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import TYPES as MODELS
from plugins.records.model import Place, Record
from plugins.site.view import SiteView

# the types that citizens find: the open data and the feeds have files of each
TYPES = tuple(sorted(kind for kind, model in MODELS.items() if issubclass(model, Record)))


def published(view: SiteView, kind: str) -> tuple[Brief, ...]:
    """Give the records of a type that leave the site as data, sorted by id.

    Examples are left out, unless the whole site is a demonstration; there each is marked.
    """
    demo = is_demonstration(view)
    return tuple(b for b in view.catalogue.of(kind) if b.status != "removed" and (demo or not b.demo))


def is_demonstration(view: SiteView) -> bool:
    """Tell whether the region itself is an example, and with it all that its site shows."""
    return view.site.region.demo


def base_address(view: SiteView) -> str:
    """Give the address of the site's root, ending in a slash; "" while it is published nowhere."""
    address = view.site.region.address or ""
    return address and f"{address.removesuffix('index.html').rstrip('/')}/"


def place_of(view: SiteView, code: str) -> Place | None:
    """Give the full record of a place, for its coordinates."""
    brief = view.catalogue.place(code)
    place = None if brief is None else view.load(brief)
    return place if isinstance(place, Place) else None


def words(text: Text | str | None, lang: str) -> str:
    """Give a text in a language, "" for none."""
    return text.best(lang).text if isinstance(text, Text) else text or ""
