"""Know what a template is made of: the templates that it extends, imports and includes, however far away."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plugins.records.brief import fingerprint
from plugins.site.hashing import SIZE

# every page shows them, though its template does not name them
CHROME = ("chrome_header.html", "chrome_footer.html")
# what names another template; parsing 150 templates for it would cost a fifth of a small build
_NAMING = re.compile(
    r"\{%[-+]?\s*(?:extends|import|include|from)\b\s*(?:([\"'])([^\"']+)\1\s*(?=[-+]?%\}|(?:import|as|with|without|ignore)\b))?"
)


class Known(NamedTuple):
    """A template: the hash of its text, and the names of those that it refers to itself."""

    digest: bytes
    named: tuple[str, ...]


Templates = dict[str, Known]


def read_templates(theme: Path, known: Mapping[str, tuple[bytes, tuple[str, ...]]]) -> Templates:
    """Give every template of the theme by its name; one that is `known` and unchanged is not parsed again."""
    found: Templates = {}
    for name, path in _files(theme):
        text = path.read_bytes()
        digest = blake2b(text, digest_size=SIZE).digest()
        before = known.get(name)
        same = before is not None and before[0] == digest
        found[name] = Known(*before) if before and same else Known(digest, _named(name, text.decode()))
    return found


def _files(theme: Path) -> Iterator[tuple[str, Path]]:
    for folder, pattern in (("components", "*/*.html"), ("templates", "*.html")):
        for path in sorted((theme / folder).glob(pattern)):
            yield path.relative_to(theme / folder).as_posix(), path


def _named(name: str, text: str) -> tuple[str, ...]:
    found = {naming[2] for naming in _NAMING.finditer(text)}
    if None in found:
        raise ValueError(f"{name} names another template by a variable: nobody could tell when to write its pages anew")
    return tuple(sorted(found))


def reach(templates: Mapping[str, Known], start: Iterable[str]) -> set[str]:
    """Give the templates and all that they are made of."""
    reached = set(start)
    todo = list(reached)
    while todo:
        new = set(templates[todo.pop()].named) - reached
        reached |= new
        todo += new
    return reached


def template_keys(templates: Templates) -> dict[str, bytes]:
    """Hash each template together with all that its pages are made of."""
    return {
        name: fingerprint(tuple((part, templates[part].digest) for part in sorted(reach(templates, [name, *CHROME]))))
        for name in templates
    }
