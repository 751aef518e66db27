from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from plugins.exhibitions.pages import plan_pages, state_of
from plugins.exhibitions.reading import locate, read_exhibition
from plugins.exhibitions.walk import find_exhibitions
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import FOLDERS
from plugins.records.reading import locate_record, read_record
from plugins.records.walk import find_records
from plugins.site.build import Builder
from plugins.site.project import Project
from tests.acceptance.project import write_frame
from tests.acceptance.udhr import ID, PANELS, write_udhr
from tests.exhibitions.attacks import ATTACKS
from tests.exhibitions.project import write_project

ROOT = Path(__file__).parents[2]
STATES = [
    ("", "", "now"),
    ("2026-11-01", "2026-12-01", "now"),
    ("2026-11-23", "", "now"),
    ("", "2026-11-23", "now"),
    ("2026-11-24", "2026-12-01", "coming"),
    ("2026-11-01", "2026-11-22", "past"),
]


class Seen(HTMLParser):
    """Counts what a page holds: its sections' ids, its scripts, handlers and foreign addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sections: list[str] = []
        self.headings: list[int] = []
        self.live: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count one tag."""
        values = {name: value or "" for name, value in attrs}
        if tag == "section" and "id" in values:
            self.sections.append(values["id"])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if any(name.startswith("on") or name in ("style", "srcdoc") for name in values):
            self.live.append(self.get_starttag_text() or "")
        loaded = [values.get("src", ""), "" if tag == "a" else values.get("href", "")]
        if values.get("href", "").lower().startswith(("javascript:", "data:", "//")) or any(
            "//" in each for each in loaded
        ):
            self.live.append(self.get_starttag_text() or "")


def build(root: Path) -> Path:
    """Build the exhibitions of a project alone, and give the folder of its site."""
    readers = {model.TYPE: read_record for model in FOLDERS.values()}
    locators = {model.TYPE: locate_record for model in FOLDERS.values()}
    project = Project(
        root=root,
        theme=ROOT / "theme",
        output=root / "output",
        packages=ROOT / "node_modules",
        makers=["tests.exhibitions.made:make_nothing"],
        finders=[find_records, find_exhibitions],
        readers={**readers, "exhibition": read_exhibition},
        locators={**locators, "exhibition": locate},
        checks=[],
        planners=[plan_pages],
        jobs=1,
    )
    builder = Builder(project)
    builder.read()
    builder.write(lambda _built: None)
    return root / "output" / "national"


@pytest.mark.parametrize("folder", ["", "tr", "en"])
def test_declaration_becomes_31_sections(built: Path, folder: str) -> None:
    """Each panel is a section with its id, in order, and no level of heading is left out."""
    seen = Seen((built / folder / "exhibitions" / f"{ID}.html").read_text(encoding="utf-8"))
    assert seen.sections == ["preamble", *(f"article-{number}" for number in range(1, PANELS))]
    assert seen.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(seen.headings, seen.headings[1:], strict=False))
    assert seen.live == []


@pytest.mark.parametrize("attack", ATTACKS[:-1], ids=range(len(ATTACKS) - 1))
def test_attacks_are_inert_in_every_field(built: Path, attack: str) -> None:
    """An attack in every field of an exhibition leaves no live markup on its page or in the list."""
    number = ATTACKS.index(attack)
    for page in (f"exhibitions/attack-{number}.html", "exhibitions/index.html"):
        html = (built / page).read_text(encoding="utf-8")
        assert Seen(html).live == []
        assert "alert(1)" not in attack or "alert(1)" in html


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the declaration, and one exhibition for each attack string."""
    root = tmp_path_factory.mktemp("pages")
    write_frame(root, "Изложби", ("bg", "tr", "en"), {"other": "Друго"})
    write_project(root, {})
    write_udhr(root)
    for number, attack in enumerate(ATTACKS[:-1]):
        folder = root / "content" / "exhibitions" / f"attack-{number}"
        folder.mkdir(parents=True)
        (folder / "index.bg.md").write_text(attacked(attack), encoding="utf-8")
    return build(root)


def attacked(attack: str) -> str:
    """Write an exhibition with the attack in every field that takes text."""
    line = " ".join(attack.replace("\x02", "").replace("\x03", "").split())
    fields = dict.fromkeys(("name", "summary", "venue", "hours", "accessibility"), line)
    front = {**fields, "area": ["BG"], "curators": [{"role": line}]}
    alt, quoted = line.replace("\\", "").replace("]", "\\]"), line.replace('"', "").replace("\\", "")
    picture = f'![{alt}](scene:river "{quoted}"){{credit="{quoted.replace("{", "").replace("}", "")}" rights=unknown}}'
    body = attack.replace("\x02", "").replace("\x03", "").replace("![", "[").replace("# x", "### x")
    text = yaml.safe_dump(front, allow_unicode=True, default_style='"', width=10_000)
    return f"---\n{text}---\n{body}\n\n## {line} {{#a}}\n\n{picture}\n\n{body}\n"


@pytest.mark.parametrize(("start", "end", "state"), STATES)
def test_state_follows_from_the_day(start: str, end: str, state: str) -> None:
    """An exhibition is on the wall from its first day to its last, both included."""
    brief = Brief("exhibition", "arda", b"", Text((("bg", "Арда"),)), start=start, end=end)
    assert state_of(brief, "2026-11-23") == state
