"""Project a record on what only those who keep the records are told: nothing of it is on a citizen's page.

It travels inside the brief, so that checks and the report read no record again, and it is no
part of the brief's fingerprint, so that a translation that goes stale rewrites no other page.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.records.freshness import review
from plugins.records.marks import KeyPath
from plugins.records.model import Base, Exhibition, Organisation, Record
from plugins.records.originals import Missing, languages_of, mark_of, missing_texts

# links that lead to a page of the organisation's own
_OWN = frozenset({"website", "facebook", "profile"})
_COUNTRY = "359"
# fields that hold tuples with names
_PARTS = ("missing", "traces")


class Trace(NamedTuple):
    """What two records of one organisation would share: a phone or an address, each in one spelling."""

    kind: str
    value: str
    field: KeyPath


class Upkeep(NamedTuple):
    """What a record's keepers are told of it.

    `machine`, `older` and `translated` are languages; `consents` pairs the number of a person in
    the file with the last ISO day of the consent, `results` the number of a stop (-1: there is no
    tour) whose visitors nobody counted with its last ISO day; `due` and `dormant` are ISO days, "" for a record
    that was never checked.
    """

    due: str = ""
    dormant: str = ""
    missing: tuple[Missing, ...] = ()
    translated: tuple[str, ...] = ()
    machine: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    consents: tuple[tuple[int, str], ...] = ()
    results: tuple[tuple[int, str], ...] = ()
    traces: tuple[Trace, ...] = ()

    def packed(self) -> tuple[object, ...]:
        """Give plain tuples that `marshal` can keep."""
        plain: dict[str, object] = {name: tuple([tuple(each) for each in getattr(self, name)]) for name in _PARTS}
        return tuple([plain.get(name, value) for name, value in zip(self._fields, self, strict=True)])

    @classmethod
    def unpacked(cls, packed: tuple[object, ...]) -> "Upkeep":
        """Make it again from what `packed` gave."""
        if packed == _NOTHING:
            return NOTHING
        plain = cls(*packed)  # type: ignore[arg-type]  # as packed
        missing = tuple([Missing(*each) for each in plain.missing])
        return plain._replace(missing=missing, traces=tuple([Trace(*each) for each in plain.traces]))


NOTHING = Upkeep()
_NOTHING = NOTHING.packed()


def upkeep_of(record: Base) -> Upkeep:
    """Project a record that holds only what is public."""
    own = record if isinstance(record, Record) else None
    due, dormant = review(own.verified.date, own.review_every) if own and own.verified else ("", "")
    return Upkeep(
        due=due,
        dormant=dormant,
        missing=missing_texts(record),
        translated=languages_of(record),
        machine=tuple(lang for lang, how in sorted(own.translations.items()) if how == "machine") if own else (),
        older=stale_translations(record),
        consents=tuple(_consents(own)) if own else (),
        results=tuple(_uncounted(record)) if isinstance(record, Exhibition) else (),
        traces=tuple(_traces(record)) if isinstance(record, Organisation) else (),
    )


def stale_translations(record: Base) -> tuple[str, ...]:
    """Give the languages whose translation was made from another original than the one that stands there."""
    if not isinstance(record, Record) or not record.translated_from:
        return ()
    mark = mark_of(record)
    return tuple(lang for lang, made_from in sorted(record.translated_from.items()) if made_from != mark)


def _uncounted(record: Exhibition) -> Iterator[tuple[int, str]]:
    """Yield where nobody wrote how many came."""
    if record.tour is None:
        if record.end and record.visitors is None:
            yield -1, record.end
        return
    yield from ((index, stop.end) for index, stop in enumerate(record.tour.stops) if stop.visitors is None)


def _consents(record: Record) -> Iterator[tuple[int, str]]:
    for person in record.people:
        if person.consent and person.consent.until:
            yield person.number, person.consent.until


def _traces(record: Organisation) -> Iterator[Trace]:
    if record.contact:
        for index, phone in enumerate(record.contact.phones):
            yield Trace("phone", plain_phone(phone), ("contact", "phones", index))
        if record.contact.website:
            yield Trace("website", plain_address(record.contact.website), ("contact", "website"))
    for index, link in enumerate(record.links):
        if link.rel in _OWN:
            yield Trace("website", plain_address(link.url), ("links", index, "url"))


def plain_phone(phone: str) -> str:
    """Write a phone by its digits alone, from the country code on."""
    digits = re.sub(r"[^0-9]", "", phone)
    if phone.startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+{_COUNTRY}{digits[1:]}" if digits.startswith("0") else digits


def plain_address(url: str) -> str:
    """Write a web address without what does not make it another: the scheme, www, the last slash, the fragment."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
