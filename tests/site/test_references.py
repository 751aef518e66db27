"""What a template is made of is found without parsing it, and nothing is overlooked."""

from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from plugins.site.references import read_templates
from tests.conftest import ROOT

JINJA = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


def test_the_names_are_those_that_jinja_finds() -> None:
    """In every template of the theme."""
    theme = ROOT / "theme"
    for name, known in read_templates(theme, {}).items():
        path = next(path for path in (theme / "templates" / name, theme / "components" / name) if path.is_file())
        assert set(known.named) == set(find_referenced_templates(JINJA.parse(path.read_text(encoding="utf-8")))), name


def named(folder: Path, text: str) -> tuple[str, ...]:
    """Read a theme of one template, and give what that names."""
    (folder / "templates").mkdir()
    (folder / "templates" / "page.html").write_text(text, encoding="utf-8")
    return read_templates(folder, {})["page.html"].named


@pytest.mark.parametrize(
    "text",
    [
        "{% extends 'a.html' %}",
        '{%- include "a.html" -%}',
        '{%+ include "a.html" ignore missing %}',
        '{% import "a.html" as b with context %}',
        '{%from "a.html" import b, c%}',
        '{% from\n  "a.html"\n  import b %}',
    ],
)
def test_a_name_in_quotes_is_found(text: str, tmp_path: Path) -> None:
    """However the sentence is written."""
    assert named(tmp_path, text) == ("a.html",)
    assert list(find_referenced_templates(JINJA.parse(text))) == ["a.html"]


@pytest.mark.parametrize(
    "text",
    [
        "{% extends layout %}",
        '{% extends "a.html" if short else "b.html" %}',
        '{% include ["a.html", "b.html"] %}',
        '{% include "a" ~ ".html" %}',
        "{% from parts import b %}",
    ],
)
def test_a_name_that_is_worked_out_is_refused(text: str, tmp_path: Path) -> None:
    """Nobody could tell when to write the pages of such a template anew."""
    with pytest.raises(ValueError, match="by a variable"):
        named(tmp_path, text)
