"""Show every component of the theme with its examples on one page, and let the tests render them.

A component is a folder `theme/components/NAME/`: a macro `NAME.html`, its style `NAME.css`, and
`NAME.yaml` with its parameters and examples. The macro's name is the folder's, with `_` for `-`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from plugins.languages.dates import say_date, say_number
from plugins.site.styles import gather_all
from plugins.site.tones import tone

LANGUAGE = "bg"


class Example(NamedTuple):
    """One way to use a component: values of its parameters, and what stands inside it."""

    name: str
    parameters: Mapping[str, object]
    caller: Markup | None


class Component(NamedTuple):
    """What a component's YAML says; `wrap` is the markup around it, with `{}` where it stands."""

    name: str
    description: str
    parameters: Mapping[str, str]
    wrap: str
    examples: tuple[Example, ...]


def read_components(theme: Path) -> tuple[Component, ...]:
    """Read the YAML of every component, sorted by name."""
    macros = sorted((theme / "components").glob("*/*.html"))
    return tuple(_read(macro.with_suffix(".yaml")) for macro in macros)


def _read(path: Path) -> Component:
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    markup = set(said.get("html", ()))
    examples = tuple(
        Example(
            each["name"],
            {k: Markup(v) if k in markup else v for k, v in each["parameters"].items()},  # noqa: S704 - our own example
            Markup(each["caller"]) if "caller" in each else None,  # noqa: S704 - our own example
        )
        for each in said["examples"]
    )
    return Component(path.stem, said["description"], said["parameters"], said.get("wrap", "{}"), examples)


def make_environment(theme: Path) -> Environment:
    """Make what components need outside a site: texts are plain strings, links lead nowhere."""
    environment = Environment(
        loader=FileSystemLoader([theme / "templates", theme / "components"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters.update(
        text=escape,
        plain=str,
        tone=tone,
        date=lambda value, style="long": say_date(value, LANGUAGE, style),
        number=lambda value: say_number(value, LANGUAGE),
    )
    environment.globals.update(
        gettext=str,
        ngettext=lambda one, many, count: one if count == 1 else many,
        url_for=lambda *_, **__: "#",
    )
    return environment


def macro_of(environment: Environment, component: str) -> Macro:
    """Load the macro of a component."""
    module = environment.get_template(f"{component}/{component}.html").make_module()
    macro = getattr(module, component.replace("-", "_"))
    if not isinstance(macro, Macro):
        raise TypeError(component)
    return macro


def render_example(environment: Environment, component: Component, example: Example) -> Markup:
    """Render one example; a parameter that the macro does not have raises TypeError."""
    caller = example.caller
    inside = {} if caller is None else {"caller": lambda *_: caller}
    made = macro_of(environment, component.name)(**example.parameters, **inside)
    before, _, after = component.wrap.partition("{}")
    return Markup(before) + Markup(made) + Markup(after)  # noqa: S704 - our own templates' output


def render_gallery(theme: Path, style: str) -> str:
    """Render the page of all components; `style` is the address of the stylesheet."""
    environment = make_environment(theme)
    sections = [
        {"component": component, "shown": list(_shown(environment, component))} for component in read_components(theme)
    ]
    return environment.get_template("gallery.html").render(sections=sections, style=style, lang="en")


def _shown(environment: Environment, component: Component) -> Iterator[dict[str, str]]:
    for example in component.examples:
        yield {"name": example.name, "html": render_example(environment, component, example)}


def write_gallery(theme: Path, folder: Path) -> Path:
    """Write the gallery with its style and pictures into a folder; give the path of the page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.css").write_bytes(gather_all(theme))
    for picture in sorted((theme / "scenes").glob("*.svg")):
        copyfile(picture, folder / picture.name)
    page = folder / "index.html"
    page.write_text(render_gallery(theme, "style.css"), encoding="utf-8")
    return page
