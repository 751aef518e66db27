"""Check what no file can be asked alone: references, equal numbers, records that fit nowhere.

The checks see briefs only, so that an incremental build reads no record again for them; the
place of a finding is looked up in the one file that it is about.
"""

from collections.abc import Callable, Collection, Iterator

from plugins.catalogue.catalogue import Catalogue
from plugins.catalogue.finding import FieldPath, Finding
from plugins.catalogue.twins import twin_organisations
from plugins.records.brief import Brief, Reference
from plugins.records.lookalikes import nearest
from plugins.records.model import FILES_OF_TYPE, TYPES, Record
from plugins.records.problem import Position, Problem
from plugins.records.rules import make_problem

# finds where a field of a record stands
Locate = Callable[[Brief, FieldPath], Position]

_VOCABULARY = "vocabulary:"
# references that name no record: what they name is listed elsewhere, or is the record's own
_OWN = frozenset({"register", "entry", "panel"})


def check(catalogue: Catalogue, locate: Locate) -> list[Problem]:
    """Run all checks over the whole catalogue; problems come sorted by place."""
    found = (finding for rule in CHECKS for finding in rule(catalogue))
    return sorted(_problem(finding, locate) for finding in found)


def drop_consequences(problems: list[Problem], broken: Collection[tuple[str, str]]) -> list[Problem]:
    """Leave out what is only said because the `broken` records (type, id) could not be read themselves."""
    types = {kind for kind, _ in broken}
    ids = {id for _, id in broken}

    def follows(problem: Problem) -> bool:
        arguments = dict(problem.arguments)
        if problem.rule == "V106":
            return arguments["value"] in ids
        if problem.rule in ("V124", "V131"):
            return arguments["vocabulary"] in ids
        return not types.isdisjoint(_FED_BY.get(problem.rule, ()))

    return [problem for problem in problems if not (broken and follows(problem))]


# rules that look for what a record of these types may have been about to say
_FED_BY = {"V107": ("place",), "C002": ("organisation", "coalition"), "E208": ("exhibition", "collection")}


def _problem(finding: Finding, locate: Locate) -> Problem:
    place = locate(finding.brief, finding.field)
    arguments = dict(finding.arguments)
    if finding.other is not None:
        arguments["other"] = str(locate(*finding.other))
    return make_problem(finding.rule, place.path, (place.line, place.column, place.end_column), **arguments)


def unknown_references(catalogue: Catalogue) -> Iterator[Finding]:
    """Find references to records, places and terms that there are not."""
    terms = _terms(catalogue)
    ids = {id for _, id in catalogue.records}
    for brief in catalogue.records.values():
        for reference in brief.references:
            if reference.type not in _OWN and not _is_known(reference, catalogue, terms, ids):
                yield _unknown(brief, reference, catalogue, terms)


