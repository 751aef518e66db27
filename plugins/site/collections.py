"""Give the objects of an exhibition to the planners of pages, search and data, without reading its file again."""

from typing import cast

from plugins.records.brief import Brief
from plugins.records.model import Collection, Object
from plugins.records.packing import Plain, pack, unpack
from plugins.site.view import SiteView


def collection_of(view: SiteView, exhibition: Brief) -> Brief | None:
    """Give the collection of an exhibition; None for one without objects."""
    return view.catalogue.whole.get(Collection.TYPE, exhibition.id)


def objects_of(view: SiteView, exhibition: Brief) -> tuple[Object, ...]:
    """Give the objects of an exhibition in their order, none for one that has none."""
    collection = collection_of(view, exhibition)
    if collection is None:
        return ()
    return view.memory.once(("objects", collection.id, collection.digest), lambda: _recall(view, collection))


def _recall(view: SiteView, collection: Brief) -> tuple[Object, ...]:
    name = f"collection-{collection.id}"
    known = cast("tuple[bytes, tuple[Plain, ...]] | None", view.memory.recall(name))
    if known and known[0] == collection.digest:
        return tuple([unpack(Object, packed) for packed in known[1]])
    objects = cast("Collection", view.load(collection)).objects
    view.memory.keep(name, (collection.digest, tuple([pack(each) for each in objects])))
    return objects


def medium_of(view: SiteView, exhibition: Brief, thing: Object) -> Brief | None:
    """Give the file of an object; None for one without."""
    if thing.file is None:
        return None
    return named_medium(view, exhibition, thing.file)


def poster_of(view: SiteView, exhibition: Brief, thing: Object) -> Brief | None:
    """Give the picture of an object: its file, or the poster of a film; None for one without."""
    if thing.poster is None:
        return medium_of(view, exhibition, thing)
    return named_medium(view, exhibition, thing.poster)


def named_medium(view: SiteView, exhibition: Brief, file: str) -> Brief | None:
    """Give a file that an object names."""
    return view.catalogue.whole.get("medium", f"{exhibition.id}/objects/{file}")


def media_of(view: SiteView, exhibition: Brief) -> tuple[Brief, ...]:
    """Give the files that an exhibition shows: those of its panels and of its objects."""
    collection = collection_of(view, exhibition)
    named = [*exhibition.references, *(collection.references if collection else ())]
    ids = dict.fromkeys(reference.id for reference in named if reference.type == "medium")
    found = (view.catalogue.whole.get("medium", id) for id in ids)
    return tuple(medium for medium in found if medium)
