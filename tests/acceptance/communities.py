"""Map the directory of Spanish civic-tech communities into records of ours."""

import json
import re
from collections import Counter
from pathlib import Path

from plugins.languages.transliteration import slug
from tests.acceptance.project import Fields, make_id, write_frame, write_record

STATUSES = {"active": "active", "inactive": "closed", "unknown": "unknown"}
KINDS = {
    "tech-meetup": "Технологична група",
    "conference": "Конференция",
    "umbrella-org": "Обединение",
    "collaborative-group": "Работна група",
    "hacklab": "Хаклаб",
    "mutual-aid": "Взаимопомощ",
    "meta-community": "Общност на общности",
}
RELS = {"web": "website", "facebook": "facebook"}
LONGEST = 300
_ADDRESS = re.compile(r"https?://[^\s/@\\]+\.[^\s@\\]+$")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+$")
Community = dict[str, object]


def read_communities(folder: Path) -> list[Community]:
    """Read the directory's 628 communities."""
    communities: list[Community] = json.loads((folder / "communities.json").read_text(encoding="utf-8"))
    return communities


def write_communities(folder: Path, root: Path) -> int:
    """Write the communities, their tags as causes and their towns as places; give their number."""
    communities = read_communities(folder)
    write_frame(root, "Общности", ("bg", "en"), KINDS)
    towns = _write_towns(root, communities)
    tags = _write_tags(folder, root, communities)
    ids = {each["id"]: make_id(str(each["name"]), str(each["id"])) for each in communities}
    for each in communities:
        members = [ids[other["id"]] for other in communities if other.get("parentId") == each["id"]]
        write_record(root, "organisations", ids[each["id"]], {**_fields(each, towns, tags), "members": members})
    return len(communities)


def _write_towns(root: Path, communities: list[Community]) -> dict[str, str]:
    names = sorted({str(each["location"]) for each in communities} - {""})
    codes = {name: f"{90000 + index}" for index, name in enumerate(names)}
    for name, code in codes.items():
        fields = {"name": name, "code": code, "kind": "municipality", "parent": "BG"}
        write_record(root, "places", make_id(name, code), fields)
    return codes


def _write_tags(folder: Path, root: Path, communities: list[Community]) -> dict[str, str]:
    english = {tag["id"]: tag for tag in json.loads((folder / "tags.en.json").read_text(encoding="utf-8"))}
    used = Counter(tag for each in communities for tag in _strings(each["tags"]))
    for tag in json.loads((folder / "tags.json").read_text(encoding="utf-8")):
        if tag["id"] in used:
            other = english.get(tag["id"], tag)
            name = {"bg": tag["label"], "en": other["label"]}
            about = {"bg": tag["description"], "en": other["description"]}
            synonyms = {"en": tag.get("synonyms", [])}
            fields = {"name": name, "summary": about, "question": name, "category": "other"}
            write_record(root, "causes", slug(tag["id"]), fields | {"synonyms": synonyms})
    return {tag: slug(tag) for tag in used if (root / "data" / "causes" / f"{slug(tag)}.yaml").exists()}


def _fields(community: Community, towns: dict[str, str], tags: dict[str, str]) -> Fields:
    day, month, year = str(community["lastReviewed"]).split("/")
    checked = {"date": f"{year}-{month:0>2}-{day:0>2}", "by": "combuilders", "method": "web"}
    urls = community["urls"]
    assert isinstance(urls, dict)
    links = [{"rel": RELS.get(kind, "profile"), "url": url} for kind, url in urls.items() if _ADDRESS.match(url)]
    email, website = str(community.get("contactInfo", "")), str(community.get("communityUrl", ""))
    words = str(community.get("shortDescription") or community.get("topics") or "").replace("\u200b", "")
    return {
        "name": " ".join(str(community["name"]).split()),
        "summary": " ".join(words.split())[:LONGEST].strip(),
        "kind": community["communityType"],
        "status": STATUSES[str(community["status"])],
        "area": [towns[str(community["location"])]] if community["location"] else [],
        "causes": [tags[tag] for tag in _strings(community["tags"]) if tag in tags],
        "contact": {
            **({"email": email} if _EMAIL.match(email) else {}),
            **({"website": website} if _ADDRESS.match(website) else {}),
        },
        "links": links,
        "verified": checked,
        "source": {"kind": "import", "licence": "CC BY 4.0"},
    }


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(each) for each in value]
