"""Render pages: the one place that knows Jinja, its filters and what a template may see."""

import re
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.runtime import Macro
from markupsafe import Markup

from plugins.languages.dates import say_date, say_number
from plugins.languages.edtf import say_edtf
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Base
from plugins.site.markdown import render_markdown, without_links
from plugins.site.page import Page, Whole
from plugins.site.qr import draw_code
from plugins.site.templates import TemplateEnvironment, write
from plugins.site.tones import tone
from plugins.site.urls import path_of, relative, root_on_host
from plugins.site.view import SiteView

_BLANK_LINES = re.compile(r"\n\s*\n")
LANGUAGE_NAMES = {"bg": "Български", "tr": "Türkçe", "en": "English"}
Load = Callable[[Brief], Base]
NOT_FOUND = path_of("missing")


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
        # the page that is rendered: its path inside the language, the ways up to the site and the language
        self._page = self._up = self._root = ""
        self._view: SiteView
        # what every template sees: the site, its languages, and `page`, which changes with each page
        self._shared: dict[str, object] = {}
        self._facts: dict[str, object] = {}
        self._chrome: dict[tuple[str, str, str], dict[str, Markup]] = {}
        self._environment = self._make_environment(theme, wording, cache)
        self._templates: dict[str, Template] = {}
        # (macro, depth, arguments or their ids) → the arguments, so that their ids stay theirs; what the macro made
        self._once: dict[tuple[object, ...], tuple[tuple[object, ...], str]] = {}

    def _make_environment(
        self, theme: Path, wording: NullTranslations, cache: BytecodeCache | None
    ) -> TemplateEnvironment:
        environment = TemplateEnvironment(
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
            gettext=wording.gettext, ngettext=wording.ngettext, lang=self._lang, url_for=self.url_for, once=self.once
        )
        environment.filters.update(
            text=self._text,
            plain=self._plain,
            markdown=self._markdown,
            paragraphs=self._paragraphs,
            unlinked=without_links,
            edtf=lambda value: say_edtf(value, self._lang),
            date=lambda value, style="long": say_date(str(value), self._lang, style) if value else "",
            number=lambda value: say_number(value, self._lang),
            label=self._label,
            code=self._code,
            tone=tone,
            address=lambda url: url.partition("://")[2].removeprefix("www.").rstrip("/"),
        )
        return environment

    def render(self, view: SiteView, page: Page) -> bytes:
        """Make the content of a page."""
        self._view, self._page = view, page.path
        self._up = _way_up(view, page.path)
        self._root = self._up + view.root
        inputs = {name: self._given(value) for name, value in page.inputs.items()}
        if not isinstance(page.template, str):
            content = page.template(view, inputs)
            return content if isinstance(content, bytes) else content.encode()
        self._show(view, page)
        chrome = self._chrome_of(view, page)
        return self._template(page.template).render(self._shared | inputs, door=page.door, chrome=chrome).encode()

    def _show(self, view: SiteView, page: Page) -> None:
        """Let the templates see the site, and the page as `page`."""
        if self._shared.get("site") is not view.site:
            languages = tuple({"code": code, "name": LANGUAGE_NAMES[code]} for code in view.site.languages)
            self._shared = {"site": view.site, "languages": languages, "page": self._facts}
            self._environment.share(self._shared)
            self._once.clear()
        kind = str(page.template).removesuffix(".html")
        self._facts.update(
            path=page.path,
            address=view.address_of(page.path),
            alternates=self._alternates(view, page.path),
            share=self._share(view),
            door=page.door,
            type=kind,
            sheet=f"{kind}.css" if f"{kind}.css" in view.site.assets else None,
            # the pages below that of a record are about it too
            funders=view.site.funders_of(*page.path.removesuffix(".html").split("/")),
        )

    def _alternates(self, view: SiteView, path: str) -> tuple[tuple[str, str], ...]:
        """Give (language, address) of the page in every language: whole addresses where the site's is known."""
        return tuple(
            (lang, view.address_of(path, lang) or self.url_for("language", lang=lang)) for lang in view.site.languages
        )

    def _share(self, view: SiteView) -> str | None:
        """Give the whole address of the picture that stands for the site where a page of it is shared."""
        picture = view.site.assets.get(f"{view.site.scene}.png")
        return view.address_of(picture, view.site.languages[0]) if picture else None

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(name)
        return self._templates[name]

    def _chrome_of(self, view: SiteView, page: Page) -> dict[str, Markup]:
        """Render the header and footer once for all pages of a door at the same depth."""
        key = (view.site.id, page.door, self._up)
        if key not in self._chrome:
            self._chrome[key] = {
                part: Markup(self._template(f"chrome_{part}.html").render(self._shared, door=page.door))  # noqa: S704 - our own template's output
                for part in ("header", "footer")
            }
        return self._chrome[key]

    def once(self, macro: Macro, *arguments: object) -> str:
        """Call a macro, once for all pages of a site at the same depth that call it with the same arguments.

        The card of an organisation stands in five listings. What depends on the page must not be made so.
        """
        key = (macro.name, self._up, *(each if isinstance(each, str | int) else id(each) for each in arguments))
        if key not in self._once:
            self._once[key] = (arguments, macro(*arguments))
        return self._once[key][1]

    def _given(self, value: object) -> object:
        """Load the records that an input, or a tuple of them, asks for."""
        if isinstance(value, Whole):
            return self._load(value.brief)
        if isinstance(value, tuple) and any(isinstance(each, Whole) for each in value):
            return tuple(self._given(each) for each in value)
        return value

    def url_for(self, target: Brief | Base | str, fragment: str = "", **parts: object) -> str:
        """Write the link from the page that is rendered to another page or file of the site."""
        if not isinstance(target, str):
            link = self._root + path_of(target)
        elif target == "asset":
            link = self._up + self._view.site.assets[str(parts["name"])]
        elif target == "scene":
            link = self._up + self._view.site.assets[f"{parts['name']}.svg"]
        elif target == "language":
            link = self._up + self._view.root_of(str(parts["lang"])) + self._page
        elif target == "file":
            link = self._up + str(parts["path"])
        elif target == "sister":
            link = self._sister(str(parts["id"]))
        else:
            link = self._root + path_of(target, **parts)
        return f"{link}#{fragment}" if fragment else link

    def _sister(self, id: str) -> str:
        """Link to another site: where it is published, else to its folder beside this one."""
        sister = next(each for each in self._view.site.sisters if each.id == id)
        # a demonstration is looked at where it was built
        if sister.address and not self._view.site.demo:
            return sister.address
        known = self._lang in sister.languages[1:]
        return f"{self._up}../{id}/{self._lang}/index.html" if known else f"{self._up}../{id}/index.html"

    def _text(self, value: Text | str | None) -> str:
        """Escape a text; one that fell back to another language says in which it is."""
        if not isinstance(value, Text):
            return write(value or "")
        for lang, words in value.pairs:
            if lang == self._lang:
                return write(words)
        words, lang = value.best(self._lang)
        return Markup('<span lang="{}">{}</span>').format(lang, words)

    def _plain(self, value: Text | str | None) -> str:
        return value.best(self._lang).text if isinstance(value, Text) else value or ""

    def _markdown(self, value: Text, heading_level: int = 2) -> Markup:
        words, lang = value.best(self._lang)
        body = render_markdown(words, heading_level=heading_level, resolve=self._address_of)
        if lang == self._lang:
            return body
        return Markup('<div lang="{}">{}</div>').format(lang, body)

    def _paragraphs(self, value: Text) -> Markup:
        """Write a text of paragraphs without any marks; a line of the text stays a line."""
        words, lang = value.best(self._lang)
        lines = (write(each.strip()) for each in _BLANK_LINES.split(words.strip()))
        body = Markup("\n".join(f"<p>{each.replace(chr(10), '<br>')}</p>" for each in lines))  # noqa: S704 - escaped
        return body if lang == self._lang else Markup('<div lang="{}">{}</div>').format(lang, body)

    def _address_of(self, kind: str, id: str) -> str | None:
        """Give the link to a record that a Markdown text names as `cause:chisti-reki`."""
        brief = self._view.catalogue.get(kind, id)
        return None if brief is None else self.url_for(brief)

    def _code(self, path: str) -> dict[str, object] | None:
        """Draw the code that opens a page; None where nobody has said where the site is published."""
        address = self._view.address_of(path)
        if address is None:
            return None
        outline, size = draw_code(address)
        return {"path": outline, "size": size, "address": address.partition("://")[2]}

    def _label(self, term: str, vocabulary: str) -> str:
        return self._text(self._view.site.label(vocabulary, term))


def _way_up(view: SiteView, path: str) -> str:
    """Give the way from a page to the root of the site.

    A host shows the page for missing addresses at any depth, so its links begin at the root of the host,
    where that is known; a demonstration is looked at where it was built.
    """
    address = view.site.region.address
    if path == NOT_FOUND and address and not view.site.demo:
        return root_on_host(address)
    return relative("", view.root + path)
