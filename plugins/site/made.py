"""Make fonts and scripts from the npm packages once, and keep them until one of those changes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from plugins.records.brief import fingerprint
from plugins.site.environment import hash_code

# the folder of npm's packages → name → bytes
AssetMaker = Callable[[Path], Mapping[str, bytes]]


def make_assets(packages: Path, makers: Sequence[AssetMaker], cache: Path) -> dict[str, bytes]:
    """Give what the makers make; `cache` keeps it under the hash of our code and the lock file."""
    lock = packages.with_name("package-lock.json").read_bytes()
    folder = cache / fingerprint((hash_code(), lock)).hex()
    if not folder.is_dir():
        made = {name: content for maker in makers for name, content in maker(packages).items()}
        fresh = folder.with_suffix(".new")
        fresh.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (fresh / name).write_bytes(content)
        fresh.rename(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
