"""Resources: guides, templates, laws, courses and videos for organisations."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.base import Record
from plugins.records.model.types import FileName, Line, Term, WebAddress


class Resource(Record):
    """Something that helps an organisation to do its work."""

    TYPE: ClassVar[str] = "resource"

    kind: Annotated[str, Term("resource-kinds")] = Field(description="What it is.")
    topics: tuple[Annotated[str, Term("topics")], ...] = Field(min_length=1, description="What it is about.")
    audience: tuple[Annotated[str, Term("roles")], ...] = Field((), description="For whom it is.")
    level: Literal["basic", "intermediate", "advanced"] = Field("basic", description="How much one must know.")
    licence: Line | None = Field(None, description="On what terms it may be used.")
    languages: tuple[Annotated[str, Term("languages")], ...] = Field((), description="In what languages.")
    file: FileName | None = Field(None, description="The file; required without a link.")
    link: WebAddress | None = Field(None, description="Where it stands; required without a file.")

    @model_validator(mode="after")
    def _can_be_had(self) -> "Resource":
        if self.file is None and self.link is None:
            raise PydanticCustomError("V108", "missing {field}", {"field": "link"})
        return self
