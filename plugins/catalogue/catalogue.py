"""Link the briefs of all records into one graph, of which a region's view is again one.

References are declared once, by the field that makes them; the inverse lives only here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plugins.catalogue.gazetteer import Gazetteer
from plugins.languages.collation import sort_key
from plugins.records.brief import Brief

Key = tuple[str, str]
COUNTRY = "BG"
# records of these types belong to every region
EVERYWHERE = frozenset({"page"})


@dataclass(frozen=True)
class Catalogue:
    """All records of a site, by type and id."""

    records: Mapping[Key, Brief]
    # the whole graph that this catalogue was cut from, and its places
    _whole: "Catalogue | None" = field(default=None, repr=False)
    _gazetteer: Gazetteer | None = field(default=None, repr=False)
    # in a region's view, the records that work there; the others are here because those name them
    _local: frozenset[Key] | None = field(default=None, repr=False)

    @classmethod
    def of_briefs(cls, briefs: Iterable[Brief]) -> "Catalogue":
        """Link the briefs; they are kept sorted by type and id."""
        return cls({key: brief for key, brief in sorted(((b.type, b.id), b) for b in briefs)})

    @property
    def whole(self) -> "Catalogue":
        """The catalogue of all regions."""
        return self._whole or self

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places of all regions."""
        return self._gazetteer or Gazetteer(self.of("place"))

    @cached_property
    def _by_type(self) -> dict[str, tuple[Brief, ...]]:
        groups: dict[str, list[Brief]] = {}
        for (kind, _), brief in self.records.items():
            groups.setdefault(kind, []).append(brief)
        return {kind: tuple(briefs) for kind, briefs in groups.items()}

    def of(self, kind: str) -> tuple[Brief, ...]:
        """Give the briefs of one type, sorted by id."""
        return self._by_type.get(kind, ())

    def get(self, kind: str, id: str) -> Brief | None:
        """Give one brief, or None where this catalogue does not hold it."""
        return self.records.get((kind, id))

    def __contains__(self, brief: object) -> bool:
        """Tell whether the record has a page on the site of this catalogue."""
        return isinstance(brief, Brief) and (brief.type, brief.id) in self.records

    def _shown(self) -> Iterable[Brief]:
        """Give the records that others may show: not those that were taken down."""
        return (brief for brief in self.records.values() if brief.status != "removed")

    def is_local(self, brief: Brief) -> bool:
        """Tell whether the record works in the region of this view, and is not only named here."""
        return self._local is None or (brief.type, brief.id) in self._local

    @cached_property
    def _referring(self) -> dict[Key, dict[str, list[Brief]]]:
        inverse: dict[Key, dict[str, list[Brief]]] = {}
        for brief in self._shown():
            for key in dict.fromkeys((r.type, r.id) for r in brief.references):
                inverse.setdefault(key, {}).setdefault(brief.type, []).append(brief)
        return inverse

    def referring(self, brief: Brief, kind: str) -> tuple[Brief, ...]:
        """Give the records of the type `kind` that refer to `brief`, sorted by id."""
        return tuple(self._referring.get((brief.type, brief.id), {}).get(kind, ()))

    def ranks(self, lang: str) -> Mapping[Key, int]:
        """Give every record of all regions a number , in the order of the names in a language."""
        known = self.whole._ranks  # noqa: SLF001 - of another catalogue, not of another class
        if lang not in known:
            briefs = self.whole.records.values()
            ordered = sorted(briefs, key=lambda b: (sort_key(b.name.best(lang).text, lang), b.id, b.type))
            known[lang] = {(brief.type, brief.id): rank for rank, brief in enumerate(ordered)}
        return known[lang]

    @cached_property
    def _ranks(self) -> dict[str, dict[Key, int]]:
        return {}

    def place(self, code: str) -> Brief | None:
        """Give the place with that code, from any region."""
        return self.gazetteer.get(code)

    def within(self, code: str) -> tuple[str, ...]:
        """Give the code and those of all places that it lies in, innermost first."""
        return self.gazetteer.within(code)

    def municipalities(self, code: str) -> tuple[Brief, ...]:
        """Give the municipalities that lie in the place `code`, sorted by id, from any region."""
        return self.gazetteer.municipalities(code)

    @cached_property
    def named_places(self) -> tuple[Brief, ...]:
        """Give the places that records name as where they work or happen, sorted by id."""
        codes = {r.id for brief in self._shown() for r in brief.references if r.type == "place"}
        found = (self.place(code) for code in codes)
        return tuple(sorted((place for place in found if place is not None), key=lambda p: p.id))

    def in_place(self, code: str, kind: str) -> tuple[Brief, ...]:
        """Give the records of a type that work in the place, in a part of it or all around it."""
        return self._in_place.get(code, {}).get(kind, ())

    @cached_property
    def _in_place(self) -> dict[str, dict[str, tuple[Brief, ...]]]:
        found: dict[str, dict[str, dict[str, Brief]]] = {}
        for brief in self._shown():
            for code in {near for named in brief.area for near in self.gazetteer.near(named)}:
                found.setdefault(code, {}).setdefault(brief.type, {})[brief.id] = brief
        return {code: {kind: tuple(briefs.values()) for kind, briefs in kinds.items()} for code, kinds in found.items()}

    def for_region(self, region: Brief) -> "Catalogue":
        """Give the records that work in the region and, closed under reference, what they name."""
        if region.code == COUNTRY:
            return self
        keep: dict[Key, Brief] = {}
        todo = [b for b in self.records.values() if self._works_in(b, region.code)]
        local = frozenset((brief.type, brief.id) for brief in todo)
        while todo:
            brief = todo.pop()
            if keep.setdefault((brief.type, brief.id), brief) is brief:
                named = dict.fromkeys((r.type, r.id) for r in brief.references)
                todo += [self.records[key] for key in named if key in self.records and key not in keep]
        return Catalogue(dict(sorted(keep.items())), self.whole, self.gazetteer, local)

    def _works_in(self, brief: Brief, code: str) -> bool:
        if brief.type in EVERYWHERE:
            return True
        chains = (self.within(each) for each in brief.area)
        return any(code in chain or chain[0] == COUNTRY for chain in chains)
