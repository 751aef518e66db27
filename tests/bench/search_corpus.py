"""Invent the records of the search benchmark: what they are, and the facts by which an answer is right."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from plugins.languages.transliteration import latin
from plugins.search.document import Document, Passage

TOPICS = Path(__file__).parent / "search_topics.yaml"
# the municipalities of the three regions; Turkish names where they differ
MUNICIPALITIES = {
    "Ардино": "Eğridere",
    "Джебел": "Cebel",
    "Кирково": "Kızılağaç",
    "Крумовград": "Koşukavak",
    "Кърджали": "Kırcaali",
    "Момчилград": "Mestanlı",
    "Черноочене": "Yenipazar",
    "Завет": "Zavut",
    "Исперих": "Kemallar",
    "Кубрат": "Balbunar",
    "Лозница": "Kubadın",
    "Разград": "Hezargrad",
    "Самуил": "Işıklar",
    "Цар Калоян": "Torlak",
    "Борован": "",
    "Бяла Слатина": "",
    "Враца": "",
    "Козлодуй": "",
    "Криводол": "",
    "Мездра": "",
    "Мизия": "",
    "Оряхово": "",
    "Роман": "",
    "Хайредин": "",
}
_KINDS = {"association": "Сдружение", "foundation": "Фондация", "chitalishte": "Читалище", "informal-group": "Група"}
_SYLLABLES = (
    "ба бе бо ва ве ви го да де до жа зе ка ки ко ла ле ли ло ма ме ми на не ни ра ре ри ро са се си та те".split()
)
_NAME_ENDINGS = "ев ова ски чев нова лиев мова дов рина чо".split()
_VILLAGE_ENDINGS = "ово ене ица ник град ци ене".split()
_FILLER = (
    "Събираме се в читалището в {day} от {hour} часа.",
    "Председател е {person}, а за връзка можете да търсите {person}.",
    "През {year} година получихме малка подкрепа от общината.",
    "Работим заедно с училището и с библиотеката в {village}.",
    "Всеки може да се включи, нужно е само желание.",
    "Отчетът за {year} година е публикуван и се чете свободно.",
    "Благодарим на {person} за помощта и за търпението.",
    "Срещите са открити, елате с идеи и с въпроси.",
    "Адресът е улица „{person}“ {hour}, {village}.",
    "Имаме {hour} членове и приятели в още няколко селища.",
    "Започнахме през {year} година с една маса и десет стола.",
    "Следващата стъпка е разговор с кмета на {village}.",
)
_DAYS = "понеделник вторник сряда четвъртък петък събота неделя".split()


@dataclass(frozen=True, slots=True)
class Topic:
    """A cause with what librarians write on it and what citizens ask."""

    id: str
    names: dict[str, str]
    synonyms: dict[str, list[str]]
    sentences: list[str]
    asked: list[str]
    sought: list[str]

    def passages(self) -> tuple[Passage, ...]:
        """Give every name and synonym."""
        names = tuple((name, lang) for lang, name in self.names.items())
        return names + tuple((word, lang) for lang, words in self.synonyms.items() for word in words)


@dataclass(frozen=True, slots=True)
class Fact:
    """What makes a record an answer: its causes, its municipality and its name."""

    topics: tuple[str, ...]
    municipality: str
    name: str


@cache
def topics() -> tuple[Topic, ...]:
    """Read the topics."""
    rows: list[dict[str, Any]] = yaml.safe_load(TOPICS.read_text(encoding="utf-8"))
    return tuple(Topic(**row) for row in rows)


def make_records(count: int, seed: int = 4) -> Iterator[tuple[Document, Fact]]:
    """Yield invented organisations with the facts about them."""
    choice = random.Random(seed)  # invented records are no secret
    villages = [(_village(choice), choice.choice(list(MUNICIPALITIES))) for _ in range(600)]
    for number in range(count):
        main, other = choice.sample(topics(), 2)
        own = (main, other) if choice.random() < 0.4 else (main,)
        village, municipality = choice.choice(villages)
        village = municipality if choice.random() < 0.4 else village
        yield _record(number, own, village, municipality, choice)


def _record(
    number: int, own: tuple[Topic, ...], village: str, municipality: str, choice: random.Random
) -> tuple[Document, Fact]:
    kind = choice.choice(list(_KINDS))
    name = f"{_person(choice)} {choice.choice(['изток', 'надежда', 'бъдеще', 'изгрев', '1927', 'заедно', 'дом'])}"
    title = f"{_KINDS[kind]} „{name.capitalize()}“"
    text = _text(own, village, choice)
    turkish = MUNICIPALITIES[municipality]
    places: list[Passage] = [(village, "bg"), (latin(village), "en"), (municipality, "bg"), (latin(municipality), "en")]
    document = Document(
        id=f"org-{number:05}",
        type="organisation",
        url=f"organisations/org-{number:05}.html",
        title=(title, "bg"),
        names=((latin(name).title(), "en"),),
        places=(*places, (turkish, "tr")) if turkish else tuple(places),
        topics=((_KINDS[kind], "bg"), *(passage for topic in own for passage in topic.passages())),
        text=((text, "bg"),),
        identifiers=(f"{choice.randint(100_000_000, 999_999_999)}",),
        summary=(text, "bg"),
        kind=_KINDS[kind],
        where=village,
        facets=(
            ("kind", kind, _KINDS[kind]),
            ("place", latin(municipality).lower(), municipality),
            *(("cause", topic.id, topic.names["bg"]) for topic in own),
        ),
    )
    weight = choice.choices((0, 1, 2, 3), (80, 8, 9, 3))[0]
    document = document._replace(order=f"{own[0].id} {weight} {municipality} {village}", weight=weight)
    return document, Fact(tuple(topic.id for topic in own), municipality, name)


def _text(own: tuple[Topic, ...], village: str, choice: random.Random) -> str:
    sentences = [sentence for topic in own for sentence in choice.sample(topic.sentences, 2)]
    # a record also mentions in passing what it is not about
    sentences += choice.sample(choice.choice(topics()).sentences, 1) if choice.random() < 0.5 else []
    for pattern in choice.sample(_FILLER, choice.randint(2, 7)):
        sentences.append(
            pattern.replace("{person}", _person(choice).title(), 1).format(
                person=_person(choice).title(),
                village=village,
                day=choice.choice(_DAYS),
                hour=choice.randint(8, 60),
                year=choice.randint(1995, 2026),
            )
        )
    choice.shuffle(sentences)
    return " ".join(sentences)


def _person(choice: random.Random) -> str:
    return _word(choice, 2) + choice.choice(_NAME_ENDINGS)


def _village(choice: random.Random) -> str:
    return (_word(choice, choice.choice((1, 2, 2))) + choice.choice(_VILLAGE_ENDINGS)).capitalize()


def _word(choice: random.Random, syllables: int) -> str:
    return "".join(choice.choice(_SYLLABLES) for _ in range(syllables)) + choice.choice("бвгджклмнпрст")
