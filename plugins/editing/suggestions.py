"""Plan where anybody proposes a change: a page for every record, and one for what is missing.

The page serves without a script: a form that becomes an e-mail, a form on paper, the record as
a file that has passed our checks, and the way to the forge, where the region has one.
"""

from collections.abc import Iterator, Mapping
from typing import cast
from urllib.parse import urlsplit

from plugins.editing.drafts import write_draft
from plugins.languages.text import DEFAULT_LANGUAGE, Text
from plugins.records.brief import Brief
from plugins.records.model import FOLDERS, Base
from plugins.records.model.base import Part
from plugins.records.model.region import Forge
from plugins.records.source import Value
from plugins.site.page import Input, Page, Whole
from plugins.site.urls import FOLDER_OF_TYPE, path_of, relative
from plugins.site.view import SiteView

# whose records have a page of their own that is not an exhibition
TYPES = ("organisation", "cause", "coalition", "action", "opportunity", "need", "event", "study", "resource")
# what a citizen or a group may propose, and the least that such a record needs
PROPOSED: Mapping[str, Mapping[str, Value]] = {
    "organisation": {"kind": "informal-group"},
    "cause": {"category": "social"},
    "opportunity": {"start": "2030-01-01T10:00"},
    "need": {"direction": "need", "category": "accounting", "until": "2030-01-01"},
    "event": {"kind": "meeting", "start": "2030-01-01T10:00"},
    "action": {"kind": "petition"},
}
# never part of a file that everybody can download: persons, and marks that would no longer be true without them
KEPT_BACK = frozenset({"people", "translated_from"})


def plan_suggestions(view: SiteView) -> Iterator[Page]:
    """Plan a page for every record on which one says what is wrong, and one for each type that may be missing."""
    for kind in TYPES:
        for brief in view.catalogue.of(kind):
            if brief.status != "removed":
                yield from _of_record(view, brief)
    for kind in PROPOSED:
        yield from _of_type(view, kind)


def _of_record(view: SiteView, brief: Brief) -> Iterator[Page]:
    path, file = path_of("suggestion", record=brief), f"{FOLDER_OF_TYPE[brief.type]}/{brief.id}.yaml"
    inputs = {
        "record": Whole(brief),
        "target": path_of(brief),
        "file": relative(file, view.root + path),
        "source": f"data/{file}",
        "forge": forge_of(view, file, new=False),
    }
    yield Page(path, "suggestion.html", inputs, FOLDER_OF_TYPE[brief.type])
    if view.root == "":
        yield Page(file, render_file, {"record": Whole(brief)})


def _of_type(view: SiteView, kind: str) -> Iterator[Page]:
    path, file = path_of("proposal", kind=kind), f"propose-{kind}.yaml"
    inputs: dict[str, Input] = {
        "kind": kind,
        "file": relative(file, view.root + path),
        "forge": forge_of(view, f"{FOLDER_OF_TYPE[kind]}/{kind}.yaml", new=True),
        "draft": draft_of(view, kind),
    }
    yield Page(path, "proposal.html", inputs, FOLDER_OF_TYPE[kind])
    if view.root == "":
        yield Page(file, render_draft, {"kind": kind})


def forge_of(view: SiteView, file: str, *, new: bool) -> dict[str, str] | None:
    """Give the address at which the forge of the region opens a file for editing, or a new one."""
    forge = view.site.region.forge
    if forge is None:
        return None
    host = urlsplit(forge.repository)
    return {
        "address": forge_address(forge, file, new=new),
        "host": f"{host.scheme}://{host.netloc}",
        "kind": forge.kind,
    }


def forge_address(forge: Forge, file: str, *, new: bool) -> str:
    """Write that address; `file` lies below `data/`. A new file is named by the query of the forge's form."""
    folder, _, name = file.rpartition("/")
    words = {"github": ("edit", "new"), "gitlab": ("-/edit", "-/new"), "forgejo": ("_edit", "_new")}[forge.kind]
    base = f"{forge.repository.rstrip('/')}/{words[new]}/{forge.branch}/data/{folder}"
    return base if new else f"{base}/{name}"


def render_file(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write a record as published: what is hidden was taken out when it was read, persons are left out here."""
    record = cast("Base", inputs["record"])
    return write_draft(type(record), values_of(record), view.wording.gettext)


def render_draft(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write the file of a record that does not exist yet."""
    return draft_of(view, str(inputs["kind"]))


def draft_of(view: SiteView, kind: str) -> str:
    """Write the least that a record of a type needs, ready to be filled in, and below it what may be added."""
    say = view.wording.gettext
    model = FOLDERS[FOLDER_OF_TYPE[kind]]
    # a site of exhibitions alone has no organisation yet
    library = next((each.id for each in view.catalogue.of("organisation")), "biblioteka")
    towns = view.site.municipalities
    needed: dict[str, Value] = {"name": say("Write the name here"), "summary": say("Say in a sentence what it is.")}
    own: dict[str, Value] = {
        "question": say("Which question do people ask?"),
        "organisation": library,
        "organisers": (library,),
        "tasks": (say("What one does"),),
        "how_to_apply": say("How one says yes"),
        "addressee": say("Who decides"),
        "asks": (say("What is asked"),),
    }
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    filled = {name: value for name, value in own.items() if name in required}
    area: dict[str, Value] = {"area": (towns[0].code,)} if towns else {}
    return write_draft(model, {**needed, **PROPOSED[kind], **filled, **area}, say)


def values_of(part: Part) -> dict[str, Value]:
    """Give the fields of a record or a group that say more than their defaults, as they stand in a file."""
    found: dict[str, Value] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value not in (None, (), {}) and value != field.default and not field.exclude and name not in KEPT_BACK:
            found[name] = _plain(value)
    return found


def _plain(value: object) -> Value:
    if isinstance(value, Text):
        words = dict(value.pairs)
        return words[DEFAULT_LANGUAGE] if list(words) == [DEFAULT_LANGUAGE] else cast("Value", words)
    if isinstance(value, Part):
        return values_of(value)
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value if isinstance(value, str | int) else str(value)
