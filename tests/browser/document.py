"""HTML text → a tree of elements, as far as the tests of the built site need it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))


@dataclass
class Element:
    """An element with its attributes; its content is elements and pieces of text, in order."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    content: list["Element | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """Yield this element and those inside it, in document order."""
        yield self
        for each in self.content:
            if isinstance(each, Element):
                yield from each.walk()

    def find_all(self, tag: str = "", *, kind: str = "") -> list["Element"]:
        """Return the elements with this tag and this class."""
        return [each for each in self.walk() if tag in {"", each.tag} and (not kind or kind in each.classes)]

    @property
    def classes(self) -> list[str]:
        """The words of the class attribute."""
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """The text inside, with single spaces."""
        return " ".join("".join(text for _, text in self.texts()).split())

    @property
    def language(self) -> str:
        """The language of the content: its own `lang`, or the nearest one around it."""
        if "lang" in self.attributes or self.parent is None:
            return self.attributes.get("lang", "")
        return self.parent.language

    def texts(self) -> Iterator[tuple["Element", str]]:
        """Yield each piece of text with the element that holds it."""
        for each in self.content:
            if isinstance(each, Element):
                yield from each.texts()
            else:
                yield self, each


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.content.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened = self.here
        while opened.parent is not None:
            if opened.tag == tag:
                self.here = opened.parent
                return
            opened = opened.parent

    def handle_data(self, data: str) -> None:
        self.here.content.append(data)


def parse(html: str) -> Element:
    """Return the root of the tree."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root
