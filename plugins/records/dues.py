"""Warn of what has come due on a day: checks of records, consents of persons, offers that have passed."""

from collections.abc import Iterator

from plugins.records.advice import Finding
from plugins.records.freshness import review
from plugins.records.model import Base, Need, Opportunity, Record


def dues(record: Base, today: str) -> Iterator[Finding]:
    """Find what has come due in a record by the ISO day `today`: (rule, field, arguments)."""
    if isinstance(record, Record) and record.status == "active":
        yield from _overdue_check(record, today)
        yield from _ended_consents(record, today)
        yield from _passed(record, today)


def _overdue_check(record: Record, today: str) -> Iterator[Finding]:
    if record.verified is None:
        return
    plan = review(record.verified.date, record.review_every)
    state = plan.state(today)
    if state != "checked":
        rule, since = ("D002", plan.dormant) if state == "dormant" else ("D001", plan.due)
        yield rule, ("verified", "date"), {"value": record.verified.date, "since": since}


def _ended_consents(record: Record, today: str) -> Iterator[Finding]:
    for index, person in enumerate(record.people):
        until = person.consent.until if person.consent else None
        if until is not None and until < today:
            yield "D003", ("people", index, "consent", "until"), {"value": until}


def _passed(record: Record, today: str) -> Iterator[Finding]:
    if isinstance(record, Need | Opportunity) and record.until is not None and record.until < today:
        is_open = not isinstance(record, Need) or record.state == "open"
        if is_open:
            yield "D004", ("until",), {"value": record.until}
