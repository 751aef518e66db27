"""The open data of a region elsewhere become one record; what a stranger may have put into them stays out."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from plugins import exports
from plugins.federation.__main__ import main
from plugins.federation.copying import Copy, copy_data
from plugins.federation.reading import LARGEST
from plugins.records.decoding import LARGEST as LARGEST_RECORD
from tests.exports.made import PUBLISHED, Made
from tests.exports.records import ALL

TERMS = {"organisation-kinds": frozenset({"association"}), "cause-categories": frozenset({"ecology"})}
HOME = "https://shumen.example"
ORGANISATION: dict[str, object] = {
    "id": "klub",
    "name": {"bg": "Клуб"},
    "kind": "association",
    "page": f"{HOME}/organisations/klub.html",
}


def write(folder: Path, organisations: object, **package: object) -> Path:
    """Write open data as a site elsewhere would: an object a line, and a package that knows the checksums."""
    lines = [json.dumps(each, ensure_ascii=False) for each in organisations] if isinstance(organisations, list) else []
    text = "[\n" + ",\n".join(lines) + "\n]\n" if lines else str(organisations)
    files = {"organisations.json": text.encode("utf-8", "surrogatepass"), "causes.json": b"[]\n"}
    resources = [{"path": name, "hash": f"sha256:{sha256(raw).hexdigest()}"} for name, raw in files.items()]
    described = {
        "title": "Заедно",
        "homepage": f"{HOME}/",
        "licenses": [{"name": "CC0-1.0"}],
        "contributors": [{"title": "Библиотека"}],
        "resources": resources,
    }
    for name, raw in {**files, "datapackage.json": json.dumps(described | package).encode()}.items():
        (folder / name).write_bytes(raw)
    return folder


def copy(folder: Path, organisations: object, **package: object) -> Copy:
    """Copy the open data of a site elsewhere."""
    return copy_data(write(folder, organisations, **package), "shumen", "2026-11-15", TERMS)


def found(copied: Copy) -> list[tuple[str, str, int]]:
    """Give (rule, file, line) of what was wrong."""
    return [(problem.rule, problem.path, problem.line) for problem in copied.problems]


def test_what_a_site_publishes_can_be_copied(tmp_path: Path) -> None:
    """Every organisation and cause of our own open data arrives, with the address of its page."""
    files = Made(ALL, tmp_path / "site", region=PUBLISHED).files(exports.plan_pages)
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("organisations.json", "causes.json", "datapackage.json"):
        (folder / name).write_bytes(files[f"data/{name}"])
    copied = copy_data(folder, "primer", "2026-11-15", TERMS)
    assert copied.problems == ()
    assert copied.record is not None
    pages = [each.page for each in copied.record.organisations] + [each.page for each in copied.record.causes]
    base = "https://primer.example/site/"
    assert pages == [
        f"{base}organisations/vtora.html",
        f"{base}organisations/primer.html",
        f"{base}causes/reka.html",
    ]
    assert (copied.record.name.best("tr").text, copied.record.licence) == ("Örnek için birlikte", "CC-BY-4.0")


def test_the_same_data_make_the_same_record(tmp_path: Path) -> None:
    """Whatever the order of the objects."""
    others = [ORGANISATION | {"id": f"klub-{number}"} for number in range(5)]
    first, second = copy(tmp_path, others), copy(tmp_path, others[::-1])
    assert (
        first.text.replace(" ", "").split("organisations:")[1]
        == second.text.replace(" ", "").split("organisations:")[1]
    )


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"id": "../../etc/passwd"}, "V117"),
        ({"id": "klub\n- id: drug"}, "V117"),
        ({"name": ["Клуб"]}, "V108"),
        ({"name": {"en": "Club"}}, "V108"),
        ({"name": {"bg": "Клуб\u202e"}}, "V120"),
        ({"page": "javascript:alert(1)"}, "V108"),
        ({"page": "https://zlo.example/klub.html"}, "V152"),
        ({"page": f"{HOME}@zlo.example/"}, "V108"),
        ({"page": f"{HOME}.zlo.example/klub.html"}, "V152"),
        ({"page": 1}, "V108"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_object_that_cannot_be_shown_is_refused_at_its_line(
    tmp_path: Path, change: dict[str, object], rule: str
) -> None:
    """The whole copy is refused, and the line of the stranger's file is named."""
    copied = copy(tmp_path, [ORGANISATION | {"id": "drug", "name": {"bg": "Ябълка"}}, ORGANISATION | change])
    assert [(each, path) for each, path, _ in found(copied)] == [(rule, "organisations.json")]
    assert copied.problems[0].line == 3


def test_words_are_only_words(tmp_path: Path) -> None:
    """Marks of YAML, of HTML and of other formats have no meaning in a name."""
    words = "*a: &b [{\"'`<script>alert(1)</script> # !!python/object \\ - |"
    copied = copy(tmp_path, [ORGANISATION | {"name": {"bg": words}}])
    assert copied.record is not None
    assert copied.record.organisations[0].name.best("bg").text == words


