"""Floor 2: the records linked with each other, checked across files, and cut by region."""

from plugins.catalogue.catalogue import Catalogue

__all__ = ["Catalogue"]
