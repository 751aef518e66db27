"""Floor 4: the open data of a region elsewhere, copied into a record that the national site shows."""

from plugins.federation.pages import plan_pages

__all__ = ["plan_pages"]
