"""`make fmt` sets spaces, and changes nothing that anybody wrote."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.editing.commands import main
from plugins.editing.style import styled
from plugins.records.source import read_source
from tests.conftest import ROOT
from tests.corpus.cases import CORPUS
from tests.corpus.project import copy_good

LOOSE = """# пояснение

name:   {  bg: Бряг ,tr:  Kıyı,en: "Co, ast"  }   # keep   me


aliases: [ а,б , "в  г" ]
links:
  -   rel: website
      url: https://a.example/,b
body: |
  Текст  с , интервали
  - а ,б


  край
sdg: [6,15,]     # и това

"""
TIDY = """# пояснение

name: {bg: Бряг, tr: Kıyı, en: "Co, ast"}   # keep   me

aliases: [а, б, "в  г"]
links:
  -   rel: website
      url: https://a.example/,b
body: |
  Текст  с , интервали
  - а ,б


  край
sdg: [6, 15,]     # и това
"""
FILES = [*sorted((ROOT / "data").rglob("*.yaml"))[::7], *sorted((CORPUS / "full").glob("*.yaml"))]
FULL = (CORPUS / "full" / "organisations.yaml").read_text(encoding="utf-8")


def comments(text: str) -> list[str]:
    """Give the comments that stand on lines of their own or after two spaces."""
    return [found.rstrip(" ") for found in re.findall(r"(?:^|  )(#.*)$", text, re.MULTILINE)]


def test_spaces_are_set() -> None:
    """Inside brackets, after colons and commas, between lines; texts, comments and indents stay."""
    assert styled("a.yaml", LOOSE) == TIDY
    assert styled("a.yaml", TIDY) == TIDY


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_our_records_have_the_style(path: Path) -> None:
    """Byte for byte."""
    assert styled(path.name, path.read_text(encoding="utf-8")) == path.read_text(encoding="utf-8")


@settings(deadline=None, max_examples=60)
@example([(len(FULL), " ")])
@example([(45, " ")])
@given(st.lists(st.tuples(st.integers(0, len(FULL)), st.sampled_from([" ", "  ", "\n", ",", "#", "- ", '"', "а"]))))
def test_nothing_is_lost(damage: list[tuple[int, str]]) -> None:
    """Whatever stands in a file: its values and comments stay, and twice is once."""
    text = FULL
    for at, what in sorted(damage, reverse=True):
        text = text[:at] + what + text[at:]
    once = styled("a.yaml", text)
    assert read_source("a.yaml", once).data == read_source("a.yaml", text).data
    assert comments(once) == comments(text)
    assert styled("a.yaml", once) == once


def test_the_command_writes_what_changed(tmp_path: Path) -> None:
    """A file with a mistake is left to `make check`."""
    root = copy_good(tmp_path)
    loose, broken = root / "data/organisations/a.yaml", root / "data/organisations/b.yaml"
    loose.write_text("name:  А\nkind: association\n", encoding="utf-8")
    broken.write_text("name:  А: Б\n", encoding="utf-8")
    assert main(["--root", str(root), "fmt"]) == 0
    assert loose.read_text(encoding="utf-8") == "name: А\nkind: association\n"
    assert broken.read_text(encoding="utf-8") == "name:  А: Б\n"
