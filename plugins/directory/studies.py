"""Plan studies: their method, what was answered as tables with bars, and the tables as CSV.

What few people answered was taken out when the record was read (`records/suppression.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from plugins.directory.boards import Board, Groups
from plugins.directory.entries import by_name, named, places, referred
from plugins.records.brief import Brief
from plugins.records.model import Study
from plugins.records.model.study import AGREEMENT, Question, Statement
from plugins.site.cells import BYTE_ORDER_MARK, to_csv
from plugins.site.page import Input, Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView


def newest_first(_view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Give the studies as one group, the newest fieldwork first."""
    return (("all", sorted(briefs, key=lambda b: (b.end, b.id), reverse=True)),)


BOARD = Board("study", "board.html", {"kind": lambda brief: (brief.kind,)}, newest_first)


def shares(counts: Sequence[int | None], total: int) -> tuple[int | None, ...]:
    """Give the counts as whole per cent of `total`."""
    return tuple(None if count is None else round(100 * count / total) if total else 0 for count in counts)


def chart(question: Question, asked: int) -> dict[str, Input]:
    """Make the rows of a question's table; of answers, where one could choose several, per cent of those `asked`."""
    if question.statements:
        return {"asked": asked, "rows": tuple(_statement_row(statement) for statement in question.statements)}
    total = asked if question.several else question.asked
    parts = zip(question.answers, question.counts, shares(question.counts, total), strict=True)
    return {
        "asked": total,
        "rows": tuple({"text": a.text, "count": count, "share": share} for a, count, share in parts),
    }


def _statement_row(statement: Statement) -> dict[str, Input]:
    """Give the five shares of a statement, and where each begins in the bar, in per cent."""
    public = shares(statement.counts, statement.asked)
    parts = (
        {"number": number, "share": share, "start": start}
        for number, (share, start) in enumerate(zip(public, starts(public), strict=True), 1)
    )
    return {"text": statement.text, "total": statement.asked, "parts": tuple(parts)}


def starts(public: Sequence[int | None]) -> Iterator[int]:
    """Say where each share begins in a bar of a hundred; the hidden ones divide equally what the others leave."""
    left = max(0, 100 - sum(share or 0 for share in public))
    gap = left / max(1, public.count(None))
    at = 0.0
    for share in public:
        yield round(at)
        at += gap if share is None else share


def study_inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give what the page of a study shows beside the record."""
    commissioner = referred(view, brief, "organisation", "commissioner")
    study = cast("Study", view.load(brief))
    return {
        "charts": {question.id: chart(question, study.sample.size) for question in study.questions},
        "commissioner": commissioner[0] if commissioner else None,
        "team": referred(view, brief, "organisation", "team"),
        "places": places(view, brief),
        "causes": tuple(by_name(view, named(view, "cause", brief.causes))),
    }


def plan_studies(view: SiteView) -> Iterator[Page]:
    """Plan the method of every study, and the table of its answers for spreadsheets."""
    for brief in view.catalogue.of("study"):
        if brief.status != "removed":
            inputs = {"study": Whole(brief)}
            method = {"record": Whole(brief)}
            yield Page(path_of("study-method", study=brief), "study-method.html", method, BOARD.section)
            yield Page(path_of("study-answers", study=brief), render_answers, inputs, BOARD.section)


def render_answers(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write one line for every answer that could be given; hidden counts stay empty."""
    study = cast("Study", inputs["study"])
    lines = (line for question in study.questions for line in _lines(question, view.lang))
    return BYTE_ORDER_MARK + to_csv((("question", "statement", "answer", "count", "of"), *lines))


def _lines(question: Question, lang: str) -> Iterator[tuple[str | int | None, ...]]:
    for statement in question.statements:
        words = statement.text.best(lang).text
        for name, count in zip(AGREEMENT, statement.counts, strict=True):
            yield question.id, words, name, count, statement.asked
    for answer in question.answers:
        words = answer.text.best(lang).text
        yield question.id, "", words, answer.count, None if question.several else question.asked
