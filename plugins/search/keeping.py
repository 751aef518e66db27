"""What an index keeps of every document from build to build, and which documents have changed."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from plugins.search.cards import Facets, make_card
from plugins.search.document import Document
from plugins.search.entries import FIELDS, Entry, digest, make_entry
from plugins.search.patching import patch_rows
from plugins.search.postings import Row, collect_rows
from plugins.search.shards import arguments

# names → values that marshal can write
Cache = dict[str, object]
# with more changed documents than this, all rows are made again
MOST_PATCHES = 20


class Source(NamedTuple):
    """A document that may not have to be made: equal stamps of a key mean equal documents."""

    key: str
    stamp: bytes
    make: Callable[[], Document]


class Kept(NamedTuple):
    """What an index keeps of a document; its terms are packed."""

    stamp: bytes
    order: tuple[str, str, str]
    entry: bytes
    card: str
    facets: Facets
    weight: int


def source_of(document: Document) -> Source:
    """Give the source of a document that is there."""
    return Source(f"{document.type}/{document.id}", digest(document), lambda: document)


def keep_sources(
    sources: Iterable[Source], lang: str, before: Mapping[str, Kept]
) -> tuple[dict[str, Kept], list[tuple[int, Kept, Kept]] | None]:
    """Give what is kept of all documents, in their order, and what has changed.

    The changes are (place, old, new); None where documents have come, gone or moved.
    """
    kept, changed = {}, []
    for source in sources:
        known = before.get(source.key)
        if known is not None and known[0] == source.stamp:
            kept[source.key] = Kept(*known)
        else:
            kept[source.key] = _keep(source, lang)
            changed.append(source.key)
    if (
        not before
        or kept.keys() != before.keys()
        or any(kept[key].order != Kept(*before[key]).order for key in changed)
    ):
        return dict(sorted(kept.items(), key=lambda item: item[1].order)), None
    ordered = {key: kept[key] for key in before}
    places = {key: place for place, key in enumerate(before)} if changed else {}
    return ordered, [(places[key], Kept(*before[key]), kept[key]) for key in sorted(changed, key=places.__getitem__)]


def _keep(source: Source, lang: str) -> Kept:
    document = source.make()
    facets = tuple((facet, value, label) for facet, value, label in document.facets)
    order = (document.order, document.id, document.type)
    card = arguments(make_card(document, lang))
    return Kept(source.stamp, order, marshal.dumps(make_entry(document, lang)), card, facets, document.weight)


def make_rows(
    kept: Mapping[str, Kept], changes: Sequence[tuple[int, Kept, Kept]] | None, before: Cache
) -> tuple[dict[str, Row], list[int]]:
    """Give the row of every term and the sums of the fields' lengths, by patching those of `before` if few changed."""
    if changes is None or len(changes) > MOST_PATCHES:
        totals = [0] * len(FIELDS)
        return collect_rows(_counted(map(_entry, kept.values()), totals)), totals
    rows = dict(cast("Mapping[str, Row]", before["rows"]))
    totals = list(cast("Sequence[int]", before["totals"]))
    changed = [(place, _entry(old), _entry(new)) for place, old, new in changes]
    patch_rows(rows, changed)
    for _, old, new in changed:
        totals = [total + now[0] - was[0] for total, now, was in zip(totals, new, old, strict=True)]
    return rows, totals


def _counted(entries: Iterable[Entry], totals: list[int]) -> Iterator[Entry]:
    """Pass entries on, one at a time for the memory's sake, and add their lengths to `totals`."""
    for entry in entries:
        for field, (length, _) in enumerate(entry):
            totals[field] += length
        yield entry


def _entry(kept: Kept) -> Entry:
    return cast("Entry", marshal.loads(kept.entry))  # noqa: S302  # our own cache
