"""Our way to compile templates gives what plain Jinja gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import BaseLoader, DictLoader, Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup, escape

from plugins.site.templates import TemplateEnvironment, write

WORDS = {"Home": "Начало <1>", "%(n)s page": "%(n)s страница", "%(n)s pages": "%(n)s страници"}
TEMPLATES = {
    "macros.html": """
{% macro link(text, href="#", title=none) %}<a href="{{ href }}" title="{{ title }}">{{ text }}</a>
{{ gettext("Home") }}{% endmacro %}
{% macro box(heading) %}<b>{{ heading }}</b>{{ caller() }}{% endmacro %}
{% macro where() %}{{ site.name }} {{ page.path }}{% endmacro %}
""",
    "base.html": "{% from 'macros.html' import link %}<i>{{ link(value) }}{% block main %}{% endblock %}</i>",
    "page.html": """{% extends "base.html" %}
{% from "macros.html" import link, box, where with context %}
{% block main %}{{ super() }}{{ value }}{{ gettext("Home") }}{{ link(gettext("Home"), title=value) }}{{ where() }}
{% call box(value ~ "<u>") %}{% for each in [1, 2] %}{{ loop.index }}{{ link(each) }}{% endfor %}{% endcall %}
{% set made %}{{ value }}<hr>{% endset %}{{ made }}{{ made|striptags }}{{ value|replace("a", "<") }}
{{ value|upper|trim }}
{% trans n=count %}{{ n }} page{% pluralize %}{{ n }} pages{% endtrans %}{% trans %}Home{% endtrans %}
{{ {"k": value}["k"] }}{{ [value]|join(", ") }}{{ value if value else "none" }}{{ count + 1 }}{{ none }}{{ true }}
{% endblock %}""",
}


def render(kind: type[Environment], value: object, path: str = "a.html") -> str:
    """Render the page by one of the environments."""
    loader: BaseLoader = DictLoader(TEMPLATES)
    environment = kind(loader=loader, autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"])
    environment.globals["gettext"] = lambda message: WORDS[message]
    environment.globals["ngettext"] = lambda one, many, number: WORDS[one if number == 1 else many]
    shared: dict[str, object] = {"site": {"name": value}, "page": {"path": path}}
    if isinstance(environment, TemplateEnvironment):
        environment.share(shared)
    return environment.get_template("page.html").render(shared, value=value, count=2)


@given(st.one_of(st.text(), st.integers(), st.text().map(Markup), st.text(alphabet="ab<>&\"'")))
def test_templates_give_what_plain_jinja_gives(value: object) -> None:
    """For any value."""
    assert render(TemplateEnvironment, value) == render(Environment, value)


@given(st.one_of(st.text(), st.text(alphabet="a<>&\"'"), st.text().map(Markup), st.none(), st.floats(allow_nan=False)))
def test_values_are_escaped_as_ever(value: object) -> None:
    """By the characters that HTML knows."""
    assert write(value) == escape(value)


def test_what_is_undefined_stops_the_build() -> None:
    """In a macro as well."""
    environment = TemplateEnvironment(loader=DictLoader(TEMPLATES), undefined=StrictUndefined)
    environment.globals["gettext"] = str
    with pytest.raises(UndefinedError):
        environment.from_string("{% from 'macros.html' import where %}{{ where() }}").render()


def test_macros_see_the_site_that_is_rendered() -> None:
    """A macro made for one site is made again for the next."""
    environment = TemplateEnvironment(loader=DictLoader(TEMPLATES), undefined=StrictUndefined)
    environment.globals["gettext"] = str
    template = environment.from_string("{% from 'macros.html' import where %}{{ where() }}")
    page = {"path": "a"}
    seen: list[str] = []
    for name, path in (("east", "a"), ("east", "b"), ("west", "b")):
        if not seen or not seen[-1].startswith(name):
            environment.share({"site": {"name": name}, "page": page})
        page["path"] = path
        seen.append(template.render())
    assert seen == ["east a", "east b", "west b"]
