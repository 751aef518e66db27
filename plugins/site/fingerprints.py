"""Hash what a page is made of, so that a page is written only when something of it changed."""

from collections.abc import Mapping

from plugins.languages.text import Text
from plugins.records.brief import Brief, fingerprint
from plugins.records.model.base import Part
from plugins.records.packing import pack
from plugins.site.page import Page, Whole

# kinds of value that stand for themselves
_PLAIN = frozenset((str, int, bool, bytes, float, type(None)))
# a tuple as long as this is kept as its hash: many pages show the same one
_LONG = 16


class Fingerprints:
    """Hashes of briefs, and of what many pages show, each computed once a build."""

    def __init__(self, known: Mapping[tuple[str, str], bytes]) -> None:
        self._known = dict(known)
        # id of a value → (the value, so that its id stays its own; what stands for it)
        self._kept: dict[int, tuple[object, object]] = {}

    def of(self, brief: Brief) -> bytes:
        """Hash what other pages may show of the record."""
        known = self._known.get((brief.type, brief.id))
        if known is None:
            known = self._known[brief.type, brief.id] = brief.fingerprint()
        return known

    def plain(self, value: object) -> object:
        """Turn an input into plain values in which hashes stand for records."""
        kind = value.__class__
        if kind in _PLAIN:
            return value
        if kind is Brief:
            return self.of(value)  # type: ignore[arg-type]  # its class was asked
        if kind is Whole:
            return value.brief.digest  # type: ignore[attr-defined]  # as above
        if isinstance(value, tuple) and len(value) < _LONG:
            return tuple([e if e.__class__ in _PLAIN else self.plain(e) for e in value]) if value else ()
        if kind is Text:
            return value.pairs  # type: ignore[attr-defined]  # as above
        known = self._kept.get(id(value))
        if known is None:
            known = self._kept[id(value)] = (value, self._whole(value))
        return known[1]

    def _whole(self, value: object) -> object:
        if isinstance(value, Part):
            return pack(value)
        if isinstance(value, dict):
            return self._pairs(value)
        if isinstance(value, tuple | list):
            return fingerprint(tuple([self.plain(each) for each in value]))
        raise TypeError(f"no input of a page may be {value!r}")

    def _pairs(self, mapping: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
        return tuple([(key, e if e.__class__ in _PLAIN else self.plain(e)) for key, e in mapping.items()])

    def key(self, *parts: object) -> bytes:
        """Hash any values together."""
        return fingerprint(self.plain(parts))

    def page_key(self, shared: bytes, page: Page, *parts: object) -> bytes:
        """Hash the inputs of a page with what all pages share and more values that are plain."""
        return fingerprint((shared, page.door, self._pairs(page.inputs), parts))
