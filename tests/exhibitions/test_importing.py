from pathlib import Path

import pytest

from plugins.exhibitions.importing.__main__ import main
from plugins.exhibitions.importing.mapping import COLLECTIONBUILDER, read_mapping
from plugins.exhibitions.importing.rows import import_rows, owed, read_rows
from plugins.exhibitions.importing.writing import write_objects
from plugins.exhibitions.objects.reading import read_files
from plugins.records.decoding import LARGEST
from tests.exhibitions.project import FIELDS, FOLDER, write_project

MAPPED = read_mapping(COLLECTIONBUILDER)
CSV = (
    "objectid,title,date,subject,latitude,longitude,filename,depth,rightsstatement,type,source\n"
    'a1,"The shaft, ""deep""",1890,Mines; Butte,46.10,-112.5,https://example.org/a.jpg,1000,'
    "http://rightsstatements.org/vocab/NoC-US/1.0/,Image;StillImage,The archive\n"
    '\n"B 2","=two\nlines",circa 1900,,91,,b.mp3,,free,Sound,,spare\n'
)
FIRST = {
    "id": "a1",
    "title": {"en": 'The shaft, "deep"'},
    "date": "1890",
    "subjects": [{"en": "Mines"}, {"en": "Butte"}],
    "source": "https://example.org/a.jpg",
    "rights": "http://rightsstatements.org/vocab/NoC-US/1.0/",
    "credit": {"en": "The archive"},
    "kind": "image",
    "coordinates": {"latitude": "46.10", "longitude": "-112.5"},
    "facts": [
        {"label": {"en": "depth"}, "value": {"en": "1000"}},
        {"label": {"en": "type"}, "value": {"en": "Image;StillImage"}},
    ],
}
OVERRIDE = 'id,alt,rights,credit,transcript\n*,,unknown,Nobody,\na1,"A shaft",,,\nb-2,,,,"Nobody speaks."\n'


def test_a_row_becomes_an_object_and_no_value_is_lost() -> None:
    """What fits a field stands there; everything else is a fact; each remark is at the line of its row."""
    rows, problems = read_rows("a.csv", CSV.encode("utf-8-sig"))
    imported = import_rows("a.csv", rows, MAPPED, set())
    assert problems == []
    assert imported.objects[0] == FIRST
    second = imported.objects[1]
    values = [fact["value"]["en"] for fact in second["facts"]]  # type: ignore[attr-defined]  # as it was made
    assert (second["id"], second["title"], second["kind"]) == ("b-2", {"en": "=two\nlines"}, "sound")
    assert values == ["B 2", "circa 1900", "91", "b.mp3", "free", "Sound", "spare"]
    assert [(p.line, p.rule) for p in imported.problems] == [(4, "E275"), (4, "E273"), (4, "E275")]
    missing = [(p.line, p.rule, dict(p.arguments).get("field")) for p in owed("a.csv", imported)]
    assert missing == [(2, "E262", None), (4, "E276", "credit"), (4, "E276", "rights"), (4, "E263", None)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with an exhibition, a CSV and an override."""
    write_project(tmp_path, {"index.bg.md": f"{FIELDS}## А {{#a}}\n"})
    (tmp_path / "a.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "over.csv").write_text(OVERRIDE, encoding="utf-8")
    return tmp_path


def run(root: Path, *more: str) -> int:
    """Run the command on the exhibition of the project."""
    return main([str(root / "a.csv"), "arda", "--root", str(root), *more])


def test_an_import_is_first_a_trial(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the word nothing is written; with it, twice the same changes nothing; what people added stays."""
    written = project / FOLDER / "objects.yaml"
    assert run(project) == 1
    assert not written.exists()
    assert run(project, "--override", str(project / "over.csv"), "--write") == 0
    first = written.read_text(encoding="utf-8").replace("Nobody speaks.", "Никой не говори.")
    written.write_text(first, encoding="utf-8")
    assert run(project, "--write") == 1
    assert written.read_text(encoding="utf-8") == first
    assert "objects.yaml" in capsys.readouterr().out


def test_an_import_needs_its_exhibition(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exhibition is there before its objects are."""
    assert main([str(project / "a.csv"), "vratsa", "--root", str(project)]) == 1
    assert "vratsa" in capsys.readouterr().err


def test_many_objects_become_several_files() -> None:
    """No file is larger than any file of records may be, and all objects are read again in their order."""
    objects = [{**FIRST, "id": f"a-{number}", "description": {"en": "word " * 100}} for number in range(300)]
    files = write_objects(objects)
    assert list(files) == ["objects.yaml", "objects-2.yaml"]
    assert max(len(text.encode()) for text in files.values()) <= LARGEST
    sources = read_files({name: text.encode() for name, text in files.items()})
    ids = [each["id"] for source in sources for each in source.data["objects"]]  # type: ignore[index, union-attr, call-overload]  # as they were written
    assert ids == [each["id"] for each in objects]
