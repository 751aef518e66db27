"""Map the registry of research organisations into records of ours."""

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.acceptance.project import Fields, write_frame, write_record

KINDS = {
    "archive": "Архив",
    "company": "Фирма",
    "education": "Образование",
    "facility": "Съоръжение",
    "funder": "Финансираща организация",
    "government": "Държавна институция",
    "healthcare": "Здравеопазване",
    "nonprofit": "Сдружение с нестопанска цел",
    "other": "Друго",
}
STATUSES = {"active": "active", "inactive": "dormant", "withdrawn": "closed"}
SITES = {"website", "wikipedia"}
LONGEST = 300


def read_organisations(folder: Path, most: int | None = None) -> Iterator[dict[str, object]]:
    """Yield the registry's organisations, in its order."""
    with gzip.open(folder / "ror_latest.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in islice(lines, most))


def write_organisations(folder: Path, root: Path, most: int | None = None) -> int:
    """Write the organisations, with their countries as places; give their number."""
    write_frame(root, "Научни организации", ("bg",), KINDS)
    codes: dict[str, str] = {}
    count = 0
    for organisation in read_organisations(folder, most):
        country, name = _country(organisation)
        if country not in codes:
            codes[country] = f"{90000 + len(codes)}"
            fields = {"name": name, "code": codes[country], "kind": "municipality", "parent": "BG"}
            write_record(root, "places", country.lower(), fields)
        id = str(organisation["id"]).rpartition("/")[2]
        write_record(root, "organisations", id, _fields(organisation, codes[country], name))
        count += 1
    return count


def _country(organisation: dict[str, object]) -> tuple[str, str]:
    locations = organisation["locations"]
    assert isinstance(locations, list)
    details = locations[0]["geonames_details"]
    return details["country_code"], details["country_name"]


def _fields(organisation: dict[str, object], code: str, country: str) -> Fields:
    names, types, links = organisation["names"], organisation["types"], organisation["links"]
    locations = organisation["locations"]
    assert isinstance(names, list)
    assert isinstance(types, list)
    assert isinstance(links, list)
    assert isinstance(locations, list)
    shown = next(each["value"] for each in names if "ror_display" in each["types"])
    town = locations[0]["geonames_details"]["name"]
    others = [each["value"] for each in names if each["value"] != shown]
    sites = [each["value"] for each in links if each["type"] in SITES and " " not in each["value"]]
    return {
        "name": _line(shown),
        "summary": f"{_line(town)}, {country}",
        "aliases": list(dict.fromkeys(_line(each) for each in others)),
        "kind": types[0] if types else "other",
        "status": STATUSES[str(organisation["status"])],
        "area": [code],
        "links": [{"rel": "website", "url": url} for url in sites],
        "legal": {"identifiers": [{"scheme": "ROR", "id": str(organisation["id"])}]},
        "source": {"kind": "import", "licence": "CC0"},
    }


def _line(text: str) -> str:
    return " ".join(text.replace("\u200b", "").replace("\u200e", "").replace("\u200f", "").split())[:LONGEST]
