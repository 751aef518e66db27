"""What a build knows for the next one is read back whole, or not at all."""

from pathlib import Path

import pytest

from plugins.site.state import Written, load_manifest, load_plain, save_manifest, save_plain

VALUE = {("organisation", "alfa"): ((("data/a.yaml", (1, 2, 3)),), b"digest", None, ("bg", "Извор"))}


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """Equal, with no other file left beside it."""
    save_plain(tmp_path / "state", b"environment", VALUE)
    assert load_plain(tmp_path / "state", b"environment") == VALUE
    assert [path.name for path in tmp_path.iterdir()] == ["state"]


def test_equal_values_are_kept_as_equal_bytes(tmp_path: Path) -> None:
    """Also where the same string is one object here and two there."""
    one, same = "извор", b"".join([text.encode() for text in "извор"]).decode()
    for name, value in (("a", (one, one)), ("b", (one, same))):
        save_plain(tmp_path / name, b"environment", value)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [b"", b"\x00", b"no state", b"i\x01\x00\x00\x00"], ids=repr)
def test_what_is_damaged_counts_as_nothing(tmp_path: Path, content: bytes) -> None:
    """Cut off, empty or of another making."""
    (tmp_path / "state").write_bytes(content)
    assert load_plain(tmp_path / "state", b"environment") is None


def test_what_another_version_kept_counts_as_nothing(tmp_path: Path) -> None:
    """The shape of it may differ."""
    save_plain(tmp_path / "state", b"another", VALUE)
    assert load_plain(tmp_path / "state", b"environment") is None


def test_what_is_cut_off_counts_as_nothing(tmp_path: Path) -> None:
    """At any byte."""
    save_plain(tmp_path / "state", b"environment", VALUE)
    whole = (tmp_path / "state").read_bytes()
    for length in range(len(whole)):
        (tmp_path / "state").write_bytes(whole[:length])
        assert load_plain(tmp_path / "state", b"environment") is None


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    """And an absent one is empty."""
    manifest = {"a/b.html": Written(b"key", (1, 2, 3))}
    save_manifest(tmp_path / "manifest", manifest)
    assert (load_manifest(tmp_path / "manifest"), load_manifest(tmp_path / "none")) == (manifest, {})
