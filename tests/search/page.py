"""A small site of a search page and its index alone, made from any documents."""

import html
from collections.abc import Iterable
from pathlib import Path

from plugins.search.document import Document
from plugins.search.index import build_index
from plugins.search.scripts import browser_scripts
from plugins.setup.packages import NODE_MODULES
from tests.search.conftest import write_files

# the policy is that of theme/templates/base.html, as far as scripts go
_PAGE = """<!doctype html><html lang="bg"><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self';
 require-trusted-types-for 'script'; trusted-types sredishte-search">
<form data-search action="search.html"><input id="search-q" name="q"></form>
<p id="search-status" data-failed="failed"></p><button id="search-retry" hidden></button>
<ol id="search-results"></ol>
<aside id="search-facets" hidden><details><summary></summary><div class="filters-list"></div></details></aside>
<template id="search-hit"><li><p><span class="hit__kind"></span> <span class="hit__place"></span></p>
<h2><a class="hit__link"></a></h2><p class="hit__text"></p></li></template>
<script src="assets/search-page.js" data-terms="{terms}" async fetchpriority="high"></script>"""


def write_search_page(folder: Path, documents: Iterable[Document]) -> Path:
    """Write the page, the scripts and the index into a folder; give the page's path."""
    index = build_index(documents, "bg")
    write_files(folder / "search", index.files)
    write_files(folder / "assets", browser_scripts(NODE_MODULES))
    return write_page(folder, index.terms)


def write_page(folder: Path, terms: str) -> Path:
    """Write the page beside the scripts and the index that are there already; give its path."""
    page = folder / "search.html"
    page.write_text(_PAGE.replace("{terms}", html.escape(terms)), encoding="utf-8")
    return page
