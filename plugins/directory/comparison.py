"""Plan the pages that stand on the national site only: the regions side by side, their causes, their studies.

A question is compared where several regions asked it: by the name of its column and its words.
What a study does not publish is not published here either.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import cast

from plugins.catalogue.catalogue import COUNTRY
from plugins.directory.actions import STATES as ACTION_STATES
from plugins.directory.calendar import agenda
from plugins.directory.common_causes import STAGES
from plugins.directory.entries import Entry, by_name, entries, listed
from plugins.directory.needs import is_open
from plugins.directory.studies import chart, shares
from plugins.directory.volunteering import is_over
from plugins.languages.text import DEFAULT_LANGUAGE, Text
from plugins.records.brief import Brief
from plugins.records.model import Neighbour, Study
from plugins.records.model.study import Question
from plugins.site.page import Input, Page
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

DOOR = "regions"
GOALS = ("reached", "under-way", "open", "dropped")
# what is counted, in the order of the table
COUNTED = ("organisation", "cause", "coalition", "action", "opportunity", "event", "need", "resource", "study")
# more causes of one field and region than these are a click away
SHOWN = 6
# (study, question) of every region that asked the same
Asked = Sequence[tuple[Brief, Study, Question]]


def plan_comparison(view: SiteView) -> Iterator[Page]:
    """Plan the comparison of the regions; a region's own site has none."""
    if view.site.brief.code == COUNTRY:
        regions = _regions(view)
        yield _overview(view, regions)
        yield _causes(view, regions)
        yield _studies(view, regions)


def _regions(view: SiteView) -> tuple[Brief, ...]:
    """Give the regions in the order of the sites."""
    found = (view.catalogue.get("region", sister.id) for sister in view.site.sisters)
    return tuple(region for region in found if region is not None and region.code != COUNTRY)


def _works_in(view: SiteView, brief: Brief, region: Brief) -> bool:
    """Tell whether a record works in a region; what works in the whole country does."""
    chains = (view.catalogue.within(code) for code in brief.area)
    return any(region.code in chain or chain[0] == COUNTRY for chain in chains)


def _counts(view: SiteView, regions: Sequence[Brief], briefs: Sequence[Brief]) -> dict[str, Input]:
    """Count records for each region, and once for all: one that works in two counts in both."""
    return {
        "counts": tuple(sum(_works_in(view, brief, region) for brief in briefs) for region in regions),
        "total": len(briefs),
    }


def _overview(view: SiteView, regions: Sequence[Brief]) -> Page:
    inputs = {
        "regions": regions,
        "columns": tuple(region.name for region in regions),
        "rows": tuple(
            {"kind": kind, "door": FOLDER_OF_TYPE[kind]} | _counts(view, regions, _current(view, kind))
            for kind in COUNTED
        ),
        "copies": tuple(_copy(view, brief) for brief in by_name(view, view.catalogue.of("neighbour"))),
        "made": view.build.date,
    }
    return Page(path_of("regions"), "regions.html", inputs, DOOR)


