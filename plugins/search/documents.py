"""Make the documents of the search from the records of a site."""

from collections.abc import Iterator
from functools import partial

from plugins.languages.text import Phrase, Text
from plugins.records.brief import Brief, fingerprint
from plugins.records.model import Action, Base, Cause, Exhibition, Opportunity, Organisation, Record, Study
from plugins.search.document import Document
from plugins.search.keeping import Source
from plugins.search.objects import object_sources
from plugins.search.wording import one_of
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

TYPES = (
    *("action", "cause", "coalition", "event", "exhibition"),
    *("need", "opportunity", "organisation", "resource", "study"),
)
_WEIGHTS = {"active": 0, "unknown": 1, "dormant": 2, "closed": 3}
_KINDS = {
    "action": "action-kinds",
    "cause": "cause-categories",
    "event": "event-kinds",
    "need": "need-categories",
    "organisation": "organisation-kinds",
    "resource": "resource-kinds",
    "study": "study-kinds",
}


def searchable(view: SiteView) -> Iterator[Brief]:
    """Yield the records that a citizen can look for, by type and id."""
    for kind in TYPES:
        for brief in view.catalogue.of(kind):
            if brief.status != "removed":
                yield brief


def sources(view: SiteView) -> Iterator[Source]:
    """Yield what can be found: every record and exhibition with its objects, and every municipality.

    A document shows its own record, its causes, and names of places and terms of vocabularies:
    its stamp is made of their digests, so that a record that has not changed is not read.
    """
    shared = [brief.digest for kind in ("place", "vocabulary", "region") for brief in view.catalogue.whole.of(kind)]
    common = fingerprint(tuple(shared))
    for brief in searchable(view):
        causes = tuple([cause.digest for id in brief.causes if (cause := view.catalogue.get("cause", id))])
        stamp = fingerprint((brief.digest, causes, common))
        yield Source(f"{brief.type}/{brief.id}", stamp, partial(_read_record, view, brief))
        if brief.type == "exhibition":
            yield from object_sources(view, brief, common)
    for place in view.site.municipalities:
        yield Source(f"place/{place.id}", fingerprint((place.digest, common)), partial(_of_place, view, place))


def _read_record(view: SiteView, brief: Brief) -> Document:
    return _of_record(view, brief, view.load(brief))


def _of_record(view: SiteView, brief: Brief, record: Base) -> Document:
    places = [place for code in brief.area if (place := view.catalogue.place(code))]
    causes = [cause for id in brief.causes if (cause := view.catalogue.get("cause", id))]
    label = view.site.label(_KINDS[brief.type], brief.kind) if brief.type in _KINDS else ""
    weight = _WEIGHTS.get(brief.status, 0)
    return Document(
        id=brief.id,
        type=brief.type,
        url=path_of(brief),
        title=brief.name.best(view.lang),
        names=(*_phrases(brief.name), *((alias, "bg") for alias in brief.aliases)),
        places=tuple(name for place in places for name in _place_names(view, place)),
        topics=(*_topics(view, causes, label), *_terms(view, brief)),
        text=tuple(_texts(record)),
        identifiers=tuple(_identifiers(record)),
        summary=brief.summary.best(view.lang) if brief.summary else ("", ""),
        kind=_kind(view, brief, label),
        where=", ".join(place.name.best(view.lang).text for place in places),
        facets=tuple(_facets(view, brief, causes, label)),
        order=_order(brief, weight),
        weight=weight,
    )


def _order(brief: Brief, weight: int) -> str:
    """Let what is found together lie together; with the weights in long runs, the head says them in a few bytes."""
    cause = brief.id if brief.type == "cause" else next(iter(brief.causes), "")
    return f"{cause} {weight} {next(iter(brief.area), '')}"


def _of_place(view: SiteView, place: Brief) -> Document:
    return Document(
        id=place.id,
        type="place",
        url=path_of(place),
        title=place.name.best(view.lang),
        names=tuple(_place_names(view, place)),
        kind=one_of(view.wording, "place"),
        facets=(("type", "place", "place"), *_place_facets(view, (place.code,))),
        order=place.code,
    )


def _kind(view: SiteView, brief: Brief, label: Text | str) -> str:
    """Say what a record is: by its type where its kind is a topic or it has none."""
    if brief.type == "need":
        label = view.site.label("need-directions", brief.direction)
    elif brief.type == "cause" or not label:
        label = one_of(view.wording, brief.type)
    return label.best(view.lang).text if isinstance(label, Text) else label


