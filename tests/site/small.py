"""A project of a handful of invented records with a theme and a planner of its own, to try the build on.

It is also a program: `python -m tests.site.small ROOT OUTPUT JOBS` builds the project in ROOT.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.records.model import FOLDERS
from plugins.records.reading import locate_record, read_record
from plugins.records.walk import find_records
from plugins.site.build import Builder, Built, only_build
from plugins.site.page import Page, Whole
from plugins.site.project import Project
from plugins.site.staging import HIDDEN
from plugins.site.styles import FIRST, TOKENS
from plugins.site.view import SiteView

LINES = "{{ record.name|text }}|{{ record.summary|text }}|{{ record.body|markdown if record.body }}\n"
START = '{% extends "base.html" %}{% from "names.html" import name %}'
TEMPLATES = {
    "chrome_header.html": '<a href="{{ url_for("home") }}">{{ site.title|text }}</a>',
    "chrome_footer.html": "{{ site.library|text }}{% for each in site.sisters %} {{ each.name|text }}{% endfor %}",
    "words.html": "{% macro words(text) %}{{ text|text }}{% endmacro %}",
    "names.html": '{% from "words.html" import words %}'
    '{% macro name(brief) %}<a href="{{ url_for(brief) }}">{{ words(brief.name) }}</a>{% endmacro %}',
    "base.html": "<html lang={{ lang }} class={{ url_for('asset', name='style.css') }}>"
    "{{ chrome.header }}{% block main %}{% endblock %}{{ chrome.footer }}</html>\n",
    "organisation.html": LINES,
    "cause.html": LINES + "{% for each in organisations %}{{ name(each) }}{% endfor %}",
    "listing.html": '{{ gettext("All") }} {{ made }}{% for each in organisations %}{{ name(each) }} {% endfor %}',
}
PLACES = {"bulgaria": ("BG", "country", ""), "east": ("BG425", "region", "BG"), "west": ("BG313", "region", "BG")}


def write_project(root: Path) -> None:
    """Write the theme, the regions and the places."""
    for name, text in TEMPLATES.items():
        whole = name in ("base.html", "names.html", "words.html") or name.startswith("chrome")
        page = text if whole else f"{START}{{% block main %}}{text}{{% endblock %}}"
        write(root / "theme" / "templates" / name, page)
    for name in (TOKENS, *FIRST, "print"):
        write(root / "theme" / "styles" / f"{name}.css", "")
    write(root / "package-lock.json", "{}")
    for id, (code, kind, parent) in PLACES.items():
        lies = f"parent: {parent}\n" if parent else ""
        write(root / "data" / "places" / f"{id}.yaml", f"name: {id}\ncode: {code}\nkind: {kind}\n{lies}")
    write_region(root, "east", "BG425", "Изток")
    write_region(root, "west", "BG313", "Запад")


def write_region(root: Path, id: str, code: str, title: str) -> None:
    """Write a region: one site in two languages."""
    library = "library: {name: Библиотека}\nlanguages: [bg, tr]\nscene: river\n"
    lines = f"name: {id}\ntitle: {title}\ntagline: За всички\ncode: {code}\n{library}"
    write(root / "data" / "regions" / f"{id}.yaml", lines)


def write_organisation(
    root: Path, id: str, name: str, *, area: str = "BG425", cause: str = "", link: str = "", text: str = ""
) -> None:
    """Write an organisation; its text says `text` and links to the cause `link`."""
    body = f"body: Вижте {text} [каузата](cause:{link}).\n" if link else f'body: "{text}"\n' if text else ""
    causes = f"causes: [{cause}]\n" if cause else ""
    write(root / "data" / "organisations" / f"{id}.yaml", f"name: {name}\nkind: club\narea: [{area}]\n{causes}{body}")


def write_cause(root: Path, id: str, name: str) -> None:
    """Write a cause."""
    write(root / "data" / "causes" / f"{id}.yaml", f"name: {name}\nquestion: Защо?\ncategory: culture\narea: [BG425]\n")


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def plan_pages(view: SiteView) -> Iterator[Page]:
    """Plan a page for every organisation and cause, a list of them, a start page and a file that no template makes."""
    organisations = view.catalogue.of("organisation")
    made = view.build.date
    yield Page("index.html", "listing.html", {"organisations": organisations[:2], "made": made})
    yield Page("organisations/index.html", "listing.html", {"organisations": organisations, "made": made})
    yield Page("count.txt", _count, {"count": len(organisations)})
    for brief in organisations:
        yield Page(f"organisations/{brief.id}.html", "organisation.html", {"record": Whole(brief)})
    for brief in view.catalogue.of("cause"):
        inputs = {"record": Whole(brief), "organisations": view.catalogue.referring(brief, "organisation")}
        yield Page(f"causes/{brief.id}.html", "cause.html", inputs)


def _count(_view: SiteView, inputs: Mapping[str, object]) -> str:
    return f"{inputs['count']}\n"


def project(root: Path, output: Path, jobs: int = 1, today: str = "") -> Project:
    """Describe the project to the build."""
    types = [model.TYPE for model in FOLDERS.values()]
    return Project(
        root=root,
        theme=root / "theme",
        output=output,
        packages=root / "node_modules",
        makers=(),
        finders=(find_records,),
        readers=dict.fromkeys(types, read_record),
        locators=dict.fromkeys(types, locate_record),
        checks=(),
        planners=(plan_pages,),
        jobs=jobs,
        today=today,
    )


def build(root: Path, output: Path, jobs: int = 1, today: str = "") -> list[Built]:
    """Build the project in this process, and say how it went."""
    went: list[Built] = []
    with only_build(output):
        builder = Builder(project(root, output, jobs, today))
        builder.read()
        builder.write(went.append)
    return went


def tree(output: Path) -> dict[str, bytes]:
    """Map the path of every file of the built sites to its bytes."""
    files = (path for path in output.rglob("*") if HIDDEN not in path.parts)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files if path.is_file()}


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
