"""Find the libraries of the system that WeasyPrint lays out the panels with, or install them."""

from __future__ import annotations

from ctypes.util import find_library

from plugins.setup.system import install_system_package
from plugins.setup.words import SetupError, say, sentence

# library → the package of Debian and Ubuntu that holds it
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz": "libharfbuzz0b",
    "harfbuzz-subset": "libharfbuzz-subset0",
    "fontconfig": "libfontconfig1",
}


def missing_packages() -> list[str]:
    """Return the packages whose libraries are not on this machine."""
    return [package for library, package in LIBRARIES.items() if find_library(library) is None]


def install_libraries() -> None:
    """Install what is missing; raise SetupError that names it where this person may not install it."""
    missing = missing_packages()
    if not missing:
        return
    say("Installing the libraries that panels are printed with (once) …")
    for package in missing:
        install_system_package(package)
    if missing := missing_packages():
        raise SetupError(
            sentence(
                "Printing needs libraries of the system. On Debian: apt install {packages}", packages=" ".join(missing)
            )
        )
