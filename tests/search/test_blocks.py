"""Blocks cut again where words have changed are those that a cut of all words gives."""

import random
from collections.abc import Mapping

import pytest

from plugins.search.blocks import Block, Kind, look_up, recut
from plugins.search.kinds import Kinds, recut_kinds, rows_in
from plugins.search.postings import Row

KIND = Kind(lambda word, value: len(word) + len(value), lambda words, values: f"{'-'.join(words)}={'-'.join(values)}")
SIZE = 60
NO_KINDS: Kinds = {"t": [], "v": [], "r": [], "s": []}


def whole(items: Mapping[str, str], size: int = SIZE) -> list[Block]:
    """Cut all items."""
    return recut(KIND, [], sorted(items.items()), size)


def some_word(choice: random.Random) -> str:
    """Invent a word of few letters, so that some are invented twice."""
    return "".join(choice.choices("абвdef", k=choice.randint(1, 4)))


@pytest.mark.parametrize("seed", range(8))
def test_changes_equal_a_whole_cut(seed: int) -> None:
    """Words come, go and get other values, few or many at once, down to none at all."""
    choice = random.Random(seed)
    items: dict[str, str] = {}
    blocks: list[Block] = []
    for count in (0, 1, 300, 1, 2, 3, 40, 1, 1, 200):
        changes: dict[str, str | None] = {some_word(choice): "x" * choice.randint(0, 9) for _ in range(count)}
        changes |= {word: None for word in choice.sample(sorted(items), min(count, len(items))) if word not in changes}
        items = {word: value for word, value in {**items, **changes}.items() if value is not None}
        blocks = recut(KIND, blocks, sorted(changes.items()), SIZE)
        assert blocks == whole(items)
    assert recut(KIND, blocks, [(word, None) for word in sorted(items)], SIZE) == []


def test_untouched_blocks_are_not_made_again() -> None:
    """A change of one word leaves the other blocks the very same objects."""
    before = whole({f"word{number:03}": "value" for number in range(300)})
    after = recut(KIND, before, [("word150", "other")], SIZE)
    assert len({*map(id, before)} - {*map(id, after)}) == 1


def test_nothing_makes_no_block() -> None:
    """Without words there are no blocks, whatever else stays."""
    assert whole({}) == []
    assert recut_kinds(NO_KINDS, {}, {}) == NO_KINDS


def test_another_size_cuts_everything_again() -> None:
    """The blocks of one size become those of another."""
    items = {f"word{number:03}": "value" for number in range(300)}
    assert recut(KIND, whole(items), [], SIZE * 3, whole=True) == whole(items, SIZE * 3)


def test_values_are_looked_up() -> None:
    """Words that no block has are left out, whether before, between or after the others."""
    blocks = whole({f"word{number:03}": str(number) for number in range(300)})
    assert look_up(blocks, ["word007", "a", "word2995", "word299", "z"]) == {"word007": "7", "word299": "299"}
    assert look_up([], ["a"]) == {}


def test_kinds_follow_the_number_of_terms() -> None:
    """With one term more, blocks of all kinds may be longer; they are those of an index made from nothing."""
    rows: dict[str, Row] = {f"дума{number:04}": ("!a", 1) for number in range(8191)}
    more = {**rows, "нова": ("!ab", 2)}
    before = recut_kinds(NO_KINDS, {}, rows)
    after = recut_kinds(before, {}, {"нова": more["нова"]})
    assert after == recut_kinds(NO_KINDS, {}, more)
    assert len(after["t"]) < len(before["t"])
    assert rows_in(after) == more
    assert recut_kinds(after, {"нова": more["нова"]}, {}) == before
