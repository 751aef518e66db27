"""Keep what is dear to make, such as the copies of a picture, from build to build and for all sites.

Each content is a file named by what it is made of, so a name never means two contents.
"""

from collections.abc import Callable, Iterable
from os import getpid
from pathlib import Path


class Kept:
    """A folder of contents by name; what a whole build did not want is removed at its end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._wanted: set[str] = set()

    def want(self, names: Iterable[str]) -> None:
        """Name what a site shows; "" names nothing."""
        self._wanted.update(name for name in names if name)

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give the content of a name, made now if it is not there; without a name it is made and not kept."""
        if not name:
            return make()
        path = self._folder / name
        if path.is_file():
            return path.read_bytes()
        content = make()
        self._folder.mkdir(parents=True, exist_ok=True)
        # two workers may make the same one; each gives it its name when it is whole
        fresh = path.with_name(f"{name}.{getpid()}")
        fresh.write_bytes(content)
        fresh.replace(path)
        return content

    def clear(self) -> None:
        """Remove what nobody wanted."""
        if self._folder.is_dir():
            for path in sorted(self._folder.iterdir()):
                if path.name not in self._wanted:
                    path.unlink()
