"""Why the forecast moved: each group of inputs alone, their sum and the rest."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.models import Change
from northline.delivery.models import Project
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_boards import say

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_thread"), pytest.mark.either_database]


def test_each_group_of_inputs_is_told_apart_and_together_they_are_the_whole(cast: Any) -> None:
    piet, client = cast.scope("piet"), cast.client("piet")
    project = start(piet, product_id=cast.product.pk, code="MV")
    _, second, third = chain(project, "dig", "pour", "dry", by=piet)
    noted = client.post(
        "/api/risks",
        {"project_id": str(project.pk), "title": "Frost", "probability": 50, "likely_days": 2},
    )
    assert noted.status_code == 201, noted.content
    where = f"/api/projects/{project.pk}/forecast-moves"
    assert client.get(where).json() == {
        "since": None, "was": None, "now": None, "days": None, "chance": None, "parts": [],
    }  # fmt: skip

    # All of that was a fortnight ago.
    then = timezone.now() - timedelta(days=14)
    Change.objects.update(created_at=then)
    Project.objects.filter(pk=project.pk).update(created_at=then)
    begun = client.get(where).json()
    assert begun["since"] == str(timezone.localdate() - timedelta(days=7))
    # Nothing was done, so a week is lost, and nothing else has moved it.
    (progress, rest) = begun["parts"]
    assert (progress["group"], progress["rows"], rest["group"]) == ("progress", 0, "rest")
    assert progress["days"] == begun["days"] == pytest.approx(5, abs=1.5)
    assert abs(rest["days"]) < 0.05

    # Then: longer than thought, one more task at the end, no frost any more, a deadline far away.
    say(cast, second, by="piet", duration_minutes=5 * 480)
    edit(
        project,
        {"op": "add", "temp_id": "paint", "after_id": str(third.pk), "title": "paint", "duration_minutes": 2 * 480},
        {"op": "link", "before": str(third.pk), "after": "paint"},
        by=piet,
    )  # fmt: skip
    risk = noted.json()
    closed = client.patch(
        f"/api/risks/{risk['id']}",
        {"probability": 0},
        headers={"If-Match": f'"{risk["version"]}"'},
    )
    assert closed.status_code == 200, closed.content
    far = f"{timezone.localdate() + timedelta(days=400)}T17:00"
    project.refresh_from_db()
    moved = client.patch(
        f"/api/projects/{project.pk}", {"deadline": far}, headers={"If-Match": f'"{project.version}"'}
    )
    assert moved.status_code == 200, moved.content

    told = client.get(where).json()
    days = {part["group"]: part["days"] for part in told["parts"]}
    assert set(days) == {"progress", "estimates", "structure", "risks", "deadline", "rest"}
    assert days["estimates"] == pytest.approx(4.5, abs=1.5)
    assert days["structure"] == pytest.approx(2, abs=0.7)
    assert days["risks"] < -0.5
    assert days["deadline"] == 0
    assert sum(days.values()) == pytest.approx(told["days"], abs=0.05)
    assert told["now"]["chance"] == 1
    assert told["was"]["deadline"] is None

    refused = client.get(f"{where}?since={timezone.localdate()}")
    assert (refused.status_code, refused.json()["code"]) == (422, "moment.not_past")
