"""Actions: what organisations ask of those who decide, and what came of it."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from plugins.records.model.base import Part, Record
from plugins.records.model.cause import Join
from plugins.records.model.types import CoalitionId, Day, LongText, OrganisationId, ShortText, Term, WebAddress


class Document(Part):
    """A paper of the action, somewhere on the web."""

    title: ShortText = Field(description="What it is called.")
    url: WebAddress = Field(description="Where it can be read.")
    date: Day | None = Field(None, description="When it was written.")


class Outcome(Part):
    """What came of the action."""

    text: LongText = Field(description="What was decided, in Markdown.")
    date: Day | None = Field(None, description="When.")
    evidence: WebAddress | None = Field(None, description="Where the decision can be read.")


class Action(Record):
    """A petition, opinion, hearing, request or campaign."""

    TYPE: ClassVar[str] = "action"

    kind: Annotated[str, Term("action-kinds")] = Field(description="What it is.")
    addressee: ShortText = Field(description="Who decides: the council, a ministry, a company.")
    asks: tuple[ShortText, ...] = Field(min_length=1, description="What is asked, point by point.")
    state: Literal["planned", "running", "answered", "won", "lost", "closed"] = Field(
        "planned", description="How far it is."
    )
    start: Day | None = Field(None, description="When it began.")
    deadline: Day | None = Field(None, description="The last day to take part.")
    organisers: tuple[OrganisationId, ...] = Field((), description="Who leads it.")
    coalition: CoalitionId | None = Field(None, description="The coalition that leads it.")
    documents: tuple[Document, ...] = Field((), description="Its papers.")
    outcome: Outcome | None = Field(None, description="What came of it, with evidence.")
    join: Join | None = Field(None, description="How to join in now.")
