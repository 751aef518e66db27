"""The settings of the build: the one place where the floors of plugins/ are put together."""

from pathlib import Path

from plugins import directory, editing, exhibitions, exports, federation, search
from plugins.catalogue import checks
from plugins.directory import addresses, logos, outlines, texts
from plugins.editing import attention
from plugins.exhibitions import across
from plugins.exhibitions import reading as exhibition_reading
from plugins.exhibitions import rules as exhibition_rules
from plugins.exhibitions import walk as exhibition_walk
from plugins.exhibitions.objects import media as objects_media
from plugins.exhibitions.objects import reading as objects_reading
from plugins.records import reading, walk
from plugins.records.model import FOLDERS
from plugins.records.rules import RULES

ROOT = Path(__file__).parent

SITENAME = "Средище"
SITEURL = ""
DEFAULT_LANG = "bg"
TIMEZONE = "Europe/Sofia"
# nothing that we write depends on it, and the language of a keyboard may not be installed
LOCALE = ["C.UTF-8", "C"]
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
    "collection": objects_reading.read_collection,
    "medium": objects_media.read_medium,
    "page": texts.read_text,
    "outlines": outlines.read_outlines,
    "logo": logos.read_logo,
}
RECORD_LOCATORS = {
    **{model.TYPE: reading.locate_record for model in FOLDERS.values()},
    "exhibition": exhibition_reading.locate,
    "collection": objects_reading.locate_object,
    "medium": objects_media.locate_medium,
    "page": texts.locate,
    "outlines": outlines.locate_outline,
    "logo": logos.locate_logo,
}
RECORD_CHECKS = [checks.check, addresses.check_addresses, logos.check_logos, across.check]
# what each problem says, by its code
PROBLEM_RULES = {**RULES, **exhibition_rules.RULES}
# the exports describe and list the pages of the others, but not the one for those who keep the records
PAGE_PLANNERS = [
    exports.completed(
        directory.plan_pages,
        exhibitions.plan_pages,
        federation.plan_pages,
        search.plan_pages,
        editing.plan_suggestions,
    ),
    attention.planner(PROBLEM_RULES),
]
# fonts and scripts are made from the packages that the set-up installed; by name, for what
# makes them is loaded only when a package has changed
NPM_PACKAGES = str(ROOT / "node_modules")
ASSET_MAKERS = ["plugins.site.fonts:make_fonts", "plugins.search.scripts:browser_scripts"]
# two workers, as many as the machines of free hosts have
JOBS = 2
# the one clock: an ISO day; "" is the day of the newest check of a record
TODAY = ""
# build only this site; "" builds all
ONLY_SITE = ""
