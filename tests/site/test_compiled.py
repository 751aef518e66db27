"""Templates stay compiled beside them, whatever folder a build writes into, and no build depends on it."""

from pathlib import Path

import pytest

from plugins.site.compiled import FOLDER, folder_for_compiled
from tests.site import small


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project of one organisation."""
    root = tmp_path / "project"
    small.write_project(root)
    small.write_organisation(root, "chitalishte", "Читалище")
    return root


def compiled(root: Path) -> dict[Path, int]:
    """Map every compiled template to when it was written."""
    return {path: path.stat().st_mtime_ns for path in (root / "theme" / FOLDER).glob("*/*")}


def test_a_build_into_another_folder_compiles_nothing_again(root: Path, tmp_path: Path) -> None:
    """The second build finds what the first one compiled, and writes the same bytes."""
    small.build(root, tmp_path / "one")
    known = compiled(root)
    small.build(root, tmp_path / "other")
    assert known
    assert compiled(root) == known
    assert small.tree(tmp_path / "other") == small.tree(tmp_path / "one")


def test_a_theme_that_cannot_be_written_to_builds_the_same(root: Path, tmp_path: Path) -> None:
    """Where nothing can be kept beside the templates, they are compiled and the bytes are the same."""
    small.build(root, tmp_path / "one")
    for path in compiled(root):
        path.unlink()
    for folder in (root / "theme" / FOLDER).iterdir():
        folder.rmdir()
        folder.write_text("in the way", encoding="utf-8")
    small.build(root, tmp_path / "other")
    assert small.tree(tmp_path / "other") == small.tree(tmp_path / "one")


@pytest.mark.parametrize("keep", [0, 10, 50, 200])
def test_what_is_damaged_is_compiled_again(root: Path, tmp_path: Path, keep: int) -> None:
    """A compiled template that was cut short is not believed."""
    small.build(root, tmp_path / "one")
    for path in compiled(root):
        path.write_bytes(path.read_bytes()[:keep])
    small.build(root, tmp_path / "other")
    assert small.tree(tmp_path / "other") == small.tree(tmp_path / "one")


def test_what_another_environment_compiled_goes(tmp_path: Path) -> None:
    """One environment at a time is kept: a theme does not grow with every change of our code."""
    older = folder_for_compiled(tmp_path, b"\1")
    (older / "bg-1.cache").write_bytes(b"")
    newer = folder_for_compiled(tmp_path, b"\2")
    assert list((tmp_path / FOLDER).iterdir()) == [newer]
    assert folder_for_compiled(tmp_path, b"\2") == newer
