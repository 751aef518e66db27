"""Change a record between its values, or inside them, and nowhere else: the rest keeps its bytes."""

from collections.abc import Callable

from plugins.records.source import read_source

Change = Callable[[str], str]


def rewritten(path: str, text: str, *, between: Change, value: Change = str) -> str:
    """Put a text together again from its values and what stands between them, each changed by its function.

    Between two values stand quotes, brackets, commas, colons, spaces, line ends and comments. A text
    that cannot be read has no values: all of it counts as between.
    """
    marks = read_source(path, text).marks
    spans = [*marks.values.values(), *marks.keys.values()]
    scalars = sorted({span for span in spans if span.style not in ("{", "[")}, key=lambda span: span.start)
    out, at = [], 0
    for span in scalars:
        if span.start >= at:
            out += [between(text[at : span.start]), value(text[span.start : span.end])]
            at = span.end
    return "".join([*out, between(text[at:])])
