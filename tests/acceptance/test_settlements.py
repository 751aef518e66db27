"""The transliteration law, against the official Latin names of Bulgaria's settlements."""

import json
from pathlib import Path

from plugins.languages.transliteration import count_equal

# four official names do not follow the law
RIGHT = 5_252


def test_official_names_are_written_by_the_law(data: Path) -> None:
    """All but the four names that are exceptions come out as the register has them."""
    text = (data / "nsi" / "settlements-names.json").read_text(encoding="utf-8-sig")
    names = [(place["name"], place["name_en"]) for place in json.loads(text)]
    assert count_equal(names) >= RIGHT
