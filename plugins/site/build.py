"""Build every site: read, link, check, plan, render what changed, switch.

All problems are collected before anything is written; with one error nothing is.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from gettext import NullTranslations
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, NoReturn, cast

from plugins.catalogue import Catalogue
from plugins.catalogue.checks import drop_consequences
from plugins.languages.text import LANGUAGES
from plugins.languages.translations import load_translations
from plugins.records.brief import fingerprint
from plugins.records.problem import Problem, has_errors
from plugins.site.assets import gather_assets, name_assets
from plugins.site.compiled import CompiledTemplates, folder_for_compiled, keep_compiled
from plugins.site.environment import hash_code, hash_environment
from plugins.site.fingerprints import Fingerprints
from plugins.site.hashing import SIZE, hash_files
from plugins.site.kept import Kept
from plugins.site.made import make_assets, read_lock
from plugins.site.memory import Memory
from plugins.site.minifying import gather_scripts
from plugins.site.page import Page, Whole
from plugins.site.printed import folder_of, read_list
from plugins.site.project import Project
from plugins.site.references import Templates, read_templates, template_keys
from plugins.site.rendering import Renderer
from plugins.site.shelf import Shelf
from plugins.site.sites import date_build, plan_sites
from plugins.site.sources import Entry, Key, Sources
from plugins.site.speech import keep_translations
from plugins.site.staging import HIDDEN, Staging, write
from plugins.site.state import Manifest, Written, load_plain, save_plain
from plugins.site.styles import gather_styles
from plugins.site.urls import FOLDER_OF_TYPE, PAGE, no_address, path_of
from plugins.site.view import Site, SiteView
from plugins.site.workers import share

# the types of records that may have a page of their own
ADDRESSED = {*FOLDER_OF_TYPE, PAGE}


class Stopped(Exception):
    """The build wrote nothing, because of the problems it carries."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Busy(Exception):
    """Another build writes to the same output; the message names its process."""


class UnknownSite(Exception):
    """No region has the name of the one site that was asked for; `known` are those that there are."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(", ".join(known))
        self.known = known


class Task(NamedTuple):
    """A page to be written: its path from the site's root, its key, and what to render."""

    path: str
    key: bytes
    view: SiteView
    page: Page


class Built(NamedTuple):
    """How the build of one site went; `left` are the sites that are still as they were."""

    site: str
    pages: int
    written: int
    removed: int
    left: tuple[str, ...] = ()


