"""The pictures for sharing show the landscapes as they are drawn now."""

from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from tests.theme.shares import HEIGHT, THEME, WIDTH, draw, landscapes

CURE = "Run `python -m tests.theme.shares`."
# grey levels of 255: fewer colours and another browser change edges only
ALIKE = 4
WEIGHT = 60_000


def test_every_landscape_has_its_picture() -> None:
    """One for each, small enough to be fetched by a telephone."""
    shares = sorted((THEME / "share").iterdir())
    assert [path.stem for path in shares] == [path.stem for path in landscapes()], CURE
    assert [path.name for path in shares if path.stat().st_size > WEIGHT] == []


def test_the_pictures_are_up_to_date(browser: Browser) -> None:
    """Drawn anew, each is what is stored."""
    differences = {scene.stem: difference(draw(browser, scene), scene) for scene in landscapes()}
    assert {name: found for name, found in differences.items() if found > ALIKE} == {}, CURE


def difference(drawn: Image.Image, scene: Path) -> float:
    """Return how far a drawing is from the stored picture: the mean over all pixels and colours."""
    with Image.open(THEME / "share" / f"{scene.stem}.png") as stored:
        assert drawn.size == stored.size == (WIDTH, HEIGHT)
        return max(ImageStat.Stat(ImageChops.difference(drawn, stored.convert("RGB"))).mean)


def test_a_changed_landscape_is_seen() -> None:
    """A picture of another region is far from it."""
    first, second = landscapes()[:2]
    with Image.open(THEME / "share" / f"{second.stem}.png") as other:
        assert difference(other.convert("RGB"), first) > ALIKE
