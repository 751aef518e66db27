"""Plan the page for those who keep the records: what waits for a check, a translation or a decision.

It stands in every site, is linked from nowhere and asks search engines to leave it out. It is
public all the same: only messages about what is published stand on it, never a line of a file.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from plugins.catalogue import Catalogue
from plugins.editing.help import anchor, page_of
from plugins.languages.text import DEFAULT_LANGUAGE
from plugins.records.brief import Brief
from plugins.records.dues import dues
from plugins.records.model import FILES_OF_TYPE, TYPES, Record
from plugins.records.problem import Problem
from plugins.records.rules import Rule, explain
from plugins.site.page import Input, Page, Planner
from plugins.site.view import SiteView

# of longer lists the rest is only counted
MOST = 120
TWINS = frozenset({"C007", "C010"})
ORPHANS = frozenset({"C002"})
_CITIZENS = frozenset(kind for kind, model in TYPES.items() if issubclass(model, Record)) | {"page"}
_CYRILLIC = re.compile("[\u0400-\u04ff](?:[^A-Za-z<>]*[\u0400-\u04ff])?")
Entry = dict[str, Input]


def planner(rules: Mapping[str, Rule]) -> Planner:
    """Make a planner that explains problems by these rules."""

    def plan(view: SiteView) -> Iterator[Page]:
        briefs = _kept(view)
        problems = _problems_of(view, briefs)
        twins = [problem for problem in problems if problem.rule in TWINS]
        orphans = [problem for problem in problems if problem.rule in ORPHANS]
        others = [problem for problem in problems if problem.rule not in TWINS | ORPHANS]
        inputs: dict[str, Input] = {
            "made": view.build.date,
            **_dues(view, briefs),
            "unchecked": _listed(
                [_entry(view, brief, checked="", since="", rule="") for brief in _unchecked(view.catalogue)]
            ),
            "translations": tuple(
                _translations(view, briefs, lang) for lang in view.site.languages if lang != DEFAULT_LANGUAGE
            ),
            "orphans": _explained(view, orphans, rules),
            "twins": _explained(view, twins, rules),
            "problems": _explained(view, others, rules),
        }
        yield Page("attention.html", "attention.html", inputs)

    return plan


def _kept(view: SiteView) -> tuple[Brief, ...]:
    """Give the records that the site shows, and those that it is made with: its region, places, lists and funders."""
    shared = (*view.catalogue.whole.of("vocabulary"), *view.catalogue.whole.of("funder"))
    made_with = (view.site.brief, *view.site.municipalities, *shared)
    return tuple({**view.catalogue.records, **{(brief.type, brief.id): brief for brief in made_with}}.values())


def file_of(brief: Brief) -> str:
    """Give the file that a record is written in; of several, the one in Bulgarian."""
    return FILES_OF_TYPE[brief.type].replace("*", brief.id)


def _listed(entries: Sequence[Entry]) -> Entry:
    """Give the first entries of a list and the number of all."""
    return {"entries": tuple(entries[:MOST]), "number": len(entries)}


def _entry(view: SiteView, brief: Brief, **more: Input) -> Entry:
    """Give what every list shows of a record: its name, where its page is, and its file."""
    linked = brief if brief.type in _CITIZENS and brief in view.catalogue else None
    return {"name": brief.name, "page": linked, "file": file_of(brief), **more}


def _dues(view: SiteView, briefs: Sequence[Brief]) -> dict[str, Input]:
    """List what has come due, that which waits longest first: checks, dormant records, consents and offers."""
    found: dict[str, list[tuple[str, str, Entry]]] = defaultdict(list)
    for brief in briefs:
        for rule, _, arguments in dues(brief, view.build.date):
            since = arguments.get("since", arguments["value"])
            entry = _entry(view, brief, checked=brief.checked, since=since, rule=rule)
            found[_LISTS[rule]].append((since, brief.id, entry))
    sections = dict.fromkeys(_LISTS.values())
    return {
        name: _listed([entry for _, _, entry in sorted(found[name], key=lambda each: each[:2])]) for name in sections
    }


_LISTS = {"D001": "due", "D002": "dormant", "D003": "ended", "D004": "ended", "D005": "ended"}


def _unchecked(catalogue: Catalogue) -> Iterator[Brief]:
    return (brief for brief in catalogue.of("organisation") if not brief.checked and brief.status == "active")


def _translations(view: SiteView, briefs: Sequence[Brief], lang: str) -> Entry:
    """Count how far a language has come, and list the records that lack something, that with the most first."""
    whole = partial = none = texts = 0
    entries: list[tuple[int, str, Entry]] = []
    states: dict[str, int] = {"machine": 0, "older": 0}
    for brief in briefs:
        keep = brief.upkeep
        missing = next((each for each in keep.missing if each.lang == lang), None)
        number = missing.number if missing else 0
        texts += number
        if not missing:
            # what has no words at all is not translated either
            whole += lang in keep.translated
        elif lang in keep.translated:
            partial += 1
        else:
            none += 1
        marks = tuple(state for state in states if lang in getattr(keep, state))
        for state in marks:
            states[state] += 1
        if missing or marks:
            fields = missing.fields if missing else ""
            entries.append((-number, brief.id, _entry(view, brief, number=number, fields=fields, marks=marks)))
    entries.sort(key=lambda each: each[:2])
    counts = {"whole": whole, "partial": partial, "none": none, "texts": texts, **states}
    return {"lang": lang, **counts, **_listed([entry for _, _, entry in entries])}


def _problems_of(view: SiteView, briefs: Sequence[Brief]) -> list[Problem]:
    """Give the problems about records of the site, by file and line; a draft's stay with its file."""
    if not view.problems:
        return []
    files = {_folder(file_of(brief)) for brief in briefs}
    shown = (problem for problem in view.problems if all(_folder(path) in files for path in _paths(problem)))
    return sorted(shown, key=lambda problem: (problem.path, problem.line, problem.column))


