"""Where every page lives: the one place that knows the shape of addresses.

Paths lie inside the root of a language; every link ends in the name of a file, so that a
site works from a disk, from any folder of any host and without a server.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from plugins.records.brief import Brief
from plugins.records.model import FOLDERS, Base, Exhibition
from plugins.records.problem import Position, Problem
from plugins.records.rules import make_problem

FOLDER_OF_TYPE = {model.TYPE: folder for folder, model in FOLDERS.items()}
FOLDER_OF_TYPE[Exhibition.TYPE] = "exhibitions"
PAGE = "page"

_NAMED = {
    "home": "index.html",
    "search": "search.html",
    "about": "about.html",
    "accessibility": "accessibility.html",
    "organisations": "organisations/index.html",
    "organisations-a-z": "organisations/a-z.html",
    "causes": "causes/index.html",
    "coalitions": "coalitions/index.html",
    "events": "events/index.html",
    "exhibitions": "exhibitions/index.html",
    "opportunities": "opportunities/index.html",
    "needs": "needs/index.html",
    "actions": "actions/index.html",
    "studies": "studies/index.html",
    "resources": "resources/index.html",
    "places": "places/index.html",
    "saved": "saved.html",
    "regions": "regions/index.html",
    "federation": "regions/index.html",
    "regions-causes": "regions/causes.html",
    "regions-studies": "regions/studies.html",
    "volunteers-day": "5-december.html",
    "attention": "attention.html",
    "open-data": "open-data.html",
    "missing": "404.html",
}
_BUILT: dict[str, Callable[..., str]] = {
    "organisations-by-kind": lambda kind: f"organisations/kind-{kind}.html",
    "organisations-by-cause": lambda cause: f"organisations/cause-{cause.id}.html",
    "organisations-by-place": lambda place: f"organisations/place-{place.id}.html",
    # a board narrowed to one value of a facet: opportunities/skill-driving.html
    "narrowed": lambda section, facet, value: f"{section}/{facet}-{value}.html",
    "study-method": lambda study: f"studies/{study.id}-method.html",
    "study-answers": lambda study: f"studies/{study.id}-answers.csv",
    "study-package": lambda study: f"studies/{study.id}-datapackage.json",
    "events-in-month": lambda month: f"events/month-{month}.html",
    # where one proposes a change of a record, or a new one
    "suggestion": lambda record: f"{FOLDER_OF_TYPE[record.type]}/{record.id}-suggest.html",
    "proposal": lambda kind: f"propose-{kind}.html",
    # the towns and villages of a region, each with its municipality
    "settlements": lambda region: f"places/settlements-{region}.html",
    "objects": lambda exhibition: f"exhibitions/{exhibition.id}/objects/index.html",
    "objects-part": lambda exhibition, part: f"exhibitions/{exhibition.id}/objects/{part}.html",
    "objects-narrowed": lambda exhibition, facet, value: f"exhibitions/{exhibition.id}/objects/{facet}-{value}.html",
    "object": lambda exhibition, id: f"exhibitions/{exhibition.id}/object/{id}.html",
    "objects-file": lambda exhibition, name: f"exhibitions/{exhibition.id}/objects/{name}",
    "page": lambda path: path,
}


def path_of(target: Brief | Base | str, **parts: object) -> str:
    """Give the path of a record's page, or of a page by its name, inside a language's root.

    Raises KeyError for a name that no page has: a mistake in a template, not in the data.
    """
    if not isinstance(target, str):
        return f"{target.id}.html" if target.type == PAGE else f"{FOLDER_OF_TYPE[target.type]}/{target.id}.html"
    return _NAMED[target] if target in _NAMED else _BUILT[target](**parts)


def no_address(record: Brief, place: Position) -> Problem:
    """Say of a record, whose file is at `place`, that another page stands where its own would."""
    span = place.line, place.column, place.end_column
    return make_problem("C005", place.path, span, value=record.id, address=path_of(record))


def numbered(path: str, number: int) -> str:
    """Give the path of a further page of a listing: `index.html` → `index-2.html`."""
    return path if number == 1 else f"{path.removesuffix('.html')}-{number}.html"


def relative(target: str, source: str) -> str:
    """Write the path `target` as a link on the page `source`; both from the site's root."""
    return "../" * source.count("/") + target


def root_on_host(address: str) -> str:
    """Give the path of a site's root on its host: https://people.example/izvor/index.html → /izvor/."""
    return urlsplit(address).path.removesuffix("index.html").rstrip("/") + "/"
