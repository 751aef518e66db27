"""Write records as JSON-LD in the words of schema.org, each text in all its languages."""

from collections.abc import Iterator

from plugins.exports.objects import json_list, to_json
from plugins.exports.parts import Piece, Sections
from plugins.exports.schema_org.records import describe
from plugins.exports.schema_org.voice import CONTEXT, Voice
from plugins.exports.selection import base_address
from plugins.languages.text import Text
from plugins.records.model import Record
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

FILE_NAME = "{folder}.jsonld"
MEDIA_TYPE = "application/ld+json"
UP = "../"


def pieces(record: Record, _view: SiteView) -> Iterator[Piece]:
    """Write a record as a node; its addresses count from the root of the site."""
    yield Piece(FILE_NAME.format(folder=FOLDER_OF_TYPE[record.type]), "", to_json(describe(record, _VOICE)))


def render(_file: str, sections: Sections, view: SiteView) -> str:
    """Put the nodes into one graph, and say where the site's root is."""
    context = to_json([CONTEXT, {"@base": base_address(view) or UP}])
    return f'{{"@context":{context},"@graph":{json_list(sections[""]).rstrip()}}}\n'


def _say(text: Text) -> object:
    return [{"@language": lang, "@value": words} for lang, words in text.pairs]


def identify(kind: str, id: str) -> str:
    """Give what stands for a record: its page in the main language, and a name on it."""
    return f"{FOLDER_OF_TYPE[kind]}/{id}.html#{kind}"


_VOICE = Voice(_say, identify, lambda _kind, _id: None, path_of)
