"""The places of the country: which code is which, and what lies in what. All regions share it."""

from dataclasses import dataclass
from functools import cached_property

from plugins.records.brief import Brief


@dataclass(frozen=True)
class Gazetteer:
    """All places, sorted by id."""

    places: tuple[Brief, ...]

    @cached_property
    def _by_code(self) -> dict[str, Brief]:
        return {place.code: place for place in self.places}

    def get(self, code: str) -> Brief | None:
        """Give the place with that code."""
        return self._by_code.get(code)

    def within(self, code: str) -> tuple[str, ...]:
        """Give the code and those of all places that it lies in, innermost first."""
        chain = [code]
        while (place := self.get(chain[-1])) and place.parent and place.parent not in chain:
            chain.append(place.parent)
        return tuple(chain)

    def municipalities(self, code: str) -> tuple[Brief, ...]:
        """Give the municipalities that lie in the place `code`, sorted by id."""
        towns = (place for place in self.places if place.kind == "municipality")
        return tuple(place for place in towns if code in self.within(place.code))

    def near(self, code: str) -> frozenset[str]:
        """Give the code, those of the places that it lies in and those of the places that lie in it."""
        return self._near.get(code, frozenset())

    @cached_property
    def _near(self) -> dict[str, frozenset[str]]:
        near: dict[str, set[str]] = {}
        for code in self._by_code:
            for around in self.within(code):
                near.setdefault(around, set()).add(code)
                near.setdefault(code, set()).add(around)
        return {code: frozenset(codes) for code, codes in near.items()}
