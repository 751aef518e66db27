"""Give everything that an export names an identifier that never changes and says nothing of an address."""

from functools import lru_cache
from uuid import UUID, uuid5

# drawn once; all identifiers hang on it
_NAMESPACE = UUID("6f1f6c0e-5d2b-4f0a-9a3e-2c7b8d4e1a95")


@lru_cache(maxsize=4_096)
def identify(*parts: str) -> str:
    """Give the UUID of what the parts name, from the whole to the part: a type, an id, a part of the record."""
    return str(uuid5(_NAMESPACE, "/".join(parts)))


def urn(*parts: str) -> str:
    """Give the same identifier as an IRI, for formats that ask for one."""
    return f"urn:uuid:{identify(*parts)}"
