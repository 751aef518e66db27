"""The words that every description in schema.org is put together from.

A description is told by a `Voice`: the open data gives every language of a text and names
other records by their address; a page speaks its own language and may call them by name.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.exports.licences import address_of
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Record

CONTEXT = "https://schema.org"
Node = dict[str, object]


class Setting(NamedTuple):
    """What a page adds to the description of an event: its address, a picture, who answers where nobody else does."""

    url: str
    image: str
    library: Node


class Voice(NamedTuple):
    """How a description is told."""

    # a text in what languages it shall have
    say: Callable[[Text], object]
    # a record of a type and id → the address that stands for it in every language
    identify: Callable[[str, str], str]
    # a record as its page may show it; None where it may not
    find: Callable[[str, str], Brief | None]
    # the page about a record, where that is not the very page that speaks
    page: Callable[[Record], str] | None = None
    # where the description stands, if that is a page
    setting: Setting | None = None


def known(node: Mapping[str, object]) -> Node:
    """Leave out what is empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {}, ())}


def reference(kind: str, id: str, schema_type: str, voice: Voice) -> Node:
    """Name another record."""
    brief = voice.find(kind, id)
    return known(
        {"@type": schema_type, "@id": voice.identify(kind, id), "name": brief and voice.say(brief.name)},
    )


def licence(name: str) -> str | Node:
    """Give the address of a licence that is known by name; any other is a work of that name."""
    return address_of(name) or {"@type": "CreativeWork", "name": name}


def say_maybe(text: Text | None, voice: Voice) -> object:
    """Say a text that may be missing."""
    return None if text is None else voice.say(text)


def name_areas(codes: tuple[str, ...], voice: Voice) -> list[Node]:
    """Name the places that codes stand for."""
    return [_area(code, voice) for code in codes]


def _area(code: str, voice: Voice) -> Node:
    place = voice.find("place", code)
    return known({"@type": "AdministrativeArea", "identifier": code, "name": place and voice.say(place.name)})


def describe_venue(venue: Text | None, code: str | None, voice: Voice) -> Node | None:
    """Describe where something takes place; None where nothing is known of it."""
    if venue is None and code is None:
        return None
    place = voice.find("place", code) if code else None
    address = {"@type": "PostalAddress", "addressLocality": place and voice.say(place.name), "addressCountry": "BG"}
    return known({"@type": "Place", "name": say_maybe(venue, voice), "identifier": code, "address": known(address)})
