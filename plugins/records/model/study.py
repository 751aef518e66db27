"""Studies: what was asked, of whom, how, and what can be believed of it."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, model_validator
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

Count = Annotated[int, Field(ge=0, le=10_000_000)]


# the steps of agreement, from the least on
AGREEMENT = ("strongly_disagree", "disagree", "neutral", "agree", "strongly_agree")


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
    margin: ShortText | None = Field(None, description="The margin of error, as in “± 3 %”.")


class Answer(Part):
    """One of the answers that could be chosen."""

    text: ShortText = Field(description="The answer.")
    count: Count | None = Field(None, description="How many chose it.")


class Statement(Part):
    """A sentence, and how many agree with it."""

    text: ShortText = Field(description="The sentence.")
    strongly_disagree: Count | None = Field(None, description="How many do not agree at all.")
    disagree: Count | None = Field(None, description="How many rather do not agree.")
    neutral: Count | None = Field(None, description="How many neither agree nor disagree.")
    agree: Count | None = Field(None, description="How many rather agree.")
    strongly_agree: Count | None = Field(None, description="How many agree fully.")
    total: Count | None = Field(None, description="How many answered, where a count below ten is left out.")

    @model_validator(mode="after")
    def _total_is_known(self) -> "Statement":
        if self.total is None and None in self.counts:
            raise PydanticCustomError("V108", "missing {field}", {"field": "total"})
        return self

    @property
    def counts(self) -> tuple[int | None, ...]:
        """How many chose each step of agreement, from the least on; None where that is not published."""
        return tuple(getattr(self, name) for name in AGREEMENT)

    @property
    def asked(self) -> int:
        """How many answered."""
        return sum(count or 0 for count in self.counts) if self.total is None else self.total


class Question(Part):
    """A question of the study: with answers to choose from, or with statements to agree with."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")] = Field(
        description="The name of its column in the data."
    )
    text: ShortText = Field(description="The question, word for word.")
    note: ShortText | None = Field(None, description="Who was asked, or how to read the answers.")
    several: bool = Field(default=False, description="One could choose more than one answer.")
    answers: tuple[Answer, ...] = Field((), description="The answers.")
    statements: tuple[Statement, ...] = Field((), description="The statements.")
    total: Count | None = Field(None, description="How many answered, where a count below ten is left out.")

    @model_validator(mode="after")
    def _total_is_known(self) -> "Question":
        if self.total is None and not self.several and None in self.counts:
            raise PydanticCustomError("V108", "missing {field}", {"field": "total"})
        return self

    @property
    def counts(self) -> tuple[int | None, ...]:
        """How many chose each answer; None where that is not published."""
        return tuple(answer.count for answer in self.answers)

    @property
    def asked(self) -> int:
        """How many answered, where each could choose one answer."""
        return sum(count or 0 for count in self.counts) if self.total is None else self.total


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
    questions: tuple[Question, ...] = Field((), description="What was asked, and how many answered what.")
    questionnaire: FileName | None = Field(None, description="The file with the questions.")
    data: Dataset | None = Field(None, description="The data, for others to use.")
    findings: LongText = Field(description="What was found, in Markdown.")
    limitations: LongText = Field(description="What cannot be concluded from it.")
    report: WebAddress | None = Field(None, description="Where the whole report can be read.")
