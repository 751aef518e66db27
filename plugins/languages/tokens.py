"""Cut text into words, and words into the terms that the search index holds.

Python does it for records and plugins/search/browser/words.js for queries, by the same tables:
Cyrillic words are stemmed as Bulgarian, Latin ones as the language that the text is written in.
"""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category

from plugins.languages.folding import fold, is_cyrillic, lower
from plugins.languages.stemming import stem_bulgarian, stem_english, stem_turkish

STOP_WORDS = Path(__file__).parent / "tables" / "stop_words.json"
_WORD = re.compile(r"[^\W_]+")
_NOT_DIGITS = re.compile(r"\D+")
_COUNTRY = re.compile(r"^\s*(?:\+|00)359(?:\s*\(0\))?")


@cache
def stop_words() -> frozenset[str]:
    """Give the words that are not indexed, of all languages together."""
    lists = json.loads(STOP_WORDS.read_text(encoding="utf-8"))
    return frozenset(word for words in lists.values() for word in words.split())


@lru_cache(maxsize=400_000)
def term(word: str, lang: str) -> str:
    """Give the term of a word in lower case, "" for one that is not indexed."""
    if word in stop_words() or (len(word) == 1 and category(word)[0] != "N"):
        return ""
    if is_cyrillic(word):
        return stem_bulgarian(fold(word))
    if lang == "tr":
        return fold(stem_turkish(word))
    return stem_english(fold(word)) if lang == "en" else fold(word)


def words(text: str, lang: str) -> list[str]:
    """Cut a text into its words, in lower case."""
    return _WORD.findall(lower(text, lang))


def terms(text: str, lang: str) -> list[str]:
    """Give the terms of a text in the order of its words."""
    return [found for word in words(text, lang) if (found := term(word, lang))]


def identifier(text: str) -> str:
    """Give a number as one term: digits only, a Bulgarian phone number from its 0 on."""
    return _NOT_DIGITS.sub("", _COUNTRY.sub("0", text))
