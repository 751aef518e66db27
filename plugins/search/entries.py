"""Turn a document into what the index keeps of it: the terms of each field with their counts.

Entries are kept from build to build, packed, so that a build that needs none of them reads none.
"""

import json
from collections import Counter
from functools import lru_cache
from hashlib import blake2b

from plugins.languages.tokens import identifier, terms
from plugins.search.document import Document, Passage

# the fields of the lunr index with their boosts
FIELDS = (("title", 10), ("names", 6), ("places", 4), ("topics", 3), ("text", 1))

# per field: how many terms it has, and term → how often
Entry = tuple[tuple[int, dict[str, int]], ...]


def digest(document: Document) -> bytes:
    """Give the digest of everything that a document holds."""
    return blake2b(json.dumps(document, ensure_ascii=False).encode(), digest_size=12).digest()


def field_terms(document: Document, lang: str) -> tuple[list[str], ...]:
    """Give the terms of every field, in the order of FIELDS. Passages say their own language."""
    names = _terms(document.names, lang) + [number for text in document.identifiers if (number := identifier(text))]
    return (
        _terms((document.title,), lang),
        names,
        _shared_terms(document.places, lang),
        _shared_terms(document.topics, lang),
        _terms(document.text, lang),
    )


def _terms(passages: tuple[Passage, ...], lang: str) -> list[str]:
    return [term for text, own in passages for term in terms(text, own or lang)]


def _shared_terms(passages: tuple[Passage, ...], lang: str) -> list[str]:
    """Give the terms of what many documents say alike, such as the names of places."""
    return [term for text, own in passages for term in _remembered(text, own or lang)]


@lru_cache(maxsize=20_000)
def _remembered(text: str, lang: str) -> tuple[str, ...]:
    return tuple(terms(text, lang))


def make_entry(document: Document, lang: str) -> Entry:
    """Count the terms of every field of a document."""
    return tuple((len(found), dict(Counter(found))) for found in field_terms(document, lang))
