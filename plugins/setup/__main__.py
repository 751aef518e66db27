"""`python3 -m plugins.setup site|test|bench|lock|help`: install what a Makefile target needs, or say what is missing."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, cast

from plugins.setup.browser import install_browser
from plugins.setup.help import show_help
from plugins.setup.locks import write_locks
from plugins.setup.packages import install_npm_packages, install_python_packages
from plugins.setup.system import ROOT
from plugins.setup.words import SetupError, say, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
