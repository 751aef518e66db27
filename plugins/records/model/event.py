"""Events: meetings, trainings, hearings, exhibitions and common actions."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.base import Change, Record
from plugins.records.model.types import Moment, OrganisationId, PlaceCode, Recurrence, ShortText, Term, WebAddress


class Event(Record):
    """Something that takes place at a time."""

    TYPE: ClassVar[str] = "event"

    kind: Annotated[str, Term("event-kinds")] = Field(description="What it is.")
    start: Moment = Field(description="The day, or day and time: 2026-12-05T10:00.")
    end: Moment | None = Field(None, description="The end, written like the start.")
    recurrence: Recurrence | None = Field(None, description="How it repeats: FREQ=WEEKLY;BYDAY=SA.")
    changes: tuple[Change, ...] = Field((), description="Times that are cancelled or moved.")
    place: PlaceCode | None = Field(None, description="Code of the place.")
    venue: ShortText | None = Field(None, description="The building or meeting point.")
    online: WebAddress | None = Field(None, description="Address to take part from afar.")
    organisers: tuple[OrganisationId, ...] = Field(min_length=1, description="Who makes it.")
    state: Literal["scheduled", "cancelled", "postponed", "moved"] = Field(
        "scheduled", description="Whether it takes place."
    )
    registration: WebAddress | None = Field(None, description="Where one signs up.")
    languages: tuple[Annotated[str, Term("languages")], ...] = Field((), description="In what languages.")
    accessibility: ShortText | None = Field(None, description="Ramp, lift, sign language …")

    @model_validator(mode="after")
    def _ends_after_start(self) -> "Event":
        if self.end is not None and self.end < self.start[: len(self.end)]:
            raise PydanticCustomError("V121", "ends before it starts", {"value": self.end})
        return self
