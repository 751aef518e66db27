"""Find what a mistyped word was meant to be: Cyrillic look-alikes first, then the nearest word."""

from collections.abc import Iterable
from difflib import get_close_matches

_CYRILLIC = "аеорсухіјѕкмтнвАЕОРСУХКМТНВІЈЅ"
_LATIN = "aeopcyxijskmthbAEOPCYXKMTHBIJS"
_FOLD = str.maketrans(_CYRILLIC, _LATIN)
# longer words are not compared: it takes time that grows with the square of the length
_LONGEST = 80
_MOST = 2000
_CLOSE = 0.65


def fold_lookalikes(word: str) -> str:
    """Replace the Cyrillic letters that look like Latin ones."""
    return word.translate(_FOLD)


def first_lookalike(word: str) -> str:
    """Give the first Cyrillic letter of a word that looks like a Latin one, or ""."""
    return next((char for char in word if char in _CYRILLIC), "")


def nearest(word: str, words: Iterable[str]) -> str:
    """Give the word that was probably meant, or ""."""
    known = list(words)[:_MOST]
    folded = fold_lookalikes(word.strip())
    if folded in known:
        return folded
    if len(folded) > _LONGEST:
        return ""
    lower = folded.casefold().replace("_", "-").replace(" ", "-")
    for each in known:
        if each.replace("_", "-") == lower:
            return each
    return next(iter(get_close_matches(folded, known, 1, _CLOSE)), "")
