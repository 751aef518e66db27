"""Say which of the four colours of tabs fields, kinds and types have: a style then knows four names, not thirty."""

from collections.abc import Mapping

# colour, by the field or kind that gave it its name → those that share it
_SHARED: Mapping[str, tuple[str, ...]] = {
    "ecology": ("animals", "association", "initiative"),
    "social": ("health", "rights", "foundation", "religious", "cooperative"),
    "culture": ("heritage", "sport", "chitalishte", "exhibition"),
    "education": ("youth", "informal-group", "library", "school", "training"),
}
TONES: Mapping[str, str] = {kind: colour for colour, kinds in _SHARED.items() for kind in kinds}


def tone(kind: str) -> str:
    """Name the colour of a field, kind or type; one that shares none keeps its name, and the plain colour."""
    return TONES.get(kind, kind)
