"""Articles: the standing pages of a site, such as „About“, written in Markdown."""

from typing import ClassVar

from pydantic import Field

from plugins.records.model.base import Base
from plugins.records.model.types import LongText


class Article(Base):
    """A page of text: the files content/pages/<id>.<language>.md together."""

    TYPE: ClassVar[str] = "page"

    body: LongText = Field(description="The text, in Markdown.")
