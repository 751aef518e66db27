"""`make help` is made from the Makefile's own comments."""

import re
from pathlib import Path

from plugins.setup.help import targets
from plugins.setup.words import TABLES

MAKEFILE = (Path(__file__).resolve().parents[2] / "Makefile").read_text(encoding="utf-8")


def test_every_target_is_explained_in_every_language() -> None:
    """Each .PHONY target has a comment in Bulgarian, Turkish and English."""
    found = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert found is not None
    assert {name: list(comments) for name, comments in targets(MAKEFILE).items()} == {
        name: list(TABLES) for name in found[1].split()
    }


def test_a_comment_belongs_to_the_target_below_it() -> None:
    """A target without a comment is left out and takes none from another."""
    text = "## bg: строи\n## en: builds\nsite: x\n\ty\nhidden:\n## en: tests\ntest:\n"
    assert targets(text) == {"site": {"bg": "строи", "en": "builds"}, "test": {"en": "tests"}}
