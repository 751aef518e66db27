"""Floor 4: exhibitions, from Markdown to panels on the web and on the wall."""

from plugins.exhibitions.pages import plan_pages

__all__ = ["plan_pages"]
