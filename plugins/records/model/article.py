"""Articles: the standing pages of a site, such as „About“, written in Markdown."""

from typing import ClassVar, Literal

from pydantic import Field

from plugins.records.model.base import Base
from plugins.records.model.types import LongText


class Matter(Base):
    """The fields above the text of one language."""

    kind: Literal["text", "help"] = Field(
        "text", description="Help is for those who keep the records: not in the footer."
    )


class Article(Matter):
    """A page of text: the files content/pages/<id>.<language>.md together."""

    TYPE: ClassVar[str] = "page"

    body: LongText = Field(description="The text, in Markdown.")
