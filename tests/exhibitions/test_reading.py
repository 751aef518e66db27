from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.exhibitions.reading import locate, read_exhibition
from plugins.exhibitions.walk import find_exhibitions
from plugins.languages.text import Text
from plugins.records.model.exhibition import Panel, Picture
from plugins.records.problem import Position
from plugins.records.unit import SourceFile, Unit
from tests.exhibitions.project import FIELDS, FOLDER, PICTURE, read_files, write_project

BITS = ("---\n", "name: а\n", "## А {#a}\n", PICTURE, "![", "\n", "```\n")
LONG = "дума " * 30
BAD = [
    ("no front matter", "## Реката {#river}\n", ["index.bg.md:1:1-1 Y033"]),
    ("unknown field", "---\nname: А\nsumary: х\n---\n## Б {#b}\n", ["index.bg.md:3:1-7 V104"]),
    ("made field", "---\nname: А\npanels: [a]\n---\n## Б {#b}\n", ["index.bg.md:3:1-7 V104"]),
    ("body field", "---\nname: А\nbody: х\n---\n## Б {#b}\n", ["index.bg.md:3:1-5 V104"]),
    ("template", "---\nname: А\ntemplate: x\n---\n## Б {#b}\n", ["index.bg.md:3:1-9 V104"]),
    ("dates", "---\nname: А\nstart: 2026-12-01\nend: 2026-11-01\n---\n## Б {#b}\n", ["index.bg.md:4:6-16 V121"]),
    ("no landscape", "---\nname: А\nscene: hills\n---\n## Б {#b}\n", ["index.bg.md:3:8-13 E226"]),
    ("no panels", f"{FIELDS}Увод.\n", ["index.bg.md:1:1-2 E211"]),
    ("no id", f"{FIELDS}## Реката\n", ["index.bg.md:4:1-10 E212"]),
    ("empty id", f"{FIELDS}## Реката {{#}}\n", ["index.bg.md:4:1-14 E213"]),
    ("Cyrillic id", f"{FIELDS}## Реката {{#река}}\n", ["index.bg.md:4:13-17 E213"]),
    ("taken id", f"{FIELDS}## Реката {{#main}}\n", ["index.bg.md:4:13-17 E213"]),
    ("id of a heading", f"{FIELDS}## Реката {{#a-h}}\n", ["index.bg.md:4:13-16 E213"]),
    ("twice", f"{FIELDS}## А {{#a}}\n## Б {{#a}}\n", ["index.bg.md:5:8-9 E214"]),
    ("no heading", f"{FIELDS}## {{#a}}\n", ["index.bg.md:4:1-8 E216"]),
    ("title", f"{FIELDS}# Х\n\n## А {{#a}}\n# Ц\n", ["index.bg.md:4:1-4 E217", "index.bg.md:7:1-4 E217"]),
    ("hidden", f"{FIELDS}## А {{#a}}\nаб\u200bв\n", ["index.bg.md:5:3-4 V120"]),
    ("picture", f"{FIELDS}## А {{#a}}\nтекст ![x](scene:river)\n", ["index.bg.md:5:1-24 E221"]),
    ("picture before", f"{FIELDS}{PICTURE}\n## А {{#a}}\n", ["index.bg.md:4:1-65 E222"]),
    ("two pictures", f"{FIELDS}## А {{#a}}\n{PICTURE}\n{PICTURE}\n", ["index.bg.md:6:1-65 E222"]),
    ("no alt", f"{FIELDS}## А {{#a}}\n![](scene:river){{credit=a rights=unknown}}\n", ["index.bg.md:5:1-42 E223"]),
    ("no credit", f"{FIELDS}## А {{#a}}\n![x](scene:river){{rights=unknown}}\n", ["index.bg.md:5:1-34 E224"]),
    ("rights", f"{FIELDS}## А {{#a}}\n![x](scene:river){{credit=a rights=b}}\n", ["index.bg.md:5:1-37 E225"]),
    ("scene", f"{FIELDS}## А {{#a}}\n![x](scene:sea){{credit=a rights=unknown}}\n", ["index.bg.md:5:6-15 E226"]),
    ("file", f"{FIELDS}## А {{#a}}\n![x](a.jpg){{credit=a rights=unknown}}\n", ["index.bg.md:5:6-11 E227"]),
    ("address", f"{FIELDS}## А {{#a}}\n![x](//a/b.png){{credit=a rights=unknown}}\n", ["index.bg.md:5:6-15 E227"]),
    ("climbing", f"{FIELDS}## А {{#a}}\n![x](../a.png){{credit=a rights=unknown}}\n", ["index.bg.md:5:6-14 E227"]),
    ("field", f"{FIELDS}## А {{#a}}\n![x](scene:river){{credit=a rights=unknown b=c}}\n", ["index.bg.md:5:1-47 E229"]),
]
TRANSLATIONS = [
    ("no name", "---\nsummary: x\n---\n", ["index.tr.md:2:1-8 V108"]),
    ("elsewhere", "---\nname: x\nstart: 2026-01-01\n---\n", ["index.tr.md:3:1-6 E231"]),
    ("unknown panel", "---\nname: x\n---\n## N {#nehir}\n", ["index.tr.md:4:1-14 E215"]),
    ("other picture", f"---\nname: x\n---\n## N {{#text}}\n{PICTURE}\n", ["index.tr.md:5:1-65 E228"]),
    ("twice", "---\nname: x\nvenue: Fuaye\n---\n", ["index.tr.md:3:8-13 E232"]),
]
GOOD = f"""---
name: Арда
venue:
  bg: Фоайе
  tr: Fuaye
---
Увод.

## Реката {{#river}}

Текст.

{PICTURE}

```
## не е табло {{#x}}
```

## Хората {{#text}}
"""