def _paths(problem: Problem) -> Iterator[str]:
    """Give the file of a problem and the other one that it names."""
    yield problem.path
    if other := dict(problem.arguments).get("other"):
        yield other.rsplit(":", 2)[0]


def _folder(path: str) -> str:
    """Tell the files of one record by one name: those of an exhibition by their folder, of a page without language."""
    if path.startswith("content/exhibitions/"):
        return path.rpartition("/")[0]
    return path.removesuffix(".md").rpartition(".")[0] if path.startswith("content/pages/") else path


def _spoken(sentence: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Part a sentence into (words, language), "" for that of the page: the words of a file may be Bulgarian ones."""
    if lang == DEFAULT_LANGUAGE:
        return ((sentence, ""),)
    parts, at = [], 0
    for found in _CYRILLIC.finditer(sentence):
        parts += [(sentence[at : found.start()], ""), (found.group(), DEFAULT_LANGUAGE)]
        at = found.end()
    return tuple((words, spoken) for words, spoken in [*parts, (sentence[at:], "")] if words)


def _explained(view: SiteView, problems: Sequence[Problem], rules: Mapping[str, Rule]) -> Entry:
    """Say the problems in the language of the view, by file; nothing of the file itself is shown."""
    files: dict[str, list[Entry]] = {}
    for problem in problems[:MOST]:
        said = explain(problem, view.wording.gettext, rules)
        finding: Entry = {
            "line": problem.line,
            "what": _spoken(said.message, view.lang),
            "why": _spoken(said.why, view.lang),
            "code": problem.rule,
        }
        page = view.catalogue.get("page", page_of(problem.rule))
        files.setdefault(problem.path, []).append({**finding, "page": page, "anchor": anchor(problem.rule)})
    return {
        "files": tuple({"file": path, "findings": tuple(each)} for path, each in files.items()),
        "number": len(problems),
    }
