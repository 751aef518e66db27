"""The terms of an index in the three orders in which they are cut into blocks."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from plugins.languages.folding import is_cyrillic
from plugins.languages.transliteration import skeleton

# with more new or gone terms than this, everything is sorted again
MOST_CHANGES = 500

Word = TypeVar("Word", str, tuple[str, str])


class Vocabulary(NamedTuple):
    """Sorted lists: the terms, the terms from right to left, and (consonants, term) of the Cyrillic ones."""

    terms: list[str]
    backwards: list[str]
    skeletons: list[tuple[str, str]]


def make_vocabulary(terms: Iterable[str], before: Vocabulary | None) -> Vocabulary:
    """Sort the terms; where few have come or gone since `before`, its lists are changed and given back."""
    now = set(terms)
    if before is None:
        return _sorted(now)
    gone = set(before.terms) - now
    new = now.difference(before.terms)
    if len(gone) + len(new) > MOST_CHANGES:
        return _sorted(now)
    for term in gone:
        _take_out(before.terms, term)
        _take_out(before.backwards, term[::-1])
        if is_cyrillic(term):
            _take_out(before.skeletons, (skeleton(term), term))
    for term in new:
        insort(before.terms, term)
        insort(before.backwards, term[::-1])
        if is_cyrillic(term):
            insort(before.skeletons, (skeleton(term), term))
    return before


def _take_out(words: list[Word], word: Word) -> None:
    del words[bisect_left(words, word)]


def _sorted(terms: Iterable[str]) -> Vocabulary:
    skeletons = sorted((skeleton(term), term) for term in terms if is_cyrillic(term))
    return Vocabulary(sorted(terms), sorted(term[::-1] for term in terms), skeletons)
