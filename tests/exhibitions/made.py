"""Stand-ins for what the theme makes of npm's packages: quick, where a test does not look at it."""

from pathlib import Path

from plugins.site.fonts import FAMILIES, PRINTED


def make_script(_packages: Path) -> dict[str, bytes]:
    """Give an empty script under the name that the theme asks for."""
    return {"search.js": b""}


def make_fonts(_packages: Path) -> dict[str, bytes]:
    """Give empty fonts under the names that the theme asks for."""
    return {family.file: b"" for family in (*FAMILIES, *PRINTED)}
