"""Write the objects of an exhibition as a manifest of IIIF Presentation 3, for the viewers of archives and museums.

A value that begins with a tag is HTML to a viewer, so what people wrote is escaped there. An
object without a picture has a canvas without an image, with a link to its file.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from plugins.exports.collection.telling import Told, size_of
from plugins.languages.edtf import say_edtf
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.site.urls import path_of
from plugins.site.view import SiteView

FILE_NAME = "manifest.json"
MEDIA_TYPE = "application/ld+json"
CONTEXT = "http://iiif.io/api/presentation/3/context.json"
# the canvas of what has no picture: pixels
BLANK = (1000, 1000)
_FORMATS = {"mp3": "audio/mpeg", "ogg": "audio/ogg", "m4a": "audio/mp4", "mp4": "video/mp4", "webm": "video/webm"}
_KINDS = {"sound": "Sound", "video": "Video", "document": "Text"}
# what may stand in `rights`; the standard writes these with http
_REGISTERED = ("://creativecommons.org/", "://rightsstatements.org/")
Node = dict[str, object]
Words = dict[str, list[str]]


def write_manifest(view: SiteView, exhibition: Brief, told: Iterable[Told], base: str) -> Node:
    """Write the manifest of an exhibition; `base` is the address of the site, without which there is none."""
    label = _Labels(view)
    address = base + path_of("objects-file", exhibition=exhibition, name=FILE_NAME)
    data = path_of("objects-file", exhibition=exhibition, name="objects.csv")
    manifest: Node = {
        "@context": CONTEXT,
        "id": address,
        "type": "Manifest",
        "label": plain(exhibition.name),
        "homepage": [_homepage(view, base, path_of(exhibition), plain(exhibition.name))],
        "provider": [
            {
                "id": base,
                "type": "Agent",
                "label": plain(view.site.library),
                "homepage": [_homepage(view, base, path_of("home"), plain(view.site.title))],
            }
        ],
        "requiredStatement": {"label": label("Credit"), "value": rich(view.site.library)},
        "seeAlso": [{"id": base + data, "type": "Dataset", "format": "text/csv"}],
        "items": [_canvas(view, each, label) for each in told],
    }
    if exhibition.summary:
        manifest["summary"] = rich(exhibition.summary)
    return manifest


class _Labels:
    """Our own words in every language of the site, from the translations of the view and English."""

    def __init__(self, view: SiteView) -> None:
        self._view = view

    def __call__(self, message: str) -> Words:
        own = self._view.wording.gettext(message)
        return {self._view.lang: [own]} if self._view.lang == "en" else {self._view.lang: [own], "en": [message]}


def plain(text: Text) -> Words:
    """Give a text as a map of languages; no viewer takes a label for HTML."""
    return {lang: [words] for lang, words in text.pairs}


def rich(text: Text | str) -> Words:
    """Give a text where a viewer would take what begins with a tag for HTML: it is shown as it was written."""
    pairs = text.pairs if isinstance(text, Text) else (("none", text),)
    return {lang: [_inert(words)] for lang, words in pairs}


def _inert(words: str) -> str:
    return f"<span>{escape(words)}</span>" if words.lstrip().startswith("<") else words


def _homepage(view: SiteView, base: str, path: str, label: Words) -> Node:
    lang = view.site.languages[0]
    return {"id": base + path, "type": "Text", "label": label, "format": "text/html", "language": [lang]}


def _canvas(view: SiteView, told: Told, label: Callable[[str], Words]) -> Node:
    thing = told.thing
    own = told.page.removesuffix(".html")
    canvas: Node = {
        "id": f"{own}/canvas",
        "type": "Canvas",
        "label": plain(thing.title),
        **_size(told),
        "metadata": list(_metadata(view, told, label)),
        "requiredStatement": {"label": label("Credit"), "value": rich(thing.credit)},
        "homepage": [
            {
                "id": told.page,
                "type": "Text",
                "label": plain(thing.title),
                "format": "text/html",
                "language": [view.site.languages[0]],
            }
        ],
        "items": [_painting(own, _seen(told))] if told.picture or told.extent[2] else [],
    }
    if words := thing.description or thing.alt:
        canvas["summary"] = rich(words)
    if any(known in thing.rights for known in _REGISTERED):
        canvas["rights"] = f"http{thing.rights[thing.rights.index('://') :]}"
    if picture := told.picture or told.poster:
        canvas["thumbnail"] = [{"id": picture["src"], "type": "Image", "format": "image/jpeg"}]
    if told.file:
        canvas["rendering"] = [_file(told)]
    notes = [_transcript(own, thing.transcript)] if thing.transcript else []
    notes += [_captions(own, told)] if told.captions else []
    if notes:
        canvas["annotations"] = notes
    return canvas


def _size(told: Told) -> Node:
    """Give the size of a canvas: of a picture and a film in pixels, of a recording also in seconds."""
    width, height, length = told.extent
    lasts: Node = {"duration": length / 1_000} if length else {}
    if told.picture:
        width, height = size_of(told.picture)
    elif length and not width:
        return lasts
    return {"width": width or BLANK[0], "height": height or BLANK[1]} | lasts


def _seen(told: Told) -> Node:
    """Describe what fills a canvas."""
    if told.picture:
        width, height = size_of(told.picture)
        full = told.picture["full"]
        return {"id": full, "type": "Image", "format": "image/jpeg", "width": width, "height": height}
    return {name: value for name, value in _file(told).items() if name != "label"} | _size(told)


def _captions(own: str, told: Told) -> Node:
    """Write the captions of a film as annotations, one for each language."""
    notes = [
        {
            "id": f"{own}/captions/{lang}",
            "type": "Annotation",
            "motivation": "supplementing",
            "body": {
                "id": address,
                "type": "Text",
                "format": "text/vtt",
                "label": plain(told.thing.title),
                "language": [lang],
            },
            "target": f"{own}/canvas",
        }
        for lang, address in told.captions
    ]
    return {"id": f"{own}/captions", "type": "AnnotationPage", "items": notes}


def _painting(own: str, body: Node) -> Node:
    painting = {
        "id": f"{own}/painting",
        "type": "Annotation",
        "motivation": "painting",
        "body": body,
        "target": f"{own}/canvas",
    }
    return {"id": f"{own}/page", "type": "AnnotationPage", "items": [painting]}


def _transcript(own: str, transcript: Text) -> Node:
    """Write what is said as annotations, one for each language."""
    notes = [
        {
            "id": f"{own}/transcript/{lang}",
            "type": "Annotation",
            "motivation": "supplementing",
            "body": {"type": "TextualBody", "value": words, "format": "text/plain", "language": [lang]},
            "target": f"{own}/canvas",
        }
        for lang, words in transcript.pairs
    ]
    return {"id": f"{own}/transcript", "type": "AnnotationPage", "items": notes}


def _file(told: Told) -> Node:
    ending = told.file.rpartition(".")[2]
    return {
        "id": told.file,
        "type": _KINDS[told.kind],
        "label": plain(told.thing.title),
        "format": _FORMATS.get(ending, "application/pdf"),
    }


def _metadata(view: SiteView, told: Told, label: Callable[[str], Words]) -> Iterator[Node]:
    thing = told.thing
    where = told.place.name if told.place else thing.location
    if thing.date:
        dates = {lang: [say_edtf(thing.date, lang)] for lang in view.site.languages}
        yield {"label": label("Date"), "value": dates}
    if thing.creator:
        yield {"label": label("Author"), "value": rich(thing.creator)}
    if where:
        yield {"label": label("Place"), "value": rich(where)}
    for subject in thing.subjects:
        yield {"label": label("Subject"), "value": rich(subject)}
    if thing.identifier:
        yield {"label": label("Number in the archive"), "value": rich(thing.identifier)}
    if thing.terms:
        yield {"label": label("What the rights mean"), "value": rich(thing.terms)}
    for fact in thing.facts:
        yield {"label": plain(fact.label), "value": rich(fact.value)}
