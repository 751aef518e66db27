"""Floor 4: what machines read: open data, feeds, calendars, cards, the sitemap, structured data."""

from plugins.exports.completed import completed
from plugins.exports.pages import plan_pages

__all__ = ["completed", "plan_pages"]
