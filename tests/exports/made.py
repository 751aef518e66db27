"""Small sites made of records in the test, and what the exports write for them."""

from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

from plugins.catalogue import Catalogue
from plugins.records.brief import Brief, brief_of, fingerprint
from plugins.records.model import FOLDERS, TYPES, Base
from plugins.records.reading import read_record
from plugins.records.unit import SourceFile, Unit
from plugins.site.memory import Memory
from plugins.site.page import Page, Planner, Whole
from plugins.site.sites import plan_sites
from plugins.site.view import Build, SiteView

TODAY = "2026-11-20"
# address of the folder/id of a record → its YAML
Records = Mapping[str, str]
REGION = """
name: {bg: Примерна област, tr: Örnek il, en: Example region}
title: {bg: Заедно за Пример, tr: Örnek için birlikte, en: Together for Example}
tagline: Заедно
code: BG425
library: {name: {bg: Библиотека „Пример“, en: Example Library}}
languages: [bg, tr, en]
scene: kardzhali
"""
FRAME: Records = {
    "regions/primer": REGION,
    "places/bulgaria": "name: България\ncode: BG\nkind: country\n",
    "places/oblast": "name: Примерна област\ncode: BG425\nkind: region\nparent: BG\n",
    "places/ardino": """
name: {bg: Ардино, tr: Ardino, en: Ardino}
code: KRZ02
kind: municipality
parent: BG425
coordinates: {latitude: 41.5832, longitude: 25.1337}
""",
    "vocabularies/organisation-kinds": """
name: Видове
terms: [{id: association, label: {bg: Сдружение, en: Association}}]
""",
    "vocabularies/event-kinds": "name: Видове\nterms: [{id: meeting, label: {bg: Среща, en: Meeting}}]\n",
    "vocabularies/languages": "name: Езици\nterms: [{id: bg, label: Български}, {id: tr, label: Турски}]\n",
    "vocabularies/sectors": "name: Сектори\nterms: [{id: E10, label: Околна среда}]\n",
}
PUBLISHED = REGION + "address: https://primer.example/site/\n"
DEMONSTRATION = REGION + "demo: true\n"


def read(path: str, text: str) -> Base:
    """Read a record as the build does."""
    folder, _, id = path.partition("/")
    unit = Unit(FOLDERS[folder].TYPE, id, (SourceFile(f"data/{path}.yaml", (0, 0, 0)),))
    reading = read_record(unit, {f"data/{path}.yaml": text.encode()})
    assert reading.record is not None, reading.problems
    return reading.record


class Made:
    """A site of a few records; `loaded` are the records whose files were asked for."""

    def __init__(self, records: Records, folder: Path, *, region: str = REGION) -> None:
        given = {**FRAME, "regions/primer": region, **records}
        self._records = {(record.type, record.id): record for record in (read(*each) for each in given.items())}
        briefs = [brief_of(r, fingerprint((r.id, given[_path(r)]))) for r in self._records.values()]
        ((self._site, self._catalogue),) = plan_sites(Catalogue.of_briefs(briefs), self._load, {})
        self._folder = folder
        self.loaded: list[str] = []

    def _load(self, brief: Brief) -> Base:
        if hasattr(self, "loaded"):
            self.loaded.append(f"{brief.type}/{brief.id}")
        return self._records[brief.type, brief.id]

    def view(self, lang: str = "bg", memory: Memory | None = None) -> SiteView:
        """Give the site in a language."""
        kept = memory or Memory(self._folder)
        return SiteView(
            self._site,
            lang,
            self._catalogue,
            Build(TODAY, "0"),
            self._load,
            lambda _brief: {},
            kept,
            NullTranslations(),
        )

    def files(self, planner: Planner, lang: str = "bg") -> dict[str, bytes]:
        """Give what a planner's pages that need no template contain."""
        view = self.view(lang)
        pages = (page for page in planner(view) if not isinstance(page.template, str))
        return {page.path: self._render(view, page) for page in pages}

    def _render(self, view: SiteView, page: Page) -> bytes:
        assert not isinstance(page.template, str)
        inputs = {
            name: self._load(value.brief) if isinstance(value, Whole) else value for name, value in page.inputs.items()
        }
        content = page.template(view, inputs)
        return content if isinstance(content, bytes) else content.encode()

    def record(self, kind: str, id: str) -> Base:
        """Give one of the records."""
        return self._records[kind, id]


def _path(record: Base) -> str:
    folder = next(folder for folder, model in FOLDERS.items() if model is TYPES[record.type])
    return f"{folder}/{record.id}"
