"""Opportunities: where a citizen can help as a volunteer."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.base import Change, Record
from plugins.records.model.types import (
    Day,
    Moment,
    OrganisationId,
    PlaceCode,
    Recurrence,
    ShortText,
    Term,
    WebAddress,
)


class Opportunity(Record):
    """Help that an organisation asks volunteers for."""

    TYPE: ClassVar[str] = "opportunity"

    organisation: OrganisationId = Field(description="Who asks for help.")
    tasks: tuple[ShortText, ...] = Field(min_length=1, description="What the volunteer does.")
    start: Moment | None = Field(None, description="The day, or day and time, of the first turn.")
    end: Moment | None = Field(None, description="The end, written like the start.")
    recurrence: Recurrence | None = Field(None, description="How it repeats: FREQ=WEEKLY;BYDAY=SA.")
    changes: tuple[Change, ...] = Field((), description="Times that are cancelled or moved.")
    until: Day | None = Field(None, description="Until when help is needed; required without a start.")
    place: PlaceCode | None = Field(None, description="Code of the place.")
    venue: ShortText | None = Field(None, description="The building or meeting point.")
    remote: bool = Field(default=False, description="It can be done from afar.")
    hours: ShortText | None = Field(None, description="How many hours, and how often.")
    skills: tuple[Annotated[str, Term("skills")], ...] = Field((), description="What one should be able to do.")
    minimum_age: Annotated[int, Field(ge=0, le=99)] | None = Field(None, description="From what age.")
    languages: tuple[Annotated[str, Term("languages")], ...] = Field((), description="In what languages.")
    training: ShortText | None = Field(None, description="How volunteers are prepared.")
    insurance: ShortText | None = Field(None, description="How they are insured.")
    expenses: ShortText | None = Field(None, description="What expenses are paid.")
    accessibility: ShortText | None = Field(None, description="Ramp, lift, quiet room …")
    how_to_apply: ShortText = Field(description="How one says yes.")
    registration: WebAddress | None = Field(None, description="Where one signs up.")

    @model_validator(mode="after")
    def _has_a_time(self) -> "Opportunity":
        if self.start is None and self.until is None:
            raise PydanticCustomError("V108", "missing {field}", {"field": "until"})
        if self.start and self.end and self.end < self.start[: len(self.end)]:
            raise PydanticCustomError("V121", "ends before it starts", {"value": self.end})
        return self
