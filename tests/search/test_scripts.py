"""The scripts of the search name each other by their content."""

import pytest

from plugins.search.scripts import name_files


def test_files_are_named_by_their_content() -> None:
    """Every name in quotes is replaced."""
    assert name_files(b'add("lunr.js")', {"lunr.js": "lunr.1a.js"}) == b'add("lunr.1a.js")'


@pytest.mark.parametrize("script", [b"add('lunr.js')", b"add(`lunr.js`)", b'add("lunr.js","./lunr.js")'])
def test_a_bare_name_is_refused(script: bytes) -> None:
    """Nothing would be at that address."""
    with pytest.raises(ValueError, match=r"lunr\.js"):
        name_files(script, {"lunr.js": "lunr.1a.js"})
