"""Sort the objects of an exhibition by kind, subject, ten years, place and rights.

Each value is a list of its own, unless that would be a list of one object, or of all of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from plugins.exhibitions.objects.entries import path_of_object
from plugins.languages.collation import sort_key
from plugins.languages.edtf import say_decade, years_of
from plugins.languages.text import DEFAULT_LANGUAGE, Text
from plugins.languages.transliteration import slug
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.urls import path_of
from plugins.site.view import SiteView

FACETS = ("kind", "subject", "date", "place", "rights")
# values of a facet that every list shows beside it; the others have a page
MOST = 10
# facets with a page of all their values
LISTED = ("subject", "place")
LONGEST_KEY = 60
# the vocabulary of licences and of statements of rights
RIGHTS = "rights"
_LICENCE = re.compile(r"creativecommons\.org/(?:licenses/|publicdomain/)(zero|mark|[a-z-]+)/([0-9.]+)")
_STATEMENT = re.compile(r"rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/")
_NUMBER = re.compile(r"-[0-9]+$")
_PUBLIC = {"zero": "cc0", "mark": "pd"}


class Value(NamedTuple):
    """One value of a facet: its key in addresses, what it is called, its page, and its objects by their numbers."""

    facet: str
    key: str
    label: Text | str
    path: str
    objects: tuple[int, ...]
    # whether the page is a list of its own, and not that of the one object or of all of them
    listed: bool

    def words(self, lang: str) -> str:
        """Give the label in a language."""
        return self.label.best(lang).text if isinstance(self.label, Text) else self.label


Facets = Mapping[str, Sequence[Value]]


def facets_of(view: SiteView, exhibition: Brief, objects: Sequence[Object]) -> Facets:
    """Give the values of every facet in their order: of time, else by frequency and then by name."""
    found: dict[str, dict[str, tuple[Text | str, list[int]]]] = {facet: {} for facet in FACETS}
    for number, thing in enumerate(objects):
        for facet, key, label in values_of(view, thing):
            known = found[facet].setdefault(key, (label, []))[1]
            if known[-1:] != [number]:
                known.append(number)
    found_values = {
        facet: [_value(exhibition, objects, facet, *each) for each in found[facet].items()] for facet in FACETS
    }
    return {facet: tuple(_sorted(values, facet, view.lang)) for facet, values in found_values.items()}


def _value(
    exhibition: Brief, objects: Sequence[Object], facet: str, key: str, known: tuple[Text | str, list[int]]
) -> Value:
    label, numbers = known
    if len(numbers) == 1:
        path = path_of_object(exhibition, objects[numbers[0]])
    elif len(numbers) == len(objects):
        path = path_of("objects", exhibition=exhibition)
    else:
        path = path_of("objects-narrowed", exhibition=exhibition, facet=facet, value=key)
    return Value(facet, key, label, path, tuple(numbers), listed=1 < len(numbers) < len(objects))


def _sorted(values: Sequence[Value], facet: str, lang: str) -> list[Value]:
    if facet == "date":
        return sorted(values, key=lambda value: value.key)
    return sorted(values, key=lambda value: (-len(value.objects), sort_key(value.words(lang), lang)))


def values_of(view: SiteView, thing: Object) -> Iterator[tuple[str, str, Text | str]]:
    """Yield (facet, key, label) of what an object has; the key is the same in every language."""
    yield "kind", thing.kind, thing.kind
    for subject in thing.subjects:
        yield "subject", key_of(subject), subject
    if thing.date and (year := decade_of(thing.date)) is not None:
        yield "date", f"{year:04}", say_decade(year, view.lang)
    place = view.catalogue.place(thing.place) if thing.place else None
    if place:
        yield "place", place.id, place.name
    elif thing.location:
        yield "place", key_of(thing.location), thing.location
    yield "rights", key_of(thing.rights), rights_label(view, thing)


def rights_label(view: SiteView, thing: Object) -> Text | str:
    """Say the rights in words, where the vocabulary knows the licence or statement; else give its address."""
    found = _LICENCE.search(thing.rights)
    term = "" if found is None else slug(f"{_PUBLIC.get(found[1], f'cc-{found[1]}')}-{found[2]}")
    statement = _STATEMENT.search(thing.rights)
    if statement:
        term = f"rs-{statement[1].lower()}"
    label = view.site.label(RIGHTS, term or thing.rights)
    return thing.rights if label == term else label


def decade_of(date: str) -> int | None:
    """Give the first year of the ten in which a date begins; of an open beginning, in which it ends."""
    years = years_of(date)
    year = years.first if years.first is not None else years.last
    return None if year is None else year // 10 * 10


def key_of(value: Text | str) -> str:
    """Make a key of words; what has no Latin form, or too long a one, has its hash."""
    words = value.best(DEFAULT_LANGUAGE).text if isinstance(value, Text) else value.partition("://")[2] or value
    key = slug(words)
    # a number at the end is that of a further page
    if key and len(key) <= LONGEST_KEY and not _NUMBER.search(key):
        return key
    return f"{key[:LONGEST_KEY].strip('-')}-{blake2b(words.encode(), digest_size=4).hexdigest()}".strip("-")
