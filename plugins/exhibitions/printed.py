"""Offer what was printed of an exhibition: its PDF files in the language of the page, and the ZIP for a USB stick.

What was printed of another state of the exhibition is not offered.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from plugins.records.brief import Brief, fingerprint
from plugins.site.page import Input, Page
from plugins.site.printed import Printed
from plugins.site.view import SiteView

# what the ZIP is called in the list of what was printed
STICK = "stick"
# of the hash of an exhibition, as many digits as its pages carry
DIGITS = 16


def revision_of(brief: Brief) -> str:
    """Give what tells this state of an exhibition from any other."""
    return brief.digest.hex()[:DIGITS]


def printed_of(view: SiteView, brief: Brief) -> dict[str, dict[str, Input]]:
    """Describe the files to offer: name of the page, or `STICK` → {path from the site's root, bytes}."""
    return {each.name: {"path": _path(view, each), "bytes": each.size} for each in _current(view, brief)}


def plan_printed(view: SiteView, brief: Brief) -> Iterator[Page]:
    """Plan the files; what holds all languages is planned with the first one."""
    for each in _current(view, brief):
        if each.name != STICK or view.root == "":
            path = _path(view, each).removeprefix(view.root)
            yield Page(path, partial(_content, each), {}, content_key=fingerprint((path, each.hash)))


def _current(view: SiteView, brief: Brief) -> Iterator[Printed]:
    spoken, state = view.root.rstrip("/"), (brief.id, revision_of(brief))
    for each in view.printed:
        if (each.exhibition, each.revision) == state and (each.lang == spoken or each.name == STICK):
            yield each


def _path(view: SiteView, printed: Printed) -> str:
    root = "" if printed.name == STICK else view.root
    ending = printed.file.suffix
    name = printed.exhibition if printed.name == STICK else printed.name
    return f"{root}exhibitions/{printed.exhibition}/print/{name}{ending}"


def _content(printed: Printed, _view: SiteView, _inputs: Mapping[str, object]) -> bytes:
    return printed.file.read_bytes()
