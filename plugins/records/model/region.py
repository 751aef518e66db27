"""Regions: one record makes one site."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from plugins.records.model.base import Base, Part
from plugins.records.model.types import (
    Email,
    Id,
    Language,
    Line,
    Phone,
    PlaceCode,
    ShortText,
    WebAddress,
)


class Library(Part):
    """The library that keeps the site."""

    name: ShortText = Field(description="Its name.")
    note: ShortText | None = Field(None, description="What must be said beside the name.")
    address: ShortText | None = Field(None, description="Street and town.")
    email: Email | None = Field(None, description="E-mail of the library.")
    phones: tuple[Phone, ...] = Field((), description="Phones, in quotes.")
    website: WebAddress | None = Field(None, description="Its own site.")
    hours: ShortText | None = Field(None, description="When it is open.")


class Mosaic(Part):
    """A map of hexagons, drawn by hand: a scheme, not a boundary."""

    grid: Annotated[str, StringConstraints(max_length=4000)] = Field(
        description="One letter a hexagon, odd rows moved half a step, a dot for none."
    )
    letters: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]$")], PlaceCode] = Field(
        description="What municipality each letter stands for."
    )


class Forge(Part):
    """Where the files of the site are kept, for those who propose a change there."""

    kind: Literal["github", "gitlab", "forgejo"] = Field(description="What runs there.")
    repository: WebAddress = Field(description="The address of the repository.")
    branch: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$")] = Field(
        "main", description="The branch that is published."
    )


class Region(Base):
    """A region of the country, its library and its site; `national` shows all of them."""

    TYPE: ClassVar[str] = "region"

    title: ShortText = Field(description="The name of the site.")
    tagline: ShortText = Field(description="The promise on the first page.")
    code: PlaceCode = Field(description="Code of the region, or BG for the national site.")
    library: Library = Field(description="The library that keeps it.")
    languages: tuple[Language, ...] = Field(("bg",), description="Languages, the main one first.")
    address: WebAddress | None = Field(None, description="Where the site is published.")
    forge: Forge | None = Field(None, description="Where changes of the files can be proposed.")
    scene: Id = Field(description="The landscape on the first page, from theme/scenes.")
    colours: Literal["green", "blue", "wine"] = Field("green", description="The main colour of its site.")
    mosaic: Mosaic | None = Field(None, description="The map of hexagons.")
    turkish_names: bool = Field(default=False, description="Search knows Turkish place names.")
    licence: Line = Field("CC BY 4.0", description="Licence of the open data.")
    order: Annotated[int, Field(ge=0, le=999)] = Field(0, description="Its place among the sites.")
