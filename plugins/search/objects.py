"""Make the documents of the objects that exhibitions hold: each has a page of its own, and can be found."""

from collections.abc import Iterator
from functools import partial

from plugins.languages.text import Phrase, Text
from plugins.records.brief import Brief, fingerprint
from plugins.records.model import Object
from plugins.search.document import Document
from plugins.search.keeping import Source
from plugins.search.wording import one_of
from plugins.site.collections import collection_of, objects_of
from plugins.site.urls import path_of
from plugins.site.view import SiteView

PART = 4


def object_sources(view: SiteView, exhibition: Brief, common: bytes) -> Iterator[Source]:
    """Yield the objects of an exhibition; `common` changes with the names of places."""
    collection = collection_of(view, exhibition)
    if collection is None:
        return
    stamp = fingerprint((collection.digest, exhibition.fingerprint(), common))
    for thing in objects_of(view, exhibition):
        yield Source(f"object/{exhibition.id}/{thing.id}", stamp, partial(_of_object, view, exhibition, thing))


def _of_object(view: SiteView, exhibition: Brief, thing: Object) -> Document:
    place = view.catalogue.place(thing.place) if thing.place else None
    where = thing.location or (place.name if place else None)
    says = thing.caption or thing.description or thing.alt
    return Document(
        id=f"{exhibition.id}/{thing.id}",
        type="object",
        url=path_of("object", exhibition=exhibition, id=thing.id),
        title=thing.title.best(view.lang),
        names=tuple(_phrases(thing.title, thing.creator)),
        places=tuple(_phrases(thing.location, place.name if place else None)),
        topics=tuple(_phrases(*thing.subjects)),
        text=(*_phrases(thing.caption, thing.description, thing.alt, thing.transcript), (thing.identifier or "", "bg")),
        summary=says.best(view.lang) if says else ("", ""),
        kind=one_of(view.wording, thing.kind),
        where=where.best(view.lang).text if where else "",
        facets=(("type", "object", "object"),),
        order=thing.place or "",
        # a part of an exhibition comes after what stands for itself
        weight=PART,
    )


def _phrases(*texts: Text | None) -> Iterator[Phrase]:
    for text in filter(None, texts):
        yield from (Phrase(words, lang) for lang, words in text.pairs)
