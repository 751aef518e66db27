"""What every record has in common."""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.types import (
    CauseId,
    Day,
    Email,
    Language,
    Line,
    LongText,
    Mark,
    Moment,
    OrganisationId,
    Period,
    Phone,
    PlaceCode,
    ShortText,
    Term,
    Verbatim,
    WebAddress,
)

Status = Literal["active", "dormant", "closed", "unknown", "draft", "removed"]


class Part(BaseModel):
    """A group of fields inside a record: frozen, strict, unknown fields refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Base(Part):
    """A record of any type; `id` is the name of its file and never stands inside it."""

    TYPE: ClassVar[str] = ""

    id: str = Field(default="", exclude=True)
    name: ShortText = Field(description="The name, at least in Bulgarian.")
    summary: ShortText | None = Field(None, description="One or two plain sentences.")
    demo: bool = Field(default=False, description="Invented, shown as an example.")

    @property
    def type(self) -> str:
        """The type of the record, as addresses and references name it."""
        return self.TYPE


class Unnamed(Base):
    """A record of a file that bears no name in words: what stands for it is for nobody to translate."""

    name: Annotated[ShortText, Verbatim()] = Field(description="Made of the name of the file.")


class Link(Part):
    """An address elsewhere that belongs to the record."""

    rel: Literal["website", "facebook", "profile", "register", "donate", "source"] = Field(
        description="What stands at the address."
    )
    url: WebAddress = Field(description="The address, with http:// or https://.")


class Source(Part):
    """Where the record's facts come from."""

    kind: Literal["self", "librarian", "register", "import"] = Field(description="Who said it.")
    url: WebAddress | None = Field(None, description="Where it can be read.")
    licence: Line | None = Field(None, description="On what terms it may be used.")


class Verified(Part):
    """When, by whom and how the record was last checked."""

    date: Day = Field(description="The day of the check.")
    by: Line = Field(description="Who checked: the id of a library or organisation.")
    method: Literal["self", "phone", "email", "visit", "register", "web"] = Field(description="How it was checked.")


class Consent(Part):
    """What a person agreed to, how, and until when."""

    basis: Literal["written", "form", "contract", "public-office"] = Field(description="On what it rests.")
    scope: tuple[Literal["name", "contact", "picture"], ...] = Field(
        min_length=1, description="What may be shown: name, contact, picture."
    )
    date: Day = Field(description="The day on which it was given.")
    until: Day | None = Field(None, description="The last day on which it holds.")


class Person(Part):
    """A person who stands for the record; without a live consent nothing of it is published."""

    name: ShortText = Field(description="The name.")
    role: ShortText | None = Field(None, description="What the person does here.")
    organisation: OrganisationId | None = Field(None, description="For whom the person acts.")
    email: Email | None = Field(None, description="Shown only if the consent covers contact.")
    phone: Phone | None = Field(None, description="Shown only if the consent covers contact.")
    consent: Consent | None = Field(None, description="The consent; without it the person is not shown.")

    # its place in the file, which stays known when others are taken out before it
    _number: int = PrivateAttr(0)

    @property
    def number(self) -> int:
        """The place of the person among those of the file, from 0."""
        return self._number

    def numbered(self, number: int) -> "Person":
        """Remember the place of the person in the file."""
        self._number = number
        return self


class Change(Part):
    """A time of something repeated that does not take place as the rule says."""

    on: Moment = Field(description="The day, or day and time, that the rule gives.")
    state: Literal["cancelled", "moved"] = Field(description="What became of it.")
    start: Moment | None = Field(None, description="The new start of a time that was moved.")
    end: Moment | None = Field(None, description="Its new end; without one it lasts as long as the others.")

    @model_validator(mode="after")
    def _has_a_new_time(self) -> "Change":
        if self.state == "moved" and self.start is None:
            raise PydanticCustomError("V108", "missing {field}", {"field": "start"})
        if self.start and self.end and self.end < self.start[: len(self.end)]:
            raise PydanticCustomError("V121", "ends before it starts", {"value": self.end})
        return self


class Record(Base):
    """A record that citizens find: it works somewhere, for something."""

    body: LongText | None = Field(None, description="The text of the page, in Markdown.")
    aliases: tuple[Line, ...] = Field((), description="Other names: searched, never the title.")
    status: Status = Field("active", description="Whether it is at work.")
    removed_reason: ShortText | None = Field(None, description="Why it was taken down.")
    area: tuple[PlaceCode, ...] = Field((), description="Where it works: codes of places.")
    causes: tuple[CauseId, ...] = Field((), description="Its causes, the main one first.")
    sectors: tuple[Annotated[str, Term("sectors")], ...] = Field(
        (), description="Codes of the UN classification ICNP/TSO."
    )
    sdg: tuple[Annotated[int, Field(ge=1, le=17)], ...] = Field(
        (), description="Numbers of the UN goals for sustainable development."
    )
    links: tuple[Link, ...] = Field((), description="Its addresses elsewhere.")
    people: tuple[Person, ...] = Field((), description="Persons who stand for it, with their consent.")
    source: Source | None = Field(None, description="Where the facts come from.")
    verified: Verified | None = Field(None, description="The last check.")
    review_every: Period = Field("P1Y", description="After how long to check again.")
    translations: dict[Language, Literal["machine", "human", "reviewed"]] = Field(
        default_factory=dict, description="How each translation was made."
    )
    translated_from: dict[Language, Mark] = Field(
        default_factory=dict,
        description="The mark of the Bulgarian text that each translation was made from: make translated writes it.",
    )

    @model_validator(mode="after")
    def _removed_has_reason(self) -> "Record":
        if self.status == "removed" and self.removed_reason is None:
            raise PydanticCustomError("V108", "missing {field}", {"field": "removed_reason"})
        return self
