"""Funders: who paid, what notice must stand, and where it applies."""

from typing import Annotated, ClassVar

from pydantic import Field

from plugins.records.model.base import Base, Part, Unnamed
from plugins.records.model.types import (
    Day,
    Language,
    Line,
    LogoName,
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


class FunderLogo(Part):
    """What is shown beside the notice, and what of it can be seen."""

    file: dict[Language, LogoName] = Field(
        min_length=1,
        description="A picture in data/funders for each language; where one has none, the Bulgarian one stands.",
    )
    alt: ShortText = Field(description="What can be seen, for people who do not see it.")


class Logo(Unnamed):
    """A picture beside the record of a funder that was looked into."""

    TYPE: ClassVar[str] = "logo"

    code: str = Field(description="The hash of its bytes.")
    measures: tuple[int, ...] = Field(description="Its bytes, its width and height in pixels.")


class Funder(Base):
    """A programme that pays for something here."""

    TYPE: ClassVar[str] = "funder"

    programme: ShortText | None = Field(None, description="The programme.")
    contract: Line | None = Field(None, description="Number of the contract.")
    website: WebAddress | None = Field(None, description="The funder's site.")
    notice: Annotated[LongText, Verbatim()] = Field(description="The text that must be shown, word for word.")
    disclaimer: Annotated[LongText, Verbatim()] = Field(description="The disclaimer, word for word.")
    logo: FunderLogo | None = Field(None, description="The logo that is shown with the notice.")
    applies_to: Applies = Field(description="Where they must be shown.")
