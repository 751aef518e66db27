"""The kinds of value that the fields of the records are made of.

A validator that fails raises `PydanticCustomError` whose type is the code of the rule that
was broken, so that one table of rules serves the model and the reader of the files.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    GetPydanticSchema,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from plugins.languages.edtf import is_edtf
from plugins.languages.text import DEFAULT_LANGUAGE, Text

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 80
# of the mark of an original: no vowels, so that it is never a word
MARK_LETTERS, MARK_LENGTH = "bcdfghjkmnpqrstvwxz", 6
# control characters, zero-width characters and marks that turn the direction of writing
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9])?")
_DURATION = re.compile(r"P[0-9]{1,3}[DWMY]")
# the part of RFC 5545 (3.3.10) that calendars agree on
_RULE_PART = re.compile(
    "FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|(INTERVAL|COUNT)=[1-9][0-9]{0,2}|UNTIL=[0-9]{8}(T[0-9]{6}Z)?"
    "|BYDAY=(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*"
    "|BYMONTHDAY=-?([1-9]|[12][0-9]|3[01])|BYMONTH=([1-9]|1[0-2])"
)


@dataclass(frozen=True, slots=True)
class Refers:
    """Mark a field whose value is the id of another record (or the code of a place)."""

    target: str


@dataclass(frozen=True, slots=True)
class Term:
    """Mark a field whose value is a term of the vocabulary `vocabulary`."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Mark a text that stands word for word as it was given: nobody translates it."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """Mark a field whose text may link to other records: [text](cause:chisti-reki)."""


def clean(value: str) -> str:
    """Refuse characters that cannot be seen; bring the rest to NFC."""
    hidden = _UNSAFE.search(value)
    if hidden:
        code = f"U+{ord(hidden.group()):04X}"
        raise PydanticCustomError("V120", "hidden character {code}", {"code": code})
    return unicodedata.normalize("NFC", value)


def _as_mapping(value: object) -> object:
    return {DEFAULT_LANGUAGE: value} if isinstance(value, str) else value


def _as_any_text(value: dict[str, str]) -> Text:
    if not value:
        raise PydanticCustomError("V108", "missing {field}", {"field": DEFAULT_LANGUAGE})
    return Text.of(value)


def _as_text(value: dict[str, str]) -> Text:
    if DEFAULT_LANGUAGE not in value:
        raise PydanticCustomError("V108", "missing {field}", {"field": DEFAULT_LANGUAGE})
    return Text.of(value)


def _day(value: str) -> str:
    try:
        if _DATE.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise PydanticCustomError("V109", "no such date {value}", {"value": value})


def _moment(value: str) -> str:
    if not _MOMENT.fullmatch(value):
        raise PydanticCustomError("V109", "no such date {value}", {"value": value})
    return _day(value[:10]) + value[10:]


def _year(value: object) -> object:
    """Take a bare year, which YAML reads as a number."""
    return f"{value:04}" if isinstance(value, int) and not isinstance(value, bool) else value


def _edtf(value: str) -> str:
    if not is_edtf(value):
        raise PydanticCustomError("V160", "no such date {value}", {"value": value})
    return value


def _rights(value: str) -> str:
    return value if value == "unknown" else web_address(value)


def _duration(value: str) -> str:
    if not _DURATION.fullmatch(value):
        raise PydanticCustomError("V119", "no such period {value}", {"value": value})
    return value


def _recurrence(value: str) -> str:
    parts = value.split(";")
    names = [part.partition("=")[0] for part in parts]
    good = all(_RULE_PART.fullmatch(part) for part in parts) and len(set(names)) == len(names)
    if not good or names[0] != "FREQ" or {"COUNT", "UNTIL"} <= set(names):
        raise PydanticCustomError("V136", "no such rule {value}", {"value": value})
    return value


def web_address(value: str) -> str:
    """Accept an http or https address with a host and nothing that could deceive."""
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
        good = good and parts.username is None and "\\" not in value and " " not in value
    except ValueError:
        good = False
    if not good:
        raise PydanticCustomError("V112", "not a web address {value}", {"value": value})
    return value


