"""Let a planner keep plain values from one build to the next, such as the words of an index.

What is kept is a cache: a planner must come to the same pages without it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from plugins.site.environment import hash_code
from plugins.site.state import load_plain, save_plain

Kind = TypeVar("Kind")


class Memory:
    """Values by name, in files of their own; new ones are written when the build has ended well."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fresh: dict[str, object] = {}
        self._shared: dict[object, object] = {}

    def recall(self, name: str) -> object:
        """Give what the last build kept under the name; None for nothing."""
        return load_plain(self._folder / name, hash_code())

    def keep(self, name: str, value: object) -> None:
        """Keep a value of strings, numbers, bytes, tuples, lists and mappings."""
        self._fresh[name] = value

    def once(self, key: object, make: Callable[[], Kind]) -> Kind:
        """Give what `make` makes, which the planners of all sites and languages of this build share."""
        if key not in self._shared:
            self._shared[key] = make()
        return cast("Kind", self._shared[key])

    def save(self) -> None:
        """Write what was kept in this build."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, value in self._fresh.items():
            save_plain(self._folder / name, hash_code(), value)
