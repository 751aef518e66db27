"""What `make site`, `make serve` and `make gallery` do."""

import argparse
import logging
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import cast

from pelican import Pelican
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings

from plugins.records.problem import Problem
from plugins.records.rules import Rule
from plugins.setup.words import language
from plugins.site.build import Built, Busy, Stopped, UnknownSite, only_build
from plugins.site.speech import Say

CODE = Path(__file__).parents[2]


def build(arguments: argparse.Namespace, output: Path, say: Say, *, started: float) -> int:
    """Build the sites; 0 when all is written, else 1 and a sentence that says how the sites stand."""
    root = arguments.root.resolve()
    settings = _settings(arguments, root, output)
    done: list[Built] = []
    settings["REPORT"] = partial(_report, say=say, output=output, done=done)
    try:
        with _confess(say, done), only_build(output):
            print(say("Reading the records …"), flush=True)
            problems = _run(settings)
    except Busy as busy:
        print(say("Another build is writing here (process {process}). Wait for it.", process=busy), file=sys.stderr)
        return 1
    except Stopped as stopped:
        show(stopped.problems, root, settings)
        print(_how_sites_stand(say, done), file=sys.stderr)
        return 1
    except OSError as error:
        reason, where = say(error.strerror or str(error)), error.filename or output
        print(say("The build stopped: {reason} ({where})", reason=reason, where=where), file=sys.stderr)
        print(_how_sites_stand(say, done), file=sys.stderr)
        return 1
    except UnknownSite as unknown:
        print(_which_regions_there_are(say, arguments.region, unknown.known), file=sys.stderr)
        return 1
    show(problems, root, settings)
    _say_how_to_open(say, output, arguments.region, time.monotonic() - started)
    return 0


@contextmanager
def _confess(say: Say, done: Sequence[Built]) -> Iterator[None]:
    """Say how the sites stand also when a person or a mistake of ours ends the build; Python says the rest."""
    try:
        yield
    except (Busy, Stopped, UnknownSite, OSError):
        raise
    except KeyboardInterrupt:
        print(say("You stopped the build."), _how_sites_stand(say, done), file=sys.stderr)
        raise
    except BaseException:
        fault = say("This is a fault of the program, not of your records; the lines below tell its makers what it is.")
        print(fault, _how_sites_stand(say, done), sep="\n", file=sys.stderr)
        raise


def _how_sites_stand(say: Say, done: Sequence[Built]) -> str:
    """Name the sites that are new and those that are still the old ones, for a build that did not come to its end."""
    if not done:
        return say("Nothing was written; the last good site is as it was.")
    new = say("Up to date: {sites}.", sites=", ".join(built.site for built in done))
    left = ", ".join(done[-1].left)
    return f"{new} {say('As before: {sites}.', sites=left)}" if left else new


def _which_regions_there_are(say: Say, region: str, known: Sequence[str]) -> str:
    if not known:
        return say("There is no region: each site is made of a file in {folder}.", folder="data/regions")
    sentence = "There is no region “{region}”. Regions: {regions}."
    return say(sentence, region=region, regions=", ".join(known))


def _settings(arguments: argparse.Namespace, root: Path, output: Path) -> dict[str, object]:
    conf = arguments.settings or CODE / "pelicanconf.py"
    override = {
        "PATH": str(root / "content"),
        "OUTPUT_PATH": str(output),
        "ONLY_SITE": arguments.region,
        "TODAY": arguments.today,
        "JOBS": arguments.jobs,
    }
    init_logging(level=logging.WARNING, fatal="errors")
    settings: dict[str, object] = read_settings(str(conf), override=override)
    return settings


def _run(settings: dict[str, object]) -> list[Problem]:
    # Pelican counts articles and pages, of which a site of records has none
    console.quiet = True
    warnings: list[Problem] = []
    settings["PROBLEMS"] = warnings
    Pelican(settings).run()
    return warnings


def show(problems: Sequence[Problem], root: Path, settings: Mapping[str, object]) -> None:
    """Print problems with the lines that they stand in, in the reader's language."""
    if problems:
        # a build without problems needs none of what this loads
        from plugins.records.report import render_problems  # noqa: PLC0415

        rules = cast("Mapping[str, Rule]", settings["PROBLEM_RULES"])
        print(render_problems(problems, root, language(), rules), file=sys.stderr)


def _report(built: Built, *, say: Say, output: Path, done: list[Built]) -> None:
    done.append(built)
    sentence = "{where}: {pages} pages, {written} written, {removed} removed"
    words = say(sentence, where=output / built.site, pages=built.pages, written=built.written, removed=built.removed)
    print(f"  {words}", flush=True)


def _say_how_to_open(say: Say, output: Path, region: str, seconds: float) -> None:
    site = region or ("national" if (output / "national").is_dir() else next(built_sites(output)))
    print(say("Done in {seconds:.1f} s. Open this file in a browser:", seconds=seconds))
    print(f"  {(output / site / 'index.html').as_uri()}")
    print(say("or run `make serve` and open the address that it says."))
    print(say("What waits for a librarian: {page}", page=(output / site / "attention.html").as_uri()))


def built_sites(output: Path) -> Iterator[str]:
    """Yield the names of the sites that were built, sorted."""
    yield from sorted(path.parent.name for path in output.glob("*/index.html"))


def gallery(output: Path, say: Say) -> int:
    """Write the gallery of the theme's components, and tell where it is."""
    from plugins.site.gallery import write_gallery  # noqa: PLC0415 - only this command needs it

    page = write_gallery(CODE / "theme", output / "gallery")
    print(say("Open this file in a browser:"))
    print(f"  {page.resolve().as_uri()}")
    return 0
