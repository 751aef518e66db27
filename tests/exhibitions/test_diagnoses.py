"""What is said of mistakes in exhibitions reads as agreed, in every language."""

from tests.exhibitions.diagnoses import CASES, FOLDER, golden_texts


def test_the_diagnoses_read_as_agreed() -> None:
    """Rewrite with `python -m tests.exhibitions.diagnoses`, and read it."""
    golden = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}
    assert golden_texts() == golden


def test_every_case_is_diagnosed() -> None:
    """None of the files is taken in silence."""
    said = (FOLDER / "en.txt").read_text(encoding="utf-8")
    assert said.count("\n  --> ") >= len(CASES)
