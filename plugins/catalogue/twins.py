"""Find organisations that are probably one, written twice: by their names, phones and addresses.

Only reported, never joined: whether two clubs are one, only a person can tell.
"""

import re
from collections.abc import Iterator

from plugins.catalogue.catalogue import Catalogue
from plugins.catalogue.finding import Finding
from plugins.languages.collation import fold_case
from plugins.records.brief import Brief

# they say of what kind an organisation is, and are left out of its name as often as not
_LEGAL_WORDS = frozenset(
    "сдружение фондация снц нпо нч читалище народно асоциация регионално местно association foundation ngo".split()
)
_WORD = re.compile(r"\w+")
_GONE = frozenset({"closed", "removed"})


def twin_organisations(catalogue: Catalogue) -> Iterator[Finding]:
    """Find pairs that share a name and a place, a phone or a web address; a pair is named once."""
    found: set[tuple[str, str]] = set()
    for finding in (*_of_one_name(catalogue), *_of_one_trace(catalogue)):
        other = finding.other[0].id if finding.other else ""
        if (finding.brief.id, other) not in found:
            found.add((finding.brief.id, other))
            yield finding


def _of_one_name(catalogue: Catalogue) -> Iterator[Finding]:
    whole: dict[tuple[str, ...], Brief] = {}
    core: dict[tuple[str, ...], Brief] = {}
    for brief in catalogue.of("organisation"):
        name = brief.name.best("bg").text
        words = _WORD.findall(fold_case(name, "bg"))
        telling = [word for word in words if word not in _LEGAL_WORDS] or words
        other = whole.setdefault(("".join(words), *brief.area), brief)
        if other is brief:
            other = core.setdefault(("".join(telling), brief.kind, *brief.area), brief)
        if other is not brief:
            yield Finding("C007", brief, ("name",), (("value", name),), (other, ("name",)))


def _of_one_trace(catalogue: Catalogue) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[Brief, tuple[str | int, ...]]] = {}
    for brief in catalogue.of("organisation"):
        if brief.status in _GONE:
            continue
        for trace in brief.upkeep.traces:
            other, field = first.setdefault((trace.kind, trace.value), (brief, trace.field))
            if other is not brief and not (_names(brief, other) or _names(other, brief)):
                arguments = (("value", trace.value), ("type", trace.kind))
                yield Finding("C010", brief, trace.field, arguments, (other, field))


def _names(brief: Brief, other: Brief) -> bool:
    """Tell whether a record refers to another: a branch may well share the phone of its house."""
    return any((reference.type, reference.id) == (other.type, other.id) for reference in brief.references)
