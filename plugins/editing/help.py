"""Make the help pages about problems: what each code means, in every language of the sites.

They are standing pages like any other (`content/pages/<id>.<language>.md`), made from the
tables of rules, so that a rule and its help cannot differ.
"""

import re
from collections.abc import Callable, Mapping

from plugins.editing.drafts import scalar
from plugins.languages.text import LANGUAGES
from plugins.languages.translations import load_translations
from plugins.records.rules import Rule

Gettext = Callable[[str], str]
FOLDER = "content/pages"
# id of the page → its name, what it is about, and the first letters of the codes on it
PAGES: dict[str, tuple[str, str, str]] = {
    "problems-writing": (
        "What check messages mean: how a file is written",
        "For those who keep the records: messages about how a file is written, and what to do.",
        "Y",
    ),
    "problems-fields": (
        "What check messages mean: what stands in a field",
        "For those who keep the records: messages about what stands in a field, and what to do.",
        "V",
    ),
    "problems-records": (
        "What check messages mean: records, exhibitions and files",
        "For those who keep the records: messages about records, exhibitions and files, and what to do.",
        "CDEF",
    ),
}
_PLACE = re.compile(r"\{\w+\}")
_MARKS = re.compile(r"([\\`*_\[\]<>#|{}])")


def make_help(rules: Mapping[str, Rule]) -> dict[str, str]:
    """Make path → content of each help page in each language."""
    return {
        f"{FOLDER}/{id}.{lang}.md": _page(id, rules, load_translations(lang).gettext)
        for id in PAGES
        for lang in LANGUAGES
    }


def _page(id: str, rules: Mapping[str, Rule], gettext: Gettext) -> str:
    name, about, letters = PAGES[id]
    head = ["---", f"name: {scalar(gettext(name))}", f"summary: {scalar(gettext(about))}", "kind: help", "---"]
    others = [f"- [{_words(gettext(PAGES[other][0]))}](page:{other})" for other in PAGES if other != id]
    entries = [_entry(code, rule, gettext) for code, rule in rules.items() if code[0] in letters]
    return "\n".join([*head, "\n\n".join(["\n".join(others), *entries])]) + "\n"


def _entry(code: str, rule: Rule, gettext: Gettext) -> str:
    whole = [
        f"## {code} {{#{anchor(code)}}}",
        *(f"**{_words(gettext(message))}**" for message in (rule.message, *rule.by_type.values()) if message[0] != "{"),
    ]
    if not _PLACE.fullmatch(rule.why):
        whole.append(_words(gettext(rule.why)))
    if rule.severity == "warning":
        whole.append(_words(gettext("This is a warning: the site is built all the same.")))
    if rule.automatic:
        whole.append(_words(gettext('Where it is safe, "make fix" can do this for you.')))
    return "\n\n".join(whole)


def page_of(code: str) -> str:
    """Give the id of the page that explains a code."""
    return next(id for id, (_, _, letters) in PAGES.items() if code[0] in letters)


def anchor(code: str) -> str:
    """Give the id of the heading that explains a code."""
    return code.lower()


def _words(sentence: str) -> str:
    """Put an ellipsis where the file's own words stand, and keep the rest from being Markdown."""
    shown = _PLACE.sub("…", sentence).replace("….", "…").replace("{{", "{").replace("}}", "}")
    return _MARKS.sub(r"\\\1", shown)
