"""Cut sorted words into blocks, and say from where each block goes.

Four kinds: "t" terms with their rows, "v" the terms alone with how many postings they have (for
words that are being typed and for typing errors), "r" the terms from right to left (for typing
errors at the front), "s" the Cyrillic terms by their consonants (for words in Latin letters).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from plugins.search.encoding import encode_numbers, encode_words
from plugins.search.postings import Row
from plugins.search.shards import arguments, ends_block

# a block lasts until it is this much longer than asked, then it ends wherever it is
PATIENCE = 1.5

Item = TypeVar("Item")


class Blocks(NamedTuple):
    """The blocks of one kind: what each script holds, and the words from which on they hold it."""

    contents: list[str]
    bounds: list[str]


class Encoder:
    """Encodes words, and remembers what it or an earlier build has encoded."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self.used: dict[str, str] = {}

    def encode(self, words: Sequence[str]) -> str:
        """Encode sorted words."""
        joined = " ".join(words)
        encoded = self._known.get(joined) or encode_words(words)
        self.used[joined] = encoded
        return encoded


def term_blocks(rows: Mapping[str, Row], terms: Sequence[str], size: int, encoder: Encoder) -> Blocks:
    """Cut the terms, which are sorted, with their rows."""
    blocks = cut(terms, size, lambda term: len(rows[term][0]) + len(term), lambda term: term)
    # a row holds no tab
    written = ((encoder.encode(block), "\t".join([rows[term][0] for term in block])) for block in blocks)
    return Blocks([arguments(*content) for content in written], bounds(blocks))


def word_blocks(rows: Mapping[str, Row], terms: Sequence[str], size: int, encoder: Encoder) -> Blocks:
    """Cut the terms alone, which are sorted, each with its number of postings."""
    blocks = cut(terms, size, len, lambda term: term)
    written = ((encoder.encode(block), encode_numbers(rows[term][1] for term in block)) for block in blocks)
    return Blocks([arguments(*content) for content in written], bounds(blocks))


def reversed_blocks(backwards: Sequence[str], size: int, encoder: Encoder) -> Blocks:
    """Cut the terms written from right to left, which are sorted."""
    blocks = cut(backwards, size, len, lambda term: term)
    return Blocks([arguments(encoder.encode(block)) for block in blocks], bounds(blocks))


def skeleton_blocks(skeletons: Sequence[tuple[str, str]], size: int, encoder: Encoder) -> Blocks:
    """Cut the (consonants, term), which are sorted; terms with equal consonants stay together."""
    groups = [(key, [term for _, term in group]) for key, group in groupby(skeletons, lambda pair: pair[0])]
    blocks = cut(groups, size, lambda group: sum(map(len, group[1])), lambda group: group[0])
    contents = [arguments(encoder.encode([term for _, terms in block for term in terms])) for block in blocks]
    return Blocks(contents, bounds([[key for key, _ in block] for block in blocks]))


def cut(
    items: Iterable[Item], size: int, measure: Callable[[Item], int], word: Callable[[Item], str]
) -> list[list[Item]]:
    """Cut items into blocks of about `size` characters, at words that may end a block."""
    blocks: list[list[Item]] = []
    block: list[Item] = []
    filled = 0
    for item in items:
        block.append(item)
        filled += measure(item)
        if filled >= size and (filled >= size * PATIENCE or ends_block(word(item))):
            blocks.append(block)
            block, filled = [], 0
    return [*blocks, block] if block else blocks


def bounds(blocks: Sequence[Sequence[str]]) -> list[str]:
    """Give for every block but the first the shortest word from which on it holds them."""
    shortest = []
    for before, block in zip(blocks, blocks[1:], strict=False):
        last, first = before[-1], block[0]
        shared = next(
            (i for i, (a, b) in enumerate(zip(last, first, strict=False)) if a != b), min(len(last), len(first))
        )
        shortest.append(first[: shared + 1])
    return shortest
