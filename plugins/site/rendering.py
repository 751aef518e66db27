"""Render pages: the one place that knows Jinja, its filters and what a template may see."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from plugins.languages.dates import say_date, say_number
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Base
from plugins.site.markdown import render_markdown
from plugins.site.page import Page, Whole
from plugins.site.urls import path_of, relative
from plugins.site.view import SiteView

LANGUAGE_NAMES = {"bg": "Български", "tr": "Türkçe", "en": "English"}
Load = Callable[[Brief], Base]


class Renderer:
    """Renders the pages of all sites in one language.

    One page is rendered at a time; `_view` and `_path` say which, so that `url_for` and the
    filters need not be told in every call of a template.
    """

    def __init__(
        self, lang: str, theme: Path, load: Load, wording: NullTranslations, cache: BytecodeCache | None
    ) -> None:
        self._lang = lang
        self._load = load
        self._path = ""
        self._view: SiteView
        self._chrome: dict[tuple[str, str, int], dict[str, Markup]] = {}
        self._environment = self._make_environment(theme, wording, cache)
        self._templates: dict[str, Template] = {}

    def _make_environment(
        self, theme: Path, wording: NullTranslations, cache: BytecodeCache | None
    ) -> Environment:
        environment = Environment(
            loader=FileSystemLoader([theme / "templates", theme / "components"]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=cache,
            auto_reload=False,
            cache_size=-1,
        )
        environment.globals.update(
            gettext=wording.gettext, ngettext=wording.ngettext, lang=self._lang, url_for=self.url_for
        )
        environment.filters.update(
            text=self._text,
            plain=self._plain,
            markdown=self._markdown,
            date=lambda value, style="long": say_date(str(value), self._lang, style),
            number=lambda value: say_number(value, self._lang),
            label=self._label,
            address=lambda url: url.partition("://")[2].removeprefix("www.").rstrip("/"),
        )
        return environment

    def render(self, view: SiteView, page: Page) -> bytes:
        """Make the content of a page."""
        self._view, self._path = view, view.root + page.path
        inputs = {name: self._resolve(value) for name, value in page.inputs.items()}
        if not isinstance(page.template, str):
            content = page.template(view, inputs)
            return content if isinstance(content, bytes) else content.encode()
        context = self._context(view, page.door) | inputs
        stem = page.path.rpartition("/")[2].removesuffix(".html")
        page_facts = {
            "path": page.path,
            "door": page.door,
            "type": page.template.removesuffix(".html"),
            "funders": view.site.funders_of(stem),
        }
        chrome = self._chrome_of(view, page, context)
        return self._template(page.template).render(context, page=page_facts, chrome=chrome).encode()

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(name)
        return self._templates[name]

    def _context(self, view: SiteView, door: str) -> dict[str, object]:
        codes = view.site.languages
        return {
            "site": view.site,
            "languages": tuple({"code": code, "name": LANGUAGE_NAMES[code]} for code in codes),
            "door": door,
        }

    def _chrome_of(
        self, view: SiteView, page: Page, context: Mapping[str, object]
    ) -> dict[str, Markup]:
        """Render the header and footer once for all pages of a door at the same depth."""
        key = (view.site.id, page.door, self._path.count("/"))
        if key not in self._chrome:
            self._chrome[key] = {
                part: Markup(self._template(f"chrome_{part}.html").render(context))  # noqa: S704 - our own template's output
                for part in ("header", "footer")
            }
        return self._chrome[key]

    def _resolve(self, value: object) -> object:
        if isinstance(value, Whole):
            return self._load(value.brief)
        if isinstance(value, Brief):
            return value
        if isinstance(value, tuple):
            return tuple(self._resolve(each) for each in value)
        if isinstance(value, Mapping):
            return {name: self._resolve(each) for name, each in value.items()}
        return value

    def url_for(self, target: Brief | Base | str, fragment: str = "", **parts: object) -> str:
        """Write the link from the page that is rendered to another page or file of the site."""
        if target == "asset":
            path = self._view.site.assets[str(parts["name"])]
        elif target == "scene":
            path = self._view.site.assets[f"{parts['name']}.svg"]
        elif target == "language":
            root = self._view.root_of(str(parts["lang"]))
            path = root + self._path.removeprefix(self._view.root)
        elif target == "sister":
            return self._sister(str(parts["id"]))
        else:
            path = self._view.root + path_of(target, **parts)
        return relative(path, self._path) + (f"#{fragment}" if fragment else "")

    def _sister(self, id: str) -> str:
        """Link to another site: where it is published, else to its folder beside this one."""
        sister = next(each for each in self._view.site.sisters if each.id == id)
        if sister.address:
            return sister.address
        known = self._lang in sister.languages[1:]
        folder = f"../{id}/{self._lang}/" if known else f"../{id}/"
        return relative(f"{folder}index.html", self._path)

    def _text(self, value: Text | str | None) -> Markup:
        """Escape a text; one that fell back to another language says in which it is."""
        if not isinstance(value, Text):
            return escape(value or "")
        words, lang = value.best(self._lang)
        if lang == self._lang:
            return escape(words)
        return Markup('<span lang="{}">{}</span>').format(lang, words)

    def _plain(self, value: Text | str | None) -> str:
        return value.best(self._lang).text if isinstance(value, Text) else value or ""

    def _markdown(self, value: Text, heading_level: int = 2) -> Markup:
        words, lang = value.best(self._lang)
        body = render_markdown(words, heading_level=heading_level, resolve=self._address_of)
        if lang == self._lang:
            return body
        return Markup('<div lang="{}">{}</div>').format(lang, body)

    def _address_of(self, kind: str, id: str) -> str | None:
        """Give the link to a record that a Markdown text names as `cause:chisti-reki`."""
        brief = self._view.catalogue.get(kind, id)
        return None if brief is None else self.url_for(brief)

    def _label(self, term: str, vocabulary: str) -> Markup:
        return self._text(self._view.site.label(vocabulary, term))
