"""Exhibitions: the front matter of their Markdown, and their panels."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.base import Base, Part, Record
from plugins.records.model.types import (
    Day,
    Email,
    FunderId,
    Id,
    LongText,
    MediumId,
    Moment,
    OrganisationId,
    PlaceCode,
    Refers,
    ShortText,
)

# what stands before the name of a landscape of ours, or of an object, where the name of a file could stand
SCENE = "scene:"
OBJECT = "object:"
# the sizes of paper that panels are laid out for; what they measure stands in plugins/exhibitions/sheets.py
Paper = Literal["a4", "a3", "a1", "roll-up"]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Pixels = Annotated[int, Field(ge=1, le=100_000)]


class Curator(Part):
    """Who made the exhibition: a role or an organisation, never a person without consent."""

    role: ShortText = Field(description="What they did.")
    organisation: OrganisationId | None = Field(None, description="Who.")


class Picture(Part):
    """The picture of a panel."""

    file: str = Field(description="A file beside the text, scene: and a landscape, or object: and the id of an object.")
    alt: ShortText | None = Field(None, description="What can be seen; required unless decorative.")
    decorative: bool = Field(default=False, description="The picture says nothing of its own.")
    caption: ShortText | None = Field(None, description="What stands under it.")
    credit: ShortText = Field(description="Who made it.")
    rights: str = Field(description="Address of the licence, or: unknown.")
    width: Pixels | None = Field(None, description="Width in pixels of a landscape.")
    height: Pixels | None = Field(None, description="Height in pixels of a landscape.")
    medium: MediumId | None = Field(None, description="The file, as the build knows it.")

    @property
    def scene(self) -> str:
        """The name of the landscape in theme/scenes, or "" for a file beside the text."""
        return self.file.removeprefix(SCENE) if self.file.startswith(SCENE) else ""


class Panel(Part):
    """One panel: a heading and a text, on the web and on the wall."""

    id: Annotated[Id, Refers("panel")] = Field(description="Its anchor, the same in every language.")
    heading: ShortText = Field(description="The heading.")
    body: LongText | None = Field(None, description="The text, in Markdown.")
    picture: Picture | None = Field(None, description="The picture.")


class Stop(Part):
    """A place that the panels visit, from their opening to their last day there."""

    venue: ShortText = Field(description="The building, room or foyer.")
    place: PlaceCode | None = Field(None, description="Code of the place.")
    start: Day = Field(description="The first day on the wall.")
    end: Day = Field(description="The last day on the wall.")
    number: Count = Field(1, description="Which copy of the panels.")
    opening: Moment | None = Field(None, description="When it is opened: 2026-12-05T17:30.")
    hours: ShortText | None = Field(None, description="When one can see it.")
    accessibility: ShortText | None = Field(None, description="Ramp, lift, quiet hours …")
    visitors: Count | None = Field(None, description="How many came, once it is over.")
    comments: Count | None = Field(None, description="How many wrote something, once it is over.")

    @model_validator(mode="after")
    def _ends_after_start(self) -> "Stop":
        if self.end < self.start:
            raise PydanticCustomError("V121", "ends before it starts", {"value": self.end})
        return self


class Tour(Part):
    """Where the panels travel, and how one borrows them: the file tour.yaml."""

    copies: Count = Field(1, description="How many copies of the panels there are.")
    buffer_days: Annotated[int, Field(ge=0, le=60)] = Field(2, description="Days for the way from stop to stop.")
    contents: tuple[ShortText, ...] = Field((), description="What comes in the boxes.")
    dimensions: ShortText | None = Field(None, description="How large and heavy it all is.")
    requirements: ShortText | None = Field(None, description="What the room must have.")
    terms: LongText | None = Field(None, description="On what terms it is lent, in Markdown.")
    contact: Email | None = Field(None, description="Whom to ask.")
    stops: tuple[Stop, ...] = Field((), description="The stops, in any order.")


class Exhibition(Record):
    """An information exhibition: a folder under content/exhibitions/."""

    TYPE: ClassVar[str] = "exhibition"

    curators: tuple[Curator, ...] = Field((), description="Who made it.")
    organisations: tuple[OrganisationId, ...] = Field((), description="Whose work it shows.")
    funder: FunderId | None = Field(None, description="Who paid.")
    start: Day | None = Field(None, description="The first day on the wall.")
    end: Day | None = Field(None, description="The last day on the wall.")
    place: PlaceCode | None = Field(None, description="Code of the place.")
    venue: ShortText | None = Field(None, description="The room or foyer.")
    hours: ShortText | None = Field(None, description="When one can see it.")
    accessibility: ShortText | None = Field(None, description="Ramp, lift, quiet hours …")
    fee: ShortText | None = Field(None, description="What one pays to see it; where nothing is said, nothing.")
    scene: Id | None = Field(None, description="The landscape on its cover, from theme/scenes.")
    print_sizes: tuple[Paper, ...] = Field(
        (), description="On what paper it is printed; on every one where none is named."
    )
    feedback: Email | None = Field(None, description="Where visitors can write.")
    visitors: Count | None = Field(None, description="How many came, once it is over.")
    comments: Count | None = Field(None, description="How many wrote something, once it is over.")
    tour: Tour | None = Field(None, description="Where it travels: read from tour.yaml.")
    panels: tuple[Panel, ...] = Field(min_length=1, description="The panels, in order.")

    @model_validator(mode="after")
    def _ends_after_start(self) -> "Exhibition":
        if self.start is not None and self.end is not None and self.end < self.start:
            raise PydanticCustomError("V121", "ends before it starts", {"value": self.end})
        return self


class Translation(Base):
    """What the front matter of a translation may hold; everything else stands in the Bulgarian file."""

    summary: ShortText | None = Field(None, description="One or two plain sentences.")
    venue: ShortText | None = Field(None, description="The room or foyer.")
    hours: ShortText | None = Field(None, description="When one can see it.")
    accessibility: ShortText | None = Field(None, description="Ramp, lift, quiet hours …")
    fee: ShortText | None = Field(None, description="What one pays to see it; where nothing is said, nothing.")


# the fields of a translation, in the order of the model
TRANSLATED = ("name", "summary", "venue", "hours", "accessibility", "fee")
