"""The settings of a build that is measured beside Hugo: the real ones, without search, exports and exhibitions."""

import os

from pelicanconf import *  # noqa: F403 - all other settings are the real ones
from pelicanconf import THEME as REAL_THEME
from plugins import directory

PAGE_PLANNERS = [directory.plan_pages]
# a copy that the benchmark may change
THEME = os.environ.get("BENCH_THEME", REAL_THEME)