def _terms(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Give the terms of each vocabulary, in its order."""
    return {
        brief.id: tuple(entry.id for entry in brief.references if entry.type == "entry")
        for brief in catalogue.of("vocabulary")
    }


def _is_known(reference: Reference, catalogue: Catalogue, terms: dict[str, tuple[str, ...]], ids: set[str]) -> bool:
    if reference.type.startswith(_VOCABULARY):
        return reference.id in terms.get(reference.type.removeprefix(_VOCABULARY), ())
    if reference.type == "place":
        return catalogue.place(reference.id) is not None
    if reference.type == "record":
        return reference.id in ids
    return (reference.type, reference.id) in catalogue.records


def _unknown(brief: Brief, reference: Reference, catalogue: Catalogue, terms: dict[str, tuple[str, ...]]) -> Finding:
    kind, value = reference.type, reference.id
    arguments = {"value": value}
    if kind.startswith(_VOCABULARY):
        vocabulary = kind.removeprefix(_VOCABULARY)
        allowed = terms.get(vocabulary, ())
        rule = "V124" if allowed else "V131"
        arguments |= {"vocabulary": vocabulary, "allowed": ", ".join(allowed)}
    elif kind == "place":
        rule, allowed = "V107", tuple(place.code for place in catalogue.whole.of("place"))
    else:
        rule, allowed = "V106", tuple(other.id for other in catalogue.of(kind))
        arguments |= {"type": kind, "files": FILES_OF_TYPE.get(kind, "data/*/*.yaml")}
    if guess := nearest(value, allowed):
        arguments["guess"] = guess
    return Finding(rule, brief, reference.field, tuple(arguments.items()))


def equal_ids(catalogue: Catalogue) -> Iterator[Finding]:
    """Find ids that two records of different types share; places and lists are named apart."""
    first: dict[str, Brief] = {}
    for brief in catalogue.records.values():
        if brief.type in _CITIZENS:
            other = first.setdefault(brief.id, brief)
            if other is not brief:
                yield Finding("V110", brief, (), (("value", brief.id),), (other, ()))


_CITIZENS = frozenset(kind for kind, model in TYPES.items() if issubclass(model, Record))


def equal_numbers(catalogue: Catalogue) -> Iterator[Finding]:
    """Find register numbers that two organisations share."""
    first: dict[str, tuple[Brief, FieldPath]] = {}
    for brief in catalogue.of("organisation"):
        for reference in brief.references:
            if reference.type == "register":
                other = first.setdefault(reference.id, (brief, reference.field))
                if other[0] is not brief:
                    yield Finding("V125", brief, reference.field, (("value", reference.id),), other)


def equal_codes(catalogue: Catalogue) -> Iterator[Finding]:
    """Find codes that two places share."""
    first: dict[str, Brief] = {}
    for place in catalogue.of("place"):
        other = first.setdefault(place.code, place)
        if other is not place:
            yield Finding("C008", place, ("code",), (("value", place.code),), (other, ("code",)))


def circular_places(catalogue: Catalogue) -> Iterator[Finding]:
    """Find places that, followed upwards, lie in themselves."""
    parents = {place.code: place.parent for place in catalogue.of("place")}
    for place in catalogue.of("place"):
        chain, code = [place.code], place.parent
        while code and code not in chain:
            chain.append(code)
            code = parents.get(code, "")
        if code == place.code:
            yield Finding("C004", place, ("parent",), (("value", " → ".join([*chain, code])),))


def organisations_without_place(catalogue: Catalogue) -> Iterator[Finding]:
    """Find organisations that no region would show."""
    for brief in catalogue.of("organisation"):
        if not brief.area and brief.status == "active":
            yield Finding("C001", brief, ("name",))


def orphan_causes(catalogue: Catalogue) -> Iterator[Finding]:
    """Find causes that no organisation and no coalition works for."""
    for cause in catalogue.of("cause"):
        at_work = any(catalogue.referring(cause, kind) for kind in ("organisation", "coalition"))
        if cause.status == "active" and not at_work:
            yield Finding("C002", cause, ("name",))


def incomplete_maps(catalogue: Catalogue) -> Iterator[Finding]:
    """Find maps that leave out a municipality of their region, or show one of another."""
    for brief in (*catalogue.of("region"), *catalogue.of("outlines")):
        drawn = [r for r in brief.references if r.type == "place" and r.field[0] in _ON_MAP]
        region = catalogue.get("region", brief.id)
        expected = {town.code for town in catalogue.municipalities(region.code)} if region else set()
        for missing in sorted(expected - {r.id for r in drawn}) if drawn else ():
            yield Finding("C011", brief, drawn[0].field[:1], (("value", missing),))
        for reference in drawn:
            if reference.id not in expected and catalogue.place(reference.id):
                yield Finding("C012", brief, reference.field, (("value", reference.id),))


# the fields of maps: the letters of a mosaic, the features of a GeoJSON
_ON_MAP = ("mosaic", "features")


def removed_references(catalogue: Catalogue) -> Iterator[Finding]:
    """Find references to records that were taken down."""
    removed = {key for key, brief in catalogue.records.items() if brief.status == "removed"}
    if not removed:
        return
    for brief in catalogue.records.values():
        for reference in brief.references:
            if (reference.type, reference.id) in removed and brief.status != "removed":
                yield Finding("C006", brief, reference.field, (("value", reference.id),))


CHECKS: tuple[Callable[[Catalogue], Iterator[Finding]], ...] = (
    unknown_references,
    equal_ids,
    equal_numbers,
    equal_codes,
    circular_places,
    organisations_without_place,
    orphan_causes,
    incomplete_maps,
    removed_references,
    twin_organisations,
)
