"""Every component is whole, says what it takes, and renders its examples."""

from pathlib import Path

import pytest

from plugins.site.gallery import (
    Component,
    Example,
    macro_of,
    make_environment,
    read_components,
    render_example,
    render_gallery,
)

THEME = Path(__file__).resolve().parents[2] / "theme"
ENVIRONMENT = make_environment(THEME)
COMPONENTS = read_components(THEME)
EXAMPLES = [(component, example) for component in COMPONENTS for example in component.examples]


@pytest.mark.parametrize("component", COMPONENTS, ids=[c.name for c in COMPONENTS])
def test_a_component_is_a_macro_a_style_and_its_description(component: Component) -> None:
    """Its folder holds the three files, and at least one example."""
    folder = THEME / "components" / component.name
    files = {f"{component.name}{suffix}" for suffix in (".html", ".css", ".yaml")}
    assert files <= {path.name for path in folder.iterdir()}
    assert component.examples


@pytest.mark.parametrize("component", COMPONENTS, ids=[c.name for c in COMPONENTS])
def test_a_component_describes_the_parameters_that_it_has(component: Component) -> None:
    """The names in the YAML are those of the macro, in the same order."""
    assert tuple(component.parameters) == tuple(macro_of(ENVIRONMENT, component.name).arguments)


@pytest.mark.parametrize(("component", "example"), EXAMPLES, ids=[f"{c.name}-{e.name}" for c, e in EXAMPLES])
def test_an_example_renders(component: Component, example: Example) -> None:
    """Every example renders without a missing value."""
    assert "<" in render_example(ENVIRONMENT, component, example)


def test_an_unknown_parameter_is_refused() -> None:
    """A misspelt parameter is an error, not a silent nothing."""
    component = COMPONENTS[0]
    wrong = component.examples[0]._replace(parameters={"unheard-of": 1})
    with pytest.raises(TypeError, match="unheard-of"):
        render_example(ENVIRONMENT, component, wrong)


def test_the_gallery_shows_every_component() -> None:
    """Each has its place on the page."""
    page = render_gallery(THEME, "style.css")
    assert [c.name for c in COMPONENTS if f'id="{c.name}"' not in page] == []


def test_a_strangers_text_stays_text() -> None:
    """Markup in a value is shown, not run."""
    card = next(each for each in COMPONENTS if each.name == "card")
    values = dict.fromkeys(("href", "title", "tab", "text"), '"><script>alert(1)</script>')
    example = card.examples[0]._replace(parameters=values)
    assert "<script>" not in render_example(ENVIRONMENT, card, example)
