"""Draw the pictures that stand for a site where a page of it is shared: a region's landscape as PNG.

`python -m tests.theme.shares` draws them anew, once a landscape was changed: a host of messages shows no SVG.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from plugins.setup.browser import find_browser
from tests.browser.visit import FLAGS

THEME = Path(__file__).resolve().parents[2] / "theme"
# the size that the hosts ask for, in pixels
WIDTH, HEIGHT = 1200, 630
COLOURS = 48
# landscapes of regions are this wide; the pictures of panels are not shared
LANDSCAPE = 'viewBox="0 0 1200 560"'


def landscapes() -> list[Path]:
    """Return the scenes that are landscapes of regions."""
    return [path for path in sorted((THEME / "scenes").glob("*.svg")) if LANDSCAPE in path.read_text(encoding="utf-8")]


def draw(browser: Browser, scene: Path) -> Image.Image:
    """Draw a scene by day."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.set_content(f"<body style='margin:0'>{fitted(scene)}")
    picture = Image.open(BytesIO(page.screenshot()))
    page.close()
    return picture.convert("RGB")


def fitted(scene: Path) -> str:
    """Return the drawing, cut to the picture's shape and kept by its foot."""
    fit = f'width="{WIDTH}" height="{HEIGHT}" style="display:block" preserveAspectRatio="xMidYMax slice"'
    return scene.read_text(encoding="utf-8").replace("<svg ", f"<svg {fit} ", 1)


def main() -> None:
    """Draw all of them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for scene in landscapes():
            small = draw(browser, scene).quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(THEME / "share" / f"{scene.stem}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
