"""Real collections of CollectionBuilder become exhibitions: no value is lost, what is owed is named."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.exhibitions.importing.__main__ import main
from tests.acceptance.conftest import BuildProject
from tests.acceptance.project import write_frame

COLLECTIONS = ("psychiana_cbdemo_csv", "watkins_cbdemo_gh")
OVERRIDE = "id,alt,transcript,rights,credit\n*,What can be seen,What is said,unknown,The keeper\n"
TEXT = "---\nname: Колекция (пример)\narea: [BG]\n---\n\n## Начало {#start}\n\nПредметите са долу.\n"


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_collection_becomes_an_exhibition(
    name: str, data: Path, build_project: BuildProject, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each row's missing description is named at its line; after an override the site holds every value."""
    source = data / "collectionbuilder" / f"{name}.csv"
    rows = list(csv.DictReader(source.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    reports: list[str] = []

    def write(root: Path) -> None:
        write_frame(root, "Колекции", ("bg", "en"), {"other": "Друго"})
        folder = root / "content" / "exhibitions" / "collection"
        folder.mkdir(parents=True)
        (folder / "index.bg.md").write_text(TEXT, encoding="utf-8")
        (root / "override.csv").write_text(OVERRIDE, encoding="utf-8")
        arguments = [str(source), "collection", "--root", str(root)]
        assert main(arguments) == 1
        reports.append(capsys.readouterr().out)
        override = [*arguments, "--override", str(root / "override.csv"), "--write"]
        assert (main(override), main(override)) == (0, 0)

    site = build_project(write) / "national" / "exhibitions" / "collection"
    assert reports[0].count("[E262]") + reports[0].count("[E263]") == len(rows)
    objects = json.loads((site / "objects" / "objects.json").read_text(encoding="utf-8"))
    lost = [
        f"{row['objectid']} {column}: {value}"
        for row, thing in zip(rows, objects, strict=True)
        for column, value in row.items()
        if value and not kept(value, list(strings(thing)))
    ]
    assert lost == []
    assert len(list((site / "object").glob("*.html"))) == len(rows)
    with capsys.disabled():
        values = sum(1 for row in rows for value in row.values() if value)
        print(f"\n{name}: {len(rows)} objects, {values} values, {len(lost)} lost")


def kept(value: str, found: list[str]) -> bool:
    """Tell whether a value of the file is among those of the object, whole or as a list of subjects."""
    parts = [part.strip() for part in value.split(";") if part.strip()]
    whole = value.strip().replace("\r\n", "\n") in found
    return whole or all(part in found for part in parts) or is_number(value, found)


def is_number(value: str, found: list[str]) -> bool:
    """Tell whether a number is there, however many zeros end it."""
    try:
        return str(float(value)) in found
    except ValueError:
        return False


def strings(value: object) -> Iterator[str]:
    """Yield every string and number inside a value."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)
    else:
        yield str(value)
