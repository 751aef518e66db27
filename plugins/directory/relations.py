"""Draw who acts for what in a coalition: members on the left, their causes on the right.

The picture only shows; the numbers and letters in it are those of the lists beside it.
"""

from collections.abc import Sequence
from datetime import date
from string import ascii_uppercase

from plugins.directory.entries import named
from plugins.records.brief import Brief
from plugins.records.model import Coalition
from plugins.site.page import Input
from plugins.site.view import SiteView

# distances in units of the drawing
STEP, EDGE, LEFT, RIGHT, BEND = 44, 30, 34, 286, 120
MOST_CAUSES = 12


def plan_relations(view: SiteView, coalition: Coalition) -> dict[str, Input]:
    """Give the members in order of joining, the causes that they act for, and the picture of both."""
    members = sorted(coalition.members, key=lambda m: (m.until is not None, m.since or "", m.organisation))
    briefs = [view.catalogue.get("organisation", member.organisation) for member in members]
    causes = _causes(view, coalition, [brief for brief in briefs if brief])
    height = max(len(members), len(causes)) * STEP + EDGE
    rows = _spread(len(members), height)
    places = {cause.id: y for cause, y in zip(causes, _spread(len(causes), height), strict=True)}
    lines = [
        {"path": _line(y, places[cause]), "left": member.until is not None}
        for member, brief, y in zip(members, briefs, rows, strict=True)
        for cause in (brief.causes if brief else ())
        if cause in places
    ]
    span = _span(view, coalition)
    return {
        "view_box": f"0 0 {LEFT + RIGHT} {height}",
        "lines": tuple(lines),
        "members": tuple(
            {
                "number": number,
                "x": LEFT,
                "y": y,
                "record": brief,
                "role": member.role,
                "since": member.since,
                "until": member.until,
                "convenor": member.organisation == coalition.convenor,
                "bar": _bar(member.since, member.until, span),
            }
            for number, (member, brief, y) in enumerate(zip(members, briefs, rows, strict=True), 1)
        ),
        "causes": tuple(
            {"letter": letter, "x": RIGHT, "y": places[cause.id], "record": cause, "own": cause.id in coalition.causes}
            for letter, cause in zip(ascii_uppercase, causes, strict=False)
        ),
    }


def _causes(view: SiteView, coalition: Coalition, members: Sequence[Brief]) -> list[Brief]:
    """Give the causes of the coalition, then those that at least one member has besides."""
    ids = dict.fromkeys([*coalition.causes, *sorted(cause for member in members for cause in member.causes)])
    return list(named(view, "cause", ids))[:MOST_CAUSES]


def _spread(number: int, height: int) -> list[int]:
    """Spread so many points evenly over the height."""
    return [round(height * (2 * at + 1) / (2 * number)) for at in range(number)]


def _line(left: int, right: int) -> str:
    return f"M{LEFT} {left}C{LEFT + BEND} {left} {RIGHT - BEND} {right} {RIGHT} {right}"


def _span(view: SiteView, coalition: Coalition) -> tuple[date, date]:
    """Give the time that the bars stand for: from the first joining to the day of the build."""
    known = [day for member in coalition.members for day in (member.since, member.until) if day]
    first, last = min(known, default=view.build.date), max([*known, view.build.date])
    return date.fromisoformat(first), date.fromisoformat(last)


def _bar(since: str | None, until: str | None, span: tuple[date, date]) -> dict[str, int] | None:
    """Give where a membership begins and how long it is, in per cent of the span."""
    whole = (span[1] - span[0]).days
    if since is None or not whole:
        return None
    start = round(100 * (date.fromisoformat(since) - span[0]).days / whole)
    end = round(100 * (date.fromisoformat(until) - span[0]).days / whole) if until else 100
    return {"start": start, "width": max(1, end - start)}
