"""Find the Chromium that the tests drive and the Firefox that the search is tried in, or install them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from plugins.setup.packages import PYTHON
from plugins.setup.system import STAMPS, administrator, attempt, install_system_package
from plugins.setup.words import SetupError, say, sentence

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FIREFOX = ("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox")
OWN_CHROMIUM = STAMPS / "chromium"  # the path of the one that Playwright brought
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as start\nwith start() as p: print(p.chromium.executable_path)"
)


def find_browser() -> str | None:
    """Return the path of SREDISHTE_CHROMIUM, the machine's Chromium or Chrome, or the one that we installed."""
    if chosen := os.environ.get("SREDISHTE_CHROMIUM"):
        return shutil.which(chosen)
    own = OWN_CHROMIUM.read_text(encoding="utf-8") if OWN_CHROMIUM.is_file() else ""
    return next((path for name in (*NAMES, own) if name and (path := shutil.which(name))), None)


def install_browser() -> None:
    """Install Chromium unless a browser is there: the system's package, else Playwright's own build."""
    if find_browser():
        return
    say("Installing the browser Chromium for the tests (once) …")
    if not (install_system_package("chromium") and find_browser()):
        install_with_playwright()
    if not find_browser():
        raise SetupError(
            sentence(
                "The tests need the browser Chromium. Install it (or Chrome), or give its path in SREDISHTE_CHROMIUM."
            )
        )


def install_with_playwright() -> None:
    """Ask Playwright for its build of Chromium and note where it put it."""
    libraries = ["--with-deps"] if administrator() == [] and shutil.which("apt-get") else []
    if attempt([PYTHON, "-m", "playwright", "install", *libraries, "chromium"]):
        asked = subprocess.run([PYTHON, "-c", ASK_PLAYWRIGHT], capture_output=True, encoding="utf-8", check=True)
        OWN_CHROMIUM.write_text(str(Path(asked.stdout.strip())), encoding="utf-8")


def find_firefox() -> str | None:
    """Return the path of SREDISHTE_FIREFOX or of the machine's Firefox."""
    if chosen := os.environ.get("SREDISHTE_FIREFOX"):
        return shutil.which(chosen)
    return next((path for name in FIREFOX if (path := shutil.which(name))), None)


def install_firefox() -> None:
    """Install Firefox if it is missing and may be installed; the measurement says so if it is not there."""
    if not find_firefox():
        say("Installing the browser Firefox for the measurement (once) …")
        install_system_package("firefox-esr")
