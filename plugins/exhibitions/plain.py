"""Write an exhibition as plain text: for screen readers, braille printers and e-mail."""

from collections.abc import Iterator, Mapping
from typing import cast

from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Exhibition
from plugins.records.model.exhibition import Panel
from plugins.site.markdown import markdown_words
from plugins.site.view import SiteView


def path_of_plain(brief: Brief) -> str:
    """Give the path of an exhibition's plain text, inside the root of a language."""
    return f"exhibitions/{brief.id}/panels.txt"


def render_plain(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write the exhibition `record` in the language of the view: one block a panel, its id beside the number."""
    record = cast("Exhibition", inputs["record"])
    blocks = [_best(record.name, view.lang)]
    blocks += [words for text in (record.summary, record.body) if (words := _words(text, view.lang))]
    for number, panel in enumerate(record.panels, 1):
        blocks += _panel(panel, number, len(record.panels), view.lang)
    blocks += [
        f"{_best(funder.notice, view.lang)}\n{_best(funder.disclaimer, view.lang)}"
        for funder in view.site.funders_of(record.id)
    ]
    return "\n\n".join(blocks) + "\n"


def _panel(panel: Panel, number: int, count: int, lang: str) -> Iterator[str]:
    yield f"{number}/{count} [{panel.id}]\n{_best(panel.heading, lang)}"
    if words := _words(panel.body, lang):
        yield words
    picture = panel.picture
    if picture and picture.alt and not picture.decorative:
        lines = (picture.alt, picture.caption, picture.credit)
        yield "[" + " / ".join(_best(line, lang) for line in lines if line) + "]"


def _best(text: Text, lang: str) -> str:
    return text.best(lang).text


def _words(text: Text | None, lang: str) -> str:
    words = markdown_words(_best(text, lang)) if text else ""
    return "\n".join(line for line in words.split("\n") if line)
