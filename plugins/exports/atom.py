"""Write a feed (Atom, RFC 4287): what was last checked or added, newest first.

An entry is dated by the last check of its record; no clock is asked. One that nobody has
dated is as old as the newest content of the site.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast
from xml.sax.saxutils import escape, quoteattr

from plugins.exports.doors import door_name
from plugins.exports.identity import urn
from plugins.exports.selection import TYPES, base_address
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.moments import UNKNOWN_DAY
from plugins.site.page import Page
from plugins.site.urls import FOLDER_OF_TYPE, path_of, relative
from plugins.site.view import SiteView

FILE_NAME = "feed.xml"
MEDIA_TYPE = "application/atom+xml"
ENTRIES = 50
# what one can follow by itself, and what is news of it
FOLLOWED = ("cause", "organisation")
NEWS = ("action", "coalition", "event", "exhibition", "need", "opportunity", "resource", "study")


def plan_feeds(view: SiteView) -> Iterator[Page]:
    """Plan the feed of the site, of each of its doors, and of each cause and organisation that has news."""
    shown = {kind: [b for b in view.catalogue.of(kind) if b.status != "removed"] for kind in TYPES}
    everything = [brief for briefs in shown.values() for brief in briefs]
    yield _plan(view, FILE_NAME, path_of("home"), None, everything)
    for kind, briefs in shown.items():
        door = FOLDER_OF_TYPE[kind]
        yield _plan(view, f"{door}/{FILE_NAME}", path_of(door), door_name(view, door), briefs)
    for kind in FOLLOWED:
        for brief in shown[kind]:
            news = [each for other in NEWS for each in view.catalogue.referring(brief, other)]
            if news:
                yield _plan(view, feed_path(brief), path_of(brief), brief.name, [brief, *news])


def feed_path(brief: Brief) -> str:
    """Give the path of the feed of a cause or an organisation."""
    return path_of(brief).removesuffix(".html") + ".xml"


def _plan(view: SiteView, path: str, page: str, subject: Text | str | None, briefs: Iterable[Brief]) -> Page:
    newest = sorted(briefs, key=lambda b: (updated(b, view), b.start, b.id), reverse=True)[:ENTRIES]
    inputs = {"path": path, "page": page, "subject": subject, "entries": tuple(newest), "date": view.build.date}
    return Page(path, render, inputs, path.rpartition("/")[0])


def updated(brief: Brief, view: SiteView) -> str:
    """Give the ISO day of a record's last known change."""
    return brief.checked or view.build.date or UNKNOWN_DAY


def render(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write a feed."""
    path, page = str(inputs["path"]), str(inputs["page"])
    entries = cast("tuple[Brief, ...]", inputs["entries"])
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{view.lang}">',
        f"<id>{urn('feed', view.site.id, view.lang, path.removesuffix(FILE_NAME).rstrip('/'))}</id>",
        _title(view, cast("Text | str | None", inputs["subject"])),
        f"<updated>{_instant(max((updated(b, view) for b in entries), default=UNKNOWN_DAY))}</updated>",
        f"<author>{_text('name', view.site.library, view.lang)}</author>",
        _text("rights", view.site.region.licence, view.lang),
        _link(view, path, page, "alternate", "text/html"),
        *([_link(view, path, path, "self", MEDIA_TYPE)] if base_address(view) else []),
        *(_entry(view, path, brief) for brief in entries),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _title(view: SiteView, subject: Text | str | None) -> str:
    """Name a feed: what it is about, and the site; a subject in another language says in which it is."""
    if subject is None:
        return _text("title", view.site.title, view.lang)
    words, lang = subject.best(view.lang) if isinstance(subject, Text) else (subject, view.lang)
    return _text("title", f"{words} – {view.site.title.best(view.lang).text}", view.lang, spoken=lang)


def _entry(view: SiteView, path: str, brief: Brief) -> str:
    parts = [
        f"<id>{urn(brief.type, brief.id, view.lang)}</id>",
        _text("title", brief.name, view.lang),
        f"<updated>{_instant(updated(brief, view))}</updated>",
        _link(view, path, path_of(brief), "alternate", "text/html"),
        _text("summary", brief.summary or brief.name, view.lang),
    ]
    return "<entry>" + "".join(parts) + "</entry>"


def _text(name: str, text: Text | str, lang: str, *, spoken: str = "") -> str:
    """Write an element; a text that fell back to another language says in which it is."""
    words, spoken = text.best(lang) if isinstance(text, Text) else (text, spoken or lang)
    mark = "" if spoken == lang else f' xml:lang="{spoken}"'
    return f"<{name}{mark}>{escape(words)}</{name}>"


def _link(view: SiteView, path: str, target: str, rel: str, media_type: str) -> str:
    base = base_address(view)
    address = f"{base}{view.root}{target}" if base else relative(target, path)
    return f'<link rel="{rel}" type="{media_type}" hreflang="{view.lang}" href={quoteattr(address)}/>'


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
