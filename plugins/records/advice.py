"""Find what the model allows in one record but what is probably not meant."""

import re
from collections.abc import Iterator
from functools import cache

from plugins.languages.text import Text
from plugins.records.marks import KeyPath
from plugins.records.model import Base, Event, Funder, Neighbour, Opportunity, Organisation, Record, Region, Vocabulary
from plugins.records.model.anatomy import hints_of, is_list, part_in
from plugins.records.model.base import Part
from plugins.records.originals import mark_of
from plugins.records.problem import Problem
from plugins.records.rules import make_problem
from plugins.records.source import Source
from plugins.records.upkeep import stale_translations
from plugins.records.visibility import public

_MIXED = re.compile(r"\w*(?:[A-Za-z][А-яЁёЍѝ]|[А-яЁёЍѝ][A-Za-z])\w*")
Finding = tuple[str, KeyPath, dict[str, str]]


def advise(record: Base, source: Source) -> list[Problem]:
    """Collect what is odd about one valid record, with its places."""
    found = [finding for look in _LOOKS for finding in look(record)]
    return [_problem(source, *finding) for finding in found]


def _problem(source: Source, rule: str, path: KeyPath, arguments: dict[str, str]) -> Problem:
    span = source.marks.at(path)
    if "fix" in arguments:
        arguments = {**arguments, "fix": source.line_with(span, f'"{arguments["fix"]}"')}
    elif "plain" in arguments:
        arguments = {**arguments, "fix": source.line_with(span, arguments.pop("plain"))}
    return make_problem(rule, source.path, (span.line, span.column, span.end_column), **arguments)


def incomplete_phones(record: Base) -> Iterator[Finding]:
    """Find phones without the area code: they begin neither with + nor with 0."""
    for path, phones in _phones(record):
        for index, phone in enumerate(phones):
            if phone[0] not in "+0":
                yield "V111", (*path, index), {"value": phone}


def phones_of_one_country(record: Base) -> Iterator[Finding]:
    """Find phones that can be dialled only from inside the country."""
    for path, phones in _phones(record):
        for index, phone in enumerate(phones):
            if phone[0] == "0":
                yield "V137", (*path, index), {"value": phone, "fix": international(phone)}


def international(phone: str) -> str:
    """Write a Bulgarian phone with the country code, its digits grouped as they were."""
    return f"+{phone[2:].strip()}" if phone.startswith("00") else f"+359 {phone[1:].strip()}"


def _phones(record: Base) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    if isinstance(record, Organisation) and record.contact:
        yield ("contact", "phones"), record.contact.phones
    elif isinstance(record, Region):
        yield ("library", "phones"), record.library.phones


def mixed_alphabets(record: Base) -> Iterator[Finding]:
    """Find words of the name that mix Cyrillic and Latin letters: search would miss them."""
    name: Text = record.name
    for lang, string in name.pairs:
        if found := _MIXED.search(string):
            yield "V129", ("name", lang), {"value": found.group()}


def persons_without_consent(record: Base) -> Iterator[Finding]:
    """Find persons who agreed to nothing: they are left out everywhere."""
    for index, person in enumerate(record.people if isinstance(record, Record) else ()):
        if person.consent is None or "name" not in person.consent.scope:
            yield "V133", ("people", index), {}


def older_translations(record: Base) -> Iterator[Finding]:
    """Find translations that were made from another original; the proposed mark is that of this one."""
    shown = public(record)
    for lang in stale_translations(shown):
        yield "V140", ("translated_from", lang), {"type": lang, "plain": mark_of(shown)}


def doubles(record: Base) -> Iterator[Finding]:
    """Find what stands twice in a list of ids, codes or terms."""
    for path, values in _lists(record):
        for index, value in enumerate(values):
            if value in values[:index]:
                yield "V139", (*path, index), {"value": str(value)}


def _lists(part: Part) -> Iterator[tuple[KeyPath, tuple[object, ...]]]:
    for name in _may_repeat(type(part)):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from (((name, *path), values) for path, values in _lists(value))
        elif isinstance(value, tuple) and len(value) > 1 and isinstance(value[0], str | int):
            yield (name,), value


@cache
def _may_repeat(model: type[Part]) -> tuple[str, ...]:
    """Name the fields that hold a list of plain values, or one group of fields."""
    hints = hints_of(model).items()
    return tuple(name for name, hint in hints if is_list(hint) != (part_in(hint) is not None))


