"""The rows that most operations are about, made once for all tests of rights."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests import cast as told
from tests import standing

# What takes longest to make, together, of all that the requests name.
PROPS = ("project", "work_item", "insight", "opportunity")


@pytest.fixture(scope="module")
def _props(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    standing.STAGE.set(django_db_blocker)
    with standing.STAGE.props(PROPS):
        yield


@pytest.fixture
def cast(_props: None, db: None) -> told.Cast:
    """The named people and a stranger, both of whose workspaces hold the rows already."""
    return standing.STAGE.people()
