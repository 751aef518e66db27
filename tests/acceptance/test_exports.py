"""The exports by the vocabularies of others: HSDS 3.1 and schema.org."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins import exports
from tests.acceptance.hsds_schemas import SCHEMAS, HsdsSchemas, circular, dangling, repeated
from tests.acceptance.schema_org_terms import SchemaOrg
from tests.exports.made import PUBLISHED, REGION, Made
from tests.exports.records import ALL

FAILING = "hsds-uk/validator/OpenReferralApi/Mocks/V3.0-UK-Fail"
SOUND = FAILING.replace("Fail", "Default")
# this one speaks of an interface, not of data
NO_DATA = {"api_details.json"}
DESCRIPTION = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
MUNICIPALITY = "name: Община\nkind: municipality\narea: [KRZ02]\n"
# every type that our records are mapped to
MAPPED = {
    "Action",
    "AdministrativeArea",
    "Consortium",
    "CreativeWork",
    "DefinedTerm",
    "Demand",
    "EducationEvent",
    "Event",
    "ExhibitionEvent",
    "GovernmentOrganization",
    "Grant",
    "JobPosting",
    "LearningResource",
    "Library",
    "NGO",
    "Offer",
    "Dataset",
    "PropertyValue",
    "Service",
}


@pytest.fixture(scope="module")
def hsds(data: Path) -> HsdsSchemas:
    """Read the schemas of HSDS 3.1."""
    return HsdsSchemas(data / "hsds-3.1/schema")


@pytest.fixture(scope="module")
def schema_org(data: Path) -> SchemaOrg:
    """Read the vocabulary of schema.org."""
    return SchemaOrg(data / "schema-org")


def hsds_faults(schemas: HsdsSchemas, tables: dict[str, list[Any]]) -> list[str]:
    """List what breaks a schema, the ids of two rows, the foreign keys that nothing answers and the circles."""
    faults = [fault for kind, rows in tables.items() for row in rows for fault in schemas.faults(kind, row)]
    return faults + repeated(tables) + dangling(tables) + circular(tables)


def test_the_sites_follow_hsds(hsds: HsdsSchemas, sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No row of any site has anything unknown, lacks anything, or points at nothing."""
    files = {path: json.loads(path.read_bytes()) for path in sorted(sites.glob("[!.]*/data/hsds.json"))}
    faults = {
        path.parts[-3]: hsds_faults(hsds, {SCHEMAS[table]: rows for table, rows in tables.items()})
        for path, tables in files.items()
    }
    with capsys.disabled():
        rows = {site: sum(map(len, tables.values())) for site, tables in zip(faults, files.values(), strict=True)}
        print(f"\nHSDS 3.1: {sum(rows.values())} rows of {len(rows)} sites, {sum(map(len, faults.values()))} faults")
    assert faults == dict.fromkeys(("kardzhali", "national", "razgrad", "vratsa"), [])  # noqa: RUF024 - compared only
    assert all(tables["organizations"] and tables["services"] and tables["locations"] for tables in files.values())


def test_every_field_follows_hsds(hsds: HsdsSchemas, tmp_path: Path) -> None:
    """A site whose records have every field follows it too, published or not."""
    for region in (REGION, PUBLISHED):
        files = Made(ALL, tmp_path / str(len(region)), region=region).files(exports.plan_pages)
        tables = json.loads(files["data/hsds.json"])
        assert [table for table, rows in tables.items() if not rows] == []
        assert hsds_faults(hsds, {SCHEMAS[table]: rows for table, rows in tables.items()}) == []


