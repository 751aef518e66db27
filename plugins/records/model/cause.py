"""Causes: what people of a region want to change together."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from plugins.records.model.base import Part, Record
from plugins.records.model.types import Day, Line, LongText, ShortText, Term, WebAddress

Stage = Literal["heard", "coalition", "acting", "result"]


class Figure(Part):
    """A number that shows the problem, with its source."""

    label: ShortText = Field(description="What is counted.")
    value: Annotated[str, Field(pattern=r"^-?[0-9][0-9 ]*([.,][0-9]+)?$")] | int = Field(
        description="The number, in quotes if it has a fraction."
    )
    unit: ShortText | None = Field(None, description="In what it is counted.")
    source: ShortText | None = Field(None, description="Who says so.")
    date: Day | None = Field(None, description="When it was true.")


class Goal(Part):
    """Something that the cause wants to reach."""

    text: ShortText = Field(description="The goal in a sentence.")
    indicator: ShortText | None = Field(None, description="How one will see it.")
    baseline: Line | int | None = Field(None, description="How it is now.")
    target: Line | int | None = Field(None, description="How it should be.")
    current: Line | int | None = Field(None, description="How it is today, if it has changed since.")
    due: Day | None = Field(None, description="By when.")
    state: Literal["open", "under-way", "reached", "dropped"] = Field("open", description="How far it is.")

    @property
    def progress(self) -> int | None:
        """Give how much of the way is done, in per cent; None where no numbers say it."""
        start, now, end = (_number(value) for value in (self.baseline, self.current, self.target))
        if start is None or now is None or end is None or start == end:
            return None
        return max(0, min(100, round(100 * (now - start) / (end - start))))


def _number(value: str | int | None) -> float | None:
    """Read a whole number or a fraction with a comma; None for any other words."""
    try:
        return None if value is None else float(str(value).replace(",", ".").replace(" ", ""))
    except ValueError:
        return None


class Milestone(Part):
    """Something that happened on the way."""

    date: Day = Field(description="When.")
    text: ShortText = Field(description="What happened.")


class Join(Part):
    """How a citizen can join in now."""

    text: ShortText = Field(description="What is needed now, in a sentence.")
    url: WebAddress | None = Field(None, description="Where one signs up.")
    until: Day | None = Field(None, description="The last day on which it is needed.")


class Cause(Record):
    """A common cause of organisations and citizens."""

    TYPE: ClassVar[str] = "cause"

    question: ShortText = Field(description="The question that people ask.")
    category: Annotated[str, Term("cause-categories")] = Field(description="Its field.")
    why: LongText | None = Field(None, description="Why here and why now, in Markdown.")
    numbers: tuple[Figure, ...] = Field((), description="Numbers with their sources.")
    goals: tuple[Goal, ...] = Field((), description="What should be reached.")
    timeline: tuple[Milestone, ...] = Field((), description="What has happened so far.")
    legal_basis: LongText | None = Field(None, description="The laws that it rests on.")
    note: LongText | None = Field(None, description="The library's neutral note.")
    stage: Stage = Field("heard", description="How far the cause has come.")
    join: Join | None = Field(None, description="How to join in now.")
    synonyms: dict[Literal["bg", "tr", "en"], tuple[Line, ...]] = Field(
        default_factory=dict, description="Words by which people look for it."
    )
