"""The objects of an exhibition, and the files that show them: pictures, sound, video, documents."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from plugins.records.model.base import Part, Unnamed
from plugins.records.model.organisation import Coordinates
from plugins.records.model.types import (
    Edtf,
    Id,
    Language,
    Line,
    MediumId,
    PlaceCode,
    PlainText,
    Rights,
    SpokenText,
    WebAddress,
)

FILE_PATTERN = r"^[A-Za-z0-9]+([._-]+[A-Za-z0-9]+)*\.(jpg|jpeg|png|webp|mp3|ogg|m4a|mp4|webm|pdf|vtt)$"
MediumFile = Annotated[str, Field(pattern=FILE_PATTERN, max_length=120)]
PosterFile = Annotated[str, Field(pattern=FILE_PATTERN.replace("|mp3|ogg|m4a|mp4|webm|pdf|vtt", ""), max_length=120)]
CaptionFile = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([._-]+[A-Za-z0-9]+)*\.vtt$", max_length=120)]
ObjectKind = Literal["image", "sound", "video", "text", "thing"]
# what cannot be seen has a transcript, what can be seen a description
HEARD = frozenset({"sound", "video"})
UNKNOWN = "unknown"


class ObjectFact(Part):
    """Something more that is known of an object: what it is called, and what it is."""

    label: SpokenText = Field(description="What it is called: Mine, Recipient …")
    value: PlainText = Field(description="What it is.")


class Object(Part):
    """One object of an exhibition: a photograph, a recording, a letter, a thing."""

    id: Id = Field(description="Its name in addresses, in Latin letters; never changes.")
    title: SpokenText = Field(description="What it is called, in any language.")
    kind: ObjectKind = Field("image", description="What it is: image, sound, video, text or thing.")
    file: MediumFile | None = Field(None, description="A file in the folder objects beside the text.")
    poster: PosterFile | None = Field(
        None, description="A picture that stands in the place of a film until it is played."
    )
    captions: dict[Language, CaptionFile] = Field(
        default_factory=dict, description="WebVTT files with the captions of a film, one for each language."
    )
    alt: PlainText | None = Field(None, description="What can be seen, for people who do not see it.")
    decorative: bool = Field(default=False, description="The picture says nothing of its own.")
    caption: SpokenText | None = Field(None, description="What stands under it.")
    credit: PlainText = Field(description="Who made it or where it is kept.")
    rights: Rights = Field(description="Address of the licence or of the rights statement, or: unknown.")
    terms: PlainText | None = Field(None, description="What the rights mean, in words.")
    date: Edtf | None = Field(None, description="When it is from: 1947, 1947-05, 194X, 1947~, 1947/1952.")
    place: PlaceCode | None = Field(None, description="Code of the place that it is from.")
    location: SpokenText | None = Field(None, description="Where it is from, in words.")
    coordinates: Coordinates | None = Field(None, description="The point on the map.")
    creator: SpokenText | None = Field(None, description="Who made it.")
    description: PlainText | None = Field(None, description="What is known of it.")
    subjects: tuple[SpokenText, ...] = Field((), description="What it is about, a few words each.")
    transcript: PlainText | None = Field(None, description="What is said in it, for people who do not hear it.")
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = Field(
        None, description="The language that is spoken or written in it: bg, tr, rom …"
    )
    identifier: Line | None = Field(None, description="Its number in the archive.")
    source: WebAddress | None = Field(None, description="The address of the original.")
    facts: tuple[ObjectFact, ...] = Field((), description="What else is known of it.")


class ObjectFile(Part):
    """The file objects.yaml: the objects of an exhibition, in their order."""

    objects: tuple[Object, ...] = Field(description="The objects.")


class Collection(Unnamed):
    """All objects of the exhibition of the same id."""

    TYPE: ClassVar[str] = "collection"

    objects: tuple[Object, ...] = Field(description="The objects.")
    media: tuple[MediumId, ...] = Field((), description="The files that they name, each once.")


class Medium(Unnamed):
    """A file that was looked into: a picture, a recording, a document."""

    TYPE: ClassVar[str] = "medium"

    kind: Literal["picture", "sound", "video", "document", "captions"] = Field(description="What it is.")
    code: str = Field(description="The hash of its bytes.")
    measures: tuple[int, ...] = Field(
        description="Its bytes, its width and height in pixels, its milliseconds; 0 is what is not known."
    )
    colour: str = Field("", description="The average colour of a picture.")
