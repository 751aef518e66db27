"""A key changes exactly when something that the page shows does."""

from typing import NamedTuple

import pytest

from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.site.fingerprints import Fingerprints
from plugins.site.page import Whole

BRIEF = Brief("organisation", "alfa", b"digest", Text.of({"bg": "Извор"}), area=("KRZ16",))
# many of the same, so that the hash stands for the tuple
ROW = tuple({"record": BRIEF, "count": at} for at in range(40))


def key(value: object) -> bytes:
    """Hash one input."""
    return Fingerprints({}).key(value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "b"),
        (1, True),
        (0, None),
        ("", None),
        (("a", "b"), ("ab",)),
        (("a", ("b",)), (("a",), "b")),
        ((), None),
        ({"a": 1}, {"b": 1}),
        (ROW, ROW[:-1]),
        (ROW, (*ROW[:-1], {"record": BRIEF, "count": 40})),
        (BRIEF, BRIEF._replace(name=Text.of({"bg": "Поляна"}))),
        (BRIEF, BRIEF._replace(id="beta")),
        (BRIEF, BRIEF._replace(area=("KRZ02",))),
        (Whole(BRIEF), Whole(BRIEF._replace(digest=b"other"))),
        (Whole(BRIEF), BRIEF),
        (Text.of({"bg": "а"}), Text.of({"tr": "а"})),
    ],
    ids=str,
)
def test_different_inputs_have_different_keys(one: object, other: object) -> None:
    """Whatever they are made of."""
    assert key(one) != key(other)


def test_a_brief_counts_as_what_others_may_show() -> None:
    """A change that only its own page shows changes no other page."""
    assert key(BRIEF) == key(BRIEF._replace(digest=b"another text"))


def test_equal_inputs_have_equal_keys() -> None:
    """Also where they are other objects, and where a hash was kept of one of them."""
    marks = Fingerprints({})
    again = tuple({"record": BRIEF, "count": at} for at in range(40))
    assert marks.key(ROW) == marks.key(ROW) == marks.key(again) == Fingerprints({}).key(again)


def test_a_kept_hash_belongs_to_one_value() -> None:
    """A new value may lie where an old one lay, and is not taken for it."""
    marks = Fingerprints({})
    keys = {marks.key(tuple({"at": at + each} for each in range(20))) for at in range(200)}
    assert len(keys) == 200


def test_what_is_no_input_is_refused() -> None:
    """A list or a set has no place among the inputs of a page."""

    class Other(NamedTuple):
        """Something with a record inside it is looked into like any tuple."""

        brief: Brief

    assert key(Other(BRIEF)) == key((BRIEF,))
    with pytest.raises(TypeError):
        key({1, 2})
