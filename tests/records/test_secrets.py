"""What must not be published is nowhere in the output: no page, no index, no kept state."""

from pathlib import Path

from tests.site.project import build, make_project

# 25 secrets, each a word that stands nowhere else
WORDS = [f"{letter}тайна{letter}" for letter in "бвгджзклмнопрстфхцчш"]
PHONES = ["+359 361 91 91 91", "+359 361 92 92 92"]
NUMBERS = ["6699", "41.987654", "25.123987"]
SECRETS = [*WORDS, *PHONES, *NUMBERS]
SHOWN = ("ЯвнаОрганизация", "ЯвнаСъгласна", "41.111222")


def _record() -> str:
    w = iter(WORDS)
    return f"""name: ЯвнаОрганизация
kind: association
area: [KRZ16]
causes: [chista-reka]
locations:
  - place: KRZ16
    coordinates: {{latitude: 41.111222, longitude: 25.111222}}
  - place: KRZ16
    address: {{bg: ул. {next(w)}, tr: {next(w)}, en: {next(w)}}}
    postcode: "{NUMBERS[0]}"
    coordinates: {{latitude: {NUMBERS[1]}, longitude: {NUMBERS[2]}}}
    visibility: area-only
  - place: KRZ16
    address: {next(w)}
    accessibility: {next(w)}
    hours: {next(w)}
    visibility: hidden
people:
  - {{name: {next(w)}, role: {next(w)}, email: "{next(w)}@primer.example", phone: "{PHONES[0]}"}}
  - name: {{bg: {next(w)}, tr: {next(w)}, en: {next(w)}}}
    role: {next(w)}
    consent: {{basis: written, scope: [picture], date: 2026-01-10}}
  - name: ЯвнаСъгласна
    email: "{next(w)}@primer.example"
    phone: "{PHONES[1]}"
    consent: {{basis: written, scope: [name], date: 2026-01-10}}
  - {{name: {next(w)}, consent: {{basis: form, scope: [contact, picture], date: 2026-01-10}}}}
  - {{name: {next(w)}, role: {next(w)}}}
  - {{name: {next(w)}, email: "{next(w)}@primer.example"}}
  - {{name: {next(w)}}}
"""


def test_the_secrets_are_all_planted() -> None:
    """The record holds each of the 25 once."""
    assert {secret: _record().count(secret) for secret in SECRETS} == dict.fromkeys(SECRETS, 1)
    assert len(SECRETS) == 25


def test_no_secret_is_anywhere_in_the_output(tmp_path: Path) -> None:
    """Not in a file's bytes or name, in either byte order; what is public is there."""
    root = make_project(tmp_path)
    (root / "data" / "organisations" / "primer.yaml").write_text(_record(), encoding="utf-8")
    assert build(root, tmp_path / "output", "--today", "2026-11-23") == 0
    files = [path for path in (tmp_path / "output").rglob("*") if path.is_file()]
    whole = b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in files)
    written = [
        secret for secret in SECRETS for form in ("utf-8", "utf-16-le", "utf-16-be") if secret.encode(form) in whole
    ]
    escaped = [secret for secret in SECRETS if secret.encode("ascii", "backslashreplace") in whole]
    assert (written, escaped) == ([], [])
    assert SHOWN[0].encode() in whole
