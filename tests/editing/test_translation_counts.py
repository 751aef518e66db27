"""The counts of translations that every site publishes are those of the files, counted in another way.

Records are counted by the published schemas and a plain YAML reader, Markdown by its marks; nothing of the code that
counts for the page is used.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.catalogue import Catalogue
from plugins.editing.findings import load_readers
from plugins.records.brief import Brief, brief_of
from plugins.records.model import FOLDERS
from tests.browser.document import parse

ROOT = Path(__file__).resolve().parents[2]
FOLDER = {model.TYPE: folder for folder, model in FOLDERS.items()}
LANGUAGES = ("tr", "en")
# the words of funders stand as they are
AS_THEY_ARE = {"notice", "disclaimer"}
PICTURE = re.compile(
    r'^!\[(?P<alt>[^\]]*)\]\([^ )]+(?: "(?P<caption>[^"]*)")?\)(?:\{(?:.*?credit="(?P<credit>[^"]*)")?.*\})?$'
)
# a text: the languages that it has
Texts = list[set[str]]


def texts_in(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[set[str]]:
    """Yield the languages of each text of a YAML value."""
    if "$ref" in schema:
        yield from texts_in(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    elif any("bg" in each.get("properties", {}) for each in schema.get("anyOf", ())):
        if value is not None:
            yield set(value) if isinstance(value, dict) else {"bg"}
    elif isinstance(value, dict):
        fields = next((each for each in _ways(schema, whole) if "properties" in each), {}).get("properties", {})
        for name, inner in value.items():
            if name in fields and name not in AS_THEY_ARE:
                yield from texts_in(inner, fields[name], whole)
    elif isinstance(value, list):
        items: Mapping[str, Any] = next((each["items"] for each in _ways(schema, whole) if "items" in each), {})
        for inner in value:
            yield from texts_in(inner, items, whole)


def _ways(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give a schema, and those that it may also be."""
    named = whole["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    return [named, *(way for each in named.get("anyOf", ()) for way in _ways(each, whole))]


def written(path: Path, schema: str) -> Texts:
    """Count the texts of a YAML file."""
    whole = json.loads((ROOT / "data/schemas" / f"{schema}.json").read_bytes())
    value = yaml.safe_load(path.read_bytes())
    # what must not be published is not counted either
    value["locations"] = [each for each in value.get("locations", []) if each.get("visibility") != "hidden"]
    for place in value["locations"]:
        if place.get("visibility") == "area-only":
            place.pop("address", None)
    return list(texts_in(value, whole, whole))


def front(path: Path) -> tuple[dict[str, Any], str]:
    """Part a Markdown file into its fields and its body."""
    if not path.exists():
        return {}, ""
    _, fields, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(fields), body


def panels(body: str) -> dict[str, list[str]]:
    """Give what is written of each panel, by its id: which of heading, text, description, caption and credit."""
    found = {}
    for part in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        heading, _, text = part.partition("\n")
        pictures = [match for line in text.splitlines() if (match := PICTURE.match(line))]
        plain = [line for line in text.splitlines() if line.strip() and not line.startswith("![")]
        found[heading.rpartition("{#")[2].rstrip("}")] = [
            "heading",
            *(["text"] if plain else []),
            *(f"{name} {at}" for at, each in enumerate(pictures) for name, said in each.groupdict().items() if said),
        ]
    return found


def exhibition(id: str) -> Texts:
    """Count the texts of an exhibition."""
    folder = ROOT / "content/exhibitions" / id
    files = {lang: front(folder / f"index.{lang}.md") for lang in ("bg", *LANGUAGES)}
    fields, body = files["bg"]
    found = [
        {lang for lang, (words, _) in files.items() if name in words}
        for name in ("name", "summary", "venue", "hours")
        if name in fields
    ]
    for curator in fields.get("curators", []):
        found += [set(curator["role"]) if isinstance(curator["role"], dict) else {"bg"}] if "role" in curator else []
    spoken = {lang: panels(words) for lang, (_, words) in files.items()}
    for panel, parts in panels(body).items():
        found += [{lang for lang in spoken if part in spoken[lang].get(panel, [])} for part in parts]
    return found + (written(folder / "tour.yaml", "tour") if (folder / "tour.yaml").exists() else [])


def page(id: str) -> Texts:
    """Count the texts of a standing page: its title, its summary, its body."""
    files = {lang: front(ROOT / f"content/pages/{id}.{lang}.md") for lang in ("bg", *LANGUAGES)}
    fields = [{lang for lang, (words, _) in files.items() if name in words} for name in ("name", "summary")]
    return [each for each in [*fields, {lang for lang, (_, body) in files.items() if body.strip()}] if "bg" in each]


def texts_of(brief: Brief) -> Texts:
    """Count the texts of a record in its files."""
    if brief.type == "exhibition":
        return exhibition(brief.id)
    if brief.type == "page":
        return page(brief.id)
    if brief.type == "collection":
        return written(ROOT / f"content/exhibitions/{brief.id}/objects.yaml", "objects")
    if brief.type in FOLDER:
        return written(ROOT / "data" / FOLDER[brief.type] / f"{brief.id}.yaml", brief.type)
    return []


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Link the records of the project."""
    readers = load_readers(ROOT / "pelicanconf.py")
    units = [unit for find in readers.finders for unit in find(ROOT)[0]]
    contents = [{file.path: (ROOT / file.path).read_bytes() for file in unit.files} for unit in units]
    records = [readers.readers[unit.type](unit, files).record for unit, files in zip(units, contents, strict=True)]
    return Catalogue.of_briefs(brief_of(record, b"") for record in records if record and record.id)


@pytest.mark.parametrize("site", ["kardzhali", "razgrad", "vratsa", "national"])
def test_what_a_site_says_of_translations_is_so(site: str, sites: Path, catalogue: Catalogue) -> None:
    """Wholly, in part, not translated, texts that are missing: for both languages."""
    region = catalogue.records["region", site]
    view = catalogue.for_region(region)
    shared = (*catalogue.of("vocabulary"), *catalogue.of("funder"), *catalogue.municipalities(region.code), region)
    briefs = {(brief.type, brief.id): brief for brief in (*view.records.values(), *shared)}
    assert published(sites / site / "attention.html") == [counted(list(briefs.values()), lang) for lang in LANGUAGES]


def counted(briefs: list[Brief], lang: str) -> tuple[int, int, int, int]:
    """Count records that are wholly, in part and not translated, and the texts that are missing."""
    whole = partial = none = texts = 0
    for found in filter(None, map(texts_of, briefs)):
        missing = sum(lang not in each for each in found)
        texts += missing
        whole += not missing
        partial += 0 < missing < len(found)
        none += missing == len(found)
    return whole, partial, none, texts


def published(path: Path) -> list[tuple[int, ...]]:
    """Read the first four figures of each language from the page."""
    figures = parse(path.read_text(encoding="utf-8")).find_all(kind="figures")
    numbers = [[int("".join(each.text.split())) for each in figure.find_all("dd")] for figure in figures]
    return [tuple(each[:4]) for each in numbers]
