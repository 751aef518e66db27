"""Make fonts and scripts from the npm packages once, and keep them until one of those changes."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name

from plugins.records.brief import fingerprint
from plugins.site.environment import hash_code


def make_assets(packages: Path, makers: Sequence[str], cache: Path) -> dict[str, bytes]:
    """Give what the makers make: name → bytes.

    A maker is named as "module:function", takes the folder of npm's packages and gives a
    mapping of name → bytes. `cache` keeps that under the hash of our code and the lock file.
    """
    folder = cache / fingerprint((hash_code(), read_lock(packages), tuple(makers))).hex()
    if not folder.is_dir():
        shutil.rmtree(cache, ignore_errors=True)
        made = {name: content for maker in makers for name, content in resolve_name(maker)(packages).items()}
        fresh = folder.with_suffix(".new")
        fresh.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (fresh / name).write_bytes(content)
        fresh.rename(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def read_lock(packages: Path) -> bytes:
    """Give what says which npm packages lie in a folder."""
    return packages.with_name("package-lock.json").read_bytes()