def _email(value: str) -> str:
    if not re.match(r"^[^@\s<>\"'(),:;\\]+@[^@\s<>\"'(),:;\\.]+(\.[^@\s<>\"'(),:;\\.]+)+$", value):
        raise PydanticCustomError("V113", "not an e-mail address {value}", {"value": value})
    return value


def _phone(value: str) -> str:
    if not re.match(r"^\+?[0-9][0-9 ()/-]{4,24}$", value):
        raise PydanticCustomError("V128", "not a phone number {value}", {"value": value})
    return value


Language = Literal["bg", "tr", "en"]
Clean = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(clean)]
Line = Annotated[Clean, StringConstraints(max_length=300)]
Paragraphs = Annotated[Clean, StringConstraints(max_length=60_000)]


def _text_schema(longest: int, *, spoken: bool) -> dict[str, object]:
    one: dict[str, object] = {"type": "string", "minLength": 1, "maxLength": longest}
    each = {"type": "object", "properties": {"bg": one, "tr": one, "en": one}, "additionalProperties": False}
    return {"anyOf": [one, {**each, "minProperties": 1} if spoken else {**each, "required": ["bg"]}]}


def _text_of(line: object, longest: int, *, spoken: bool = False) -> GetPydanticSchema:
    """Describe a `Text` to pydantic: a mapping of language → `line`, or a bare default one.

    One that is `spoken` may lack the default language: what somebody wrote elsewhere.
    """

    def schema(_source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        mapping = handler.generate_schema(dict[Language, line])  # type: ignore[valid-type]  # a value, made into a type at run time
        whole = core_schema.no_info_before_validator_function(_as_mapping, mapping)
        return core_schema.no_info_after_validator_function(_as_any_text if spoken else _as_text, whole)

    def json_schema(_schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, object]:
        return _text_schema(longest, spoken=spoken)

    return GetPydanticSchema(schema, json_schema)


ShortText = Annotated[Text, _text_of(Line, 300)]
LongText = Annotated[Text, _text_of(Paragraphs, 60_000), Markdown()]
# of things that others made: in whatever language their words are
SpokenText = Annotated[Text, _text_of(Line, 300, spoken=True)]
PlainText = Annotated[Text, _text_of(Paragraphs, 60_000, spoken=True)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)]
Day = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[str, AfterValidator(_moment)]
Period = Annotated[str, AfterValidator(_duration)]
Recurrence = Annotated[str, AfterValidator(_recurrence)]
FileName = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*\.(pdf|csv|txt|md|docx|odt|xlsx|ods|png|jpg|webp)$", max_length=120
    ),
]
WebAddress = Annotated[Clean, StringConstraints(max_length=2_000), AfterValidator(web_address)]
Email = Annotated[Line, AfterValidator(_email)]
Phone = Annotated[Line, AfterValidator(_phone)]
Mark = Annotated[str, StringConstraints(pattern=rf"^[{MARK_LETTERS}]{{{MARK_LENGTH}}}$")]
Edtf = Annotated[Line, BeforeValidator(_year), AfterValidator(_edtf)]
Rights = Annotated[Clean, StringConstraints(max_length=2_000), AfterValidator(_rights)]
Percent = Annotated[int, Field(ge=0, le=100)]
PlaceCode = Annotated[str, StringConstraints(pattern=r"^(BG|BG\d{3}|[A-Z]{3}|[A-Z]{3}\d{2}|\d{5})$"), Refers("place")]
OrganisationId = Annotated[Id, Refers("organisation")]
RegisterNumber = Annotated[Line, Refers("register")]
RecordId = Annotated[Id, Refers("record")]
CauseId = Annotated[Id, Refers("cause")]
CoalitionId = Annotated[Id, Refers("coalition")]
FunderId = Annotated[Id, Refers("funder")]
PageId = Annotated[Id, Refers("page")]
RegionId = Annotated[Id, Refers("region")]
MediumId = Annotated[str, Refers("medium")]
LogoName = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(jpg|jpeg|png|webp)$", max_length=90), Refers("logo")
]
