"""Read the corpus as a project of its own, by records alone."""

import shutil
from pathlib import Path

from plugins.catalogue import checks
from plugins.directory import addresses, logos, outlines
from plugins.editing.findings import Readers, find_problems
from plugins.records import reading, walk
from plugins.records.model import FOLDERS
from plugins.records.problem import Problem
from plugins.records.rules import RULES
from tests.corpus.cases import CORPUS

# the day on which the corpus is checked
TODAY = "2026-11-26"
TYPES = [model.TYPE for model in FOLDERS.values()]
READERS = Readers(
    finders=[walk.find_records],
    readers={**dict.fromkeys(TYPES, reading.read_record), "outlines": outlines.read_outlines, "logo": logos.read_logo},
    locators={
        **dict.fromkeys(TYPES, reading.locate_record),
        "outlines": outlines.locate_outline,
        "logo": logos.locate_logo,
    },
    checks=[checks.check, addresses.check_addresses, logos.check_logos],
    rules=RULES,
)


def copy_good(folder: Path) -> Path:
    """Copy the project that has nothing wrong into a folder."""
    root = folder / "project"
    shutil.copytree(CORPUS / "good", root)
    return root


def problems_of(root: Path) -> tuple[Problem, ...]:
    """Find every problem of a project."""
    return find_problems(root, READERS, TODAY).problems
