"""Count what the objects of an exhibition lack: a page for their librarian, which search engines pass over."""

from collections.abc import Callable, Mapping, Sequence

from plugins.exhibitions.objects.entries import path_of_object
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.records.model.collection import HEARD, UNKNOWN
from plugins.site.page import Page
from plugins.site.urls import path_of
from plugins.site.view import SiteView

DOOR = "exhibitions"
# of each list; the count tells how many there are
MOST = 40

# what is allowed and counted, then what is worth finding out
QUESTIONS: Mapping[str, Callable[[Object], bool]] = {
    "decorative": lambda thing: thing.decorative,
    "rights-unknown": lambda thing: thing.rights == UNKNOWN,
    "no-file": lambda thing: thing.file is None,
    "no-date": lambda thing: thing.date is None,
    "no-place": lambda thing: thing.place is None and thing.location is None,
    "no-subject": lambda thing: not thing.subjects,
}


def plan_audit(view: SiteView, exhibition: Brief, objects: Sequence[Object]) -> Page:
    """Plan the page."""
    untranslated = {lang: [t for t in objects if _lacks(t, lang)] for lang in view.site.languages}
    findings = {name: [thing for thing in objects if asks(thing)] for name, asks in QUESTIONS.items()}
    inputs = {
        "exhibition": exhibition,
        "total": len(objects),
        "with_alt": sum(thing.alt is not None for thing in objects),
        "with_transcript": sum(thing.kind in HEARD and thing.transcript is not None for thing in objects),
        "heard": sum(thing.kind in HEARD for thing in objects),
        "findings": tuple(_finding(exhibition, name, things) for name, things in findings.items()),
        "languages_left": tuple(
            {**_finding(exhibition, "language", things), "lang": lang} for lang, things in untranslated.items()
        ),
    }
    return Page(path_of("objects-part", exhibition=exhibition, part="audit"), "objects_audit.html", inputs, DOOR)


def _lacks(thing: Object, lang: str) -> bool:
    """Tell whether something of the object is shown in another language than the page's."""
    words = (thing.title, thing.alt, thing.caption, thing.description)
    return any(isinstance(text, Text) and not text.has(lang) for text in words)


def _finding(exhibition: Brief, name: str, things: Sequence[Object]) -> dict[str, object]:
    entries = tuple({"path": path_of_object(exhibition, each), "title": each.title} for each in things[:MOST])
    return {"name": name, "count": len(things), "entries": entries, "more": max(0, len(things) - MOST)}
