"""Places: the country, its regions, municipalities and settlements."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from plugins.records.model.base import Base, Part
from plugins.records.model.organisation import Coordinates
from plugins.records.model.types import Line, PlaceCode

Ekatte = Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
Postcode = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]


class Settlement(Part):
    """A town or village of a municipality, as the national register names it."""

    code: Ekatte = Field(description="EKATTE, in quotes.")
    name: Line = Field(description="The name in Bulgarian; other languages write it in Latin letters by the law.")
    kind: Literal["town", "village"] = Field("village", description="What it is.")
    postcode: Postcode | None = Field(None, description="Four digits, in quotes.")


class Place(Base):
    """A place with the code that statistics know it by."""

    TYPE: ClassVar[str] = "place"

    code: Annotated[str, StringConstraints(pattern=r"^(BG|BG\d{3}|[A-Z]{3}|[A-Z]{3}\d{2}|\d{5})$")] = Field(
        description="NUTS 3 or region code, municipality code, or EKATTE in quotes."
    )
    kind: Literal["country", "region", "municipality", "settlement"] = Field(description="What it is.")
    parent: PlaceCode | None = Field(None, description="Code of the place that it lies in.")
    seat: Ekatte | None = Field(None, description="EKATTE of its main settlement, in quotes.")
    coordinates: Coordinates | None = Field(None, description="A point in it; of a municipality, its main town.")
    aliases: tuple[Line, ...] = Field((), description="Other names of it, in any language.")
    settlements: tuple[Settlement, ...] = Field((), description="The towns and villages of a municipality.")
