"""The golden site is built as it was read and accepted."""

from pathlib import Path

from tests.golden.site import EXPECTED, build_site

CURE = "If the change was meant, run `python -m tests.golden` and read the diff like code."


def test_the_golden_site_is_as_it_was_accepted(tmp_path: Path) -> None:
    """File by file."""
    found = build_site(tmp_path)
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes().decode()
        for path in EXPECTED.rglob("*")
        if path.is_file()
    }
    changed = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
    assert not changed, f"{len(changed)} files differ: {', '.join(changed)}. {CURE}"
