"""`make translated` writes one line and touches no other."""

from pathlib import Path

import pytest

from plugins.editing.commands import main
from plugins.editing.translated import mark_translations
from plugins.records.model import Organisation
from plugins.records.originals import mark_of
from plugins.records.reading import validate
from plugins.records.source import read_source
from plugins.records.unit import SourceFile, Unit
from tests.corpus.cases import put_written
from tests.corpus.project import copy_good, problems_of

UNIT = Unit("organisation", "a", (SourceFile("data/organisations/a.yaml", (0, 0, 0)),))
HEAD = "# бележка\nname: {bg: Бряг, tr: Kıyı, en: Coast}  # име\nkind: association\n"


def marked(text: str, *langs: str, again: bool = True) -> str:
    """Mark the translations of an organisation; the mark is shown as M."""
    record = validate(Organisation, read_source("a", text), "a").record
    mark = mark_of(record) if record else "–"
    return mark_translations(UNIT, text.encode(), again=again, langs=langs).decode().replace(mark, "M")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, f"{HEAD}translated_from: {{tr: M, en: M}}\n"),
        (
            f"{HEAD}translations: {{tr: human}}  # Ана\nsdg: [6]\n",
            f"{HEAD}translations: {{tr: human}}  # Ана\ntranslated_from: {{tr: M, en: M}}\nsdg: [6]\n",
        ),
        (
            f"{HEAD}translations:\n  tr: human\n  en: machine\n# край\nsdg: [6]",
            f"{HEAD}translations:\n  tr: human\n  en: machine\ntranslated_from: {{tr: M, en: M}}\n# край\nsdg: [6]",
        ),
        (
            f"{HEAD}translated_from: {{ tr: bbbbbb }}  # сверено\nsdg: [6]\n",
            f"{HEAD}translated_from: {{tr: M, en: M}}  # сверено\nsdg: [6]\n",
        ),
        (
            f"{HEAD}translated_from:\n  en: bbbbbb\nsdg: [6]\n",
            f"{HEAD}translated_from: {{tr: M, en: M}}\nsdg: [6]\n",
        ),
        ("name: Бряг\nkind: association\n", "name: Бряг\nkind: association\n"),
        ("name: {bg: Бряг, tr: Kıyı}\nkind:\n", "name: {bg: Бряг, tr: Kıyı}\nkind:\n"),
    ],
    ids=["no field", "below the manner", "below a block", "over the old one", "over a block", "nothing", "broken"],
)
def test_the_mark_finds_its_place(before: str, after: str) -> None:
    """Comments, order and all other lines stay; a second time changes nothing."""
    assert marked(before) == after
    once = mark_translations(UNIT, before.encode(), again=True)
    assert mark_translations(UNIT, once, again=True) == once


def test_one_language_can_be_marked_alone() -> None:
    """And an old mark stays unless its record was named."""
    assert marked(HEAD, "tr") == f"{HEAD}translated_from: {{tr: M}}\n"
    assert marked(f"{HEAD}translated_from: {{en: bbbbbb}}\n", again=False) == (
        f"{HEAD}translated_from: {{tr: M, en: bbbbbb}}\n"
    )


def test_the_command_ends_the_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the record that is named; without a name only records without a mark are written."""
    root = copy_good(tmp_path)
    put_written("translation-older", root)
    assert main(["--root", str(root), "translated"]) == 0
    assert [problem.rule for problem in problems_of(root)] == ["V140"]
    assert main(["--root", str(root), "translated", "translation-older"]) == 0
    assert problems_of(root) == ()
    assert main(["--root", str(root), "translated", "nobody"]) == 1
    assert "translation-older.yaml" in capsys.readouterr().out
