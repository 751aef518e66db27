"""The sentences that the set-up says, in the language of the person at the keyboard.

The site's own strings are in theme/translations; they are read with Babel, which is not installed yet here.
"""

from __future__ import annotations

import os

BULGARIAN = {
    "Python 3.11 or newer is needed, and this is {version}. Install it and run the command again.": (
        "Нужен е Python 3.11 или по-нов, а този е {version}. Инсталирайте го и пуснете командата отново."
    ),
    "Another command is setting up this folder; waiting for it …": ("Друга команда подготвя същата папка, изчаквам я…"),
    "Preparing Python's own folder, {folder} …": "Подготвям папка за Python – {folder}…",
    "Python cannot make its own folder here. Install the package python3-venv and run the command again.": (
        "Python не може да направи своя папка тук. Инсталирайте пакета python3-venv и пуснете командата отново."
    ),
    "Installing the Python packages of {name} (once, about a minute) …": (
        "Инсталирам пакетите на Python от {name} (само веднъж, около минута)…"
    ),
    "Installing Node.js, which this machine lacks (once) …": (
        "Инсталирам Node.js, който липсва на този компютър (само веднъж)…"
    ),
    "Installing the npm packages (once) …": "Инсталирам пакетите на npm (само веднъж)…",
    "Installing the browser Chromium for the tests (once) …": (
        "Инсталирам браузъра Chromium за проверките (само веднъж)…"
    ),
    "Installing the browser Firefox for the measurement (once) …": (
        "Инсталирам браузъра Firefox за измерването (само веднъж)…"
    ),
    "The tests need the browser Chromium. Install it (or Chrome), or give its path in SREDISHTE_CHROMIUM.": (
        "За проверките е нужен браузърът Chromium. Инсталирайте него (или Chrome) "
        "или посочете пътя до него в SREDISHTE_CHROMIUM."
    ),
    "The packages could not be installed; the lines above say why. Check the internet connection and try again.": (
        "Пакетите не се инсталираха; редовете по-горе казват защо. Проверете връзката с интернет и опитайте отново."
    ),
    "Installing the libraries that panels are printed with (once) …": (
        "Инсталирам библиотеките, с които се отпечатват таблата (само веднъж)…"
    ),
    "Printing needs libraries of the system. On Debian: apt install {packages}": (
        "За печата са нужни системни библиотеки. На Debian: apt install {packages}"
    ),
    "Commands (make COMMAND):": "Команди (make КОМАНДА):",
}

TURKISH = {
    "Python 3.11 or newer is needed, and this is {version}. Install it and run the command again.": (
        "Python 3.11 veya daha yenisi gerekli, bu ise {version}. Kurun ve komutu yeniden çalıştırın."
    ),
    "Another command is setting up this folder; waiting for it …": (
        "Başka bir komut bu klasörü hazırlıyor, bitmesi bekleniyor…"
    ),
    "Preparing Python's own folder, {folder} …": "Python için {folder} klasörü hazırlanıyor…",
    "Python cannot make its own folder here. Install the package python3-venv and run the command again.": (
        "Python burada kendi klasörünü oluşturamıyor. python3-venv paketini kurun ve komutu yeniden çalıştırın."
    ),
    "Installing the Python packages of {name} (once, about a minute) …": (
        "{name} dosyasındaki Python paketleri kuruluyor (bir kez, yaklaşık bir dakika)…"
    ),
    "Installing Node.js, which this machine lacks (once) …": (
        "Bu bilgisayarda bulunmayan Node.js kuruluyor (bir kez)…"
    ),
    "Installing the npm packages (once) …": "npm paketleri kuruluyor (bir kez)…",
    "Installing the browser Chromium for the tests (once) …": ("Testler için Chromium tarayıcısı kuruluyor (bir kez)…"),
    "Installing the browser Firefox for the measurement (once) …": (
        "Ölçüm için Firefox tarayıcısı kuruluyor (bir kez)…"
    ),
    "The tests need the browser Chromium. Install it (or Chrome), or give its path in SREDISHTE_CHROMIUM.": (
        "Testler için Chromium tarayıcısı gerekli. Onu (ya da Chrome'u) kurun "
        "veya yolunu SREDISHTE_CHROMIUM değişkeninde belirtin."
    ),
    "The packages could not be installed; the lines above say why. Check the internet connection and try again.": (
        "Paketler kurulamadı; nedeni yukarıdaki satırlarda yazıyor. İnternet bağlantısını denetleyip yeniden deneyin."
    ),
    "Installing the libraries that panels are printed with (once) …": (
        "Panoların basıldığı kitaplıklar kuruluyor (bir kez)…"
    ),
    "Printing needs libraries of the system. On Debian: apt install {packages}": (
        "Baskı için sistem kitaplıkları gerekli. Debian’da: apt install {packages}"
    ),
    "Commands (make COMMAND):": "Komutlar (make KOMUT):",
}

TABLES: dict[str, dict[str, str]] = {"bg": BULGARIAN, "tr": TURKISH, "en": {}}


class SetupError(Exception):
    """A sentence for the person at the keyboard: what is missing and what to do about it."""


def language() -> str:
    """Return bg, tr or en, from SREDISHTE_LANG or else the locale; bg where neither names one of them."""
    for variable in ("SREDISHTE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value[:2] if value[:2] in TABLES else "bg"
    return "bg"


def sentence(english: str, **values: str) -> str:
    """Return the sentence in the person's language, with its {placeholders} filled in."""
    return TABLES[language()].get(english, english).format(**values)


def say(english: str, **values: str) -> None:
    """Print the sentence as a step of progress."""
    print(sentence(english, **values), flush=True)
