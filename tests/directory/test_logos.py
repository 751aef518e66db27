"""Logos of funders: strangers' pictures made anew, beside the notice wherever that stands."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.directory.logos import read_logo
from plugins.records.model import Logo
from plugins.records.unit import SourceFile, Unit
from plugins.site.encoding import encode
from plugins.site.logos import ON_PAGE, ON_PAPER
from tests.browser.document import Element, parse
from tests.exhibitions.objects.test_media import SECRET, picture
from tests.site.project import build, make_project, tree

FUNDER = """name: Фонд „Мостове“
notice: Създадено с подкрепата на фонда.
disclaimer: Фондът не отговаря за текста.
logo:
  file: {bg: mostove.png, en: bridges.webp}
  alt: Дъга над три точки
applies_to: {%s}
"""


def read(name: str, content: bytes) -> tuple[int, ...] | list[str]:
    """Read a logo: its measures, or the rules that it breaks."""
    unit = Unit("logo", name, (SourceFile(f"data/funders/{name}", (0, 0, 0)),))
    record, problems = read_logo(unit, {f"data/funders/{name}": content})
    return record.measures if isinstance(record, Logo) else [problem.rule for problem in problems]


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP")])
def test_a_logo_is_looked_into(name: str, kind: str) -> None:
    """JPEG, PNG and WebP are taken, each under its own ending."""
    content = picture(kind)
    assert read(name, content) == (len(content), 80, 60)
    assert read("a.jpeg", content) == ((len(content), 80, 60) if kind == "JPEG" else ["F020"])


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "F020"),
        (picture("PNG")[:-40], "F020"),
        (b"", "F020"),
        (picture("PNG", size=(8_000, 5_001), mode="1"), "F021"),
    ],
    ids=["drawing", "cut", "empty", "huge"],
)
def test_what_is_no_logo_is_refused(content: bytes, rule: str) -> None:
    """By name, with nothing raised."""
    assert read("a.png", content) == [rule]


def test_a_copy_is_sharp_and_bare() -> None:
    """It is a PNG of its points alone, and the same logo gives the same bytes."""
    content = picture("PNG", size=(400, 200))
    made = encode(content, 256, "png")
    assert SECRET in content
    assert SECRET not in made
    assert made == encode(content, 256, "png")
    with Image.open(BytesIO(made)) as image:
        assert (image.format, image.size, image.info) == ("PNG", (256, 128), {})


def project(folder: Path, applies_to: str) -> Path:
    """Write a project with a funder who has a logo in two languages."""
    root = make_project(folder)
    funders = root / "data" / "funders"
    funders.mkdir()
    (funders / "mostove.yaml").write_text(FUNDER % applies_to, encoding="utf-8")
    (funders / "mostove.png").write_bytes(picture("PNG", size=(1_200, 600)))
    (funders / "bridges.webp").write_bytes(picture("WEBP", size=(100, 50)))
    return root


def logos_of(page: Path) -> list[Element]:
    """Give the logos on a page."""
    return parse(page.read_text(encoding="utf-8")).find_all("img", kind="funder__logo")


def test_a_logo_stands_where_its_notice_stands(tmp_path: Path) -> None:
    """On each page of the site, described, at one height, from a copy that is there; both sizes are published."""
    root = project(tmp_path, "sites: [izvor]")
    output = root / "output"
    assert build(root, output) == 0
    found = {path: logos_of(path) for path in (output / "izvor").rglob("*.html") if "<main" in path.read_text("utf-8")}
    assert {len(each) for each in found.values()} == {1}
    for path, (logo,) in found.items():
        assert (logo.attributes["alt"], logo.attributes["height"]) == ("Дъга над три точки", str(ON_PAGE))
        assert (path.parent / logo.attributes["src"]).is_file()
    sizes = []
    for path in (output / "izvor" / "media").iterdir():
        with Image.open(path) as image:
            sizes.append(image.size)
    assert sorted(sizes) == [(100, 50), (2 * ON_PAGE, ON_PAGE), (2 * ON_PAPER, ON_PAPER)]


def test_a_logo_that_a_site_does_not_show_is_not_published(tmp_path: Path) -> None:
    """Where the notice stands nowhere there is no logo, and another picture under its name changes every page."""
    root = project(tmp_path, "sites: [izvor], until: 2026-02-10")
    output = root / "output"
    assert build(root, output, "--today", "2026-02-11") == 0
    assert not (output / "izvor" / "media").exists()
    assert build(root, output, "--today", "2026-02-10") == 0
    (root / "data" / "funders" / "mostove.png").write_bytes(picture("PNG", size=(900, 900)))
    assert build(root, output, "--today", "2026-02-10") == 0
    assert build(root, tmp_path / "clean", "--today", "2026-02-10") == 0
    assert tree(output) == tree(tmp_path / "clean")
