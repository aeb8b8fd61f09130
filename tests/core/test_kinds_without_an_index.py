"""Lists of kinds that the index of words does not hold are searched in their columns."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.fulltext import finding
from northline.roadmap.models import LaunchTemplate
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_kind_that_the_index_does_not_hold_is_looked_through(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    place = {"workspace": cast.acme.workspace, "product": cast.product}
    for key, title in (("TPL-1", "Spring release, late"), ("TPL-2", "Late summer")):
        LaunchTemplate.objects.create(**place, key=key, title=title, steps=[])
    rows = LaunchTemplate.objects.order_by("key")

    def found(q: str) -> list[str]:
        return [row.key for row in finding.matching(rows, q)]

    with django_assert_num_queries(1):
        assert found("late") == ["TPL-1", "TPL-2"]
    assert found("late -summer") == ["TPL-1"]
    assert found('"release, late"') == ["TPL-1"]
    assert found("tpl-2 late") == ["TPL-2"]
    assert found("winter") == []