def _copy(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give what a row says of a region elsewhere."""
    copy = cast("Neighbour", view.load(brief))
    return {
        "record": brief,
        "copied": copy.copied,
        "organisations": len(copy.organisations),
        "causes": len(copy.causes),
    }


def _current(view: SiteView, kind: str) -> list[Brief]:
    """Give the records of a type that count today: of what ends, what has not ended."""
    today, briefs = view.build.date, listed(view, kind)
    if kind == "event":
        return agenda(view)[0]
    if kind == "opportunity":
        return [brief for brief in briefs if not is_over(brief, today)]
    if kind == "need":
        return [brief for brief in briefs if is_open(brief, today)]
    if kind == "action":
        return [brief for brief in briefs if brief.state in ACTION_STATES[:2]]
    return briefs


def _causes(view: SiteView, regions: Sequence[Brief]) -> Page:
    causes = listed(view, "cause")
    fields = sorted({cause.kind for cause in causes})
    inputs = {
        "columns": tuple(region.name for region in regions),
        "fields": tuple(
            {"field": field} | _counts(view, regions, [cause for cause in causes if cause.kind == field])
            for field in fields
        ),
        "stages": tuple(
            {"stage": stage} | _counts(view, regions, [cause for cause in causes if cause.stage == stage])
            for stage in STAGES
        ),
        "goals": tuple(
            {"state": state, "counts": tuple(_goals(view, causes, region).count(state) for region in regions)}
            for state in GOALS
        ),
        "reached": tuple(_reached(view, causes, region) for region in regions),
        "groups": tuple(_field(view, field, regions) for field in fields),
    }
    return Page(path_of("regions-causes"), "regions-causes.html", inputs, DOOR)


def _goals(view: SiteView, causes: Sequence[Brief], region: Brief) -> list[str]:
    """Give the states of all goals of a region's causes."""
    return [state for cause in causes if _works_in(view, cause, region) for state in cause.goals]


def _reached(view: SiteView, causes: Sequence[Brief], region: Brief) -> dict[str, Input]:
    goals = _goals(view, causes, region)
    return {"text": region.name, "share": shares([goals.count("reached")], len(goals))[0]}


def _field(view: SiteView, field: str, regions: Sequence[Brief]) -> dict[str, Input]:
    causes = [cause for cause in listed(view, "cause") if cause.kind == field]
    here = ((region, [cause for cause in causes if _works_in(view, cause, region)]) for region in regions)
    return {
        "field": field,
        "total": len(causes),
        "regions": tuple(
            {"region": region, "total": len(found), "entries": tuple(_cause(view, each) for each in _furthest(found))}
            for region, found in here
            if found
        ),
    }


def _furthest(causes: Sequence[Brief]) -> list[Brief]:
    """Give the causes that have come furthest first, as many as are shown."""
    return sorted(causes, key=lambda cause: -STAGES.index(cause.stage))[:SHOWN]


def _cause(view: SiteView, cause: Brief) -> Entry:
    return entries(view, [cause])[0] | {"goals": len(cause.goals), "reached": cause.goals.count("reached")}


def _studies(view: SiteView, regions: Sequence[Brief]) -> Page:
    studies = _newest(view, regions)
    inputs = {
        "studies": tuple(
            {"region": region, "study": brief, "size": study.sample.size, "fieldwork": _fieldwork(study)}
            for region, brief, study in studies
        ),
        "questions": tuple(compare(asked) for asked in asked_alike(studies)),
    }
    return Page(path_of("regions-studies"), "regions-studies.html", inputs, DOOR)


def _newest(view: SiteView, regions: Sequence[Brief]) -> list[tuple[Brief, Brief, Study]]:
    """Give the studies of one region each, the newest first, with the region."""
    newest = sorted(listed(view, "study"), key=lambda brief: (brief.end, brief.id), reverse=True)
    found = ((region, each) for region in regions for each in newest if _is_of(view, each, region, regions))
    loaded = ((region, brief, cast("Study", view.load(brief))) for region, brief in found)
    return [each for each in loaded if each[2].questions]


def _is_of(view: SiteView, study: Brief, region: Brief, regions: Sequence[Brief]) -> bool:
    return [each.id for each in regions if _works_in(view, study, each)] == [region.id]


def _fieldwork(study: Study) -> dict[str, Input] | None:
    return {"start": study.fieldwork.start, "end": study.fieldwork.end} if study.fieldwork else None


def asked_alike(studies: Sequence[tuple[Brief, Brief, Study]]) -> Iterator[Asked]:
    """Yield what several regions asked, each with the newest study of every region that did."""
    found: dict[tuple[str, ...], dict[str, tuple[Brief, Study, Question]]] = {}
    for region, _, study in studies:
        for question in study.questions:
            found.setdefault(_same(question), {}).setdefault(region.id, (region, study, question))
    yield from (tuple(asked.values()) for asked in found.values() if len(asked) > 1)


def _same(question: Question) -> tuple[str, ...]:
    """Give what two questions must have in common to be the same: the column, the words, the way of answering."""
    way = "statements" if question.statements else "several" if question.several else "one"
    return question.id, " ".join(question.text.best(DEFAULT_LANGUAGE).text.split()).casefold(), way


def compare(asked: Asked) -> dict[str, Input]:
    """Give a row for every region under each answer, or under each statement."""
    first = asked[0][2]
    charts = [(region, chart(question, study.sample.size)) for region, study, question in asked]
    rows = [(region, row) for region, made in charts for row in cast("Sequence[Mapping[str, Input]]", made["rows"])]
    order = {_words(row): None for _, row in rows}
    ranked = sorted(rows, key=lambda pair: list(order).index(_words(pair[1])))
    return {
        "id": first.id,
        "text": first.text,
        "several": first.several,
        "statements": bool(first.statements),
        "asked": tuple({"region": region, "number": made["asked"]} for region, made in charts),
        "groups": tuple(
            {"text": group[0][1]["text"], "rows": tuple({**row, "text": region.name} for region, row in group)}
            for group in (tuple(pairs) for _, pairs in groupby(ranked, key=lambda pair: _words(pair[1])))
        ),
    }


def _words(row: Mapping[str, Input]) -> str:
    return cast("Text", row["text"]).best(DEFAULT_LANGUAGE).text
