"""Every template compiles, and none switches off what keeps strangers' text harmless."""

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

THEME = Path(__file__).resolve().parents[1] / "theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
TRUSTING = {"safe"}  # takes text for HTML as it is


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_a_template_trusts_no_text(path: Path) -> None:
    """It compiles, never says `safe`, and never changes the escaping."""
    tree = parse(path)
    filters = {each.name for each in tree.find_all(nodes.Filter)}
    assert (filters & TRUSTING, list(tree.find_all(nodes.ScopedEvalContextModifier))) == (set(), [])


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_a_template_shows_no_method(path: Path) -> None:
    """`words.keys` is the method of every mapping, not what stands in it under that name."""
    tree = parse(path)
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    shown = [each.attr for each in tree.find_all(nodes.Getattr) if id(each) not in called]
    assert [name for name in shown if hasattr({}, name)] == []


def test_there_are_templates() -> None:
    """The test above looks at something."""
    assert TEMPLATES


def parse(path: Path) -> nodes.Template:
    """Parse a template as the site does."""
    return Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(path.read_text(encoding="utf-8"))
