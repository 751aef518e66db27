"""Write records as JSON: all fields as the model names them, texts by language, without persons."""

import json
from collections.abc import Iterator

from plugins.exports.columns import WITHHELD
from plugins.exports.parts import Piece, Sections
from plugins.exports.selection import base_address
from plugins.languages.text import Text
from plugins.records.model import Record
from plugins.records.model.base import Part
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

FILE_NAME = "{folder}.json"
MEDIA_TYPE = "application/json"


def pieces(record: Record, view: SiteView) -> Iterator[Piece]:
    """Write a record as an object; fields that say nothing are left out."""
    page = (base_address(view) or "../") + path_of(record)
    written = {"id": record.id, "type": record.type, "page": page, **plain_fields(record)}
    yield Piece(FILE_NAME.format(folder=FOLDER_OF_TYPE[record.type]), "", to_json(written))


def render(_file: str, sections: Sections, _view: SiteView) -> str:
    """Put the objects into one list, a line each."""
    return json_list(sections[""])


def plain_fields(part: Part) -> dict[str, object]:
    """Turn a group of fields into plain values."""
    found = ((name, _plain(getattr(part, name))) for name in type(part).model_fields if name != "id")
    own = {"id": part.id} if hasattr(part, "id") and part.id else {}
    return own | {name: value for name, value in found if value not in (None, "", [], {}, False)}


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return dict(value.pairs)
    if isinstance(value, WITHHELD):
        return None
    if isinstance(value, Part):
        return plain_fields(value)
    if isinstance(value, tuple):
        return [plain for each in value if (plain := _plain(each)) is not None]
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value


def to_json(value: object) -> str:
    """Write a value on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_list(texts: object) -> str:
    """Put written values into a list, a line each, so that a difference shows record by record."""
    each = list(texts) if isinstance(texts, list | tuple) else []
    return "[\n" + ",\n".join(each) + "\n]\n" if each else "[]\n"
