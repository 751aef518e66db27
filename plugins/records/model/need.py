"""Needs and offers: what organisations look for, and what others can give them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from plugins.records.model.base import Record
from plugins.records.model.types import Day, OrganisationId, Term


class Need(Record):
    """Help that is looked for or offered; the library brings both sides together."""

    TYPE: ClassVar[str] = "need"

    direction: Literal["need", "offer"] = Field(description="Whether help is looked for or offered.")
    category: Annotated[str, Term("need-categories")] = Field(description="What kind of help.")
    organisation: OrganisationId | None = Field(None, description="Who; left out, the library knows.")
    until: Day = Field(description="The last day on which it stands.")
    state: Literal["open", "matched", "closed"] = Field("open", description="Whether it still stands.")
