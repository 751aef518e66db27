"""What an index keeps of every document from build to build, and which documents have changed."""

import marshal
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, cast

from plugins.search.cards import Facets, make_card
from plugins.search.document import Document
from plugins.search.entries import Entry, digest, make_entry
from plugins.search.shards import arguments

# what is kept of a document: its stamp, and packed its entry and its Shown; few documents are unpacked after a change
Kept = tuple[bytes, bytes, bytes]
# (place, old, new) of the documents that have changed
Changes = list[tuple[int, Kept, Kept]]


class Source(NamedTuple):
    """A document that may not have to be made: equal stamps of a key mean equal documents."""

    key: str
    stamp: bytes
    make: Callable[[], Document]


class Shown(NamedTuple):
    """Where a document lies, what a result shows of it, and how it is filtered and ranked."""

    order: tuple[str, str, str]
    card: str
    facets: Facets
    weight: int


def source_of(document: Document) -> Source:
    """Give the source of a document that is there."""
    return Source(f"{document.type}/{document.id}", digest(document), lambda: document)


def keep_sources(
    sources: Iterable[Source], lang: str, before: Mapping[str, Kept]
) -> tuple[dict[str, Kept], Changes | None]:
    """Give what is kept of all documents, in their order, and what has changed; None where some came, went or moved."""
    kept, changed = {}, []
    for key, stamp, make in sources:
        known = before.get(key)
        if known is None or known[0] != stamp:
            known = _keep(stamp, make(), lang)
            changed.append(key)
        kept[key] = known
    if not before or kept.keys() != before.keys() or any(_order(kept[key]) != _order(before[key]) for key in changed):
        return dict(sorted(kept.items(), key=lambda item: _order(item[1]))), None
    ordered = {key: kept[key] for key in before}
    places = {key: place for place, key in enumerate(before)} if changed else {}
    return ordered, [(places[key], before[key], kept[key]) for key in sorted(changed, key=places.__getitem__)]


def _keep(stamp: bytes, document: Document, lang: str) -> Kept:
    facets = tuple((facet, value, label) for facet, value, label in document.facets)
    order = (document.order, document.id, document.type)
    card = arguments(make_card(document, lang))
    return stamp, marshal.dumps(make_entry(document, lang)), marshal.dumps((order, card, facets, document.weight))


def _order(kept: Kept) -> tuple[str, str, str]:
    return shown_of(kept).order


def entry_of(kept: Kept) -> Entry:
    """Unpack the terms of a document."""
    return cast("Entry", marshal.loads(kept[1]))  # noqa: S302  # our own cache


def shown_of(kept: Kept) -> Shown:
    """Unpack what is shown of a document."""
    return Shown(*marshal.loads(kept[2]))  # noqa: S302  # our own cache
