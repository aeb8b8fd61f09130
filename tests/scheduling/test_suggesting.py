"""An estimate is suggested from finished work that is like an item, with the cases; of too few, nothing."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.refusal import Refusal
from northline.scheduling.suggesting.queries import suggestion_for
from northline.scheduling.suggesting.rules import Described, most_alike
from tests.scheduling.plans import chain, edit, start


def test_rare_words_and_own_fields_make_work_alike() -> None:
    others = [
        Described(1, "Order parts", {"room": "Hall"}),
        Described(2, "Order windows for the tower", {"room": "Hall"}),
        Described(3, "Order windows", {"room": "Tower"}),
        *(Described(number, "Order parts again", {}) for number in range(4, 9)),
    ]
    found = most_alike(Described(0, "Order windows", {"room": "Tower"}), others)
    assert [one.id for _, one in found[:2]] == [3, 2]
    assert found[0][0] == 1.0
    assert found[1][0] == 0.75
    assert 1 not in [one.id for _, one in found]


@pytest.mark.django_db
@pytest.mark.either_database
def test_finished_work_suggests_an_estimate_with_its_cases(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    titles = [f"Paint wall {name}" for name in ("north", "south", "east", "west", "inside")]
    walls = chain(project, *titles, "Paint wall roof", by=piet)
    roof = walls.pop()

    def finish(count: int) -> None:
        # A day each was planned; they took from Monday to Tuesday, to Wednesday, ..., the last over a weekend.
        for wall, day in zip(walls[:count], (3, 3, 4, 5, 9), strict=False):
            fields = {
                "percent_complete": 100,
                "actual_start": "2026-03-02T08:00",
                "actual_finish": f"2026-03-0{day}T17:00",
            }
            wall.refresh_from_db()
            edit(
                project, {"op": "set", "id": str(wall.pk), "version": wall.version, "fields": fields}, by=piet
            )

    finish(4)
    few = suggestion_for(roof, piet)
    assert (len(few["cases"]), few["estimate"], few["needed"]) == (4, None, 5)
    finish(5)
    said = suggestion_for(roof, piet)
    assert [case["actual_minutes"] // 480 for case in sorted(said["cases"], key=lambda one: one["finished"])] == [
        2, 2, 3, 4, 6,
    ]  # fmt: skip
    assert (said["p50_minutes"], said["p80_minutes"], said["overrun"]) == (3 * 480, 4 * 480, 3.0)
    assert said["estimate"] == {"optimistic": 960, "likely": 1440, "pessimistic": 2880}
    # Nobody learns from what they may not read.
    assert suggestion_for(roof, cast.scope("nora"))["cases"] == []
    roof.type = "milestone"
    with pytest.raises(Refusal):
        suggestion_for(roof, piet)
