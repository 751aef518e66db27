"""Invent records for measuring: `size` of them, the same on every machine, as a project that can be built.

The words are Bulgarian and the organisations do not exist. One record in five, or every one,
has Markdown in its text; the others are plain paragraphs, as most librarians write them.
"""

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
REGION = "kardzhali"
REGION_CODE = "BG425"
CAUSES = 40
SEED = 20261123

TOWNS = {
    "KRZ02": "Ардино",
    "KRZ08": "Джебел",
    "KRZ16": "Кърджали",
    "KRZ14": "Кирково",
    "KRZ15": "Крумовград",
    "KRZ21": "Момчилград",
    "KRZ35": "Черноочене",
}
KINDS = {
    "association": "Сдружение",
    "foundation": "Фондация",
    "chitalishte": "Народно читалище",
    "cooperative": "Кооперация",
    "trade-union": "Синдикат",
    "religious": "Общност",
    "informal-group": "Група",
    "initiative": "Инициатива",
    "library": "Библиотека",
    "school": "Училище",
    "municipality": "Дирекция",
    "state-body": "Служба",
    "company": "Дружество",
    "international": "Международна мрежа",
}
CATEGORIES = ("ecology", "animals", "social", "health", "culture", "education", "youth", "economy", "rights", "safety")
STAGES = ("heard", "coalition", "acting", "result")

_FIRST = "Бистра Нова Родна Жива Тиха Светла Зелена Добра Будна Широка Млада Волна".split()
_SECOND = "вода пътека вълна гора надежда черга песен стряха искра нива врата шевица люлка книга".split()
_SENTENCES = (
    "Събираме се всеки вторник в залата на библиотеката и записваме какво е свършено.",
    "Помагаме на хора, които живеят сами, да стигнат до лекар и до аптека.",
    "През пролетта почистваме брега на реката заедно с училищата от околните села.",
    "Пазим стари носии и снимки, описваме ги и ги показваме на всеки, който дойде.",
    "Учим младите да свирят, да тъкат и да разказват това, което са чули от бабите си.",
    "Каним нови доброволци в началото на всеки сезон; опит не е нужен.",
    "Отговаряме на писма до три дни и връщаме всяко обаждане.",
    "Средствата идват от членски внос и от малки дарения на съседи.",
    "Държим отворен двор, в който децата четат, рисуват и садят домати.",
    "Питаме общината за всяко решение, което засяга селото, и разказваме какво са ни отговорили.",
    "Работим на български и на турски, а за глухите търсим преводач.",
    "Поддържаме пътеката до извора и табелите по нея.",
)
_SERVICES = ("Превоз до лекар", "Читателски клуб", "Правен съвет", "Занималня след училище", "Ателие по тъкане")
_AUDIENCES = ("хора над 65 години", "деца от 7 до 12 години", "семейства", "всички", "самотни родители")
_SCHEDULES = ("вторник и четвъртък, 10:00–12:00", "всяка събота от 9:30", "по уговорка", "делник, 14:00–17:00")


class Link(NamedTuple):
    """An address elsewhere."""

    rel: str
    url: str


class Location(NamedTuple):
    """A place where people can find the organisation."""

    place: str
    address: str
    hours: str


class Service(NamedTuple):
    """Something that it does for people."""

    name: str
    audience: str
    schedule: str


class Record(NamedTuple):
    """An organisation or a cause; a cause has a category as its kind, and a question."""

    id: str
    name: str
    summary: str
    body: str
    kind: str
    area: tuple[str, ...]
    verified: str
    causes: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    links: tuple[Link, ...] = ()
    locations: tuple[Location, ...] = ()
    services: tuple[Service, ...] = ()
    question: str = ""
    stage: str = ""
    goals: tuple[str, ...] = ()


class Invented(NamedTuple):
    """The records of one measurement."""

    organisations: Sequence[Record]
    causes: Sequence[Record]


def invent(size: int, *, markdown: float = 0.2) -> Invented:
    """Invent `size` records, of which `CAUSES` are causes; `markdown` is the share of texts with markup."""
    dice = random.Random(SEED)
    causes = [_cause(dice, number, markdown) for number in range(1, CAUSES + 1)]
    organisations = [_organisation(dice, number, markdown) for number in range(1, size - CAUSES + 1)]
    return Invented(organisations, causes)


def _cause(dice: random.Random, number: int, markdown: float) -> Record:
    return Record(
        id=f"kauza-{number:02}",
        name=f"{dice.choice(_FIRST)} {dice.choice(_SECOND)} за всички {number}",
        summary=_sentences(dice, 2),
        body=_text(dice, markdown),
        kind=CATEGORIES[number % len(CATEGORIES)],
        area=(dice.choice(list(TOWNS)),),
        verified=_day(dice),
        question="Как да стане така, че никой да не остане сам?",
        stage=dice.choice(STAGES),
        goals=tuple(dice.sample(_SENTENCES, dice.randint(1, 3))),
    )


