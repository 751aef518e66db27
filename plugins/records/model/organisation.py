"""Organisations: associations, informal groups, libraries, municipalities and others."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.base import Part, Record
from plugins.records.model.eik import expected_eik, is_eik_shaped
from plugins.records.model.types import (
    Day,
    Email,
    FileName,
    LongText,
    OrganisationId,
    Phone,
    PlaceCode,
    RegisterNumber,
    ShortText,
    Term,
    WebAddress,
)

Visibility = Literal["public", "area-only", "hidden"]
Latitude = Annotated[float, Field(ge=-90, le=90, strict=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, strict=False)]


class Identifier(Part):
    """A number under which a register knows the organisation."""

    scheme: Literal["BG-EIK", "ROR", "other"] = Field(description="The register.")
    id: RegisterNumber = Field(description="The number, in quotes.")

    @model_validator(mode="after")
    def _eik_holds(self) -> "Identifier":
        if self.scheme != "BG-EIK":
            return self
        if not is_eik_shaped(self.id):
            raise PydanticCustomError("V132", "no EIK {value}", {"value": self.id})
        expected = expected_eik(self.id)
        if expected != self.id:
            raise PydanticCustomError("V103", "check digit", {"value": self.id, "expected": expected})
        return self


class Legal(Part):
    """What the registers say of the organisation."""

    public_benefit: bool | None = Field(None, description="Registered in public benefit.")
    identifiers: tuple[Identifier, ...] = Field((), description="Its numbers in registers.")
    founded: Day | None = Field(None, description="The day of its founding.")
    dissolved: Day | None = Field(None, description="The day of its end.")
    register_status: Literal["active", "in-liquidation", "dissolved", "unknown"] = Field(
        "unknown", description="Its state in the register."
    )
    register_checked: Day | None = Field(None, description="When the register was read.")


class Contact(Part):
    """How to reach the organisation."""

    email: Email | None = Field(None, description="E-mail of the organisation, not of a person.")
    phones: tuple[Phone, ...] = Field((), description="Phones, in quotes, from +359.")
    website: WebAddress | None = Field(None, description="Its own site.")


class Coordinates(Part):
    """A point in WGS 84, degrees."""

    latitude: Latitude = Field(description="Degrees north.")
    longitude: Longitude = Field(description="Degrees east.")


class Location(Part):
    """Where people can find the organisation."""

    place: PlaceCode = Field(description="Code of the settlement or municipality.")
    address: ShortText | None = Field(None, description="Street and number.")
    postcode: Annotated[str, Field(pattern=r"^\d{4}$")] | None = Field(None, description="Four digits, in quotes.")
    coordinates: Coordinates | None = Field(None, description="The point on the map.")
    visibility: Visibility = Field("public", description="What of it may be published.")
    access: tuple[Annotated[str, Term("access")], ...] = Field((), description="What makes it easy to come, in terms.")
    accessibility: ShortText | None = Field(None, description="Ramp, lift, quiet room …")
    hours: ShortText | None = Field(None, description="When it is open.")


class Service(Part):
    """Something that the organisation does for people."""

    name: ShortText = Field(description="What it is.")
    category: Annotated[str, Term("service-categories")] | None = Field(None, description="With what it helps.")
    audience: ShortText | None = Field(None, description="For whom it is.")
    eligibility: ShortText | None = Field(None, description="Who may use it.")
    cost: ShortText | None = Field(None, description="What it costs, or that it is free.")
    schedule: ShortText | None = Field(None, description="When it takes place.")
    area: tuple[PlaceCode, ...] = Field((), description="Where, if not everywhere it works.")
    languages: tuple[Annotated[str, Term("languages")], ...] = Field((), description="In what languages.")


class Logo(Part):
    """The sign of the organisation."""

    file: FileName = Field(description="A file in content/images.")
    alt: ShortText = Field(description="What can be seen.")


class Organisation(Record):
    """An organisation or an informal group; both are shown as equals."""

    TYPE: ClassVar[str] = "organisation"

    kind: Annotated[str, Term("organisation-kinds")] = Field(description="What it is.")
    legal: Legal | None = Field(None, description="What the registers say.")
    contact: Contact | None = Field(None, description="How to reach it.")
    locations: tuple[Location, ...] = Field((), description="Where it is.")
    languages: tuple[Annotated[str, Term("languages")], ...] = Field(
        (), description="Languages in which one can talk to it."
    )
    services: tuple[Service, ...] = Field((), description="What it does for people.")
    members: tuple[OrganisationId, ...] = Field((), description="Organisations that belong to it.")
    funding: LongText | None = Field(None, description="Where its means come from.")
    logo: Logo | None = Field(None, description="Its sign, with a description.")
