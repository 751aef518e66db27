"""What the search knows about one thing that can be found: the input of the index."""

from typing import NamedTuple

# a string and the language that it is written in (a languages.text.Phrase is one)
Passage = tuple[str, str]


class Facet(NamedTuple):
    """One value by which results can be filtered, with its label in the language of the page."""

    facet: str
    value: str
    label: str


class Document(NamedTuple):
    """Everything about a record or an exhibition that can be searched or that a result shows.

    `url` lies inside the root of the language. `order` brings together what is found together (the first
    cause, then the weight and the place code), so that results come from few files. `weight`: 0 active,
    1 to be checked, 2 dormant, 3 closed, 4 a part of something; the heavier sink among results that are
    otherwise as good.
    """

    id: str
    type: str
    url: str
    title: Passage
    names: tuple[Passage, ...] = ()
    places: tuple[Passage, ...] = ()
    topics: tuple[Passage, ...] = ()
    text: tuple[Passage, ...] = ()
    identifiers: tuple[str, ...] = ()
    summary: Passage = ("", "")
    kind: str = ""
    where: str = ""
    facets: tuple[tuple[str, str, str], ...] = ()
    order: str = ""
    weight: int = 0
