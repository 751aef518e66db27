"""Exhibitions: the front matter of their Markdown, and their panels."""

from typing import ClassVar

from pydantic import Field

from plugins.records.model.base import Part, Record
from plugins.records.model.types import (
    Day,
    Email,
    FunderId,
    Id,
    LongText,
    OrganisationId,
    PlaceCode,
    ShortText,
)


class Curator(Part):
    """Who made the exhibition: a role or an organisation, never a person without consent."""

    role: ShortText = Field(description="What they did.")
    organisation: OrganisationId | None = Field(None, description="Who.")


class Picture(Part):
    """The picture of a panel."""

    file: str = Field(description="A file beside the text, or the name of a scene.")
    alt: ShortText | None = Field(None, description="What can be seen; required unless decorative.")
    decorative: bool = Field(default=False, description="The picture says nothing of its own.")
    caption: ShortText | None = Field(None, description="What stands under it.")
    credit: ShortText = Field(description="Who made it.")
    rights: str = Field(description="Address of the licence, or: unknown.")


class Panel(Part):
    """One panel: a heading and a text, on the web and on the wall."""

    id: Id = Field(description="Its anchor, the same in every language.")
    heading: ShortText = Field(description="The heading.")
    body: LongText | None = Field(None, description="The text, in Markdown.")
    picture: Picture | None = Field(None, description="The picture.")


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
    scene: Id | None = Field(None, description="The landscape on its cover, from theme/scenes.")
    feedback: Email | None = Field(None, description="Where visitors can write.")
    panels: tuple[Panel, ...] = Field(min_length=1, description="The panels, in order.")
