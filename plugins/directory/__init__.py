"""Floor 4: the pages of the directory: records, listings, places and standing texts."""

from plugins.directory.pages import plan_pages

__all__ = ["plan_pages"]
