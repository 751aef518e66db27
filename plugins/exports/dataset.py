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
# hash of a record's file → its lumps: for each file of the data, what the record has in it, packed
Packed = Mapping[bytes, bytes]
PACKING = 1
# sections of a file with what stands in them
Pieces = tuple[tuple[str, str], ...]
Lumps = tuple[tuple[str, bytes], ...]


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
        return self._render(name, self._sections(name))

    def _render(self, name: str, sections: Mapping[str, list[str]]) -> bytes:
        return _form_of(name).render(name, sections, self._view).encode()

    def _measured(self) -> Iterator[DataFile]:
        """Make each file once, to tell its size and checksum; it is made again where it is written."""
        counts = Counter(file for packed in self._packed.values() for file, _ in _lumps(packed))
        for name in sorted(counts):
            content = self._render(name, self._sections(name))
            media_type = _form_of(name).MEDIA_TYPE
            yield DataFile(name, media_type, counts[name], len(content), sha256(content).hexdigest())

    def _sections(self, name: str) -> dict[str, list[str]]:
        """Unpack what the records have in one file, by section: no two files are in memory at once."""
        found: dict[str, list[str]] = {}
        for packed in self._packed.values():
            for file, lump in _lumps(packed):
                if file == name:
                    for section, text in _unpacked(lump):
                        found.setdefault(section, []).append(text)
        return found

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
        files: dict[str, list[tuple[str, str]]] = {}
        for form in FORMATS:
            for piece in form.pieces(record, self._view):
                files.setdefault(piece.file, []).append((piece.section, piece.text))
        lumps = tuple((file, _packed(tuple(pieces))) for file, pieces in files.items())
        return marshal.dumps(lumps, MARSHAL_VERSION)


def _packed(pieces: Pieces) -> bytes:
    return compress(marshal.dumps(pieces, MARSHAL_VERSION), PACKING)


def _unpacked(lump: bytes) -> Pieces:
    pieces: Pieces = marshal.loads(decompress(lump))  # noqa: S302 - packed by us
    return pieces


def _lumps(packed: bytes) -> Lumps:
    lumps: Lumps = marshal.loads(packed)  # noqa: S302 - packed by us
    return lumps


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
