"""Neighbours: regions elsewhere, as a stored copy of the open data that their own site publishes."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from plugins.records.model.base import Base, Part
from plugins.records.model.cause import Stage
from plugins.records.model.types import Day, Id, Line, ShortText, Term, WebAddress


class CopiedFile(Part):
    """A file that was copied, as it was on that day."""

    name: Line = Field(description="The name of the file.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(description="Its checksum.")


class ListedOrganisation(Part):
    """An organisation of a region elsewhere: enough to find it there."""

    id: Id = Field(description="Its id there.")
    name: ShortText = Field(description="The name of the organisation.")
    summary: ShortText | None = Field(None, description="One or two plain sentences.")
    kind: Annotated[str, Term("organisation-kinds")] | None = Field(None, description="What it is.")
    page: WebAddress = Field(description="Its page on the site of the region.")


class ListedCause(Part):
    """A cause of a region elsewhere: enough to find it there."""

    id: Id = Field(description="Its id there.")
    name: ShortText = Field(description="The name of the cause.")
    summary: ShortText | None = Field(None, description="One or two plain sentences.")
    category: Annotated[str, Term("cause-categories")] | None = Field(None, description="Its field.")
    stage: Stage = Field("heard", description="How far the cause has come.")
    page: WebAddress = Field(description="Its page on the site of the region.")


class Neighbour(Base):
    """A region elsewhere that publishes its open data: what was copied, from where, when and on what terms."""

    TYPE: ClassVar[str] = "neighbour"

    address: WebAddress = Field(description="Where its site is published.")
    publisher: ShortText = Field(description="Who publishes the data.")
    licence: Line = Field(description="On what terms the data may be used.")
    copied: Day = Field(description="The day of the copy.")
    files: tuple[CopiedFile, ...] = Field((), description="The files that were copied.")
    organisations: tuple[ListedOrganisation, ...] = Field((), description="The organisations of the region.")
    causes: tuple[ListedCause, ...] = Field((), description="The causes of the region.")
