"""Map the registry of research organisations into records of ours."""

import gzip
import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

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
LONGEST = 300
_ADDRESS = re.compile(r"https?://[^\s/@\\]+\.[^\s@\\]+$")
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# an entry of the registry, in either of its two versions
Entry = dict[str, Any]


def read_organisations(folder: Path, most: int | None = None) -> Iterator[Entry]:
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


def _country(organisation: Entry) -> tuple[str, str]:
    """Give the country's code and name; the registry holds its entries in two versions."""
    if "country" in organisation:
        country = organisation["country"]
        return country["country_code"], country["country_name"]
    details = organisation["locations"][0]["geonames_details"]
    return details["country_code"], details["country_name"]


def _town(organisation: Entry) -> str:
    if "addresses" in organisation:
        return str(organisation["addresses"][0]["city"])
    return str(organisation["locations"][0]["geonames_details"]["name"])


def _names(organisation: Entry) -> list[str]:
    """Give every name, the one to be shown first."""
    if "name" in organisation:
        labels = [each["label"] for each in organisation["labels"]]
        return [organisation["name"], *organisation["aliases"], *organisation["acronyms"], *labels]
    names = sorted(organisation["names"], key=lambda each: "ror_display" not in each["types"])
    return [each["value"] for each in names]


def _addresses(organisation: Entry) -> list[str]:
    links = (each if isinstance(each, str) else each["value"] for each in organisation["links"])
    return [address for address in links if _ADDRESS.match(address)]


def _fields(organisation: Entry, code: str, country: str) -> Fields:
    shown, *others = (_line(name) for name in _names(organisation))
    types = [each.lower() for each in organisation["types"]]
    return {
        "name": shown,
        "summary": f"{_line(_town(organisation))}, {country}",
        "aliases": list(dict.fromkeys(name for name in others if name)),
        "kind": types[0] if types else "other",
        "status": STATUSES[organisation["status"]],
        "area": [code],
        "links": [{"rel": "website", "url": address} for address in _addresses(organisation)],
        "legal": {"identifiers": [{"scheme": "ROR", "id": organisation["id"]}]},
        "source": {"kind": "import", "licence": "CC0"},
    }


def _line(text: str) -> str:
    return " ".join(_HIDDEN.sub("", text).split())[:LONGEST]
