"""Warn of what has come due on a day: checks, consents of persons, offers that have passed, visitors to count."""

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.records.advice import Finding
from plugins.records.brief import Brief

# types of which an open record stands until a last day
_OFFERS = frozenset({"need", "opportunity"})
# days after which nobody remembers how many came
_RESULTS_WITHIN = 30


def dues(brief: Brief, today: str) -> Iterator[Finding]:
    """Find what has come due in a record by the ISO day `today`: (rule, field, arguments)."""
    if brief.status == "active":
        yield from _overdue_check(brief, today)
        yield from _ended_consents(brief, today)
        yield from _passed(brief, today)
        yield from _uncounted(brief, today)


def _overdue_check(brief: Brief, today: str) -> Iterator[Finding]:
    if not brief.checked:
        return
    due, dormant = brief.upkeep.due, brief.upkeep.dormant
    if today >= due:
        rule, since = ("D002", dormant) if today >= dormant else ("D001", due)
        yield rule, ("verified", "date"), {"value": brief.checked, "since": since}


def _ended_consents(brief: Brief, today: str) -> Iterator[Finding]:
    for index, until in brief.upkeep.consents:
        if until < today:
            yield "D003", ("people", index, "consent", "until"), {"value": until}


def _passed(brief: Brief, today: str) -> Iterator[Finding]:
    is_open = brief.state in ("", "open")
    if brief.type in _OFFERS and is_open and "" < brief.until < today:
        yield "D004", ("until",), {"value": brief.until}


def _uncounted(brief: Brief, today: str) -> Iterator[Finding]:
    """Ask for the results of an exhibition once it is over, at most 30 days long without a reminder."""
    for index, end in brief.upkeep.results:
        if (date.fromisoformat(end) + timedelta(days=_RESULTS_WITHIN)).isoformat() < today:
            yield "D005", ("tour", "stops", index, "end") if index >= 0 else ("end",), {"value": end}
