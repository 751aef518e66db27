"""Put the open data of a site together: every file with its size and checksum.

What each record becomes is kept from build to build by the hash of its file; the files are made
again only when one of the records has changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import chain
from typing import cast

from plugins.exports import data_package, geojson, hsds, json_ld, objects, tables
from plugins.exports.data_package import DataFile
from plugins.exports.parts import Format
from plugins.exports.selection import TYPES, published
from plugins.records.brief import Brief, fingerprint
from plugins.records.model import Record
from plugins.site.view import SiteView

FOLDER = "data"
FORMATS: tuple[Format, ...] = (tables, objects, json_ld, geojson, hsds)
Pieces = Mapping[bytes, tuple[tuple[str, str, str], ...]]
Shelf = dict[str, dict[str, list[str]]]


class Dataset:
    """The open data of one site, in all its languages at once."""

    def __init__(self, view: SiteView) -> None:
        self._view = view
        self._name = f"exports-{view.site.id}"
        self._briefs = tuple(brief for kind in TYPES for brief in published(view, kind))
        self.shared = fingerprint(tuple(_shared(view)))
        self._key = fingerprint((self.shared, tuple((brief.type, brief.digest) for brief in self._briefs)))

    @cached_property
    def files(self) -> tuple[DataFile, ...]:
        """The files, in the order in which they are listed."""
        known = cast("tuple[bytes, tuple[tuple[object, ...], ...]] | None", self._view.memory.recall(self._name))
        if known and known[0] == self._key:
            return tuple(DataFile(*each) for each in known[1])  # type: ignore[arg-type]  # as kept below
        files = tuple(self._measured())
        self._view.memory.keep(self._name, (self._key, tuple(tuple(file) for file in files)))
        return files

    @cached_property
    def contents(self) -> Mapping[str, bytes]:
        """The files by name, but for the package's description."""
        shelf = _shelve(self._pieces[brief.digest] for brief in self._briefs)
        return {
            file: form.render(file, shelf[file], self._view).encode()
            for form in FORMATS
            for file in shelf
            if _form_of(file) is form
        }

    def content_of(self, name: str) -> bytes:
        """Give the bytes of a file."""
        if name == data_package.FILE_NAME:
            return data_package.render(self._view, self.files).encode()
        return self.contents[name]

    @cached_property
    def _pieces(self) -> Pieces:
        """Write every record that has changed since the last build."""
        memory = self._view.memory
        kept = cast("tuple[bytes, Pieces] | None", memory.recall(f"{self._name}.pieces"))
        known = kept[1] if kept and kept[0] == self.shared else {}
        pieces = {brief.digest: known.get(brief.digest) or self._write(brief) for brief in self._briefs}
        memory.keep(f"{self._name}.pieces", (self.shared, pieces))
        return pieces

    def _write(self, brief: Brief) -> tuple[tuple[str, str, str], ...]:
        record = self._view.load(brief)
        if not isinstance(record, Record):
            raise TypeError(brief)
        return tuple(
            (piece.file, piece.section, piece.text) for form in FORMATS for piece in form.pieces(record, self._view)
        )

    def _measured(self) -> Iterator[DataFile]:
        types = {form.FILE_NAME.rpartition(".")[2]: form.MEDIA_TYPE for form in FORMATS}
        counts = _count(self._pieces[brief.digest] for brief in self._briefs)
        for name, content in self.contents.items():
            media_type = types[name.rpartition(".")[2]]
            yield DataFile(name, media_type, counts[name], len(content), sha256(content).hexdigest())


def _shared(view: SiteView) -> Iterator[bytes]:
    """Yield the hash of all that any record's data may name beside the record: places, terms, the region."""
    yield view.site.id.encode()
    for kind in ("place", "vocabulary", "region"):
        for brief in view.catalogue.whole.of(kind):
            yield brief.digest


def _shelve(pieces: Iterator[Sequence[tuple[str, str, str]]]) -> Shelf:
    shelf: Shelf = {}
    for file, section, text in chain.from_iterable(pieces):
        shelf.setdefault(file, {}).setdefault(section, []).append(text)
    return dict(sorted(shelf.items()))


def _count(pieces: Iterator[Sequence[tuple[str, str, str]]]) -> dict[str, int]:
    """Count the records that each file has anything of."""
    counts: dict[str, int] = {}
    for each in pieces:
        for file in dict.fromkeys(file for file, _, _ in each):
            counts[file] = counts.get(file, 0) + 1
    return counts


def _form_of(file: str) -> Format:
    """Find the format that a file is of: by its whole name, else by its ending."""
    named = {form.FILE_NAME: form for form in FORMATS}
    endings = {form.FILE_NAME.rpartition(".")[2]: form for form in reversed(FORMATS) if "{" in form.FILE_NAME}
    return named.get(file) or endings[file.rpartition(".")[2]]