def double_terms(record: Base) -> Iterator[Finding]:
    """Find terms that a vocabulary lists twice."""
    ids = [term.id for term in record.terms] if isinstance(record, Vocabulary) else []
    for index, id in enumerate(ids):
        if id in ids[:index]:
            yield "V139", ("terms", index, "id"), {"value": id}


def unplaced_statements(record: Base) -> Iterator[Finding]:
    """Find funders whose statement, which the law of the grant requires, would be shown nowhere."""
    if isinstance(record, Funder):
        where = record.applies_to
        if not (where.sites or where.records or where.pages):
            yield "C003", ("applies_to",), {}


# given names, in the Latin letters of addresses, that are common in the three regions
_GIVEN_NAMES = frozenset(
    """
    ahmed ahmet aishe aleksandar aleksandra ali ana aneliya angel anton asen asya ayshe biser blagovest bogdan boris
    borislav boyan chavdar daniel daniela darina desislava diana dilyana dimitar dimitrina dobromir donka elena elitsa
    emil emine emiliya fatme ferdi galina galya gancho genadi georgi gergana gyulten hasan hristina hristo hyusein ilian
    iliyan ismail iva ivan ivanka ivaylo ivelina kalin kalina kalinka katya kiril krasimir krasimira kristina lidiya
    lilyana lyubomir lyudmila margarita maria mariana mariya martin mehmed mihaela mihail milen milena mincho mira
    miroslav momchil mustafa nadezhda nadya neli nevena nikola nikolay nikoleta nina ognyan osman pavel pavlina penka
    petar petya plamen polina rada radka radoslav radostina ralitsa ramadan rosen rositsa rumen rumyana sabri sevda
    sevdalina silviya simeon slavka snezhana stanimir stanislav stefan stefka stela stoyan stoyanka svetla svetlana
    svetoslav tanya tatyana teodora tihomir todor todorka tsvetan tsvetana tsvetelina valentin valentina valeri vanya
    vasil vasilka velichka velina velislava venelin vera veselin veselina viktor viktoria violeta vladimir vyara yana
    yordan yordanka yosif yulia zahari zdravka zhivko zlatka zoya
    """.split()
)


def personal_emails(record: Base) -> Iterator[Finding]:
    """Find addresses that name a person: an organisation's own is meant to be published, a person's is not."""
    email = record.contact.email if isinstance(record, Organisation) and record.contact else None
    if email and not _GIVEN_NAMES.isdisjoint(re.split(r"[._+-]", email.partition("@")[0].lower())):
        yield "V138", ("contact", "email"), {"value": email}


def idle_changes(record: Base) -> Iterator[Finding]:
    """Find changes that change nothing: of a time that the rule does not name, or to one written otherwise."""
    if not (isinstance(record, Event | Opportunity) and record.changes):
        return
    # only records with changes need what unfolds a rule: it takes a fiftieth of a second to load
    from plugins.records.recurrence import unknown_moments  # noqa: PLC0415

    start = record.start or ""
    rule = record.recurrence if start else None
    given = [change.on for change in record.changes]
    unknown = unknown_moments(rule, start, given) if rule else tuple(given)
    for index, change in enumerate(record.changes):
        if change.on in unknown or change.on in given[:index]:
            yield "V150", ("changes", index, "on"), {"value": change.on}
        for name in ("start", "end"):
            moment = getattr(change, name)
            if moment and len(moment) != len(start):
                yield "V151", ("changes", index, name), {"value": moment, "start": start}


def pages_elsewhere(record: Base) -> Iterator[Finding]:
    """Find pages of a copy that do not lie on the site that it was copied from."""
    if isinstance(record, Neighbour):
        base = f"{record.address.removesuffix('index.html').rstrip('/')}/"
        for name in ("organisations", "causes"):
            for index, each in enumerate(getattr(record, name)):
                if not each.page.startswith(base):
                    yield "V152", (name, index, "page"), {"value": each.page, "address": base}


_LOOKS = (
    pages_elsewhere,
    idle_changes,
    personal_emails,
    incomplete_phones,
    phones_of_one_country,
    mixed_alphabets,
    persons_without_consent,
    older_translations,
    doubles,
    double_terms,
    unplaced_statements,
)
