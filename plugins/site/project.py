"""What the build is made of: folders, and the functions of the floors above, handed in.

`pelicanconf.py` is the one place that names them; nothing registers itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.catalogue import Catalogue
from plugins.records.brief import Brief
from plugins.records.problem import Position, Problem
from plugins.records.unit import Reader, Unit
from plugins.site.page import Planner

Finder = Callable[[Path], tuple[list[Unit], list[Problem]]]
# finds where a field of a record stands
Locator = Callable[[Unit, Mapping[str, bytes], tuple[str | int, ...]], Position]
Locate = Callable[[Brief, tuple[str | int, ...]], Position]
Check = Callable[[Catalogue, Locate], list[Problem]]


@dataclass(frozen=True)
class Project:
    """Everything that a build reads and where it writes."""

    root: Path
    theme: Path
    output: Path
    # the folder of npm's packages, and what fonts and scripts are made of them
    packages: Path
    makers: Sequence[str]
    finders: Sequence[Finder]
    readers: Mapping[str, Reader]
    locators: Mapping[str, Locator]
    checks: Sequence[Check]
    planners: Sequence[Planner]
    jobs: int = 2
    # the ISO day that the sites are made for; "" is the day of the newest check of a record
    today: str = ""
    # build only this site; "" builds all
    only: str = ""
