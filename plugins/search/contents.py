"""What the files of an index hold, made from all documents, or changed where few of them have changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.search.blocks import Block
from plugins.search.cards import CARDS_IN_FILE, card_contents, facet_tables, write_weights
from plugins.search.entries import FIELDS, Entry
from plugins.search.keeping import Changes, Kept, Shown, entry_of, shown_of
from plugins.search.kinds import Kinds, recut_kinds, rows_in
from plugins.search.patching import patch_rows, patched_terms
from plugins.search.postings import collect_rows
from plugins.search.shards import arguments

# with more changed documents than this, all are read again
MOST_PATCHES = 20


class Contents(NamedTuple):
    """Blocks of terms, sums of the fields' lengths, files of cards, and how documents are filtered and ranked."""

    kinds: Kinds
    totals: Sequence[int]
    cards: Sequence[str]
    facets: str
    weights: str


NOTHING = Contents({"t": [], "v": [], "r": [], "s": []}, (0,) * len(FIELDS), (), "", "")


def make_contents(kept: Mapping[str, Kept], changes: Changes | None, before: Contents) -> Contents:
    """Make the contents from all documents, or from those of `before` where few have changed."""
    if changes is None or len(changes) > MOST_PATCHES:
        return _whole(kept, before)
    return _patched(kept, changes, before)


def _whole(kept: Mapping[str, Kept], before: Contents) -> Contents:
    totals = [0] * len(FIELDS)
    rows = collect_rows(_counted(map(entry_of, kept.values()), totals))
    kinds = recut_kinds(before.kinds, rows_in(before.kinds), rows)
    shown = list(map(shown_of, kept.values()))
    cards = card_contents([each.card for each in shown])
    return Contents(kinds, totals, cards, _facets(shown), _weights(shown))


def _counted(entries: Iterable[Entry], totals: list[int]) -> Iterator[Entry]:
    """Pass entries on, one at a time for the memory's sake, and add their lengths to `totals`."""
    for entry in entries:
        for field, (length, _) in enumerate(entry):
            totals[field] += length
        yield entry


def _facets(shown: Sequence[Shown]) -> str:
    return arguments(facet_tables([each.facets for each in shown]))


def _weights(shown: Iterable[Shown]) -> str:
    return write_weights([each.weight for each in shown])


def _patched(kept: Mapping[str, Kept], changes: Changes, before: Contents) -> Contents:
    entries = [(place, entry_of(old), entry_of(new)) for place, old, new in changes]
    old_rows = rows_in(before.kinds, patched_terms(entries))
    kinds = recut_kinds(before.kinds, old_rows, patch_rows(old_rows, entries))
    totals = list(before.totals)
    for _, old, new in entries:
        totals = [total + now[0] - was[0] for total, now, was in zip(totals, new, old, strict=True)]
    cards = _patched_cards(before.cards, list(kept.values()), [place for place, _, _ in changes])
    if all(shown_of(old)[2:] == shown_of(new)[2:] for _, old, new in changes):
        return Contents(kinds, totals, cards, before.facets, before.weights)
    shown = list(map(shown_of, kept.values()))
    return Contents(kinds, totals, cards, _facets(shown), _weights(shown))


def _patched_cards(before: Sequence[str], kept: Sequence[Kept], places: Iterable[int]) -> list[str]:
    """Write the files anew that have the cards at some places."""
    cards = list(before)
    for number in {place // CARDS_IN_FILE for place in places}:
        neighbours = kept[number * CARDS_IN_FILE : (number + 1) * CARDS_IN_FILE]
        [cards[number]] = card_contents([shown_of(each).card for each in neighbours])
    return cards


def to_plain(contents: Contents) -> dict[str, object]:
    """Give the contents as values that marshal can write."""
    kinds = {kind: [tuple(block) for block in blocks] for kind, blocks in contents.kinds.items()}
    return {**contents._asdict(), "kinds": kinds}


def from_plain(plain: Mapping[str, object]) -> Contents:
    """Read contents back."""
    contents = Contents._make(plain[name] for name in Contents._fields)
    return contents._replace(kinds={kind: list(map(Block._make, blocks)) for kind, blocks in contents.kinds.items()})
