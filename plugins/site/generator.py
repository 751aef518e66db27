"""The boundary to Pelican: one generator reads, links and checks, then writes every site.

Pelican gives the settings and calls; records are none of its contents (see the decisions).
"""

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from plugins.site.build import Builder, Built
from plugins.site.project import Project


class SitesGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Builds all sites in one run of Pelican."""

    def generate_context(self) -> None:
        """Read and check everything; raises `Stopped` with all problems."""
        self.builder = Builder(project_of(self.settings))
        self.builder.read()
        self.settings.get("PROBLEMS", []).extend(self.builder.problems)

    def generate_output(self, _writer: object) -> None:
        """Write what changed, and switch site by site."""
        self.builder.write(self._report)

    def _report(self, built: Built) -> None:
        report = self.settings.get("REPORT")
        if report is not None:
            report(built)


def project_of(settings: dict[str, object]) -> Project:
    """Collect the project that the settings describe."""
    output = Path(str(settings["OUTPUT_PATH"]))
    root = Path(str(settings["PATH"])).parent
    return Project(
        root=root,
        theme=Path(str(settings["THEME"])),
        output=output,
        packages=Path(str(settings["NPM_PACKAGES"])),
        makers=settings["ASSET_MAKERS"],  # type: ignore[arg-type]
        finders=settings["RECORD_FINDERS"],  # type: ignore[arg-type]  # settings hold any type
        readers=settings["RECORD_READERS"],  # type: ignore[arg-type]
        locators=settings["RECORD_LOCATORS"],  # type: ignore[arg-type]
        checks=settings["RECORD_CHECKS"],  # type: ignore[arg-type]
        planners=settings["PAGE_PLANNERS"],  # type: ignore[arg-type]
        jobs=int(str(settings["JOBS"])),
        today=str(settings["TODAY"]),
        only=str(settings["ONLY_SITE"]),
    )


def _generators(_pelican: object) -> type[Generator]:
    return SitesGenerator


def register() -> None:
    """Announce the generator to Pelican."""
    signals.get_generators.connect(_generators)
