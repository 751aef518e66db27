"""Vocabularies: lists of terms with a label in each language."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from plugins.records.model.base import Base, Part
from plugins.records.model.types import Refers, ShortText


class Entry(Part):
    """One term of a vocabulary."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[a-z0-9]+)*$"), Refers("entry")] = Field(
        description="What stands in the records."
    )
    label: ShortText = Field(description="What people read.")


class Vocabulary(Base):
    """A list of terms, in the order in which they are shown."""

    TYPE: ClassVar[str] = "vocabulary"

    terms: tuple[Entry, ...] = Field(min_length=1, description="The terms.")
