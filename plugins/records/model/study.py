"""Studies: what was asked, of whom, how, and what can be believed of it."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.records.model.base import Part, Record
from plugins.records.model.types import (
    Day,
    FileName,
    Line,
    LongText,
    OrganisationId,
    Percent,
    ShortText,
    Term,
    WebAddress,
)


class Fieldwork(Part):
    """When the data were gathered."""

    start: Day = Field(description="The first day.")
    end: Day = Field(description="The last day.")

    @model_validator(mode="after")
    def _ends_after_start(self) -> "Fieldwork":
        if self.end < self.start:
            raise PydanticCustomError("V121", "ends before it starts", {"value": self.end})
        return self


class Sample(Part):
    """Who was asked."""

    size: Annotated[int, Field(ge=1, le=10_000_000)] = Field(description="How many people or organisations.")
    method: ShortText = Field(description="How they were chosen.")
    response_rate: Percent | None = Field(None, description="How many of a hundred answered.")
    margin: Line | None = Field(None, description="The margin of error, as in “± 3 %”.")


class Dataset(Part):
    """The data themselves, for others to use."""

    file: FileName = Field(description="The CSV file.")
    codebook: FileName | None = Field(None, description="The file that explains its columns.")
    licence: Line = Field(description="On what terms it may be used.")


class Study(Record):
    """A survey, interviews, a focus group or a reading of what is known."""

    TYPE: ClassVar[str] = "study"

    kind: Annotated[str, Term("study-kinds")] = Field(description="What it is.")
    commissioner: OrganisationId | None = Field(None, description="Who asked for it.")
    team: tuple[OrganisationId, ...] = Field((), description="Who made it.")
    fieldwork: Fieldwork | None = Field(None, description="When the data were gathered.")
    population: ShortText = Field(description="Of whom it speaks.")
    sample: Sample = Field(description="Who was asked.")
    weighting: ShortText | None = Field(None, description="How answers were weighted.")
    ethics: ShortText | None = Field(None, description="How those who answered were protected.")
    questionnaire: FileName | None = Field(None, description="The file with the questions.")
    data: Dataset | None = Field(None, description="The data, for others to use.")
    findings: LongText = Field(description="What was found, in Markdown.")
    limitations: LongText = Field(description="What cannot be concluded from it.")
    report: WebAddress | None = Field(None, description="Where the whole report can be read.")
