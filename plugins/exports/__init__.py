"""Floor 4: what machines read: open data, feeds, calendars, cards, the sitemap, structured data."""

from plugins.exports.pages import plan_pages
from plugins.exports.sitemap import completed

__all__ = ["completed", "plan_pages"]
