"""An incremental build gives the bytes of a clean one, whatever changed and whatever happened between."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from plugins.site import workers
from tests.site import small

IDS = st.sampled_from(["alfa", "beta", "gama", "delta"])
CAUSES = st.sampled_from(["reka", "gora"])
NAMES = st.sampled_from(["Извор", "Пътека", "Изворче <b>", "Поляна & кладенец"])
FOREIGN = ("robots.txt", "organisations/mine.html", "new/deep/file")
TEXTS = st.sampled_from(["", "Едно", "*Друго*"])
DAYS = st.sampled_from(["", "2026-12-05", "2027-01-01"])
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "All"\nmsgstr "{word}"\n'
LINKS = st.one_of(st.just(""), CAUSES)
FIELDS = st.one_of(
    st.tuples(st.just("name"), NAMES),
    st.tuples(st.just("area"), st.sampled_from(["BG425", "BG313", "BG"])),
    st.tuples(st.just("cause"), LINKS),
    st.tuples(st.just("link"), LINKS),
    st.tuples(st.just("text"), TEXTS),
)


class Project(RuleBasedStateMachine):
    """Edits, builds and accidents in any order; every build is held against a clean one."""

    @initialize()
    def start(self) -> None:
        """Begin with three records and no site."""
        # in memory where there is such a folder: these builds need no disk
        self.folder = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))  # noqa: PTH112, S108
        self.steps = 0
        self.today = ""
        self.fields: dict[str, dict[str, str]] = {"alfa": {"name": "Извор", "cause": "reka", "link": "reka"}}
        self.root, self.output = self.folder / "project", self.folder / "output"
        # what others put into the site: it must stay
        self.foreign: dict[str, bytes] = {}
        small.write_project(self.root)
        small.write_cause(self.root, "reka", "Чиста река")
        small.write_organisation(self.root, "alfa", **self.fields["alfa"])
        small.write_organisation(self.root, "beta", "Пътека", area="BG313")
        small.build(self.root, self.output)

    def teardown(self) -> None:
        """Clean up."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @rule(id=IDS, field=FIELDS)
    def write_organisation(self, id: str, field: tuple[str, str]) -> None:
        """Add an organisation, or change one field of it and nothing else: the others would cover for it."""
        self.fields.setdefault(id, {"name": "Извор"}).update([field])
        small.write_organisation(self.root, id, **self.fields[id])

    @rule(id=CAUSES, name=NAMES)
    def write_cause(self, id: str, name: str) -> None:
        """Add a cause or edit one."""
        small.write_cause(self.root, id, name)

    @rule(which=st.integers(min_value=0))
    def delete(self, which: int) -> None:
        """Take a record away."""
        found = self._records()
        if found:
            found[which % len(found)].unlink()

    @rule(which=st.integers(min_value=0), id=IDS)
    def rename(self, which: int, id: str) -> None:
        """Give a record another id, perhaps that of another one."""
        found = self._records()
        if found:
            path = found[which % len(found)]
            path.rename(path.with_stem(id))

    def _records(self) -> list[Path]:
        data = self.root / "data"
        return sorted([*data.glob("organisations/*"), *data.glob("causes/*")])

    @rule(name=st.sampled_from(sorted(small.TEMPLATES)), mark=st.sampled_from("αβγ"))
    def edit_template(self, name: str, mark: str) -> None:
        """Change a template."""
        path = self.root / "theme" / "templates" / name
        text = path.read_text(encoding="utf-8")
        places = (f"{small.START}{{% block main %}}", "(text) %}", "(brief) %}")
        place = next((place for place in places if place in text), "")
        path.write_text(text.replace(place, place + mark) if place else text + mark, encoding="utf-8")

    @rule(word=st.sampled_from(["Всички", "Всичко"]))
    def edit_translation(self, word: str) -> None:
        """Change what the templates say."""
        small.write(self.root / "theme" / "translations" / "bg" / "LC_MESSAGES" / "theme.po", PO.format(word=word))

    @rule(width=st.integers(min_value=1, max_value=3))
    def edit_styles(self, width: int) -> None:
        """Change a style sheet, and so its name, which every page shows."""
        small.write(self.root / "theme" / "styles" / "base.css", f"p {{ inline-size: {width}px }}")

    @rule(day=DAYS)
    def set_the_day(self, day: str) -> None:
        """Build for another day from now on."""
        self.today = day

    @rule(title=NAMES)
    def edit_region(self, title: str) -> None:
        """Change what every page of a site shows."""
        small.write_region(self.root, "east", "BG425", f'"{title}"')

    @rule()
    def close_or_open_a_region(self) -> None:
        """Take a whole site away, or bring it back."""
        path = self.root / "data" / "regions" / "west.yaml"
        if path.is_file():
            path.unlink()
        else:
            small.write_region(self.root, "west", "BG313", "Запад")

    @rule()
    def touch(self) -> None:
        """Give every file new stamps, as a fresh checkout does."""
        for path in self.root.rglob("*.yaml"):
            path.write_bytes(path.read_bytes())

    @rule(
        name=st.sampled_from(["robots.txt", "organisations/mine.html", "new/deep/file"]), content=st.binary(max_size=4)
    )
    def add_a_foreign_file(self, name: str, content: bytes) -> None:
        """Put a file into a site that the build did not write."""
        path = self.output / "east" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.foreign[f"east/{name}"] = content

    @rule(which=st.integers(min_value=0), content=st.sampled_from([None, b"", b"half a page"]))
    def spoil(self, which: int, content: bytes | None) -> None:
        """Change or delete a page in the built site by hand."""
        pages = sorted(path for path in small.tree(self.output) if path not in self.foreign)
        if pages:
            path = self.output / pages[which % len(pages)]
            path.unlink()
            if content is not None:
                path.write_bytes(content)

    @rule(after=st.floats(min_value=0, max_value=0.08), jobs=st.sampled_from([1, 2]))
    def kill(self, after: float, jobs: int) -> None:
        """Begin a build that ends nowhere."""
        child = os.fork()
        if not child:
            signal.setitimer(signal.ITIMER_REAL, max(after, 0.0001))
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            try:
                small.build(self.root, self.output, jobs, self.today)
            finally:
                os._exit(0)
        os.waitpid(child, 0)

    @invariant()
    def hold(self) -> None:
        """After every second step: build, and compare the sites with those of a clean build."""
        self.steps += 1
        if self.steps % 2:
            return
        small.build(self.root, self.output, jobs=1 + self.steps // 2 % 2, today=self.today)
        clean = self.folder / "clean"
        small.build(self.root, clean, today=self.today)
        assert small.tree(self.output) == small.tree(clean) | self.foreign
        shutil.rmtree(clean)

    @invariant()
    def keeps_what_is_foreign(self) -> None:
        """Hold that what others put into a site stays."""
        found = small.tree(self.output)
        assert {path: found.get(path) for path in self.foreign} == self.foreign


@pytest.fixture(autouse=True)
def _share_little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even a handful of pages be shared between processes."""
    monkeypatch.setattr(workers, "WORTH_FORKING", 2)


Project.TestCase.settings = settings(max_examples=16, stateful_step_count=18, deadline=None)
TestIncremental = Project.TestCase
