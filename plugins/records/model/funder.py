"""Funders: who paid, what notice must stand, and where it applies."""

from typing import Annotated, ClassVar

from pydantic import Field

from plugins.records.model.base import Base, Part
from plugins.records.model.types import (
    Day,
    FileName,
    Language,
    Line,
    LongText,
    PageId,
    RecordId,
    RegionId,
    ShortText,
    Verbatim,
    WebAddress,
)


class Applies(Part):
    """Where the notice must be shown; nothing given means everywhere on those sites."""

    sites: tuple[RegionId, ...] = Field((), description="Sites on which it stands on each page.")
    records: tuple[RecordId, ...] = Field((), description="Ids of records on whose pages it stands.")
    pages: tuple[PageId, ...] = Field((), description="Pages of content/pages on which it stands.")
    since: Day | None = Field(None, description="From when.")
    until: Day | None = Field(None, description="Until when.")

    def holds(self, today: str) -> bool:
        """Tell whether the notice must be shown on the ISO day `today`; "" is any day."""
        return not today or ((self.since or today) <= today <= (self.until or today))


class Funder(Base):
    """A programme that pays for something here."""

    TYPE: ClassVar[str] = "funder"

    programme: ShortText | None = Field(None, description="The programme.")
    contract: Line | None = Field(None, description="Number of the contract.")
    website: WebAddress | None = Field(None, description="The funder's site.")
    notice: Annotated[LongText, Verbatim()] = Field(description="The text that must be shown, word for word.")
    disclaimer: Annotated[LongText, Verbatim()] = Field(description="The disclaimer, word for word.")
    logo: dict[Language, FileName] = Field(
        default_factory=dict, description="Files in content/images, one for each language."
    )
    applies_to: Applies = Field(description="Where they must be shown.")
