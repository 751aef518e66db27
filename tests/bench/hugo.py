"""Write the same invented records as a site for Hugo: pages with front matter, and terms for the listings."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.records import KINDS, TOWNS, Invented, Record, details

SITE = Path(__file__).parent / "hugo_site"
SLUGS = {
    "KRZ02": "ardino",
    "KRZ08": "dzhebel",
    "KRZ16": "kardzhali",
    "KRZ14": "kirkovo",
    "KRZ15": "krumovgrad",
    "KRZ21": "momchilgrad",
    "KRZ35": "chernoochene",
}
LABELS = {"heard": "Чухме проблема", "coalition": "Събрахме коалиция", "acting": "Действаме сега"}


def write_site(root: Path, invented: Invented, assets: Path) -> None:
    """Write the site below `root`; `assets` is the folder of assets of the site that it is compared with."""
    shutil.copytree(SITE, root)
    shutil.copytree(assets, root / "static" / "assets")
    content = root / "content"
    for record in invented.organisations:
        _write(content / "organisations" / f"{record.id}.md", _page(record, _of_organisation(record)))
    for record in invented.causes:
        _write(content / "causes" / f"{record.id}.md", _page(record, _of_cause(record)))
        _write(content / "aims" / record.id / "_index.md", _titled(record.name, tone=record.kind))
    for kind, label in KINDS.items():
        _write(content / "kinds" / kind / "_index.md", _titled(label))
    for code, slug in SLUGS.items():
        _write(content / "towns" / slug / "_index.md", _titled(TOWNS[code]))
        _write(content / "places" / f"{slug}.md", _titled(TOWNS[code]))
    for section, title in (("organisations", "Организации"), ("causes", "Каузи"), ("places", "Карта")):
        _write(content / section / "_index.md", _titled(title))
    _write(content / "a-z" / "_index.md", _titled("Организации от А до Я", layout="a-z"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")


def _titled(title: str, *, layout: str = "", tone: str = "") -> str:
    lines = [f"title: {title}", *([f"layout: {layout}"] if layout else []), f"params: {{tone: '{tone}'}}"]
    return "\n".join(["---", *lines, "---"])


def _page(record: Record, lines: Iterator[str]) -> str:
    first = [f"title: {record.name}", *lines, f"  lead: {record.summary}", f"  verified: {record.verified}"]
    return "\n".join(["---", *first, "---", record.body])


def _of_organisation(record: Record) -> Iterator[str]:
    yield f"kinds: [{record.kind}]"
    yield f"towns: [{', '.join(SLUGS[code] for code in record.area)}]"
    yield f"aims: [{', '.join(record.causes)}]"
    yield "params:"
    yield f"  tone: {record.kind}"
    yield f"  tab: {KINDS[record.kind]}"
    yield f"  note: {', '.join(TOWNS[code] for code in record.area)}"
    yield f"  letter: {record.name[0]}"
    yield from (f"  {line}" for line in details(record))
    yield from (f"      town: {TOWNS[location.place]}" for location in record.locations)


def _of_cause(record: Record) -> Iterator[str]:
    yield "params:"
    yield f"  tone: {record.kind}"
    yield f"  tab: {record.kind}"
    yield f"  areas: [{', '.join(SLUGS[code] for code in record.area)}]"
    yield f"  question: {record.question}"
    yield f"  need: {LABELS.get(record.stage, 'Показваме резултата')}"
    yield "  goals:"
    yield from (f"    - text: {goal}" for goal in record.goals)
