"""Coalitions: organisations that act together for causes."""

from typing import ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.base import Part, Record
from plugins.records.model.types import CauseId, Day, LongText, OrganisationId, ShortText

_FOREVER = "9999-12-31"


class Member(Part):
    """One organisation in a coalition, for a time."""

    organisation: OrganisationId = Field(description="The organisation.")
    role: ShortText | None = Field(None, description="What it does in the coalition.")
    since: Day | None = Field(None, description="Since when.")
    until: Day | None = Field(None, description="Until when, if it has left.")


class Coalition(Record):
    """At least two organisations that act together."""

    TYPE: ClassVar[str] = "coalition"

    causes: tuple[CauseId, ...] = Field(min_length=1, description="What it acts for.")
    convenor: OrganisationId = Field(description="Who brings it together.")
    members: tuple[Member, ...] = Field(min_length=2, description="Its members.")
    agreement: LongText | None = Field(None, description="What they agreed on, in Markdown.")

    @model_validator(mode="after")
    def _memberships_do_not_overlap(self) -> "Coalition":
        spans: dict[str, list[tuple[str, str]]] = {}
        for member in self.members:
            since, until = member.since or "", member.until or _FOREVER
            if any(since <= last and first <= until for first, last in spans.get(member.organisation, ())):
                raise PydanticCustomError("V135", "member twice {value}", {"value": member.organisation})
            spans.setdefault(member.organisation, []).append((since, until))
        return self
