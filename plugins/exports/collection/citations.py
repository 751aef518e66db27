"""Cite an object: in one line, for BibTeX, and as CSL-JSON for reference managers."""

import re
from collections.abc import Callable
from typing import NamedTuple

from plugins.exports.objects import to_json
from plugins.exports.selection import base_address, words
from plugins.languages.edtf import say_edtf, years_of
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.urls import path_of
from plugins.site.view import SiteView

_CSL_TYPES = {"image": "graphic", "sound": "song", "video": "motion_picture", "text": "document", "thing": "graphic"}
_SPECIAL = re.compile(r"[\\{}%&#_$~^]")
_SPELT = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
# a date of EDTF and an address of ours hold nothing that BibTeX reads
_AS_IT_IS = frozenset({"date", "url"})
_SPACES = re.compile(r"\s+")


class Citation(NamedTuple):
    """An object cited in three ways."""

    line: str
    bibtex: str
    csl: str


class Cited(NamedTuple):
    """Where an object is cited from: plain values, as every input of a page is."""

    lang: str
    # the folder of the language, from the root of the site or its address
    root: str
    exhibition: Brief
    library: Text
    # "In: {exhibition}", in the language
    inside: str

    def of(self, thing: Object) -> Citation:
        """Cite an object."""
        return Citation(self._line(thing), self.bibtex(thing), to_json(self.csl(thing)))

    def _line(self, thing: Object) -> str:
        date = say_edtf(thing.date, self.lang) if thing.date else ""
        inside = self.inside % {"exhibition": self._say(self.exhibition.name)}
        parts = (
            self._say(thing.creator),
            self._say(thing.title),
            date,
            thing.identifier,
            inside,
            self._say(self.library),
        )
        line = " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts if part)
        address = self._address(thing)
        return f"{line} {address}" if address else line

    def bibtex(self, thing: Object) -> str:
        """Write an entry of BibTeX."""
        years = years_of(thing.date) if thing.date else None
        fields = {
            "author": self._say(thing.creator),
            "title": self._say(thing.title),
            "year": f"{years.first}" if years and years.first == years.last else "",
            "date": thing.date,
            "booktitle": self._say(self.exhibition.name),
            "publisher": self._say(self.library),
            "number": thing.identifier,
            "note": thing.rights,
            "url": self._address(thing),
        }
        lines = "".join(
            f"  {name} = {{{{{value if name in _AS_IT_IS else _bibtex(value)}}}}},\n"
            for name, value in fields.items()
            if value
        )
        return f"@misc{{{self.exhibition.id}-{thing.id},\n{lines}}}"

    def csl(self, thing: Object) -> dict[str, object]:
        """Describe the object as CSL-JSON does."""
        found: dict[str, object] = {
            "id": f"{self.exhibition.id}-{thing.id}",
            "type": _CSL_TYPES[thing.kind],
            "title": self._say(thing.title),
            "author": [{"literal": self._say(thing.creator)}] if thing.creator else None,
            "issued": _issued(thing.date) if thing.date else None,
            "container-title": self._say(self.exhibition.name),
            "publisher": self._say(self.library),
            "archive_location": thing.identifier,
            "license": thing.rights,
            "language": thing.language,
            "URL": self._address(thing),
        }
        return {name: value for name, value in found.items() if value}

    def _say(self, text: Text | None) -> str:
        return _SPACES.sub(" ", words(text, self.lang))

    def _address(self, thing: Object) -> str:
        return self.root and self.root + path_of("object", exhibition=self.exhibition, id=thing.id)


def cited(view: SiteView, exhibition: Brief) -> Cited:
    """Prepare the citations of an exhibition's objects in the language of a view."""
    base = base_address(view)
    inside = view.wording.gettext("In: %(exhibition)s")
    return Cited(view.lang, base and base + view.root, exhibition, view.site.library, inside)


def _bibtex(value: str) -> str:
    spelt: Callable[[re.Match[str]], str] = lambda found: _SPELT.get(found[0], f"\\{found[0]}")  # noqa: E731
    return _SPECIAL.sub(spelt, _SPACES.sub(" ", value))


def _issued(date: str) -> dict[str, object]:
    """Give a date as CSL knows it: years, months and days in lists; what is uncertain is "circa"."""
    years = years_of(date)
    bare = date.rstrip("?~%")
    if re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?", bare):
        parts = [[int(part) for part in bare.split("-")]]
    else:
        parts = [[year] for year in dict.fromkeys(years) if year is not None]
    circa: dict[str, object] = {"circa": True} if any(sign in date for sign in "?~%X") else {}
    return {"date-parts": parts, **circa}
