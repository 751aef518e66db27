"""Whatever a project has or lacks, its sites are built, and no link of theirs leads nowhere."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.records.model import FOLDERS
from plugins.records.source import read_source
from tests.browser.walk import HtmlPage, Link, read_pages
from tests.conftest import ROOT
from tests.corpus.cases import CORPUS
from tests.site.project import build, make_project
from tests.site.small import write

EXHIBITION = """\
---
name: Табла край реката
---

## Първо табло {#parvo}
Няколко думи.
"""
# what the model leaves open and a rule asks for
ALSO_REQUIRED = {"resources": ("link",), "opportunities": ("until",)}


def of_region(line: str) -> Callable[[Path], object]:
    """Give a change: one more line of the region."""

    def change(root: Path) -> None:
        path = root / "data" / "regions" / "izvor.yaml"
        path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")

    return change


def without(*folders: str) -> Callable[[Path], object]:
    """Give a change: these folders are empty."""

    def change(root: Path) -> None:
        for folder in folders:
            for path in (root / folder).iterdir():
                path.unlink()

    return change


def with_least(folder: str) -> Callable[[Path], object]:
    """Give a change: one more record, of a type's required fields alone."""

    def change(root: Path) -> None:
        whole = read_source("", (CORPUS / "full" / f"{folder}.yaml").read_bytes()).data
        assert isinstance(whole, dict)
        required = [name for name, field in FOLDERS[folder].model_fields.items() if field.is_required()]
        least = {name: whole[name] for name in (*required, *ALSO_REQUIRED.get(folder, ()))}
        for path in sorted((ROOT / "data" / "vocabularies").iterdir()):
            own = root / "data" / "vocabularies" / path.name
            if not own.exists():
                shutil.copy(path, own)
        write(root / "data" / folder / "least.yaml", json.dumps(least, ensure_ascii=False))

    return change


def with_exhibition(root: Path) -> None:
    """Add an exhibition of one panel."""
    write(root / "content" / "exhibitions" / "tabla" / "index.bg.md", EXHIBITION)


def national(root: Path) -> None:
    """Make the one site that of the whole country."""
    path = root / "data" / "regions" / "izvor.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("BG425", "BG"), encoding="utf-8")


def bare_region(root: Path) -> None:
    """Leave of the places only the region and the country."""
    (root / "data" / "places" / "izvor.yaml").unlink()


def both(one: Callable[[Path], object], other: Callable[[Path], object]) -> Callable[[Path], object]:
    """Give two changes as one."""

    def change(root: Path) -> None:
        one(root)
        other(root)

    return change


ADDRESS = of_region("address: https://izvor.example.org/")
SHAPES: dict[str, Callable[[Path], object]] = {
    "as it is": lambda _: None,
    "address": ADDRESS,
    "another language": of_region("languages: [en]"),
    "three languages": of_region("languages: [bg, tr, en]"),
    "three languages, address": both(of_region("languages: [tr, bg, en]"), ADDRESS),
    "an exhibition": with_exhibition,
    "an exhibition, address": both(with_exhibition, ADDRESS),
    "one record": lambda root: (root / "data" / "organisations" / "klub-bryag.yaml").unlink(),
    "no organisations": without("data/organisations", "data/causes"),
    "no organisations, address": both(without("data/organisations", "data/causes"), ADDRESS),
    "no municipalities": both(without("data/organisations", "data/causes"), bare_region),
    "the region alone": both(without("data/organisations", "data/causes", "data/vocabularies"), bare_region),
    "national": national,
    "national, address": both(national, ADDRESS),
    **{f"least of {folder}": both(with_least(folder), ADDRESS) for folder in FOLDERS},
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one folder of sites for all shapes: what is compiled of the theme serves them all."""
    return tmp_path_factory.mktemp("output")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_project_of_any_shape_is_built(shape: str, output: Path, tmp_path: Path) -> None:
    """The build ends well, and every address on every page leads to a file."""
    root = make_project(tmp_path)
    SHAPES[shape](root)
    assert build(root, output, "--jobs", "1") == 0
    pages = read_pages(output)
    broken = {
        (page.path, link.path) for page in pages.values() for link in page.links if not _leads(output, page, link)
    }
    assert "izvor/index.html" in pages
    assert broken == set()


def _leads(output: Path, page: HtmlPage, link: Link) -> bool:
    """Tell whether there is such a file; a page for addresses that are missing counts from the site's own root.

    From there a site that is published nowhere cannot be reached: its link counts from the folder of sites.
    """
    path = link.path.lstrip("/")
    return (output / page.site / path).is_file() or (output / path).is_file()


def test_a_project_without_a_region_is_refused(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence says what is missing."""
    root = make_project(tmp_path)
    shutil.rmtree(root / "data" / "regions")
    assert build(root, output) == 1
    assert "data/regions" in capsys.readouterr().err
