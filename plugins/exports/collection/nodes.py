"""Describe an object in the words of schema.org."""

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from plugins.exports.objects import to_json
from plugins.exports.schema_org.voice import CONTEXT, Node, known
from plugins.exports.selection import base_address
from plugins.exports.structured import UNSAFE, breadcrumbs
from plugins.languages.edtf import iso_interval
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.page import Page
from plugins.site.urls import path_of
from plugins.site.view import SiteView

_TYPES = {
    "image": "ImageObject",
    "sound": "AudioObject",
    "video": "VideoObject",
    "text": "DigitalDocument",
    "thing": "CreativeWork",
}
Say = Callable[[Text], object]


class Files(NamedTuple):
    """The addresses of an object's page, of its exhibition, of what shows it and of a small picture."""

    page: str
    exhibition: str
    content: str = ""
    thumbnail: str = ""
    # of a film: the addresses of its captions with their languages
    captions: tuple[tuple[str, str], ...] = ()
    milliseconds: int = 0


def node_of(thing: Object, say: Say, files: Files, place: Brief | None) -> Node:
    """Describe one object."""
    heard = thing.kind in ("sound", "video")
    where = place.name if place else thing.location
    point = thing.coordinates
    geo = point and {"@type": "GeoCoordinates", "latitude": point.latitude, "longitude": point.longitude}
    spatial = (where or geo) and known({"@type": "Place", "name": where and say(where), "geo": geo})
    description = thing.description or thing.alt
    return known(
        {
            "@type": _TYPES[thing.kind],
            "@id": f"{files.page}#object",
            "name": say(thing.title),
            "description": description and say(description),
            "creditText": say(thing.credit),
            "creator": thing.creator and {"@type": "Person", "name": say(thing.creator)},
            "license": thing.rights if thing.rights != "unknown" else None,
            "usageInfo": thing.terms and {"@type": "CreativeWork", "text": say(thing.terms)},
            "temporalCoverage": thing.date and iso_interval(thing.date),
            "spatialCoverage": spatial or None,
            "keywords": [say(subject) for subject in thing.subjects],
            "transcript": say(thing.transcript) if heard and thing.transcript else None,
            "duration": f"PT{files.milliseconds / 1_000:g}S" if files.milliseconds else None,
            "caption": [
                {"@type": "MediaObject", "contentUrl": address, "encodingFormat": "text/vtt", "inLanguage": lang}
                for lang, address in files.captions
            ],
            "inLanguage": thing.language,
            "identifier": thing.identifier,
            "sameAs": thing.source,
            "isPartOf": {"@type": "CreativeWork", "@id": files.exhibition},
            "contentUrl": files.content if thing.kind not in ("thing", "text") else None,
            "image": files.content if files.thumbnail and thing.kind in ("thing", "text") else None,
            "thumbnailUrl": files.thumbnail,
            "mainEntityOfPage": files.page,
        }
    )


class ObjectDescription(NamedTuple):
    """What the page of an object says of itself; `script` is called by the frame of the pages."""

    lang: str
    files: Files
    thing: Object
    place: Brief | None
    # the way here: the name and the address of each page above
    trail: tuple[tuple[str, str], ...]

    def script(self, _record: object) -> Markup:
        """Write the description as JSON-LD that cannot end its script."""
        graph = [node_of(self.thing, self._say, self.files, self.place), self._path()]
        written = to_json({"@context": CONTEXT, "@graph": graph})
        return Markup(written.translate(UNSAFE))  # noqa: S704 - nothing in it can end the script

    def _path(self) -> Node:
        return breadcrumbs(self.trail, self.thing.title.best(self.lang).text)

    def _say(self, text: Text) -> object:
        phrase = text.best(self.lang)
        return phrase.text if phrase.lang == self.lang else {"@language": phrase.lang, "@value": phrase.text}


def describe_object(view: SiteView, page: Page, thing: Object, exhibition: Brief) -> ObjectDescription:
    """Prepare the description of the page of an object."""
    root = base_address(view) or "../" * (view.root + page.path).count("/")
    picture, file, film = (page.inputs[name] for name in ("picture", "file", "film"))
    content = thumbnail = ""
    captions: tuple[tuple[str, str], ...] = ()
    if isinstance(picture, dict):
        content, thumbnail = root + str(picture["full"]), root + str(picture["jpeg"][0][0])
    elif isinstance(file, dict):
        content = root + str(file["path"])
    if isinstance(film, dict):
        thumbnail = root + str(film["poster"]) if film["poster"] else ""
        captions = tuple((track["lang"], root + track["path"]) for track in film["tracks"])
    length = int(film["milliseconds"]) if isinstance(film, dict) else 0
    folder = root + view.root
    part_of = f"{root}{path_of(exhibition)}#exhibition"
    files = Files(folder + page.path, part_of, content, thumbnail, captions, length)
    say = view.wording.gettext
    trail = (
        (say("Home"), folder + path_of("home")),
        (say("Exhibitions"), folder + path_of("exhibitions")),
        (exhibition.name.best(view.lang).text, folder + path_of(exhibition)),
        (say("Objects"), folder + path_of("objects", exhibition=exhibition)),
    )
    place = view.catalogue.place(thing.place) if thing.place else None
    return ObjectDescription(view.lang, files, thing, place, trail)
