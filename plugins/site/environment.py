"""Hash what every page depends on beside its inputs: our code, the theme, the libraries."""

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from plugins.records.brief import fingerprint
from plugins.site.hashing import hash_files

PLUGINS = Path(__file__).parents[1]
LIBRARIES = ("jinja2", "markupsafe", "markdown", "nh3", "babel", "pydantic", "pyyaml", "lunr")
_CODE = {".py", ".json", ".js", ".html", ".css", ".po", ".svg", ".yaml", ".tsv", ".txt"}


def hash_environment(theme: Path) -> bytes:
    """Give the hash; it knows no clock, no absolute path and no locale.

    Of the theme it holds what is said: a page knows its templates, and its style sheets by their names.
    """
    libraries = tuple((name, version(name)) for name in LIBRARIES)
    return fingerprint((sys.version_info[:3], libraries, hash_code(), hash_files(theme, {".po"})))


@cache
def hash_code() -> bytes:
    """Hash the source of the plugins."""
    return hash_files(PLUGINS, _CODE)