def test_languages_join_panel_by_panel(tmp_path: Path) -> None:
    """One record holds every language; what a translation lacks is simply not there."""
    turkish = "---\nname: Arda\n---\n## Nehir {#river}\n\nMetin.\n\n" + PICTURE.replace("Река", "Nehir")
    record, problems = read_files(tmp_path, index_bg=GOOD, index_tr=turkish)
    assert problems == []
    assert record is not None
    assert record.name == Text((("bg", "Арда"), ("tr", "Arda")))
    assert record.venue == Text((("bg", "Фоайе"), ("tr", "Fuaye")))
    assert record.body == Text((("bg", "Увод."),))
    assert record.panels == (
        Panel.model_construct(
            id="river",
            heading=Text((("bg", "Реката"), ("tr", "Nehir"))),
            body=Text((("bg", "Текст.\n\n\n```\n## не е табло {#x}\n```"), ("tr", "Metin."))),
            picture=Picture.model_construct(
                file="scene:river",
                alt=Text((("bg", "Река"), ("tr", "Nehir"))),
                decorative=False,
                caption=Text((("bg", "Меандри"), ("tr", "Меандри"))),
                credit=Text((("bg", "Проектът"), ("tr", "Проектът"))),
                rights="unknown",
                width=1200,
                height=800,
                medium=None,
            ),
        ),
        Panel.model_construct(id="text", heading=Text((("bg", "Хората"),)), body=None, picture=None),
    )


