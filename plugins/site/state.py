"""Keep what a build knows for the next one: entries of records and manifests of sites.

The state is a cache: losing it costs time, never correctness. It is written to a new file
and renamed, so a killed build leaves the old state whole.
"""

import marshal
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

from plugins.records.brief import MARSHAL_VERSION

# raise when the shape of what is kept changes
VERSION = 1
Stamp = tuple[int, int, int]


class Written(NamedTuple):
    """A file that a build wrote: the key of its page, and its stamp on the disk."""

    key: bytes
    stamp: Stamp


Manifest = dict[str, Written]


def stamp_of(status: os.stat_result) -> Stamp:
    """Give (modification time in ns, size in bytes, inode): equal stamp, equal bytes."""
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def load_plain(path: Path, environment: bytes) -> object:
    """Read what `save_plain` kept; None where there is nothing, or it is from another version."""
    try:
        version, known, value = marshal.loads(path.read_bytes())  # noqa: S302 - our own file, beside the output
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return value if (version, known) == (VERSION, environment) else None


def save_plain(path: Path, environment: bytes, value: object) -> None:
    """Keep plain values under the hash of the environment that made them."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        content = (VERSION, environment, value)
        file.write(marshal.dumps(content, MARSHAL_VERSION))  # type: ignore[arg-type]  # typeshed keeps the name to itself
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def load_manifest(path: Path) -> Manifest:
    """Read the manifest of a site; empty where there is none."""
    kept = cast("Mapping[str, tuple[bytes, Stamp]] | None", load_plain(path, b"manifest"))
    return {name: Written(*written) for name, written in (kept or {}).items()}


def save_manifest(path: Path, manifest: Manifest) -> None:
    """Keep the manifest of a site."""
    save_plain(path, b"manifest", {name: tuple(written) for name, written in manifest.items()})
