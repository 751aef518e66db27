"""Only plain files and folders are ever opened."""

from pathlib import Path

from plugins.records.unit import SourceFile
from plugins.records.walk import find_records, walk


def test_records_are_found_in_order(tmp_path: Path) -> None:
    """Sorted by path whatever the order of the disk; hidden files and our own are passed over."""
    for name in (
        "events/b.yaml",
        "causes/b-2.yaml",
        "causes/b.yaml",
        "causes/.b.yaml.swp",
        "README.md",
        "schemas/a.json",
    ):
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: a", encoding="utf-8")
    units, problems = find_records(tmp_path)
    assert [(unit.type, unit.id) for unit in units] == [("cause", "b-2"), ("cause", "b"), ("event", "b")]
    assert problems == []


def test_a_stamp_tells_time_size_and_inode(tmp_path: Path) -> None:
    """What the incremental build trusts."""
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "a.txt"
    path.write_bytes(b"12345")
    status = path.lstat()
    assert walk(tmp_path, "data")[0] == [SourceFile("data/a.txt", (status.st_mtime_ns, 5, status.st_ino))]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Not an empty site, but a problem."""
    assert [(p.rule, p.path) for p in find_records(tmp_path)[1]] == [("F010", "data")]


def test_folders_end_somewhere(tmp_path: Path) -> None:
    """A hundred folders in each other are refused, not followed."""
    (tmp_path / "data" / "/".join(["a"] * 100)).mkdir(parents=True)
    assert [problem.rule for problem in find_records(tmp_path)[1]] == ["F011"]


def test_a_name_that_is_no_text_is_printed_safely(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and line ends, are shown by their numbers."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a\nb.yaml").touch()
    (tmp_path / "data" / b"\xc0\xc1.yaml".decode("utf-8", "surrogateescape")).touch()
    assert [problem.path for problem in find_records(tmp_path)[1]] == ["data/\\xc0\\xc1.yaml", "data/a\\x0ab.yaml"]
