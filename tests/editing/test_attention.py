"""The page for those who keep the records says what waits, counts it rightly, and gives nothing away."""

import re
from pathlib import Path

import pytest

from plugins.editing.attention import MOST
from tests.browser.document import Element, parse
from tests.site.project import build, make_project, tree

CHECKED = "verified: {date: 2026-01-10, by: biblioteka-izvor, method: phone}\nreview_every: P1M\n"
RECORDS = {
    "organisations/klub-most": "name: {bg: Клуб „Мост“, tr: Köprü}\nkind: association\narea: [KRZ16]\n"
    f"summary: Строим мостове.\ntranslations: {{tr: machine}}\ntranslated_from: {{tr: bbbbbb}}\n{CHECKED}"
    'contact: {phones: ["0361 65 432"]}  # кодът е 7391\n',
    "organisations/klub-brod": "name: Клуб „Брод“\nkind: association\narea: [KRZ16]\n"
    'contact: {phones: ["+359 361 65432"]}\n',
    "organisations/chernova": "name: Тайна чернова\nkind: association\narea: [KRZ16]\nstatus: draft\n"
    'contact: {phones: ["65432"], website: "https://chernova.example.org"}\n',
    "organisations/grupa-brod": "name: Група „Брод“\nkind: association\narea: [KRZ16]\n",
    "organisations/grupa-brod-2": "name: ГРУПА „БРОД“\nkind: association\narea: [KRZ16]\n",
    "causes/tiha-ulitsa": "name: Тиха улица\nquestion: Кога?\ncategory: environment\narea: [KRZ16]\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with something of everything that waits."""
    root = make_project(tmp_path_factory.mktemp("attention"))
    region = root / "data" / "regions" / "izvor.yaml"
    region.write_text(region.read_text(encoding="utf-8") + "languages: [bg, tr]\n", encoding="utf-8")
    for name, text in RECORDS.items():
        (root / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """Build it on a day on which a record is due."""
    assert build(project, project / "output", "--today", "2026-02-11") == 0
    return project / "output" / "izvor"


def page(site: Path, lang: str = "") -> Element:
    """Read the page in a language."""
    return parse((site / lang / "attention.html").read_text(encoding="utf-8"))


def numbers(document: Element) -> list[str]:
    """Give the numbers on top."""
    return [each.text for each in document.find_all(kind="tally__number")]


def test_everything_that_waits_is_counted(site: Path) -> None:
    """Due, dormant, never checked, ended, texts without Turkish, warnings, twins, causes of nobody."""
    assert numbers(page(site)) == numbers(page(site, "tr"))
    due, dormant, unchecked, ended, texts, warnings, twins, orphans = numbers(page(site))
    assert (due, dormant, unchecked, ended) == ("1", "0", "5", "0")
    assert (warnings, twins, orphans) == ("2", "2", "1")
    assert int(texts) == _untranslated(site.parents[1] / "data")


def _untranslated(data: Path) -> int:
    """Count the Bulgarian texts of the small project that have no Turkish, by a plain look at its lines."""
    fields = ("name", "summary", "question", "title", "tagline", "label", "library")
    # the draft, the whole country and its region are on no page of this site
    left_out = ("chernova", "bulgaria", "oblast-izvor")
    lines = [
        line for path in data.rglob("*.yaml") if path.stem not in left_out for line in path.read_text().splitlines()
    ]
    texts = [line for line in lines if re.match(rf"\s*(- )?({'|'.join(fields)}): ", line) and "tr:" not in line]
    pages = len(list((data.parent / "content" / "pages").glob("*.bg.md")))
    return len(texts) + 2 * pages  # the name and the text of each page


def test_each_list_names_record_file_and_reason(site: Path) -> None:
    """In the reader's language, with a link to the record's page and to the explanation of the code."""
    document = page(site)
    first = document.find_all(kind="ledger")[0]
    assert "За проверка от 11 февруари 2026" in first.text
    assert "data/organisations/klub-most.yaml" in first.text
    assert [link.attributes["href"] for link in first.find_all("a")] == ["organisations/klub-most.html"]
    found = [each.text for each in document.find_all(kind="finding__what")]
    assert found[0].startswith("Ред 6: турският превод е по-стар")
    assert found[1].startswith("Ред 9: телефонът „0361 65 432“ е без кода")
    assert "„Мост“" in page(site, "tr").text or "Köprü" in page(site, "tr").text


def test_nothing_of_a_file_or_a_draft_is_given_away(site: Path) -> None:
    """Neither the line with its comment, nor a draft, nor what is only said of a draft."""
    whole = "".join((site / lang / "attention.html").read_text(encoding="utf-8") for lang in ("", "tr"))
    assert [word for word in ("7391", "чернова", "chernova") if word in whole] == []


def test_bulgarian_words_of_a_file_are_marked_as_such(site: Path) -> None:
    """Inside a Turkish sentence too."""
    texts = page(site, "tr").find_all("main")[0].texts()
    cyrillic = [(element.language, text.strip()) for element, text in texts if re.search("[\u0400-\u04ff]", text)]
    assert cyrillic != []
    assert [text for language, text in cyrillic if language != "bg"] == []


def test_citizens_and_search_engines_pass_it_by(site: Path) -> None:
    """No page, sitemap, feed or index names it, and it asks to be left out."""
    document = page(site)
    robots = [
        each.attributes["content"] for each in document.find_all("meta") if each.attributes.get("name") == "robots"
    ]
    assert robots == ["noindex, nofollow"]
    naming = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != "attention.html" and b"attention.html" in path.read_bytes()
    ]
    assert naming == []


def test_a_machine_never_translates_in_silence(site: Path) -> None:
    """The page in that language says so, the Bulgarian one does not."""
    notes = [
        parse((site / lang / "organisations/klub-most.html").read_text()).find_all(kind="language-note")
        for lang in ("", "tr")
    ]
    assert ["makine" in "".join(note.text for note in each) for each in notes] == [False, True]


def test_a_long_list_is_cut_and_counted(project: Path) -> None:
    """Of very many records the first are named."""
    folder = project / "data" / "organisations"
    for at in range(MOST + 5):
        text = f"name: {{bg: Клуб {at}, tr: Kulüp {at}}}\nkind: association\narea: [KRZ16]\n"
        (folder / f"klub-{at}.yaml").write_text(text, encoding="utf-8")
    assert build(project, project / "output", "--today", "2026-02-11") == 0
    document = page(project / "output" / "izvor")
    assert numbers(document)[2] == str(5 + MOST + 5)
    assert "И още 10." in document.text
    for at in range(MOST + 5):
        (folder / f"klub-{at}.yaml").unlink()


DAYS = {
    "2026-02-10": ("checked", "0", "0"),
    "2026-02-11": ("due", "1", "0"),
    "2026-03-10": ("due", "1", "0"),
    "2026-03-11": ("dormant", "0", "1"),
}


def test_the_clock_moves_a_record_on_pages_and_in_reports(project: Path, tmp_path: Path) -> None:
    """Day by day: on its own page and on the page for keepers, as a clean build of the day would show it."""
    output = project / "output"
    shown = {}
    for today in DAYS:
        assert build(project, output, "--today", today) == 0
        record = parse((output / "izvor" / "organisations" / "klub-most.html").read_text(encoding="utf-8"))
        (badge,) = record.find_all(kind="badge")
        shown[today] = (badge.attributes["data-state"], *numbers(page(output / "izvor"))[:2])
    assert shown == DAYS
    assert build(project, tmp_path / "clean", "--today", today) == 0
    assert tree(output) == tree(tmp_path / "clean")
