import os
from pathlib import Path

from plugins.exhibitions.walk import find_exhibitions
from plugins.records.unit import Unit
from tests.exhibitions.project import FIELDS, FOLDER, write_project


def found(root: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Give the ids that were found, and (path, rule) of what was refused."""
    units, problems = find_exhibitions(root)
    return [unit.id for unit in units], [(problem.path, problem.rule) for problem in problems]


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    """A project may have no exhibitions."""
    assert found(tmp_path) == ([], [])


def test_a_folder_is_an_exhibition(tmp_path: Path) -> None:
    """Its texts, its pictures and the landscapes of the theme are its files, sorted; a picture is a unit too."""
    write_project(tmp_path, {"index.bg.md": FIELDS, "index.en.md": FIELDS, "a.jpg": b"x"})
    unit, medium = find_exhibitions(tmp_path)[0]
    assert medium == Unit("medium", "arda/a.jpg", medium.files)
    assert [file.path for file in unit.files] == [
        f"{FOLDER}/a.jpg",
        f"{FOLDER}/index.bg.md",
        f"{FOLDER}/index.en.md",
        "theme/scenes/river.svg",
    ]


def test_strange_entries_are_refused_by_name(tmp_path: Path) -> None:
    """Links, pipes, folders without text, names that are no ids: refused; the rest is found."""
    write_project(tmp_path, {"index.bg.md": FIELDS})
    folder = tmp_path / "content" / "exhibitions"
    (folder / "a.txt").write_text("x", encoding="utf-8")
    (folder / "Река").mkdir()
    (folder / "Река" / "index.bg.md").write_text("x", encoding="utf-8")
    (folder / "vratsa").mkdir()
    (folder / "vratsa" / "index.en.md").write_text("x", encoding="utf-8")
    (folder / "arda" / "deep").mkdir()
    (folder / "arda" / "deep" / "a.jpg").write_bytes(b"x")
    (folder / "arda" / "b.jpg").symlink_to("/etc/hostname")
    os.mkfifo(folder / "arda" / "c.jpg")
    ids, problems = found(tmp_path)
    assert ids == ["arda"]
    assert problems == [
        ("content/exhibitions/a.txt", "E202"),
        ("content/exhibitions/arda/b.jpg", "F001"),
        ("content/exhibitions/arda/c.jpg", "F002"),
        ("content/exhibitions/arda/deep/a.jpg", "E202"),
        ("content/exhibitions/vratsa", "E201"),
        ("content/exhibitions/Река", "F005"),
    ]
