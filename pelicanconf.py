"""The settings of the build: the one place where the floors of plugins/ are put together."""

from pathlib import Path

from plugins import catalogue, directory, exhibitions, search
from plugins.directory import texts
from plugins.exhibitions import reading as exhibition_reading
from plugins.exhibitions import walk as exhibition_walk
from plugins.records import reading, walk
from plugins.records.model import FOLDERS
from plugins.site import fonts

ROOT = Path(__file__).parent

SITENAME = "Средище"
SITEURL = ""
DEFAULT_LANG = "bg"
TIMEZONE = "Europe/Sofia"
PATH = "content"
OUTPUT_PATH = "output"
THEME = str(ROOT / "theme")
DELETE_OUTPUT_DIRECTORY = False

# every page is planned by us; Pelican's own generators find nothing to do
PLUGIN_PATHS = [str(ROOT)]
PLUGINS = ["plugins.site.generator"]
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
READERS = {"rst": None, "md": None, "html": None}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# what is found, how each type is read, what is checked across files, what is planned
RECORD_FINDERS = [walk.find_records, exhibition_walk.find_exhibitions, texts.find_texts]
RECORD_READERS = {
    **{model.TYPE: reading.read_record for model in FOLDERS.values()},
    "exhibition": exhibition_reading.read_exhibition,
    "page": texts.read_text,
}
RECORD_LOCATORS = {
    **{model.TYPE: reading.locate_record for model in FOLDERS.values()},
    "exhibition": exhibition_reading.locate,
    "page": texts.locate,
}
RECORD_CHECKS = [catalogue.check]
PAGE_PLANNERS = [directory.plan_pages, exhibitions.plan_pages, search.plan_pages]
# fonts and scripts are made from the packages that the set-up installed
NPM_PACKAGES = str(ROOT / "node_modules")
ASSET_MAKERS = [fonts.make_fonts, search.make_scripts]
# two workers, as many as the machines of free hosts have
JOBS = 2
# build only this site; "" builds all
ONLY_SITE = ""