@pytest.mark.parametrize(
    ("organisations", "rule"),
    [
        ("[" * 100_000, "F012"),
        ('[{"id": NaN}]', "F012"),
        ('[{"id": "a", "id": "b"}]', "F012"),
        ('[{"id": "a"}', "F012"),
        ("[1, 2]", "F012"),
        ("7", "F012"),
        ('[{"id": ' + "9" * 100_000 + "}]", "V108"),
    ],
    ids=["deep", "no number", "twice", "cut off", "no objects", "no list", "a long number"],
)
def test_what_is_no_list_of_objects_is_refused(tmp_path: Path, organisations: str, rule: str) -> None:
    """Nothing runs out of memory or time, and nothing raises."""
    copied = copy(tmp_path, organisations)
    assert rule in {each for each, _, _ in found(copied)}
    assert copied.record is None


def test_a_file_that_was_altered_is_refused(tmp_path: Path) -> None:
    """Its checksum must be the one that the data package tells."""
    write(tmp_path, [ORGANISATION])
    (tmp_path / "organisations.json").write_text("[]", encoding="utf-8")
    assert found(copy_data(tmp_path, "shumen", "2026-11-15", TERMS)) == [("F013", "organisations.json", 1)]


def test_links_and_huge_files_are_not_opened(tmp_path: Path) -> None:
    """A link could lead anywhere; a file of more than 16 MB is no list that we could show."""
    write(tmp_path, [ORGANISATION])
    (tmp_path / "causes.json").unlink()
    (tmp_path / "causes.json").symlink_to("/etc/passwd")
    with (tmp_path / "organisations.json").open("wb") as file:
        file.truncate(LARGEST + 1)
    rules = [rule for rule, _, _ in found(copy_data(tmp_path, "shumen", "2026-11-15", TERMS))]
    assert sorted(rules) == ["F001", "Y013"]


def test_a_large_region_is_copied_without_its_summaries(tmp_path: Path) -> None:
    """The record stays below the limit of every record."""
    words = {"bg": "Много думи. " * 25}
    many = [ORGANISATION | {"id": f"klub-{number}", "summary": words} for number in range(900)]
    copied = copy(tmp_path, many)
    assert copied.record is not None
    assert len(copied.record.organisations) == 900
    assert {each.summary for each in copied.record.organisations} == {None}
    assert len(copied.text.encode()) < LARGEST_RECORD


def test_persons_contacts_and_addresses_are_not_taken(tmp_path: Path) -> None:
    """Even where the site elsewhere publishes them: they are one link away, and may have changed since."""
    more = {
        "contact": {"email": "taina@shumen.example", "phones": ["+359 54 123456"]},
        "people": [{"name": {"bg": "Тайна Тайнова"}}],
        "locations": [{"address": {"bg": "ул. Тайна 1"}, "coordinates": {"latitude": 43.27, "longitude": 26.92}}],
        "body": {"bg": "Тайна"},
    }
    copied = copy(tmp_path, [ORGANISATION | more])
    assert copied.record is not None
    assert [word for word in ("тайна", "taina", "54 12", "43.27") if word in copied.text.casefold()] == []


def test_what_is_gone_or_named_twice_is_left_out(tmp_path: Path) -> None:
    """And so is a kind that our vocabulary has not."""
    others = [ORGANISATION | {"id": "star", "status": "removed"}, ORGANISATION, ORGANISATION | {"kind": "sect"}]
    copied = copy(tmp_path, [ORGANISATION | {"id": "nov", "kind": "sect"}, *others])
    assert copied.record is not None
    assert [(each.id, each.kind) for each in copied.record.organisations] == [("klub", "association"), ("nov", None)]


def test_nothing_is_written_unless_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command writes the record, or says what is wrong and leaves the old copy in place."""
    vocabularies = tmp_path / "data/vocabularies"
    vocabularies.mkdir(parents=True)
    for name, terms in TERMS.items():
        (vocabularies / f"{name}.yaml").write_text(f"name: Думи\nterms: [{{id: {min(terms)}, label: А}}]\n", "utf-8")
    folder = tmp_path / "open"
    folder.mkdir()
    asked = [str(folder), "--name", "shumen", "--date", "2026-11-15", "--root", str(tmp_path)]
    assert main([str(write(folder, [ORGANISATION])), *asked[1:]]) == 0
    written = (tmp_path / "data/federation/shumen.yaml").read_bytes()
    write(folder, [ORGANISATION | {"id": "../x"}])
    assert main(asked) == 1
    assert (tmp_path / "data/federation/shumen.yaml").read_bytes() == written
    assert "organisations.json:2" in capsys.readouterr().err
    assert main([asked[0], "--name", "../x", *asked[3:]]) == 1
