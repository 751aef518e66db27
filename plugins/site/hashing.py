"""Hash files, by their names and bytes."""

from collections.abc import Set as AbstractSet
from hashlib import blake2b
from pathlib import Path

# bytes of a hash: enough that two files never share one
SIZE = 16


def hash_files(folder: Path, suffixes: AbstractSet[str]) -> bytes:
    """Hash the files below a folder whose names end so; their names count from the folder."""
    whole = blake2b(digest_size=SIZE)
    for path in sorted(path for path in folder.rglob("*") if path.suffix in suffixes and path.is_file()):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.digest()
