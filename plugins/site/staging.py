"""Change a site without a reader ever seeing half of it.

Beside every site lies a twin, equal to it and sharing its files by hard links. A build writes
what changed into the twin, the two are exchanged in one step, and the old site becomes the
next twin. Killed at any moment, the site is the old one or the new one, whole.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TypeVar

from plugins.site.state import Manifest, Stamp, load_manifest, load_plain, save_manifest, save_plain, stamp_of

HIDDEN = ".sredishte"
Made = TypeVar("Made")
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Staging:
    """The twin of one site, and what is known of both."""

    def __init__(self, output: Path, site: str) -> None:
        self.live = output / site
        self.twin = output / HIDDEN / "next" / site
        self._manifest = output / HIDDEN / f"{site}.manifest"
        self._pending = output / HIDDEN / f"{site}.pending"
        self._equal = output / HIDDEN / f"{site}.equal"
        _bring_back(self.twin, self.live)
        self.files = scan(self.live)
        self.manifest = self._known()

    def _known(self) -> Manifest:
        """Merge the manifest with one that a killed build announced but could not confirm."""
        known, pending = load_manifest(self._manifest), load_manifest(self._pending)
        return known | {path: written for path, written in pending.items() if self.files.get(path) == written.stamp}

    def is_current(self, path: str, key: bytes) -> bool:
        """Tell whether the site has the page as it would be written now."""
        written = self.manifest.get(path)
        return written is not None and written.key == key and self.files.get(path) == written.stamp

    def gone(self, planned: Iterable[str]) -> list[str]:
        """List the files that we wrote once and that no page stands for any more."""
        return sorted(self.manifest.keys() - set(planned))

    def open(self) -> None:
        """Make the twin equal to the site, and note that it is about to differ."""
        equal = load_plain(self._equal, b"equal")
        self._equal.unlink(missing_ok=True)
        if equal != self._foreign() or not self.twin.is_dir():
            shutil.rmtree(self.twin, ignore_errors=True)
            self.twin.mkdir(parents=True)
            for path in self.files:
                link(f"{self.live}/{path}", f"{self.twin}/{path}")

    def _foreign(self) -> tuple[tuple[str, Stamp], ...]:
        """List the files of the site that we did not write: they are kept as they are."""
        others = self.files.keys() - self.manifest.keys()
        return tuple((path, self.files[path]) for path in sorted(others))

    def switch(self, manifest: Manifest, gone: Iterable[str]) -> None:
        """Put the twin in the place of the site; its last step is the one that readers see."""
        remove(self.twin, gone)
        save_manifest(self._pending, manifest)
        flush(self.twin)
        exchange(self.twin, self.live)

    def follow(self, manifest: Manifest, changed: Collection[str], gone: Collection[str]) -> None:
        """Keep the manifest of the new site, and make the old one its next twin."""
        self._pending.replace(self._manifest)
        stayed = self.files.keys() - set(gone)
        self.files = {path: self.files[path] for path in stayed} | {path: manifest[path].stamp for path in changed}
        self.manifest = manifest
        remove(self.twin, gone)
        for path in changed if self.twin.is_dir() else self.files:
            link(f"{self.live}/{path}", f"{self.twin}/{path}")
        save_plain(self._equal, b"equal", self._foreign())

    def retire(self) -> None:
        """Remove the site of a region that is no more, in one step; files that we did not write stay."""
        self.open()
        self.switch({}, self.manifest)
        if not scan(self.live):
            self.live.rmdir()
        shutil.rmtree(self.twin, ignore_errors=True)
        for path in (self._manifest, self._pending, self._equal):
            path.unlink(missing_ok=True)


def scan(folder: Path) -> dict[str, Stamp]:
    """List the files under a folder with their stamps, by path with forward slashes."""
    found: dict[str, Stamp] = {}
    todo = [(os.fspath(folder), "")]
    while todo:
        where, prefix = todo.pop()
        try:
            entries = list(os.scandir(where))
        except FileNotFoundError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                todo.append((entry.path, f"{prefix}{entry.name}/"))
            else:
                found[prefix + entry.name] = stamp_of(entry.stat(follow_symlinks=False))
    return found


def write(path: str, content: bytes) -> Stamp:
    """Write a file anew: the old one may be shared with the site and stays as it is."""
    handle = _make(path, lambda: os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        return stamp_of(os.fstat(handle))
    finally:
        os.close(handle)


def link(source: str, target: str) -> None:
    """Share a file between the site and its twin; copy it where the disk cannot share."""
    _make(target, lambda: _share(source, target))


def _share(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS):
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def _make(path: str, make: Callable[[], Made]) -> Made:
    """Make a file where none may be, and the folder for it where that is missing."""
    try:
        return make()
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108 - a Path for every file of a site doubles the time to write it
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    return make()


def remove(folder: Path, paths: Iterable[str]) -> None:
    """Delete files of ours, and the folders that this leaves empty."""
    folders: set[Path] = set()
    for path in paths:
        (folder / path).unlink(missing_ok=True)
        folders.update(parent for parent in Path(path).parents if parent.name)
    for each in sorted(folders, key=lambda path: -len(path.parts)):
        try:
            (folder / each).rmdir()
        except OSError:  # not empty, or gone: both are well
            continue


def flush(folder: Path) -> None:
    """Ask the disk to keep what was written before the switch shows it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        _libc().syncfs(handle)
    except AttributeError:
        os.sync()
    finally:
        os.close(handle)


def exchange(one: Path, other: Path) -> None:
    """Exchange two folders in one step; with two renames where the system knows no such step."""
    if not other.exists():
        one.rename(other)
        return
    paths = os.fsencode(one), os.fsencode(other)
    try:
        failed = _libc().renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    except AttributeError:
        failed = -1
    if failed:
        aside = _aside(one)
        shutil.rmtree(aside, ignore_errors=True)
        other.rename(aside)
        try:
            one.rename(other)
        except OSError:
            aside.rename(other)
            raise
        aside.rename(one)


def _aside(twin: Path) -> Path:
    return twin.with_name(f"{twin.name}.old")


def _bring_back(twin: Path, live: Path) -> None:
    """Put a site back that a build killed between two renames left aside."""
    if not live.exists() and _aside(twin).exists():
        _aside(twin).rename(live)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