@pytest.mark.parametrize(("text", "problems"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_mistakes_are_named_at_their_place(tmp_path: Path, text: str, problems: list[str]) -> None:
    """Each mistake in the Bulgarian text gives exactly its problem, and no record."""
    assert read_files(tmp_path, index_bg=text) == (None, problems)


@pytest.mark.parametrize(("text", "problems"), [row[1:] for row in TRANSLATIONS], ids=[row[0] for row in TRANSLATIONS])
def test_translations_say_nothing_of_their_own(tmp_path: Path, text: str, problems: list[str]) -> None:
    """A translation that contradicts the Bulgarian text is refused at its line."""
    assert read_files(tmp_path, index_bg=GOOD, index_tr=text) == (None, problems)


def test_long_labels_are_warnings(tmp_path: Path) -> None:
    """A long panel, sentence and summary leave the record, with a warning at their lines."""
    sentence = f"Кратко изречение. Дълго {LONG.strip()}."
    panel = "\n".join(f"{LONG[:90].strip()}.\n" for _ in range(7))
    text = f"---\nname: А\nsummary: {LONG}{LONG}\n---\n## А {{#a}}\n{sentence}\n\n## Б {{#b}}\n{panel}"
    record, problems = read_files(tmp_path, index_bg=text)
    assert record is not None
    assert problems == ["index.bg.md:3:10-309 E243", "index.bg.md:6:19-20 E242", "index.bg.md:8:1-10 E241"]


def test_panels_show_photographs(tmp_path: Path) -> None:
    """A photograph beside the text is a medium of its own; one that no panel shows is a warning."""
    text = f"{FIELDS}## А {{#a}}\n![x](a.jpg){{credit=a rights=https://example.org/by}}\n"
    record, problems = read_files(tmp_path, index_bg=text, a_jpg=photograph("JPEG"), b_png=photograph("PNG"))
    assert problems == ["b.png:1:1-2 E205"]
    assert record is not None
    assert record.panels[0].picture is not None
    assert (record.panels[0].picture.medium, record.panels[0].picture.width) == ("arda/a.jpg", None)


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("a_jpg", b"<svg onload=alert(1)>", "E203"),
        ("a_jpg", b"", "E203"),
        ("a_png", b"\xff\xd8\xff\xe0", "E203"),
        ("a_svg", b"<svg/>", "E202"),
        ("a_gif", b"GIF89a", "E202"),
        ("index_de", b"---\nname: x\n---\n", "E202"),
    ],
)
def test_strange_files_are_refused(tmp_path: Path, name: str, content: bytes, rule: str) -> None:
    """A file that is not what its name says, or that no exhibition has, is refused by name."""
    _, problems = read_files(tmp_path, index_bg=GOOD, **{name: content})
    assert any(problem.endswith(rule) for problem in problems)


def test_formats_must_fit_their_names(tmp_path: Path) -> None:
    """A PNG that calls itself JPEG is refused."""
    _, problems = read_files(tmp_path, index_bg=GOOD, a_jpg=photograph("PNG"))
    assert "a.jpg:1:1-2 E203" in problems


def test_huge_pictures_are_refused_without_decoding(tmp_path: Path) -> None:
    """More than 40 million points are refused from the head of the file."""
    huge = photograph("PNG").replace(b"\x00\x00\x00\x28\x00\x00\x00\x1e", b"\x00\x00\x4e\x20\x00\x00\x4e\x20", 1)
    _, problems = read_files(tmp_path, index_bg=GOOD, a_png=huge)
    assert any(problem.startswith("a.png") and problem[-4:] in ("E203", "E204") for problem in problems)


def test_a_flood_of_problems_is_cut(tmp_path: Path) -> None:
    """A hostile file of thousands of mistakes gives as many as a person could read, errors first."""
    _, problems = read_files(tmp_path, index_bg=f"{FIELDS}## А {{#a}}\n{LONG}\n" + "## А {#a}\n" * 20_000)
    assert len(problems) == 200
    assert {problem[-4:] for problem in problems} == {"E214"}


def test_fields_are_located(tmp_path: Path) -> None:
    """A field of the front matter is found at its line in the whole file."""
    write_project(tmp_path, {"index.bg.md": GOOD})
    (unit,) = find_exhibitions(tmp_path)[0]
    contents = {file.path: (tmp_path / file.path).read_bytes() for file in unit.files}
    assert locate(unit, contents, ("venue", "tr")) == Position(f"{FOLDER}/index.bg.md", 5, 7, 12)


@given(st.text() | st.lists(st.sampled_from(BITS)).map("".join))
def test_reading_never_raises(text: str) -> None:
    """Any text gives a record or at least one error."""
    path = f"{FOLDER}/index.bg.md"
    unit = Unit("exhibition", "arda", (SourceFile(path, (0, 0, 0)),))
    record, problems = read_exhibition(unit, {path: text.encode("utf-8", "surrogatepass")})
    assert record is not None or any(problem.severity == "error" for problem in problems)


def photograph(kind: str) -> bytes:
    """Make a picture of 40 × 30 points."""
    out = BytesIO()
    Image.new("RGB", (40, 30)).save(out, kind)
    return out.getvalue()