def test_the_same_check_refuses_bad_data(hsds: HsdsSchemas, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answers that the British validator must refuse are refused.

    They are the answers of one bad service, some of which are good: what passes here is byte for byte what its good
    service answers, so that no check of data can part the two.
    """
    accepted, refused = set(), {}
    for path in sorted((data / FAILING).glob("*.json")):
        document = json.loads(path.read_bytes())
        kind = path.stem.removesuffix("_full").removesuffix("_list")
        if path.name not in NO_DATA:
            refused[path.name] = len(hsds_faults(hsds, {kind: document.get("contents", [document])}))
            accepted |= set() if refused[path.name] else {path.name}
    with capsys.disabled():
        numbers = sum(map(bool, refused.values())), len(refused), sum(refused.values())
        print("\nFail fixtures: {} of {} refused, {} faults".format(*numbers), f"(good: {', '.join(accepted)})")
    assert len(accepted) < 2
    assert all((data / FAILING / name).read_bytes() == (data / SOUND / name).read_bytes() for name in accepted)


@pytest.mark.parametrize(
    ("fixture", "fault"),
    [
        ("service_full.json", "service $.email: 'email-example_com' is not a 'email'"),
        ("service_full.json", "service $.url: 'example/counselling' is not a 'uri'"),
        ("service_list.json", "service $: 'name' is a required property"),
        ("taxonomy_term.json", "taxonomy_term $.term_uri: 'example_com' is not a 'uri'"),
        ("taxonomy_term.json", "taxonomy_term $: 'description' is a required property"),
        ("service_list.json", "service ac148810-d857-441c-9679-408f346de14b: used 2 times"),
        ("taxonomy_term_list.json", "taxonomy_term 0bc248fa-dc27-4650-9ba4-8f1a24ef16a2: above itself"),
        ("taxonomy.json", "taxonomy $: Additional properties are not allowed ('taxonomy_terms' was unexpected)"),
    ],
)
def test_it_says_what_is_wrong(hsds: HsdsSchemas, data: Path, fixture: str, fault: str) -> None:
    """It finds the very faults that were put into the fixtures."""
    document = json.loads((data / FAILING / fixture).read_bytes())
    kind = fixture.removesuffix(".json").removesuffix("_full").removesuffix("_list")
    assert fault in hsds_faults(hsds, {kind: document.get("contents", [document])})


@pytest.mark.parametrize(
    ("terms", "faults"),
    [
        ([("a", ""), ("b", "a")], []),
        ([("a", ""), ("a", "")], ["taxonomy_term a: used 2 times"]),
        ([("a", "b"), ("b", "a"), ("c", "b")], ["taxonomy_term a: above itself", "taxonomy_term b: above itself"]),
    ],
    ids=["a tree", "the same id", "a circle"],
)
def test_it_checks_what_schemas_cannot_say(terms: list[tuple[str, str]], faults: list[str]) -> None:
    """An id is used once, and nothing is above itself."""
    rows = [{"id": each, "parent_id": parent} if parent else {"id": each} for each, parent in terms]
    tables = {"taxonomy_term": rows}
    assert repeated(tables) + dangling(tables) + circular(tables) == faults


def test_the_same_check_accepts_good_data(hsds: HsdsSchemas, data: Path) -> None:
    """Examples of the specification that are whole in themselves pass."""
    for name in ("location", "taxonomy"):
        document = json.loads((data / f"hsds-3.1/examples/{name}.json").read_bytes())
        assert hsds_faults(hsds, {name: [document]}) == []


def test_the_sites_speak_schema_org(schema_org: SchemaOrg, sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No file and no page of the sites uses a type, a property, a place or a value that there is not."""
    files = [*sites.glob("[!.]*/data/*.jsonld")]
    pages = [path for path in sites.glob("[!.]*/**/*.html") if "application/ld+json" in path.read_text("utf-8")]
    documents = [json.loads(path.read_bytes()) for path in files]
    documents += [json.loads(each) for path in pages for each in DESCRIPTION.findall(path.read_text("utf-8"))]
    kinds = Counter(node["@type"] for document in documents for node in nodes(document))
    faults = {fault for document in documents for fault in schema_org.faults(document)}
    with capsys.disabled():
        said = (
            f"{len(files)} files, {len(pages)} pages, {kinds.total()} nodes of {len(kinds)} types, {len(faults)} faults"
        )
        print(f"\nschema.org: {said}")
    assert faults == set()
    assert len(files) > 16
    assert len(documents) > 1000


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a document, however deep."""
    for each in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from nodes(each)
    if isinstance(value, dict) and "@type" in value:
        yield value


def test_every_type_has_its_words(schema_org: SchemaOrg, sites: Path, tmp_path: Path) -> None:
    """Each type of record is mapped, with all its fields."""
    made = Made({**ALL, "organisations/obshtina": MUNICIPALITY}, tmp_path).files(exports.plan_pages)
    documents = [json.loads(content) for name, content in made.items() if name.endswith(".jsonld")]
    documents += [json.loads(path.read_bytes()) for path in sites.glob("[!.]*/data/*.jsonld")]
    homes = (DESCRIPTION.findall(path.read_text("utf-8")) for path in sites.glob("[!.]*/index.html"))
    documents += [json.loads(each) for home in homes for each in home]
    assert {fault for document in documents for fault in schema_org.faults(document)} == set()
    assert {node["@type"] for document in documents for node in nodes(document)} >= MAPPED


@pytest.mark.parametrize(
    ("node", "faults"),
    [
        ({"@type": "NGO", "name": "Име", "location": {"@type": "Place"}}, []),
        ({"@type": "Charity"}, ["unknown type Charity"]),
        ({"@type": "NGO", "title": "Име"}, ["NGO has no title"]),
        ({"@type": "NGO", "nickname": "Име"}, ["unknown property nickname"]),
        ({"@type": "Event", "location": {"@type": "Offer"}}, ["location holds no Offer"]),
        ({"@type": "Dataset", "license": "CC BY"}, ['license holds no "CC BY"']),
        ({"@type": "Event", "startDate": "5 December"}, ['startDate holds no "5 December"']),
        (
            {"@type": "Event", "eventStatus": "https://schema.org/Text"},
            ['eventStatus holds no "https://schema.org/Text"'],
        ),
        ({"@type": "Dataset", "isAccessibleForFree": "yes"}, ['isAccessibleForFree holds no "yes"']),
        (
            {"@type": "Event", "eventStatus": "https://schema.org/EventLost"},
            ["unknown term https://schema.org/EventLost"],
        ),
    ],
)
def test_the_check_of_words_finds_faults(schema_org: SchemaOrg, node: dict[str, object], faults: list[str]) -> None:
    """What schema.org does not know is found."""
    assert list(schema_org.faults(node)) == faults
