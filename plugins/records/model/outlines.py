"""Outlines of municipalities: what is kept of the GeoJSON that a region puts beside its record."""

from typing import ClassVar

from pydantic import Field

from plugins.records.model.base import Part, Unnamed
from plugins.records.model.types import Line, PlaceCode


class Outline(Part):
    """The outline of a municipality, as it is drawn: an SVG path, and where its name stands."""

    code: PlaceCode = Field(description="Code of the municipality.")
    path: str = Field(description="Its outline.")
    x: int = Field(description="Middle of its name.")
    y: int = Field(description="Base line of its name.")


class Outlines(Unnamed):
    """The map of the region of the same id."""

    TYPE: ClassVar[str] = "outlines"

    view_box: str = Field(description="The view box of the drawing.")
    frame: tuple[float, float, float, float] = Field(
        description="How degrees become points: left and width of a degree, top and height of a degree."
    )
    features: tuple[Outline, ...] = Field(description="The municipalities, in the order of the file.")
    attribution: Line | None = Field(None, description="Whose boundaries they are.")
