"""Put the open data of a site together: every file with its size and checksum.

What each record becomes is kept from build to build by the hash of its file; the files are made
again only when one of the records has changed.
"""

import marshal
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from typing import cast
from zlib import compress, decompress

from plugins.exports import data_package, geojson, hsds, json_ld, objects, tables
from plugins.exports.data_package import DataFile
from plugins.exports.parts import Format
from plugins.exports.selection import TYPES, published
from plugins.records.brief import MARSHAL_VERSION, Brief, fingerprint
from plugins.records.model import Record
from plugins.site.view import SiteView

FOLDER = "data"
FORMATS: tuple[Format, ...] = (tables, objects, json_ld, geojson, hsds)
# hash of a record's file → its pieces, packed: all of them are in memory at once, and text packs well
Packed = Mapping[bytes, bytes]
PACKING = 1
Pieces = tuple[tuple[str, str, str], ...]
Shelf = dict[str, dict[str, list[str]]]


class Dataset:
    """The open data of one site, in all its languages at once."""

    def __init__(self, view: SiteView) -> None:
        self._view = view
        self._name = f"exports-{view.site.id}"
        self._briefs = tuple(brief for kind in TYPES for brief in published(view, kind))
        self.shared = fingerprint(tuple(_shared(view)))
        self._key = fingerprint((self.shared, tuple((brief.type, brief.digest) for brief in self._briefs)))

    def is_of(self, view: SiteView) -> bool:
        """Tell whether a view is of the same site in the same build, in whatever language."""
        return view.catalogue is self._view.catalogue

    @cached_property
    def files(self) -> tuple[DataFile, ...]:
        """The files, in the order in which they are listed."""
        known = cast("tuple[bytes, tuple[tuple[object, ...], ...]] | None", self._view.memory.recall(self._name))
        if known and known[0] == self._key:
            return tuple(DataFile(*each) for each in known[1])  # type: ignore[arg-type]  # as kept below
        files = tuple(self._measured())
        self._view.memory.keep(self._name, (self._key, tuple(tuple(file) for file in files)))
        return files

    def content_of(self, name: str) -> bytes:
        """Give the bytes of a file."""
        if name == data_package.FILE_NAME:
            return data_package.render(self._view, self.files).encode()
        return self._render(name, self._shelf[name])

    def _render(self, name: str, sections: Mapping[str, list[str]]) -> bytes:
        return _form_of(name).render(name, sections, self._view).encode()

    def _measured(self) -> Iterator[DataFile]:
        """Make each file once, to tell its size and checksum; it is made again where it is written."""
        shelf, counts = self._shelved()
        for name, sections in shelf.items():
            content = self._render(name, sections)
            media_type = _form_of(name).MEDIA_TYPE
            yield DataFile(name, media_type, counts[name], len(content), sha256(content).hexdigest())

    @cached_property
    def _shelf(self) -> Shelf:
        return self._shelved()[0]

    def _shelved(self) -> tuple[Shelf, Counter[str]]:
        """Sort what the records become by file and section; count the records that each file has anything of."""
        shelf: Shelf = {}
        counts: Counter[str] = Counter()
        for packed in self._packed.values():
            pieces = _unpacked(packed)
            counts.update({file for file, _, _ in pieces})
            for file, section, text in pieces:
                shelf.setdefault(file, {}).setdefault(section, []).append(text)
        return dict(sorted(shelf.items())), counts

    @cached_property
    def _packed(self) -> Packed:
        """Write every record that has changed since the last build; the others are as they were."""
        memory = self._view.memory
        kept = cast("tuple[bytes, Packed] | None", memory.recall(f"{self._name}.pieces"))
        known = kept[1] if kept and kept[0] == self.shared else {}
        packed = {brief.digest: known.get(brief.digest) or self._write(brief) for brief in self._briefs}
        if packed != known:
            memory.keep(f"{self._name}.pieces", (self.shared, packed))
        return packed

    def _write(self, brief: Brief) -> bytes:
        record = self._view.load(brief)
        if not isinstance(record, Record):
            raise TypeError(brief)
        pieces = tuple(tuple(piece) for form in FORMATS for piece in form.pieces(record, self._view))
        return compress(marshal.dumps(pieces, MARSHAL_VERSION), PACKING)


def _unpacked(packed: bytes) -> Pieces:
    pieces: Pieces = marshal.loads(decompress(packed))  # noqa: S302 - packed by us
    return pieces


def _shared(view: SiteView) -> Iterator[bytes]:
    """Yield the hash of all that any record's data may name beside the record: places, terms, the region."""
    yield view.site.id.encode()
    for kind in ("place", "vocabulary", "region"):
        for brief in view.catalogue.whole.of(kind):
            yield brief.digest


def _form_of(file: str) -> Format:
    """Find the format that a file is of: by its whole name, else by its ending."""
    named = {form.FILE_NAME: form for form in FORMATS}
    endings = {form.FILE_NAME.rpartition(".")[2]: form for form in reversed(FORMATS) if "{" in form.FILE_NAME}
    return named.get(file) or endings[file.rpartition(".")[2]]
