"""Sites of a few records."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exports.made import REGION, Made, Records

# records and the region's own → the site
MakeSite = Callable[..., Made]


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Give a function that makes a site; a second site keeps nothing of the first."""
    count = 0

    def make(records: Records, *, region: str = REGION) -> Made:
        nonlocal count
        count += 1
        return Made(records, tmp_path / str(count), region=region)

    return make
