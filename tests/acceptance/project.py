"""Write records of others as a project of ours: a folder with data/ and content/."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from plugins.languages.transliteration import slug

Fields = Mapping[str, object]
LABEL = "Друго"
# what a project needs beside the records that are mapped
VOCABULARIES: dict[str, tuple[str, ...]] = {
    "cause-categories": ("other",),
    "event-kinds": ("other",),
    "languages": ("bg", "tr", "en", "es"),
    "sectors": ("E10",),
}


class _Dumper(yaml.CSafeDumper):
    """Writes no anchors: our YAML has none."""

    def ignore_aliases(self, data: object) -> bool:
        """Write every value where it stands."""
        return data is not None


def write_record(root: Path, folder: str, id: str, fields: Fields) -> None:
    """Write a record as YAML; fields that are empty are left out."""
    path = root / "data" / folder / f"{id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in fields.items() if value not in (None, "", (), [], {})}
    text = yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8")


def write_frame(
    root: Path, title: str, languages: Iterable[str], kinds: Mapping[str, str], *, address: str = ""
) -> None:
    """Write the region `national`, its vocabularies and the pages that every site has."""
    text = {"bg": title, "en": title}
    region = {"name": text, "title": text, "tagline": text, "code": "BG", "scene": "national"}
    library = {"library": {"name": title}, "languages": list(languages)}
    known = {"address": address} if address else {}
    write_record(root, "regions", "national", {**region, **library, **known})
    write_record(root, "places", "bulgaria", {"name": "България", "code": "BG", "kind": "country"})
    terms = {"organisation-kinds": kinds} | {name: dict.fromkeys(terms, LABEL) for name, terms in VOCABULARIES.items()}
    for name, labels in terms.items():
        entries = [{"id": term, "label": label} for term, label in labels.items()]
        write_record(root, "vocabularies", name, {"name": name, "terms": entries})
    pages = root / "content" / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    (root / "content" / "exhibitions").mkdir(exist_ok=True)
    for name in ("about", "accessibility"):
        (pages / f"{name}.bg.md").write_text(f"---\nname: {title}\n---\n\n{title}\n", encoding="utf-8")


def make_id(name: str, number: int | str) -> str:
    """Make an id from a name that may be of any script, and the number that makes it unique."""
    words = slug(name)[:60].strip("-")
    return f"{words}-{number}" if words else str(number)
