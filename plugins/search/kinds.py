"""The four kinds of blocks into which the rows of an index are cut.

"t" terms with their rows, "v" the terms alone with how many postings they have (for words that are
being typed and for typing errors), "r" the terms from right to left (for typing errors at the
front), "s" the Cyrillic terms by their consonants (for words in Latin letters).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter

from plugins.languages.folding import is_cyrillic
from plugins.languages.transliteration import skeleton
from plugins.search.blocks import Block, Change, Kind, count_words, items_of, look_up, recut
from plugins.search.encoding import encode_numbers, encode_words
from plugins.search.postings import Row
from plugins.search.shards import arguments

# characters in a block, up to 4,096 terms and for each doubling
BLOCK_SIZES = (900, 1100, 1600, 2200, 2900, 3500)

# the blocks of every kind
Kinds = dict[str, list[Block]]


def _write_rows(terms: Sequence[str], rows: Sequence[str]) -> str:
    # a row holds no tab
    return arguments(encode_words(terms), "\t".join(rows))


def _write_counts(terms: Sequence[str], counts: Sequence[str]) -> str:
    return arguments(encode_words(terms), encode_numbers(map(int, counts)))


def _write_words(words: Sequence[str], _: Sequence[str]) -> str:
    return arguments(encode_words(words))


def _write_groups(_: Sequence[str], groups: Sequence[str]) -> str:
    # terms with equal consonants stay together
    return arguments(encode_words(" ".join(groups).split(" ")))


_ROWS = Kind(lambda term, row: len(row) + len(term), _write_rows)
_COUNTS = Kind(lambda term, _: len(term), _write_counts)
_WORDS = Kind(lambda word, _: len(word), _write_words)
_GROUPS = Kind(lambda _, terms: len(terms) - terms.count(" "), _write_groups)


def block_size(terms: int) -> int:
    """Tell how many characters a block of terms has: the more terms, the more blocks the head has to name."""
    return BLOCK_SIZES[max(0, min(len(BLOCK_SIZES) - 1, terms.bit_length() - 12))]


def rows_in(kinds: Kinds, terms: Collection[str] | None = None) -> dict[str, Row]:
    """Give the rows of all terms, or of those of some that the blocks have."""
    if terms is None:
        pairs = zip(items_of(kinds["t"]), items_of(kinds["v"]), strict=True)
        return {term: (row, int(count)) for (term, row), (_, count) in pairs}
    rows, counts = look_up(kinds["t"], terms), look_up(kinds["v"], terms)
    return {term: (row, int(counts[term])) for term, row in rows.items()}


def recut_kinds(kinds: Kinds, old: Mapping[str, Row], new: Mapping[str, Row]) -> Kinds:
    """Give the blocks after the `old` rows have become the `new` ones; other terms stay as they are."""
    come, gone = new.keys() - old.keys(), old.keys() - new.keys()
    changed: list[tuple[str, Row | None]] = [(term, row) for term, row in new.items() if old.get(term) != row]
    changed += [(term, None) for term in gone]
    changed.sort(key=itemgetter(0))
    rows = [(term, row and row[0]) for term, row in changed]
    counts = [(term, row and str(row[1])) for term, row in changed if _count(old.get(term)) != _count(row)]
    backwards = sorted([*[(term[::-1], "") for term in come], *[(term[::-1], None) for term in gone]])
    groups = _changed_groups(kinds["s"], come, gone)
    before = count_words(kinds["t"])
    size = block_size(before + len(come) - len(gone))
    whole = size != block_size(before)
    return {
        "t": recut(_ROWS, kinds["t"], rows, size, whole=whole),
        "v": recut(_COUNTS, kinds["v"], counts, size * 2, whole=whole),
        "r": recut(_WORDS, kinds["r"], backwards, size * 2, whole=whole),
        "s": recut(_GROUPS, kinds["s"], groups, size, whole=whole),
    }


def _count(row: Row | None) -> int:
    return row[1] if row else 0


def _changed_groups(blocks: Sequence[Block], come: Iterable[str], gone: Iterable[str]) -> list[Change]:
    """Give consonants → all terms that have them, where such terms have come or gone."""
    added, removed = _by_consonants(come), _by_consonants(gone)
    changed = sorted(added.keys() | removed.keys())
    before = look_up(blocks, changed)
    groups: list[Change] = []
    for consonants in changed:
        terms = {*before.get(consonants, "").split(), *added.get(consonants, ())}
        terms.difference_update(removed.get(consonants, ()))
        groups.append((consonants, " ".join(sorted(terms)) or None))
    return groups


def _by_consonants(terms: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for term in filter(is_cyrillic, terms):
        groups.setdefault(skeleton(term), []).append(term)
    return groups
