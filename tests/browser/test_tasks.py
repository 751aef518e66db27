"""Five things that a citizen comes for are four taps away at most, on a phone, in every language.

Each walk goes by what can be read on the page, as one who has never seen the site would go; the
pictures of its steps lie in pytest's folder for the run. README.md beside this file tells the walks.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import visit

PHONE = 360
TAPS = 4
START = {"bg": "kardzhali/index.html", "tr": "kardzhali/tr/index.html", "en": "kardzhali/en/index.html"}
# task → language → the words that are tapped, and then what the reader came to read
WALKS = {
    "find food help near Ardino": {
        "bg": (["Търся помощ близо до мен", "Ардино", "Топъл обяд у дома"], "Цена: Безплатно"),
        "tr": (["Yakınımda yardım arıyorum", "Ardino", "Eve sıcak öğle yemeği"], "Ücret: Ücretsiz"),
        "en": (["I look for help near me", "Ardino", "A warm lunch at home"], "Cost: Free"),
    },
    "find food help from a village": {
        "bg": (["Търся помощ близо до мен", "Всички градове и села", "Жълтуша – Ардино", "Топъл обяд у дома"], "Цена"),
        "tr": (
            ["Yakınımda yardım arıyorum", "Bütün şehirler ve köyler", "Zhaltusha – Ardino", "Eve sıcak öğle yemeği"],
            "Ücret",
        ),
        "en": (
            ["I look for help near me", "All towns and villages", "Zhaltusha – Ardino", "A warm lunch at home"],
            "Cost",
        ),
    },
    "volunteer on a Saturday": {
        "bg": (["Искам да помогна", "В събота", "Топъл обяд до махалите над Ардино"], "Как да се включите"),
        "tr": (["Yardım etmek istiyorum", "Cumartesi", "Ardino’nun üst mahallelerine"], "Nasıl katılırsınız"),
        "en": (["I want to help", "On Saturday", "Warm lunch to the hamlets above Ardino"], "How to say yes"),
    },
    "find who can help an NGO with accounting": {
        "bg": (["Моята организация има нужда", "Предлагам счетоводни консултации"], "Пишете на библиотеката"),
        "tr": (["Kuruluşumun bir ihtiyacı var", "Muhasebe danışmanlığı sunuyorum"], "Kütüphaneye yazın"),
        "en": (["My organisation needs something", "I offer advice on accounting"], "Write to the library"),
    },
    "see what came of a petition": {
        "bg": (["Какво поискахме и какво стана", "Рампа пред пощата"], "Какво стана"),
        "tr": (["Ne istendi, ne sonuç alındı", "Postanenin önüne rampa"], "Sonuç ne oldu"),
        "en": (["What was asked, and what came of it", "A ramp at the post office"], "What came of it"),
    },
    "read the study's method": {
        "bg": (["Какво казаха хората", "Компас на гражданския сектор", "Целият метод"], "Как са подбрани"),
        "tr": (["İnsanlar ne dedi", "Sivil sektör pusulası", "Yöntemin tümü"], "Nasıl seçildiler"),
        "en": (["What people said", "Compass of the civic sector", "The whole method"], "How they were chosen"),
    },
}


@pytest.mark.parametrize("lang", START)
@pytest.mark.parametrize("task", WALKS, ids=lambda task: task.replace(" ", "-"))
def test_a_task_takes_few_taps(browser: Browser, served: str, tmp_path: Path, task: str, lang: str) -> None:
    """From the first page, by what is written on it, without JavaScript, the answer is at most four taps away."""
    words, answer = WALKS[task][lang]
    with visit(browser, served, START[lang], width=PHONE, javascript=False) as visited:
        for number, word in enumerate(words):
            visited.page.screenshot(path=tmp_path / f"{number}.png")
            tap(visited.page, word)
        found = visited.page.locator("main").get_by_text(answer).first
        expect(found).to_be_visible()
        found.scroll_into_view_if_needed()
        visited.page.screenshot(path=tmp_path / f"{len(words)}.png")
        assert (len(words) <= TAPS, visited.faults) == (True, [])


def tap(page: Page, word: str) -> None:
    """Follow the first link in the content whose words begin so."""
    link = page.locator("main a:visible").filter(has_text=word).first
    expect(link).to_be_visible()
    link.click()
