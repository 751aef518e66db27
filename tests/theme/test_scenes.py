"""The landscapes and topics are small, safe pictures that know day and night."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

SCENES = sorted((Path(__file__).resolve().parents[2] / "theme/scenes").glob("*.svg"))
BUDGET = 3_000
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {SVG + name for name in ("svg", "style", "g", "path", "circle", "rect", "use")}


@pytest.mark.parametrize("path", SCENES, ids=[path.stem for path in SCENES])
def test_a_scene_is_small(path: Path) -> None:
    """It stays within 3 KB."""
    assert path.stat().st_size <= BUDGET


@pytest.mark.parametrize("path", SCENES, ids=[path.stem for path in SCENES])
def test_a_scene_only_draws(path: Path) -> None:
    """Shapes and colours, and no link beyond itself."""
    tree = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a file of ours
    links = [value for each in tree.iter() for name, value in each.items() if name.endswith("href")]
    assert ({each.tag for each in tree.iter()} - DRAWN, [x for x in links if x[0] != "#"]) == (set(), [])


@pytest.mark.parametrize("path", SCENES, ids=[path.stem for path in SCENES])
def test_a_scene_has_a_colour_for_every_shape_by_day_and_by_night(path: Path) -> None:
    """Each class that a shape has is coloured twice; the icon is the same at any hour."""
    drawing = path.read_text(encoding="utf-8")
    used = set(re.findall(r'class="(\w)"', drawing))
    coloured = re.findall(r"\.(\w)\{", drawing)
    assert sorted(coloured) == sorted(2 * list(used))
