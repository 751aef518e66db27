"""Turn a document into what the index keeps of it: the terms of each field with their counts.

Entries are kept from build to build under the digest of their document.
"""

import marshal
from collections import Counter
from hashlib import blake2b

from plugins.languages.tokens import identifier, terms
from plugins.search.document import Document, Passage

# the fields of the lunr index with their boosts
FIELDS = (("title", 10), ("names", 6), ("places", 4), ("topics", 3), ("text", 1))

# per field: how many terms it has, and term → how often
Entry = tuple[tuple[int, dict[str, int]], ...]


def digest(document: Document) -> bytes:
    """Give the digest of everything that a document holds."""
    # version 2 of marshal: later ones write equal values differently when strings are shared
    return blake2b(marshal.dumps(_plain(document), 2), digest_size=12).digest()  # type: ignore[arg-type]  # strings, numbers and tuples of them


def _plain(value: object) -> object:
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def field_terms(document: Document, lang: str) -> tuple[list[str], ...]:
    """Give the terms of every field, in the order of FIELDS. Passages say their own language."""
    names = _terms(document.names, lang) + [number for text in document.identifiers if (number := identifier(text))]
    return (
        _terms((document.title,), lang),
        names,
        _terms(document.places, lang),
        _terms(document.topics, lang),
        _terms(document.text, lang),
    )


def _terms(passages: tuple[Passage, ...], lang: str) -> list[str]:
    return [term for text, own in passages for term in terms(text, own or lang)]


def make_entry(document: Document, lang: str) -> Entry:
    """Count the terms of every field of a document."""
    return tuple((len(found), dict(Counter(found))) for found in field_terms(document, lang))
