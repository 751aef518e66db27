"""Compare the translations of a record with their original: what is missing, and what is older.

A translation carries a mark of the original that it was made from (`translated_from`). The mark
is made of the original's words alone, so it changes exactly when they do, whoever changed them
and with whatever program.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import NamedTuple, get_args

from plugins.languages.text import DEFAULT_LANGUAGE, LANGUAGES, Text
from plugins.records.marks import KeyPath
from plugins.records.model.anatomy import hints_of, is_text
from plugins.records.model.base import Base, Part
from plugins.records.model.types import MARK_LENGTH, MARK_LETTERS, Verbatim

TRANSLATIONS = tuple(lang for lang in LANGUAGES if lang != DEFAULT_LANGUAGE)


class Missing(NamedTuple):
    """The texts of a record that a language lacks: how many, and the names of their fields."""

    lang: str
    number: int
    fields: str


def texts_of(part: Part, at: KeyPath = ()) -> Iterator[tuple[KeyPath, Text]]:
    """Yield every text that is meant to be translated, in the order of the fields."""
    for name in _with_texts(type(part)):
        yield from _texts_in(getattr(part, name), (*at, name))


def _texts_in(value: object, at: KeyPath) -> Iterator[tuple[KeyPath, Text]]:
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, Part):
        yield from texts_of(value, at)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _texts_in(each, (*at, index))


@cache
def _with_texts(model: type[Part]) -> tuple[str, ...]:
    """Name the fields that hold texts, or groups of fields that do."""
    return tuple(name for name, hint in hints_of(model).items() if _holds_texts(hint))


def _holds_texts(hint: object) -> bool:
    if any(isinstance(mark, Verbatim) for mark in getattr(hint, "__metadata__", ())):
        return False
    if isinstance(hint, type) and issubclass(hint, Part):
        return bool(_with_texts(hint))
    return is_text(hint) or any(_holds_texts(each) for each in get_args(hint))


def mark_of(record: Base) -> str:
    """Give the mark of a record's original: letters alone, so that no program reads it as a number or a word."""
    words = "\0".join(" ".join(text.best(DEFAULT_LANGUAGE).text.split()) for _, text in texts_of(record))
    number = int.from_bytes(blake2b(words.encode(), digest_size=8).digest())
    letters = []
    for _ in range(MARK_LENGTH):
        number, letter = divmod(number, len(MARK_LETTERS))
        letters.append(MARK_LETTERS[letter])
    return "".join(letters)


def missing_texts(record: Base) -> tuple[Missing, ...]:
    """Count the texts that stand in the original and not in a translation, for each language that lacks any."""
    texts = list(texts_of(record))
    found = ((lang, [str(path[0]) for path, text in texts if not text.has(lang)]) for lang in TRANSLATIONS)
    return tuple(Missing(lang, len(names), ", ".join(dict.fromkeys(names))) for lang, names in found if names)


def languages_of(record: Base) -> tuple[str, ...]:
    """Give the languages into which at least one text of the record is translated."""
    return tuple(lang for lang in TRANSLATIONS if any(text.has(lang) for _, text in texts_of(record)))
