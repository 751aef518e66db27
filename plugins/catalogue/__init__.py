"""Floor 2: the records linked with each other, checked across files, and cut by region."""

from plugins.catalogue.catalogue import Catalogue
from plugins.catalogue.checks import check

__all__ = ["Catalogue", "check"]