def _organisation(dice: random.Random, number: int, markdown: float) -> Record:
    kind = dice.choice(list(KINDS))
    area = tuple(dice.sample(list(TOWNS), dice.choice((1, 1, 1, 2))))
    town = TOWNS[area[0]]
    return Record(
        id=f"organizatsia-{number:05}",
        name=f"{KINDS[kind]} „{dice.choice(_FIRST)} {dice.choice(_SECOND)} {number}“ – {town}",
        summary=_sentences(dice, 1),
        body=_text(dice, markdown),
        kind=kind,
        area=area,
        verified=_day(dice),
        causes=tuple(f"kauza-{n:02}" for n in dice.sample(range(1, CAUSES + 1), dice.choice((0, 1, 1, 2)))),
        email=f"pishete{number}@organizatsia.example" if dice.random() < 0.7 else "",
        phone=f"+359 36 1{number % 100_000:05}" if dice.random() < 0.5 else "",
        links=(Link("website", f"https://organizatsia-{number}.example/"),) if dice.random() < 0.4 else (),
        locations=(_location(dice, area[0]),) if dice.random() < 0.5 else (),
        services=tuple(_service(dice) for _ in range(dice.choice((0, 0, 0, 1, 2)))),
    )


def _location(dice: random.Random, place: str) -> Location:
    street = f"ул. „{dice.choice(_FIRST)} {dice.choice(_SECOND)}“ {dice.randint(1, 60)}"
    return Location(place, street, dice.choice(_SCHEDULES))


def _service(dice: random.Random) -> Service:
    return Service(dice.choice(_SERVICES), dice.choice(_AUDIENCES), dice.choice(_SCHEDULES))


def _day(dice: random.Random) -> str:
    return f"2026-{dice.randint(1, 11):02}-{dice.randint(1, 28):02}"


def _sentences(dice: random.Random, count: int) -> str:
    return " ".join(dice.sample(_SENTENCES, count))


def _text(dice: random.Random, markdown: float) -> str:
    paragraphs = [_sentences(dice, dice.randint(2, 5)) for _ in range(dice.randint(2, 4))]
    if dice.random() < markdown:
        items = "\n".join(f"- {sentence}" for sentence in dice.sample(_SENTENCES, 3))
        address = f"https://dnevnik.example/{dice.randint(1, 999)}"
        linked = f"Повече пише [в дневника ни]({address}), който е **отворен** за всички."
        paragraphs += ["## Какво предстои", items, f"{linked} Елате, *наистина*."]
    return "\n\n".join(paragraphs)


def write_project(root: Path, invented: Invented) -> None:
    """Write the records below `root` as a project with one site in one language."""
    for folder in ("vocabularies", "places"):
        shutil.copytree(ROOT / "data" / folder, root / "data" / folder)
    _write(root / "data" / "regions" / f"{REGION}.yaml", _region())
    for record in invented.organisations:
        _write(root / "data" / "organisations" / f"{record.id}.yaml", "\n".join(organisation_lines(record)))
    for record in invented.causes:
        _write(root / "data" / "causes" / f"{record.id}.yaml", "\n".join(_cause_lines(record)))
    for folder in ("pages", "exhibitions"):
        (root / "content" / folder).mkdir(parents=True)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")


def _region() -> str:
    return f"""\
name: Кърджали
title: Заедно за Кърджали
tagline: Библиотеката свързва хора и каузи
code: {REGION_CODE}
library:
  name: Библиотека за измерване
  email: biblioteka@kardzhali.example
languages: [bg]
scene: kardzhali
demo: true"""


def organisation_lines(record: Record) -> Iterator[str]:
    """Write the file of an organisation, line by line."""
    yield from _first_lines(record)
    yield f"kind: {record.kind}"
    yield f"causes: [{', '.join(record.causes)}]"
    yield from details(record)
    yield from _last_lines(record)


def details(record: Record) -> Iterator[str]:
    """Write contact, links, locations and services, in the same words for both generators."""
    if record.email or record.phone:
        yield "contact:"
        yield from ([f"  email: {record.email}"] if record.email else [])
        yield from ([f'  phones: ["{record.phone}"]'] if record.phone else [])
    yield from _list("links", record.links)
    yield from _list("locations", record.locations)
    yield from _list("services", record.services)


def _list(name: str, parts: Sequence[Link | Location | Service]) -> Iterator[str]:
    if parts:
        yield f"{name}:"
    for part in parts:
        for index, field in enumerate(part._fields):
            yield f"  {'-' if index == 0 else ' '} {field}: {getattr(part, field)}"


def _cause_lines(record: Record) -> Iterator[str]:
    yield from _first_lines(record)
    yield f"question: {record.question}"
    yield f"category: {record.kind}"
    yield f"stage: {record.stage}"
    yield "goals:"
    yield from (f"  - text: {goal}" for goal in record.goals)
    yield from _last_lines(record)


def _first_lines(record: Record) -> Iterator[str]:
    yield f"name: {record.name}"
    yield f"summary: {record.summary}"
    yield "demo: true"
    yield f"area: [{', '.join(record.area)}]"


def _last_lines(record: Record) -> Iterator[str]:
    yield f"verified: {{date: {record.verified}, by: biblioteka, method: visit}}"
    yield "body: |"
    yield from (f"  {line}" if line else "" for line in record.body.split("\n"))