class Builder:
    """One build of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.hidden = project.output / HIDDEN
        self.memory = Memory(self.hidden / "memory")
        self._kept = Kept(self.hidden / "kept")
        self.problems: list[Problem] = []
        self.catalogue = Catalogue({})
        self._entries: dict[Key, Entry] = {}
        # what the last build kept, as it was kept and as it is
        self._packed: dict[Key, tuple[object, ...]] = {}
        self._known: dict[Key, Entry] = {}
        self._sources: Sources

    def read(self) -> None:
        """Read and link all records and run every check; raise `Stopped` on any error."""
        self._known = self._load_entries()
        units = []
        for find in self.project.finders:
            found, problems = find(self.project.root)
            units += found
            self.problems += problems
        shelf = Shelf(self.hidden / "shelf", hash_code())
        self._sources = Sources(self.project.root, units, self.project.readers, self.project.locators, shelf)
        self._entries = self._sources.entries(self._known, jobs=self.project.jobs)
        briefs = [entry.brief for entry in self._entries.values() if entry.brief is not None]
        self.catalogue = Catalogue.of_briefs(briefs)
        self.problems += [p for entry in self._entries.values() for p in entry.problems]
        broken = [key for key, entry in self._entries.items() if entry.brief is None]
        for check in self.project.checks:
            self.problems += drop_consequences(check(self.catalogue, self._sources.locate), broken)
        if has_errors(self.problems):
            raise Stopped(self.problems)
        # a draft is checked like every record, and shown to nobody
        self.catalogue = Catalogue.of_briefs(brief for brief in briefs if brief.status != "draft")

    def write(self, report: Callable[[Built], None]) -> None:
        """Plan the pages of every site, write what changed, and switch site by site."""
        environment = hash_environment(self.project.theme)
        templates = self._read_templates(environment)
        keys = template_keys(templates)
        names, contents = name_assets(self._gather_assets(environment, templates))
        marks = Fingerprints({key: entry.fingerprint for key, entry in self._entries.items()})
        build = date_build(self.catalogue, self.project.today)
        sites = list(plan_sites(self.catalogue, self._sources.load, names, only=self.project.only, today=build.date))
        if not sites:
            raise UnknownSite([region.id for region in self.catalogue.of("region")])
        languages = [lang for lang in LANGUAGES if any(lang in site.languages for site, _ in sites)]
        wordings = self._load_wordings(languages)
        renderers = self._make_renderers(environment, wordings)
        left = [site.id for site, _ in sites]
        for site, catalogue in sites:
            shared = self._site_key(environment, site, marks)
            tasks: list[Task] = []
            for lang in site.languages:
                view = SiteView(
                    site,
                    lang,
                    catalogue,
                    build,
                    self._sources.load,
                    self._sources.contents,
                    self.memory,
                    wordings[lang],
                    tuple(self.problems),
                    read_list(folder_of(self.project.output, site.id)),
                )
                tasks += self._plan(view, shared, marks, keys)
            tasks += [_asset(view, path, content) for path, content in contents.items()]
            left.remove(site.id)
            self._write_site(site, tasks, renderers, lambda built: report(built._replace(left=tuple(left))))
        self._retire({site.id for site, _ in sites})
        self._save_entries()
        self.memory.save()

    def _read_templates(self, environment: bytes) -> Templates:
        kept = self._cache(environment) / "templates"
        known = cast("dict[str, tuple[bytes, tuple[str, ...]]]", load_plain(kept, environment) or {})
        templates = read_templates(self.project.theme, known)
        if templates != known:
            save_plain(kept, environment, {name: tuple(each) for name, each in templates.items()})
        return templates

    def _gather_assets(self, environment: bytes, templates: Templates) -> dict[str, bytes]:
        made = make_assets(self.project.packages, self.project.makers, self.hidden / "made")
        kept = folder_for_compiled(self.project.theme, environment) / "assets"
        named = tuple((name, known.named) for name, known in templates.items())
        written = hash_files(self.project.theme, {".css", ".js"})
        sources = fingerprint((environment, read_lock(self.project.packages), named, written))
        compiled = cast("dict[str, bytes] | None", load_plain(kept, sources))
        if compiled is None:
            compiled = gather_styles(self.project.theme, templates)
            compiled |= gather_scripts(self.project.theme, self.project.packages)
            keep_compiled(kept, sources, compiled)
        return gather_assets(self.project.theme, made | compiled)

    def _plan(
        self, view: SiteView, shared: bytes, marks: Fingerprints, templates: Mapping[str, bytes]
    ) -> Iterator[Task]:
        shared = marks.key(shared, view.lang)
        for planner in self.project.planners:
            for page in planner(view):
                path = view.root + page.path
                template = templates[page.template] if isinstance(page.template, str) else b""
                key = page.content_key or marks.page_key(shared, page, path, template, _names_of(page, view.catalogue))
                yield Task(path, key, view, page)

    def _site_key(self, environment: bytes, site: Site, marks: Fingerprints) -> bytes:
        shown = [b for kind in ("region", "vocabulary", "funder") for b in self.catalogue.of(kind)]
        digests = tuple(brief.digest for brief in shown)
        assets = tuple(sorted(site.assets.values()))
        # a statement that begins or ends to apply changes pages of which nothing else changed
        funders = tuple(funder.id for funder in site.all_funders)
        return marks.key(
            environment, site.id, digests, funders, site.logos, site.municipalities, site.texts, site.demo, assets
        )

    def _write_site(
        self, site: Site, tasks: list[Task], renderers: dict[str, Renderer], report: Callable[[Built], None]
    ) -> None:
        """Write what changed of a site and switch it; `report` is called once readers see the new one."""
        paths = {task.path: task for task in tasks}
        if len(paths) < len(tasks):
            self._refuse([task for task in tasks if paths[task.path] is not task])
        staging = Staging(self.project.output, site.id)
        todo = [task for task in tasks if not staging.is_current(task.path, task.key)]
        gone = staging.gone(paths)
        built = Built(site.id, len(tasks), len(todo), len(gone))
        if todo or gone:
            staging.open()

            def render(task: Task) -> bytes:
                return renderers[task.view.lang].render(task.view, task.page)

            def work(slice_: Sequence[Task]) -> list[tuple[int, int, int]]:
                return [
                    write(f"{staging.twin}/{task.path}", self._kept.get(task.page.kept, partial(render, task)))
                    for task in slice_
                ]

            first, rest = _one_of_each(todo)
            stamps = work(first) + share(work, rest, self.project.jobs)
            pairs = zip(first + rest, stamps, strict=True)
            written: Manifest = {task.path: Written(task.key, stamp) for task, stamp in pairs}
            kept = {path: known for path, known in staging.manifest.items() if path in paths}
            staging.switch(kept | written, gone)
            report(built)
            staging.follow(kept | written, written, gone)
        else:
            report(built)

    def _refuse(self, tasks: Sequence[Task]) -> NoReturn:
        """Refuse the records at whose address another page stands; where there are none, a planner is wrong."""
        twice = {task.page.path for task in tasks}
        records = [brief for brief in self.catalogue.records.values() if brief.type in ADDRESSED]
        found = [no_address(brief, self._sources.locate(brief, ())) for brief in records if path_of(brief) in twice]
        if not found:
            raise ValueError(f"two pages want one address: {', '.join(sorted(twice))}")
        raise Stopped(found)

    def _load_wordings(self, languages: Iterable[str]) -> dict[str, NullTranslations]:
        """Load the translations of the languages; compiled once until a file of them changes."""
        folder = self.project.theme / "translations"
        return {lang: load_translations(lang, keep_translations(lang, self.hidden, folder)) for lang in languages}

    def _make_renderers(self, environment: bytes, wordings: Mapping[str, NullTranslations]) -> dict[str, Renderer]:
        theme, load = self.project.theme, self._sources.load
        folder = folder_for_compiled(theme, environment)
        return {
            lang: Renderer(lang, theme, load, wording, CompiledTemplates(folder, lang))
            for lang, wording in wordings.items()
        }

    def _cache(self, environment: bytes) -> Path:
        """Give the folder for what is known of the theme; that of an older theme goes."""
        folder = self.hidden / "theme" / environment.hex()
        if not folder.is_dir():
            shutil.rmtree(folder.parent, ignore_errors=True)
            folder.mkdir(parents=True)
        return folder

    def _load_entries(self) -> dict[Key, Entry]:
        kept = load_plain(self.hidden / "records", hash_code()) or {}
        packed = cast("dict[Key, tuple[object, ...]]", kept)
        self._packed = packed
        return {key: Entry.unpacked(each) for key, each in packed.items()}

    def _save_entries(self) -> None:
        self._sources.keep(self._entries)
        fresh = {key: entry for key, entry in self._entries.items() if entry is not self._known.get(key)}
        if fresh or len(self._entries) < len(self._known):
            packed = {key: self._packed[key] if key not in fresh else fresh[key].packed() for key in self._entries}
            save_plain(self.hidden / "records", hash_code(), packed)

    def _retire(self, built: set[str]) -> None:
        """Remove the sites of regions that are no more, unless only one site was asked for."""
        if not self.project.only:
            for manifest in sorted(self.hidden.glob("*.manifest")):
                if manifest.stem not in built:
                    Staging(self.project.output, manifest.stem).retire()


def _one_of_each(tasks: list[Task]) -> tuple[list[Task], list[Task]]:
    """Part a page of every template from the rest: once it is made, the workers start with the templates ready."""
    first = {(task.view.lang, task.page.template): task for task in tasks if isinstance(task.page.template, str)}
    paths = {task.path for task in first.values()}
    return list(first.values()), [task for task in tasks if task.path not in paths]


def _names_of(page: Page, catalogue: Catalogue) -> tuple[bool, ...]:
    """Tell which records that the page's own record names are shown on the site.

    A text may link to a record; whether it can depends on more than the text.
    """
    whole = [value.brief for value in page.inputs.values() if isinstance(value, Whole)]
    return tuple([(r.type, r.id) in catalogue.records for brief in whole for r in brief.references])


def _asset(view: SiteView, path: str, content: bytes) -> Task:
    key = blake2b(content, digest_size=SIZE).digest()
    return Task(path, key, view, Page(path, lambda _view, _inputs: content, {}, content_key=key))


@contextmanager
def only_build(output: Path) -> Iterator[None]:
    """Keep other builds away from the output; raise `Busy` where one is at work."""
    (output / HIDDEN).mkdir(parents=True, exist_ok=True)
    with (output / HIDDEN / "lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            process = lock.read().strip()
            if not _is_gone(process):
                raise Busy(process) from error
            # that build was killed, and its workers are about to end: they held the lock with it
            fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _is_gone(process: str) -> bool:
    """Tell whether the process of this number has ended; one that is not named may be about to write its number."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (ValueError, PermissionError):
        return False
    return False
