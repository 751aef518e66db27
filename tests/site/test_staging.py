"""A site is changed in one step, and what others put into it stays."""

import errno
import os
from pathlib import Path

import pytest

from plugins.site import staging
from plugins.site.staging import HIDDEN, Staging, exchange, link, remove, scan, write
from plugins.site.state import Written, save_manifest


def publish(output: Path, pages: dict[str, bytes]) -> Staging:
    """Make the site hold exactly the pages, by the way that a build goes."""
    site = Staging(output, "east")
    site.open()
    stamps = {path: write(f"{site.twin}/{path}", content) for path, content in pages.items()}
    written = {path: Written(b"key", stamp) for path, stamp in stamps.items()}
    gone = site.gone(pages)
    site.switch(written, gone)
    site.follow(written, written, gone)
    return site


def read(folder: Path) -> dict[str, bytes]:
    """Map the files under a folder to their bytes."""
    return {path: (folder / path).read_bytes() for path in scan(folder)}


def test_a_site_is_replaced_and_its_twin_follows(tmp_path: Path) -> None:
    """Pages come, change and go in both."""
    publish(tmp_path, {"a.html": b"1", "b/c.html": b"1"})
    site = publish(tmp_path, {"a.html": b"2", "d/e.html": b"2"})
    assert read(site.live) == read(site.twin) == {"a.html": b"2", "d/e.html": b"2"}
    assert sorted(path.name for path in site.live.iterdir()) == ["a.html", "d"]


def test_files_of_others_stay(tmp_path: Path) -> None:
    """Such a file lives through every switch, changed or not."""
    site = publish(tmp_path, {"a.html": b"1"})
    (site.live / "google.html").write_bytes(b"proof")
    publish(tmp_path, {"a.html": b"2"})
    (site.live / "google.html").write_bytes(b"new proof")
    publish(tmp_path, {"a.html": b"3"})
    assert read(site.live) == {"a.html": b"3", "google.html": b"new proof"}


def test_what_a_killed_build_left_in_the_twin_is_not_shown(tmp_path: Path) -> None:
    """A build killed before the switch wrote only into the twin, which the next one makes anew."""
    killed = publish(tmp_path, {"a.html": b"1", "b.html": b"1"})
    killed.open()
    write(f"{killed.twin}/a.html", b"never to be seen")
    site = Staging(tmp_path, "east")
    site.open()
    stamp = write(f"{site.twin}/b.html", b"2")
    changed = {"b.html": Written(b"key", stamp)}
    site.switch(site.manifest | changed, [])
    site.follow(site.manifest | changed, changed, [])
    assert read(site.live) == {"a.html": b"1", "b.html": b"2"}


def test_a_build_killed_after_the_switch_is_remembered(tmp_path: Path) -> None:
    """Pages that only the announced manifest knows are ours: current, and removed when they go."""
    killed = publish(tmp_path, {"a.html": b"1"})
    killed.open()
    announced = killed.manifest | {"new.html": Written(b"key", write(f"{killed.twin}/new.html", b"1"))}
    save_manifest(tmp_path / HIDDEN / "east.pending", announced)
    exchange(killed.twin, killed.live)
    site = Staging(tmp_path, "east")
    assert (site.is_current("new.html", b"key"), site.gone(["a.html"])) == (True, ["new.html"])


def test_a_file_of_others_is_never_taken_for_ours(tmp_path: Path) -> None:
    """A page that was announced and never shown does not own a file that somebody put there since."""
    killed = publish(tmp_path, {"a.html": b"1"})
    killed.open()
    announced = killed.manifest | {"new.html": Written(b"key", write(f"{killed.twin}/new.html", b"1"))}
    save_manifest(tmp_path / HIDDEN / "east.pending", announced)
    (killed.live / "new.html").write_bytes(b"mine")
    assert Staging(tmp_path, "east").gone(["a.html"]) == []


def test_a_page_changed_by_hand_is_not_current(tmp_path: Path) -> None:
    """Other bytes, or none."""
    site = publish(tmp_path, {"a.html": b"1", "b.html": b"1", "c.html": b"1"})
    (site.live / "a.html").write_bytes(b"by hand")
    (site.live / "b.html").unlink()
    again = Staging(tmp_path, "east")
    assert [again.is_current(path, b"key") for path in ("a.html", "b.html", "c.html")] == [False, False, True]


def test_a_retired_site_leaves_what_is_not_ours(tmp_path: Path) -> None:
    """Nothing else is left of it."""
    site = publish(tmp_path, {"a.html": b"1", "b/c.html": b"1"})
    (site.live / "mine.txt").write_bytes(b"1")
    Staging(tmp_path, "east").retire()
    assert read(site.live) == {"mine.txt": b"1"}
    assert not list((tmp_path / HIDDEN).glob("east*"))


def test_a_retired_site_vanishes(tmp_path: Path) -> None:
    """A site that only we wrote leaves no empty folder."""
    publish(tmp_path, {"a.html": b"1", "b/c.html": b"1"})
    Staging(tmp_path, "east").retire()
    assert not (tmp_path / "east").exists()


def test_folders_are_exchanged_where_the_system_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two renames do it."""
    monkeypatch.setattr(staging, "_libc", object)
    for name in ("one", "other"):
        write(f"{tmp_path}/{name}/file", name.encode())
    exchange(tmp_path / "one", tmp_path / "other")
    assert read(tmp_path) == {"one/file": b"other", "other/file": b"one"}


def test_a_site_that_cannot_be_replaced_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of two renames is taken back when the second one fails."""
    monkeypatch.setattr(staging, "_libc", object)
    write(f"{tmp_path}/live/file", b"old")
    write(f"{tmp_path}/twin/file", b"new")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == tmp_path / "twin":
            raise OSError(errno.EIO, "the disk is ill")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="ill"):
        exchange(tmp_path / "twin", tmp_path / "live")
    assert read(tmp_path / "live") == {"file": b"old"}


def test_a_build_killed_between_two_renames_loses_no_site(tmp_path: Path) -> None:
    """The next build finds the site where the killed one had put it aside."""
    site = publish(tmp_path, {"a.html": b"1"})
    site.live.rename(site.twin.with_name("east.old"))
    again = Staging(tmp_path, "east")
    assert (read(again.live), again.gone([])) == ({"a.html": b"1"}, ["a.html"])


def test_files_are_copied_where_they_cannot_be_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks know no hard links."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    write(f"{tmp_path}/a", b"1")
    monkeypatch.setattr(os, "link", refuse)
    link(f"{tmp_path}/a", f"{tmp_path}/b/c")
    assert read(tmp_path) == {"a": b"1", "b/c": b"1"}


def test_folders_that_become_empty_go(tmp_path: Path) -> None:
    """The others stay."""
    for path in ("a/b/c", "a/d", "e/f/g"):
        write(f"{tmp_path}/{path}", b"")
    remove(tmp_path, ["a/b/c", "e/f/g", "never/was"])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["a", "a/d"]
