"""A site of exhibitions alone: the declaration of human rights, and one exhibition for each attack string."""

from collections.abc import Sequence
from pathlib import Path

import yaml

from plugins.directory.logos import locate_logo, read_logo
from plugins.exhibitions.objects.media import locate_medium, read_medium
from plugins.exhibitions.objects.reading import locate_object, read_collection
from plugins.exhibitions.pages import plan_pages
from plugins.exhibitions.reading import locate, read_exhibition
from plugins.exhibitions.walk import find_exhibitions
from plugins.records.model import FOLDERS
from plugins.records.reading import locate_record, read_record
from plugins.records.walk import find_records
from plugins.site.build import Builder
from plugins.site.page import Planner
from plugins.site.project import Project
from tests.acceptance.project import write_frame
from tests.acceptance.udhr import write_udhr
from tests.exhibitions.attacks import ATTACKS
from tests.exhibitions.project import write_project

ROOT = Path(__file__).parents[2]
ADDRESS = "https://national.example.org/"
TOUR = """
copies: 2
contact: izlozhba@example.org
stops:
  - venue: Читалище
    place: BG
    start: 2026-11-01
    end: 2026-11-10
    visitors: 120
  - venue: Училище
    start: 2026-12-05
    end: 2026-12-20
    number: 2
"""
# the last one is refused when it is read
SHOWN = ATTACKS[:-1]


def build_declaration(root: Path, makers: Sequence[str]) -> Path:
    """Build the declaration in three languages, and give the folder of its site."""
    write_frame(root, "Изложби", ("bg", "tr", "en"), {"other": "Друго"}, address=ADDRESS)
    write_project(root, {})
    write_udhr(root)
    return build(root, makers)


def build_attacks(root: Path, makers: Sequence[str]) -> Path:
    """Build one exhibition for each attack string, in Bulgarian, and give the folder of the site."""
    write_frame(root, "Нападки", ("bg",), {"other": "Друго"})
    write_project(root, {})
    for number, attack in enumerate(SHOWN):
        folder = root / "content" / "exhibitions" / f"attack-{number}"
        folder.mkdir(parents=True)
        (folder / "index.bg.md").write_text(attacked(attack), encoding="utf-8")
    touring = root / "content" / "exhibitions" / "touring"
    touring.mkdir()
    (touring / "index.bg.md").write_text(
        "---\nname: На път\narea: [BG]\nprint_sizes: [roll-up, a3]\n---\n## А {#a}\n", encoding="utf-8"
    )
    (touring / "tour.yaml").write_text(TOUR, encoding="utf-8")
    return build(root, makers)


def attacked(attack: str) -> str:
    """Write an exhibition with the attack in every field that takes text."""
    body = attack.replace("\x02", "").replace("\x03", "")
    line = " ".join(body.split())
    fields = dict.fromkeys(("name", "summary", "venue", "hours", "accessibility"), line)
    front = {**fields, "area": ["BG"], "curators": [{"role": line}]}
    alt, quoted = line.replace("\\", "").replace("]", "\\]"), line.replace('"', "").replace("\\", "")
    picture = f'![{alt}](scene:river "{quoted}"){{credit="{quoted.replace("{", "").replace("}", "")}" rights=unknown}}'
    body = body.replace("![", "[").replace("# x", "### x")
    text = yaml.safe_dump(front, allow_unicode=True, default_style='"', width=10_000)
    return f"---\n{text}---\n{body}\n\n## {line} {{#a}}\n\n{picture}\n\n{body}\n"


def build(root: Path, makers: Sequence[str], planners: Sequence[Planner] = (plan_pages,)) -> Path:
    """Build the exhibitions of a project alone, or what other planners plan; give the folder of its site."""
    readers = {model.TYPE: read_record for model in FOLDERS.values()}
    locators = {model.TYPE: locate_record for model in FOLDERS.values()}
    project = Project(
        root=root,
        theme=ROOT / "theme",
        output=root / "output",
        packages=ROOT / "node_modules",
        makers=makers,
        finders=[find_records, find_exhibitions],
        readers={
            **readers,
            "logo": read_logo,
            "exhibition": read_exhibition,
            "collection": read_collection,
            "medium": read_medium,
        },
        locators={
            **locators,
            "logo": locate_logo,
            "exhibition": locate,
            "collection": locate_object,
            "medium": locate_medium,
        },
        checks=[],
        planners=planners,
        jobs=1,
    )
    builder = Builder(project)
    builder.read()
    builder.write(lambda _built: None)
    return root / "output" / "national"
