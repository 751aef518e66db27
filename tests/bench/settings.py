"""The settings of a build that is measured beside Hugo: the real ones, without the search index."""

from pelicanconf import *  # noqa: F403 - all settings but one are the real ones
from plugins import directory

PAGE_PLANNERS = [directory.plan_pages]
