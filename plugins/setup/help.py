"""Makefile → the list that `make help` shows."""

from __future__ import annotations

import re

from plugins.setup.system import ROOT
from plugins.setup.words import language, sentence

TARGET = re.compile(r"^(?P<name>[a-z][a-z-]*):")
COMMENT = re.compile(r"^## (?P<language>bg|tr|en): (?P<text>.+)$")


def targets(makefile: str) -> dict[str, dict[str, str]]:
    """Return target → language → its comment, in the Makefile's order; targets without comments are left out."""
    found: dict[str, dict[str, str]] = {}
    comments: dict[str, str] = {}
    for line in makefile.splitlines():
        if comment := COMMENT.match(line):
            comments[comment["language"]] = comment["text"]
        elif target := TARGET.match(line):
            if comments:
                found[target["name"]] = comments
            comments = {}
    return found


def show_help() -> None:
    """Print each target with its comment in the person's language."""
    print(sentence("Commands (make COMMAND):"))
    for name, comments in targets((ROOT / "Makefile").read_text(encoding="utf-8")).items():
        print(f"  {name:<13} {comments[language()]}")
