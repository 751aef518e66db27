"""Hash what every page depends on beside its inputs: our code, the theme, the libraries."""

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from plugins.records.brief import fingerprint
from plugins.site.fingerprints import of_files

PLUGINS = Path(__file__).parents[1]
LIBRARIES = ("jinja2", "markupsafe", "markdown", "nh3", "babel", "pydantic", "pyyaml", "lunr")
_CODE = {".py", ".json", ".js", ".html", ".css", ".po", ".svg", ".yaml", ".tsv", ".txt"}


def hash_environment(theme: Path) -> bytes:
    """Give the hash; it knows no clock, no absolute path and no locale."""
    libraries = tuple((name, version(name)) for name in LIBRARIES)
    return fingerprint((sys.version_info[:3], libraries, hash_code(), of_files(_files(theme), theme)))


@cache
def hash_code() -> bytes:
    """Hash the source of the plugins."""
    return of_files(_files(PLUGINS), PLUGINS)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in _CODE and path.is_file()]
