"""What results show and how they are filtered: cards of a few documents a file, and the facets."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from plugins.search.document import Document
from plugins.search.encoding import encode_numbers

# neighbours are often found together, and a browser has six requests at a time: smaller files are more rounds
CARDS_IN_FILE = 10
SUMMARY_LENGTH = 140

# page address, title, kind, where it is, summary, and the languages of title and summary where they are not the page's
Card = list[str]
# (facet, value, label) of a document
Facets = tuple[tuple[str, str, str], ...]
# facet → ([value, label] of every value, the combinations of values that occur, runs of combinations)
FacetTable = tuple[list[list[str]], list[list[int]], str]


def card_contents(cards: Sequence[str]) -> list[str]:
    """Put cards, as `arguments` wrote them, into files."""
    firsts = range(0, len(cards), CARDS_IN_FILE)
    return [f"[{','.join(cards[first : first + CARDS_IN_FILE])}]" for first in firsts]


def make_card(document: Document, lang: str) -> Card:
    """Give what a result shows of a document; empty strings at the end are left out."""
    title, title_lang = document.title
    summary, summary_lang = document.summary
    card = [document.url, title, document.kind, document.where, shorten(summary), "", ""]
    card[5] = "" if title_lang == lang else title_lang
    card[6] = "" if summary_lang == lang else summary_lang
    while not card[-1]:
        card.pop()
    return card


def shorten(text: str) -> str:
    """Cut a text after a word at SUMMARY_LENGTH."""
    if len(text) <= SUMMARY_LENGTH:
        return text
    return f"{text[:SUMMARY_LENGTH].rpartition(' ')[0].rstrip(' ,;:–-')}…"


def facet_tables(owned: Sequence[Facets]) -> dict[str, FacetTable]:
    """Give the values of every facet and which of them each document has."""
    labels: dict[str, dict[str, str]] = {}
    for facets in owned:
        for name, value, label in facets:
            labels.setdefault(name, {})[value] = label
    return {name: _facet_table(owned, name, labels[name]) for name in sorted(labels)}


def _facet_table(owned: Sequence[Facets], name: str, labels: Mapping[str, str]) -> FacetTable:
    values = sorted(labels)
    number = {value: index for index, value in enumerate(values)}
    has = [tuple(sorted([number[value] for facet, value, _ in facets if facet == name])) for facets in owned]
    frequent = sorted(Counter(has).items(), key=lambda item: (-item[1], item[0]))
    combination = {owns: index for index, (owns, _) in enumerate(frequent)}
    runs: list[int] = []
    for owns, group in groupby(has):
        runs += (combination[owns], sum(1 for _ in group) - 1)
    return [[value, labels[value]] for value in values], [list(owns) for owns, _ in frequent], encode_numbers(runs)


def write_weights(weights: Sequence[int]) -> str:
    """Give the weights of the documents in runs: each with how many more follow that have it too."""
    runs = ((weight, sum(1 for _ in group) - 1) for weight, group in groupby(weights))
    return encode_numbers(number for run in runs for number in run)
