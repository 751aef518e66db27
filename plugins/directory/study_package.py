"""Describe the published answers of a study as a Frictionless data package: what its columns and codes mean."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import cast

from plugins.directory.studies import BOARD, render_answers
from plugins.records.model import Study
from plugins.site.page import Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView


def plan_packages(view: SiteView) -> Iterator[Page]:
    """Plan the description of the answers of every study."""
    for brief in view.catalogue.of("study"):
        if brief.status != "removed":
            yield Page(path_of("study-package", study=brief), render_package, {"study": Whole(brief)}, BOARD.section)


def render_package(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write the description of the table of answers that lies beside it, in the language of the site's pages."""
    study, lang = cast("Study", inputs["study"]), view.lang
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": study.id,
        "title": study.name.best(lang).text,
        "description": study.population.best(lang).text,
        "licenses": [{"name": study.data.licence if study.data else view.site.region.licence}],
        "resources": [_answers(study, render_answers(view, inputs).encode(), view)],
    }
    if study.fieldwork:
        package["temporal"] = {"start": study.fieldwork.start, "end": study.fieldwork.end}
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _answers(study: Study, content: bytes, view: SiteView) -> dict[str, object]:
    say = view.wording.gettext
    asked = "; ".join(f"{question.id} = {question.text.best(view.lang).text}" for question in study.questions)
    fields = (
        ("question", "string", f"{say('The name of its column in the data.')} {asked}"),
        ("statement", "string", say("The sentence.")),
        ("answer", "string", say("The answer.")),
        ("count", "integer", say("How many chose it.")),
        ("of", "integer", say("How many people or organisations.")),
    )
    return {
        "name": "answers",
        "path": path_of("study-answers", study=study).rpartition("/")[2],
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [{"name": name, "type": kind, "description": words} for name, kind, words in fields],
            "missingValues": [""],
        },
    }
