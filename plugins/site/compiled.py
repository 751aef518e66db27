"""Keep templates and styles compiled beside them, as Python keeps its modules: builds into any folder find them."""

import marshal
import os
import shutil
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.site.hashing import SIZE
from plugins.site.state import save_plain

# git, editors and `make clean` know what a folder of this name is
FOLDER = "__pycache__"


class CompiledTemplates(BytecodeCache):
    """The templates of a language, compiled.

    What cannot be kept, or was damaged since, is compiled again: it costs time, never correctness.
    """

    def __init__(self, folder: Path, lang: str) -> None:
        self._start = f"{folder}/{lang}-"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it was made from this very text and is whole."""
        with suppress(OSError, ValueError):
            with open(f"{self._start}{bucket.key}", "rb") as file:
                kept = file.read()
            if kept[:SIZE] == _mark(bucket, kept[SIZE:]):
                bucket.code = marshal.loads(kept[SIZE:])  # noqa: S302 - as Python loads our modules

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket; two builds at once write the same, each in its own time."""
        code = bucket.code and marshal.dumps(bucket.code)
        if code:
            path = f"{self._start}{bucket.key}"
            fresh = f"{path}.{os.getpid()}"
            with suppress(OSError):
                with open(fresh, "wb") as file:
                    file.write(_mark(bucket, code) + code)
                Path(fresh).replace(path)


def keep_compiled(path: Path, key: bytes, value: object) -> None:
    """Keep plain values in such a folder, if that can be: in a file of this build, which then takes the name."""
    own = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        save_plain(own, key, value)
        own.replace(path)


def _mark(bucket: Bucket, code: bytes) -> bytes:
    return blake2b(bucket.checksum.encode() + code, digest_size=SIZE).digest()


def folder_for_compiled(theme: Path, environment: bytes) -> Path:
    """Give the folder for what one environment compiles; those of other environments go."""
    folder = theme / FOLDER / environment.hex()
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
        with suppress(OSError):
            folder.mkdir(parents=True)
    return folder
