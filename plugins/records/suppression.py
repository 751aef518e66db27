"""Take out of studies what few people answered, before anything else sees it.

A count from 1 to `SMALLEST` - 1 could tell who it was; so could a single hidden one beside the total.
"""

from collections.abc import Sequence

from plugins.records.model.study import AGREEMENT, Question, Statement

SMALLEST = 10


def suppress(counts: Sequence[int | None]) -> tuple[int | None, ...]:
    """Hide the small counts, and one more where a single hidden one could be reckoned."""
    hidden = {at for at, count in enumerate(counts) if _is_small(count)}
    if len(hidden) == 1:
        shown = [(count, at) for at, count in enumerate(counts) if at not in hidden and count]
        hidden |= {min(shown)[1]} if shown else set()
    return tuple(None if at in hidden else count for at, count in enumerate(counts))


def _is_small(count: int | None) -> bool:
    return count is None or 0 < count < SMALLEST


def without_small_counts(question: Question) -> Question:
    """Give a question without its small counts; how many answered at all stays known."""
    counts = question.counts
    public = tuple(None if _is_small(count) else count for count in counts) if question.several else suppress(counts)
    statements = tuple(_without_small_counts(statement) for statement in question.statements)
    if (public, statements) == (counts, question.statements):
        return question
    answers = tuple(a.model_copy(update={"count": count}) for a, count in zip(question.answers, public, strict=True))
    total = question.total if question.several or None not in public else question.asked
    return question.model_copy(update={"answers": answers, "statements": statements, "total": total})


def _without_small_counts(statement: Statement) -> Statement:
    public = suppress(statement.counts)
    if public == statement.counts:
        return statement
    return statement.model_copy(update={**dict(zip(AGREEMENT, public, strict=True)), "total": statement.asked})
