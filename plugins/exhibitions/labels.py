"""Warn of labels that visitors do not read: long panels, sentences and summaries.

The figures are those of the Smithsonian's guidelines for accessible exhibition design.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.exhibitions.panels import Line, WrittenPanel
from plugins.exhibitions.rules import make_problem
from plugins.exhibitions.sheets import LONGEST_LINE, SIZES, TYPES, Size, fit, word
from plugins.records.problem import Problem
from plugins.site.markdown import markdown_words

MOST_PANEL_WORDS = 100
MOST_SENTENCE_WORDS = 25
MOST_SUMMARY_WORDS = 40
_WORD = re.compile(r"\w[\w’'‐-]*")
_END = re.compile(r"(?<=[.!?…])[\"“”»)\]]*\s+(?=[\"„“«(\[–—-]*\s?[A-ZА-ЯЍÇĞİÖŞÜ0-9])")
# lines that are printed as they are written: of code, of a table, of a poem
_KEPT = re.compile(r"^(?: {4}|\t)|^\s*\||(?: {2}|\\)$")
_ITEM = re.compile(r"\s*(?:[-+*]|[0-9]+\.)\s")


class Sentence(NamedTuple):
    """The number of words in a sentence, and the place of its first word."""

    words: int
    line: int
    column: int


def count_words(text: str) -> int:
    """Count the words of plain text."""
    return sum(1 for _ in _WORD.finditer(text))


def check_labels(path: str, panels: Sequence[WrittenPanel]) -> Iterator[Problem]:
    """Yield a warning for each panel and sentence that is too long, in the order of the file."""
    for panel in panels:
        found = list(sentences(panel.lines))
        count = sum(sentence.words for sentence in found)
        if panel.line and count > MOST_PANEL_WORDS:
            yield make_problem("E241", path, panel.line.span(), count=str(count), most=str(MOST_PANEL_WORDS))
        for sentence in found:
            if sentence.words > MOST_SENTENCE_WORDS:
                span = (sentence.line, sentence.column, sentence.column + 1)
                yield make_problem("E242", path, span, count=str(sentence.words), most=str(MOST_SENTENCE_WORDS))


def check_print(
    path: str, panels: Sequence[WrittenPanel], lang: str, sizes: Sequence[Size] = SIZES
) -> Iterator[Problem]:
    """Yield a warning for each panel that is printed too small, and for each line that is printed too long."""
    for panel in panels:
        wording = word(panel.heading, panel.body, lang, picture=bool(panel.pictures))
        for size in sizes:
            points = size.points(TYPES[fit(wording, size).type].letter)
            if panel.line and points < size.least:
                arguments = {"points": f"{points:.0f}", "least": f"{size.least:.0f}", "size": size.id}
                yield make_problem("E244", path, panel.line.span(), **arguments)
                break
        for line in panel.lines:
            length = len(line.text.strip())
            if length > LONGEST_LINE and _KEPT.search(line.text):
                yield make_problem("E245", path, line.span(), count=str(length), most=str(LONGEST_LINE))


def sentences(lines: Sequence[Line]) -> Iterator[Sentence]:
    """Yield the sentences of a text; a paragraph or an item of a list ends one."""
    for block in _blocks(lines):
        source = "\n".join(line.text for line in block)
        at = 0
        for sentence in _END.split(markdown_words(source).replace("\n", " ")):
            starts = []
            for found in _WORD.findall(sentence):
                at = max(source.find(found, at), at)
                starts.append(at)
                at += len(found)
            if starts:
                line = source.count("\n", 0, starts[0])
                yield Sentence(len(starts), block[line].number, starts[0] - source.rfind("\n", 0, starts[0]))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        blank = not line.text.strip()
        if block and (blank or _ITEM.match(line.text)):
            yield block
            block = []
        if not blank:
            block.append(line)
    if block:
        yield block
