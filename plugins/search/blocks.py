"""Cut sorted words, each with a value, into blocks; where few words have changed, most blocks stay as they are.

A cut starts afresh after every block. So a block that begins where one began before, and whose words
have not changed, is the block that was there before.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from plugins.search.shards import ends_block

# a block lasts until it is this much longer than asked, then it ends wherever it is
PATIENCE = 1.5

# a word and its value
Item = tuple[str, str]
# a word and its new value, None where the word is gone
Change = tuple[str, str | None]


class Block(NamedTuple):
    """Neighbouring words, joined by spaces, their values, joined by tabs, and what the script says of both."""

    words: str
    values: str
    content: str


class Kind(NamedTuple):
    """One kind of blocks: how long an item counts, and how words and values are written."""

    measure: Callable[[str, str], int]
    write: Callable[[Sequence[str], Sequence[str]], str]


_NOTHING = Block("", "", "")


def recut(
    kind: Kind, blocks: Sequence[Block], changes: Sequence[Change], size: int, *, whole: bool = False
) -> list[Block]:
    """Give the blocks, of about `size` characters, after some changes, which are sorted.

    `whole` cuts every block again, for another size than before.
    """
    made: list[Block] = []
    left: list[Item] = []
    before = blocks or [_NOTHING]
    for block, changed in zip(before, _by_block(before, changes), strict=True):
        if left or changed or whole:
            full, left = _cut(kind, [*left, *_changed(block, changed)], size)
            made += [_block(kind, items) for items in full]
        elif block is not _NOTHING:
            made.append(block)
    return [*made, _block(kind, left)] if left else made


def _by_block(blocks: Sequence[Block], changes: Sequence[Change]) -> Iterator[Sequence[Change]]:
    """Yield for every block the changes that belong there by the alphabet."""
    start = 0
    for following in blocks[1:]:
        end = bisect_left(changes, (_first(following),), start)
        yield changes[start:end]
        start = end
    yield changes[start:]


def _changed(block: Block, changes: Sequence[Change]) -> list[Item]:
    now: Iterable[Change] = changes
    if block is not _NOTHING:
        now = sorted({**dict(items_of([block])), **dict(changes)}.items())
    return [(word, value) for word, value in now if value is not None]


def _first(block: Block) -> str:
    return block.words.partition(" ")[0]


def _cut(kind: Kind, items: Iterable[Item], size: int) -> tuple[list[list[Item]], list[Item]]:
    """Give full blocks, which end at words that may end one, and the items after them."""
    full: list[list[Item]] = []
    block: list[Item] = []
    filled = 0
    for item in items:
        block.append(item)
        filled += kind.measure(*item)
        if filled >= size and (filled >= size * PATIENCE or ends_block(item[0])):
            full.append(block)
            block, filled = [], 0
    return full, block


def _block(kind: Kind, items: Sequence[Item]) -> Block:
    words, values = zip(*items, strict=True)
    return Block(" ".join(words), "\t".join(values), kind.write(words, values))


def items_of(blocks: Iterable[Block]) -> Iterator[Item]:
    """Yield every word with its value."""
    for block in blocks:
        yield from zip(block.words.split(" "), block.values.split("\t"), strict=True)


def look_up(blocks: Sequence[Block], words: Iterable[str]) -> dict[str, str]:
    """Give the values of those of some words that the blocks have."""
    found = {}
    asked = _by_block(blocks, [(word, None) for word in sorted(words)])
    for block, here in zip(blocks, asked, strict=False):
        if here:
            items = dict(items_of([block]))
            found.update({word: items[word] for word, _ in here if word in items})
    return found


def count_words(blocks: Iterable[Block]) -> int:
    """Count the words of all blocks."""
    return sum(block.words.count(" ") + 1 for block in blocks)


def bounds(blocks: Sequence[Block]) -> list[str]:
    """Give for every block but the first the shortest word from which on it holds them."""
    shortest = []
    for before, block in zip(blocks, blocks[1:], strict=False):
        last, first = before.words.rpartition(" ")[2], _first(block)
        shared = next(
            (i for i, (a, b) in enumerate(zip(last, first, strict=False)) if a != b), min(len(last), len(first))
        )
        shortest.append(first[: shared + 1])
    return shortest
