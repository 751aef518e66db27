"""Turn Markdown into safe HTML: the one door for every text that a publisher writes in Markdown.

Python-Markdown makes a tree, in which links are vetted and headings moved below those of the
page; nh3 then lets through nothing that is not on the lists below. Raw HTML is shown as text.
Text without a special character takes a short cut that gives the same bytes.
"""

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from plugins.site.safe_url import is_external, safe_url

TAGS = frozenset(
    {"a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol"}
    | {"p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
ATTRIBUTES = {
    "*": {"lang"},
    **{heading: {"id"} for heading in ("h2", "h3", "h4")},
    "a": {"href", "rel"},
    "abbr": {"title"},
    "ol": {"start"},
    "th": {"scope"},
}
EXTENSIONS = ("abbr", "attr_list", "def_list", "fenced_code", "sane_lists", "tables")
# Python-Markdown needs minutes for some texts beyond these, and recursion for nesting; no text
# that people read comes near them
MOST_MARKS = 3_000
MOST_LINES = 3_000
_MARKS = re.compile(r"[\[\]*_`<>&!\\|{}]")
_TOO_DEEP = re.compile(r"^ *(?:(?:>|[-+*] |[0-9]{1,9}\. ) *){20}|^(?: {4}|\t){16}", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);")
# a character with a meaning, an unusual space, the start of a block, a space at the end of a line:
# to be looked for between two line breaks; `^` and `$` would cost four times as much
_SPECIAL = re.compile(
    r"[][*_`<>&\\|{}\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
    r"|\n(?:[ #+=:~-]|[0-9]+\.)| \n"
)
_REFERENCE = re.compile(r"([a-z]+):([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([a-z0-9]+(?:-[a-z0-9]+)*))?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# the only anchors that a text may set: the code of a rule, which can be no part of a page of ours
_CODE = re.compile(r"[a-z][0-9]{3}")
_BREAKS = re.compile(r"\n{2,}")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


# (type, id) → the link to the record, or None where the site has no page of it
Resolve = Callable[[str, str], str | None]


def render_markdown(source: str, *, heading_level: int = 2, resolve: Resolve | None = None) -> Markup:
    """Make safe HTML whose highest heading is `heading_level`, with no level left out below it.

    `[text](cause:chisti-reki)` becomes a link to the record by `resolve`; a link that is not
    safe, or leads to nothing, leaves its words. Images leave their alternative text: pictures
    belong to exhibitions, which keep them apart from their text.
    """
    if not _SPECIAL.search(f"\n{source}\n"):
        return _plain_paragraphs(source)
    if not _is_readable(source):
        return _plain_paragraphs(str(Markup.escape(source)))
    return render_fully(source, heading_level=heading_level, resolve=resolve)


def render_fully(source: str, *, heading_level: int = 2, resolve: Resolve | None = None) -> Markup:
    """Do what `render_markdown` does, without its short cut; it may take long over hostile text."""
    return Markup(_sanitise(_engine().render(source, heading_level, resolve)))  # noqa: S704 - nh3's output


def markdown_words(source: str) -> str:
    """Give the words of a Markdown text without its marks, blocks on lines of their own."""
    return unescape(nh3.clean(render_markdown(source), tags=set())).strip()


def without_links(html: Markup) -> Markup:
    """Leave only the words of the links in what `render_markdown` made, for pages that lead nowhere."""
    return Markup(nh3.clean(html, tags=set(TAGS - {"a"}) | {"div"}, attributes=ATTRIBUTES, link_rel=None))  # noqa: S704 - nh3's output


def _is_readable(source: str) -> bool:
    """Tell whether a text is one that somebody could have written for people."""
    short = source.count("\n") < MOST_LINES and len(_MARKS.findall(source)) < MOST_MARKS
    return short and not _TOO_DEEP.search(source)


def _plain_paragraphs(text: str) -> Markup:
    paragraphs = _BREAKS.split(text.strip())
    if paragraphs == [""]:
        return Markup("")
    whole = "</p>\n<p>".join(paragraph.strip() for paragraph in paragraphs)
    return Markup(f"<p>{whole}</p>")  # noqa: S704 - holds no character that HTML knows


def _sanitise(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_filter_attribute,
        clean_content_tags=set(),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _filter_attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "lang":
        return value if _LANGUAGE.fullmatch(value) else None
    if name == "id":
        return value if _CODE.fullmatch(value) else None
    return value


class _Engine:
    """One Python-Markdown, set up once in a process."""

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=EXTENSIONS, output_format="html")
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._markdown.inlinePatterns.register(_Mailbox(r"<([^<> !]+@[^@<> ]+)>"), "automail", 110)
        self._outline = _Outline(self._markdown)
        # after every other tree processor, the one that undoes escapes included
        self._markdown.treeprocessors.register(self._outline, "outline", -10)

    def render(self, source: str, heading_level: int, resolve: Resolve | None) -> str:
        self._outline.heading_level, self._outline.resolve = heading_level, resolve
        return self._markdown.reset().convert(source)


@cache
def _engine() -> _Engine:
    return _Engine()


class _Mailbox(InlineProcessor):
    """Make `<office@example.org>` a link without the entities that Python-Markdown hides it in."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the name and the arguments are Python-Markdown's
        link = Element("a", {"href": f"mailto:{m.group(1)}"})
        link.text = m.group(1)
        return link, m.start(0), m.end(0)


class _Outline(Treeprocessor):
    """Vet the links, put headings below those of the page, name the columns of tables."""

    heading_level = 2
    resolve: Resolve | None = None

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        open_levels: list[int] = []
        for element in root.iter():
            if element.tag == "a":
                _vet_link(element, self.resolve)
            elif element.tag in _HEADINGS:
                self._place(element, open_levels)
            elif element.tag == "th":
                _name_column(element)
            elif element.tag == "img":
                element.tag, element.text, element.attrib = "span", element.get("alt", ""), {}

    def _place(self, heading: Element, open_levels: list[int]) -> None:
        level = _HEADINGS.index(heading.tag)
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        depth = self.heading_level + len(open_levels) - 1
        heading.tag = _HEADINGS[min(depth, 6) - 1]


def _vet_link(link: Element, resolve: Resolve | None) -> None:
    address = _address(_ENTITY.sub(lambda found: unescape(found.group()), link.get("href", "")), resolve)
    link.attrib = {name: value for name, value in link.attrib.items() if name == "lang"}
    if address is None:
        link.tag = "span"
        return
    # Python-Markdown's writer leaves an ampersand that looks like the start of an entity
    link.set("href", address.replace("&", "&amp;"))
    if is_external(address):
        link.set("rel", "noopener")


def _address(href: str, resolve: Resolve | None) -> str | None:
    reference = _REFERENCE.fullmatch(href)
    if reference is None or reference.group(1) == "tel":
        return safe_url(href)
    kind, id, fragment = reference.groups()
    address = resolve(kind, id) if resolve else None
    return f"{address}#{fragment}" if address and fragment else address


def _name_column(cell: Element) -> None:
    if cell.text or len(cell):
        cell.set("scope", "col")
    else:
        cell.tag = "td"