def _phrases(text: Text | None) -> tuple[Phrase, ...]:
    return tuple(Phrase(words, lang) for lang, words in text.pairs) if text else ()


def _place_names(view: SiteView, place: Brief) -> Iterator[Phrase]:
    """Yield every name of a place and of the municipality that it lies in."""
    for code in view.catalogue.within(place.code)[:2]:
        around = view.catalogue.place(code)
        if around and (around is place or around.kind == "municipality"):
            yield from _phrases(around.name)
            yield from (Phrase(alias, "tr") for alias in around.aliases)


def _topics(view: SiteView, causes: list[Brief], kind: Text | str) -> Iterator[Phrase]:
    yield from _phrases(kind if isinstance(kind, Text) else None)
    for brief in causes:
        yield from _phrases(brief.name)
        cause = view.load(brief)
        if isinstance(cause, Cause):
            yield from _synonyms(cause)


def _terms(view: SiteView, brief: Brief) -> Iterator[Phrase]:
    """Yield the labels of the skills, topics and roles of a record, and whether help is sought or offered."""
    terms = {
        "skills": brief.skills,
        "topics": brief.topics,
        "roles": brief.audience,
        "need-directions": (brief.direction,) if brief.direction else (),
    }
    labels = (view.site.label(name, term) for name, ids in terms.items() for term in ids)
    yield from (phrase for label in labels if isinstance(label, Text) for phrase in _phrases(label))


def _synonyms(cause: Cause) -> Iterator[Phrase]:
    for lang, words in cause.synonyms.items():
        yield from (Phrase(word, lang) for word in words)


def _texts(record: Base) -> Iterator[Phrase]:
    """Yield the running text of a record, in every language that it is written in."""
    yield from _phrases(record.summary)
    if isinstance(record, Record):
        yield from _phrases(record.body)
    if isinstance(record, Organisation):
        for service in record.services:
            yield from (p for text in (service.name, service.audience) for p in _phrases(text))
    if isinstance(record, Cause):
        yield from (p for text in (record.question, record.why) for p in _phrases(text))
        yield from _synonyms(record)
    if isinstance(record, Opportunity):
        yield from (p for task in record.tasks for p in _phrases(task))
    if isinstance(record, Action):
        yield from (p for text in (record.addressee, *record.asks) for p in _phrases(text))
    if isinstance(record, Study):
        yield from (p for text in (record.findings, record.population) for p in _phrases(text))
        yield from (p for question in record.questions for p in _phrases(question.text))
    if isinstance(record, Exhibition):
        for panel in record.panels:
            yield from (p for text in (panel.heading, panel.body) for p in _phrases(text))


def _identifiers(record: Base) -> Iterator[str]:
    if isinstance(record, Organisation):
        if record.legal:
            yield from (identifier.id for identifier in record.legal.identifiers)
        if record.contact:
            yield from record.contact.phones


def _facets(view: SiteView, brief: Brief, causes: list[Brief], kind: Text | str) -> Iterator[tuple[str, str, str]]:
    yield ("type", brief.type, FOLDER_OF_TYPE[brief.type])
    if isinstance(kind, Text):
        yield ("kind", f"{brief.type}-{brief.kind}", kind.best(view.lang).text)
    for cause in causes:
        yield ("cause", cause.id, cause.name.best(view.lang).text)
    yield from _place_facets(view, brief.area)
    terms = (
        ("service", "service-categories", brief.services),
        ("access", "access", brief.access),
        ("language", "languages", brief.languages or _written_in(brief)),
    )
    for facet, vocabulary, ids in terms:
        for id in ids:
            label = view.site.label(vocabulary, id)
            yield (facet, id, label.best(view.lang).text if isinstance(label, Text) else label)


def _place_facets(view: SiteView, codes: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield the municipalities and the regions that some places lie in, each once."""
    facets = {"municipality": "place", "region": "region"}
    around = dict.fromkeys(outer for code in codes for outer in view.catalogue.within(code))
    for place in filter(None, map(view.catalogue.place, around)):
        if place.kind in facets:
            yield (facets[place.kind], place.id, place.name.best(view.lang).text)


def _written_in(brief: Brief) -> tuple[str, ...]:
    """Give the languages of a record that does not say in which ones it works."""
    return tuple(lang for lang, _ in (brief.summary or brief.name).pairs)
