"""Check what no exhibition can be asked alone: files that nobody names, short addresses that two panels share.

As the checks across records, they see briefs only.
"""

from collections.abc import Callable, Iterator

from plugins.catalogue import Catalogue
from plugins.exhibitions.rules import make_problem
from plugins.exhibitions.short import short_path
from plugins.exhibitions.walk import OBJECTS_FOLDER
from plugins.records.brief import Brief
from plugins.records.problem import Position, Problem

# finds where a field of a record stands
Locate = Callable[[Brief, tuple[str | int, ...]], Position]


def check(catalogue: Catalogue, locate: Locate) -> list[Problem]:
    """Run the checks over all exhibitions; problems come sorted by place."""
    return sorted((*_idle_files(catalogue, locate), *_equal_addresses(catalogue, locate)))


def _idle_files(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Yield a warning for each file of objects that nothing names; of pictures beside a text, that text complains."""
    named = {
        reference.id
        for kind in ("exhibition", "collection")
        for brief in catalogue.of(kind)
        for reference in brief.references
        if reference.type == "medium"
    }
    for medium in catalogue.of("medium"):
        if f"/{OBJECTS_FOLDER}/" in medium.id and medium.id not in named:
            yield make_problem("E208", locate(medium, ()).path, value=medium.id.rpartition("/")[2])


def _equal_addresses(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each panel whose short address another one has, of whatever exhibition."""
    first: dict[str, tuple[Brief, str]] = {}
    for brief in catalogue.of("exhibition"):
        for reference in brief.references:
            if reference.type == "panel":
                other, panel = first.setdefault(short_path(brief, reference.id), (brief, reference.id))
                if (other, panel) != (brief, reference.id):
                    _, line, column, end = place = locate(brief, reference.field)
                    arguments = {"value": reference.id, "other": panel, "exhibition": other.id}
                    yield make_problem("E219", place.path, (line, column, end), **arguments)
