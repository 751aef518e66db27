"""Write the queries of the benchmark from the facts of the records: eight kinds of what people type."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.languages.transliteration import latin
from tests.bench.search_corpus import MUNICIPALITIES, Fact, Topic, topics

PER_KIND = 50
# how people type Bulgarian in Latin letters when they do not follow the law
_INFORMAL = {
    "ш": ("sh", "6", "s"),
    "щ": ("sht", "6t", "sht"),
    "ч": ("ch", "4", "ch"),
    "ж": ("j", "zh", "j"),
    "я": ("q", "ia", "ya", "q"),
    "ю": ("iu", "u", "yu"),
    "ъ": ("y", "u", "a"),
    "ц": ("c", "ts", "c"),
    "в": ("v", "w", "v"),
    "х": ("h", "x", "h"),
    "й": ("i", "y", "j"),
    "у": ("u",),
    "ь": ("y", "i"),
}
_ASCII = str.maketrans("çğışöüÇĞİŞÖÜ", "cgisouCGISOU")
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъюя"


class Query(NamedTuple):
    """What is typed, and what a right answer has."""

    kind: str
    text: str
    typing: bool = False
    topic: str = ""
    municipality: str = ""
    name: str = ""

    def is_met_by(self, fact: Fact) -> bool:
        """Tell whether a record is a right answer."""
        return (
            (not self.topic or self.topic in fact.topics)
            and (not self.municipality or fact.municipality == self.municipality)
            and (not self.name or fact.name == self.name)
        )


def make_queries(facts: Sequence[Fact], seed: int = 9) -> list[Query]:
    """Make the queries that the records can answer, PER_KIND of a kind."""
    choice = random.Random(seed)  # invented queries are no secret
    makers = {
        "topic + place": _topic_and_place,
        "topic": _topic,
        "typo": _typo,
        "Latin by law": _latin_by_law,
        "Latin as typed": _latin_as_typed,
        "Turkish": _turkish,
        "type-ahead": _type_ahead,
        "name": _name,
    }
    queries = []
    for kind, make in makers.items():
        answered = (query for query in _forever(kind, make, facts, choice) if any(map(query.is_met_by, facts)))
        queries += [next(answered) for _ in range(PER_KIND)]
    return queries


def _forever(kind, make, facts: Sequence[Fact], choice: random.Random) -> Iterator[Query]:  # type: ignore[no-untyped-def]  # the makers above
    while True:
        yield make(kind, choice.choice(topics()), choice.choice(facts), choice)


def _topic_and_place(kind: str, topic: Topic, fact: Fact, choice: random.Random) -> Query:
    words = [choice.choice(topic.asked), choice.choice([fact.municipality, fact.municipality.lower()])]
    choice.shuffle(words)
    return Query(kind, " ".join(words), topic=topic.id, municipality=fact.municipality)


def _topic(kind: str, topic: Topic, _fact: Fact, choice: random.Random) -> Query:
    return Query(kind, choice.choice(topic.asked), topic=topic.id)


def _typo(kind: str, topic: Topic, _fact: Fact, choice: random.Random) -> Query:
    words = choice.choice(topic.asked).split()
    longest = max(range(len(words)), key=lambda index: len(words[index]))
    words[longest] = _misspell(words[longest], choice)
    return Query(kind, " ".join(words), topic=topic.id)


def _misspell(word: str, choice: random.Random) -> str:
    at = choice.randint(1, len(word) - 2)
    return choice.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + choice.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _latin_by_law(kind: str, topic: Topic, fact: Fact, choice: random.Random) -> Query:
    query = _topic_and_place(kind, topic, fact, choice) if choice.random() < 0.5 else _topic(kind, topic, fact, choice)
    return query._replace(text=latin(query.text))


def _latin_as_typed(kind: str, topic: Topic, fact: Fact, choice: random.Random) -> Query:
    query = _topic_and_place(kind, topic, fact, choice) if choice.random() < 0.5 else _topic(kind, topic, fact, choice)
    habits = {letter: choice.choice(ways) for letter, ways in _INFORMAL.items()}
    return query._replace(text="".join(habits.get(letter) or latin(letter) for letter in query.text.lower()))


def _turkish(kind: str, topic: Topic, fact: Fact, choice: random.Random) -> Query:
    place = MUNICIPALITIES[fact.municipality]
    with_place = place and choice.random() < 0.5
    text = f"{place} {choice.choice(topic.sought)}" if with_place else choice.choice(topic.sought)
    text = text.translate(_ASCII) if choice.random() < 0.4 else text
    return Query(kind, text, topic=topic.id, municipality=fact.municipality if with_place else "")


def _type_ahead(kind: str, topic: Topic, fact: Fact, choice: random.Random) -> Query:
    if choice.random() < 0.5:
        text = f"{choice.choice(topic.asked)} {fact.municipality.lower()}"
        query = Query(kind, text, typing=True, topic=topic.id, municipality=fact.municipality)
    else:
        query = Query(kind, choice.choice(topic.asked), typing=True, topic=topic.id)
    start, _, last = query.text.rpartition(" ")
    cut = last[: max(4, len(last) * 2 // 3)]
    return query._replace(text=f"{start} {cut}".strip())


def _name(kind: str, _topic: Topic, fact: Fact, choice: random.Random) -> Query:
    words = fact.name if choice.random() < 0.6 else latin(fact.name)
    return Query(kind, words, name=fact.name)
