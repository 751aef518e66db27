"""Places: the country, its regions, municipalities and settlements."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from plugins.records.model.base import Base
from plugins.records.model.organisation import Coordinates
from plugins.records.model.types import Line, PlaceCode


class Place(Base):
    """A place with the code that statistics know it by."""

    TYPE: ClassVar[str] = "place"

    code: Annotated[str, StringConstraints(pattern=r"^(BG|BG\d{3}|[A-Z]{3}|[A-Z]{3}\d{2}|\d{5})$")] = Field(
        description="NUTS 3 or region code, municipality code, or EKATTE in quotes."
    )
    kind: Literal["country", "region", "municipality", "settlement"] = Field(description="What it is.")
    parent: PlaceCode | None = Field(None, description="Code of the place that it lies in.")
    seat: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = Field(
        None, description="EKATTE of its main settlement, in quotes."
    )
    coordinates: Coordinates | None = Field(None, description="A point in it.")
    aliases: tuple[Line, ...] = Field((), description="Other names of it, in any language.")
