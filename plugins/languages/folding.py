"""Bring words to one form for searching: case, diacritics, Turkish İ and ı, stress marks.

The browser does the same from the same table (plugins/search/browser/words.js).
"""

import json
import unicodedata
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "tables" / "folding.json"


@cache
def folding_table() -> dict[str, str]:
    """Give the letters that fold to others, and (under "") those that are passed over."""
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    return {**table["letters"], "": table["passed_over"]}


@cache
def _letters() -> dict[int, str]:
    return str.maketrans({letter: folded for letter, folded in folding_table().items() if letter})


def lower(text: str, lang: str) -> str:
    """Lower the case of a text as its language does, composed and without stress marks or soft hyphens."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        for mark in folding_table()[""]:
            text = text.replace(mark, "")
    return text.replace("I", "ı").replace("İ", "i").lower() if lang == "tr" else text.replace("İ", "i").lower()


def is_cyrillic(word: str) -> bool:
    """Tell whether a word in lower case has a Cyrillic letter."""
    return any("а" <= letter <= "џ" for letter in word)


def fold(word: str) -> str:
    """Fold a word in lower case: a Latin one loses its diacritics, a Cyrillic one ѝ, ё, э and ы."""
    if word.isascii():
        return word
    word = word.translate(_letters())
    if is_cyrillic(word):
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if unicodedata.category(letter) != "Mn")
