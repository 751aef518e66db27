"""The open data: what is in it, what is not, and what a further build does again."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from plugins import exports
from plugins.exports.dataset import Dataset
from plugins.exports.selection import published
from plugins.site.memory import Memory
from tests.exports.conftest import MakeSite
from tests.exports.made import DEMONSTRATION, PUBLISHED, REGION
from tests.exports.records import ALL, CAUSE, SECOND_ORGANISATION

PRIVATE = ("Иванов", "ivan@primer.example", "Тайна", "Скрита", "25.12", "25.11")
EXAMPLE = SECOND_ORGANISATION + "demo: true\n"
REMOVED = SECOND_ORGANISATION + "status: removed\nremoved_reason: По молба.\n"


def test_nothing_private_leaves_the_site(make_site: MakeSite) -> None:
    """No file holds a person, a hidden location, or the address and point of one that is shown by area only."""
    for lang in ("bg", "tr", "en"):
        for name, content in make_site(ALL).files(exports.plan_pages, lang).items():
            assert [word for word in PRIVATE if word in content.decode()] == [], name


@pytest.mark.parametrize(
    ("text", "region", "ids"),
    [
        (SECOND_ORGANISATION, REGION, ["x"]),
        (EXAMPLE, REGION, []),
        (EXAMPLE, DEMONSTRATION, ["x"]),
        (REMOVED, REGION, []),
    ],
    ids=["a record", "an example on a real site", "an example on a demonstration", "a removed record"],
)
def test_examples_are_data_only_of_a_demonstration(make_site: MakeSite, text: str, region: str, ids: list[str]) -> None:
    """A real site gives away no invented record."""
    site = make_site({"organisations/x": text}, region=region)
    assert [brief.id for brief in published(site.view(), "organisation")] == ids


def test_an_example_says_so(make_site: MakeSite) -> None:
    """Each example is marked, and so is the package."""
    files = make_site({"organisations/x": EXAMPLE}, region=DEMONSTRATION).files(exports.plan_pages)
    assert json.loads(files["data/organisations.json"])[0]["demo"] is True
    assert "invented" in json.loads(files["data/datapackage.json"])["description"]


def test_the_package_knows_every_file(make_site: MakeSite) -> None:
    """Sizes and checksums are those of the files, and none is missing."""
    files = make_site(ALL).files(exports.plan_pages)
    package = json.loads(files.pop("data/datapackage.json"))
    told = {f"data/{each['path']}": (each["bytes"], each["hash"]) for each in package["resources"]}
    made = {
        name: (len(content), f"sha256:{sha256(content).hexdigest()}")
        for name, content in files.items()
        if name.startswith("data/")
    }
    assert told == made


def test_objects_hold_every_language(make_site: MakeSite) -> None:
    """JSON gives texts by language, and the page of the record."""
    cause = json.loads(make_site({"causes/reka": CAUSE}).files(exports.plan_pages)["data/causes.json"])[0]
    assert (cause["name"], cause["page"]) == ({"bg": "Чиста река", "en": "Clean river"}, "../causes/reka.html")


def test_addresses_are_whole_where_the_site_has_one(make_site: MakeSite) -> None:
    """A published site is named by its address."""
    files = make_site({"causes/reka": CAUSE}, region=PUBLISHED).files(exports.plan_pages)
    assert json.loads(files["data/causes.json"])[0]["page"] == "https://primer.example/site/causes/reka.html"
    assert json.loads(files["data/causes.jsonld"])["@context"][1] == {"@base": "https://primer.example/site/"}


def test_only_changed_records_are_read_again(make_site: MakeSite, tmp_path: Path) -> None:
    """A further build writes the same bytes, and reads the files of the changed record alone."""
    memory = Memory(tmp_path / "kept")
    first = Dataset(make_site(ALL).view(memory=memory))
    assert first.files
    memory.save()
    changed = {**ALL, "causes/reka": CAUSE.replace("Чиста", "Бистра")}
    site = make_site(changed)
    again = Dataset(site.view(memory=memory))
    written = {file.name: again.content_of(file.name) for file in again.files}
    fresh = Dataset(make_site(changed).view())
    assert {name for name in site.loaded if not name.startswith(("region/", "vocabulary/", "place/"))} == {"cause/reka"}
    assert written == {file.name: fresh.content_of(file.name) for file in fresh.files}
