"""The portfolio: what may be read of all products, in lanes, rolled up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.ids import uuid7
from northline.core.links import link
from northline.delivery.models import Resource
from northline.reporting.portfolio import queries
from northline.reporting.portfolio.rules import quarters_from
from northline.roadmap.models import Initiative
from northline.roadmap.outlook import Outlook
from northline.roadmap.rules.promising import Ends
from northline.strategy.models import Objective, Theme
from tests.cast import Cast

NOW = quarters_from(timezone.localdate(), 1)[0]


@pytest.fixture
def other(cast: Cast) -> dict[str, Any]:
    """A second product that only the owner sees."""
    made: dict[str, Any] = cast.client("ada").post("/api/products", {"title": "Second"}).json()
    return made


def initiative(cast: Cast, title: str, product_id: Any, **values: Any) -> Initiative:
    body = {"product_id": str(product_id), "title": title}
    made = cast.client("ada").post("/api/initiatives", body)
    assert made.status_code == 201, made.content
    Initiative.objects.filter(pk=made.json()["id"]).update(**values)
    return Initiative.objects.get(pk=made.json()["id"])


def read(cast: Cast, who: str = "ada", **asked: Any) -> dict[str, Any]:
    answer = cast.client(who).get("/api/portfolio", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def lanes(found: dict[str, Any]) -> dict[str, int]:
    return {lane["title"]: lane["rollup"]["initiatives"] for lane in found["lanes"]}


def test_lanes_are_products_themes_of_one_title_or_what_objectives_serve_in_the_end(
    cast: Cast, other: dict[str, Any]
) -> None:
    ada = cast.client("ada")
    first = initiative(cast, "Here", cast.product.pk, effort_weeks=3)
    second = initiative(cast, "There", other["id"], effort_weeks=1)
    initiative(cast, "Loose", cast.product.pk)
    for row in (first, second):
        body = {"product_id": str(row.product_id), "title": "Trust" if row is first else "trust"}
        theme = ada.post("/api/themes", body).json()
        Initiative.objects.filter(pk=row.pk).update(theme=Theme.objects.get(pk=theme["id"]))
    top = cast.acme.row("objective")
    below = Objective.objects.get(pk=top.pk)
    below.pk, below.id, below.key, below._state.adding = uuid7(), uuid7(), "OBJ-9", True
    below.id = below.pk
    below.parent, below.title = top, "Below"
    below.save()
    link("advances", first, target=below, by=cast.acme.scope)
    link("advances", second, target=top, by=cast.acme.scope)

    by_product, by_theme, by_goal = (read(cast, by=by) for by in ("product", "theme", "goal"))

    assert lanes(by_product) == {cast.product.title: 2, "Second": 1}
    assert lanes(by_theme) == {"Trust": 2, "": 1}
    assert lanes(by_goal) == {top.title: 2, "": 1}
    assert by_theme["lanes"][0]["rollup"]["effort_weeks"] == 4
    assert len(by_theme["lanes"][0]["members"]) == 2
    assert read(cast, q="There")["total"]["initiatives"] == 1
    assert read(cast, where='[["effort_weeks","at_least",3]]')["total"]["effort_weeks"] == 3
    # A milestone is shown with what else is shown of its product.
    ada.post(f"/api/products/{other['id']}/milestones", {"title": "Fair", "day": "2026-09-01"})
    assert [one["title"] for one in read(cast)["milestones"]] == ["Fair"]
    assert read(cast, q="Here")["milestones"] == read(cast, "stan")["milestones"] == []
    # Who reads one product sees nothing of the other.
    assert lanes(read(cast, "stan")) == {cast.product.title: 2}
    assert "There" not in str(read(cast, "stan", by="theme"))


def test_effort_is_spread_over_the_quarters_and_stands_beside_what_people_can_do(cast: Cast) -> None:
    project = cast.acme.row("project")
    Resource.objects.filter(project=project).delete()
    for name in ("Piet", "PIET", "Vera"):
        Resource.objects.create(
            workspace_id=project.workspace_id, project=project, key=name, title=name, capacity=1.0
        )
    start, finish = NOW
    row = initiative(
        cast,
        "Half of it here",
        cast.product.pk,
        effort_weeks=10,
        window_start=start - (finish - start) - timedelta(days=1),
        window_finish=finish,
        window_precision="day",
    )
    initiative(
        cast,
        "Parked",
        cast.product.pk,
        effort_weeks=99,
        parked=True,
        window_start=start,
        window_finish=finish,
        window_precision="day",
    )

    loads = read(cast)["loads"]

    own = [load for load in loads if load["product_id"] == str(row.product_id)]
    assert len(own) == 4
    assert (own[0]["needed_weeks"], own[1]["needed_weeks"], own[0]["people"]) == (5.0, 0.0, 2)
    assert own[0]["capacity_weeks"] > 10
    assert next(load["needed_weeks"] for load in loads if load["product_id"] is None) == 5.0


def test_health_is_the_worst_of_what_is_known_and_counted_in_the_lane(cast: Cast) -> None:
    row = initiative(
        cast,
        "Late",
        cast.product.pk,
        status="in_progress",
        window_start=date(2020, 1, 1),
        window_finish=date(2020, 2, 1),
        window_precision="day",
    )
    found = read(cast)

    [item] = [one for one in found["items"] if one["id"] == str(row.pk)]
    assert (item["health"], item["health_reason"]) == ("off_track", "late")
    assert found["total"]["off_track"] == 1
    assert item["can"]["edit"] is True


@pytest.mark.parametrize("how_many", [1, 9])
@pytest.mark.parametrize("by", ["product", "theme", "goal"])
def test_reading_costs_the_same_however_many_there_are(
    cast: Cast, how_many: int, by: str, django_assert_max_num_queries: Any
) -> None:
    for at in range(how_many):
        initiative(cast, f"No {at}", cast.product.pk)
    client = cast.client("vera")
    client.get("/api/portfolio")
    with django_assert_max_num_queries(18):
        client.get("/api/portfolio", {"by": by})


def test_a_containers_chance_weighs_by_its_own_effort_and_what_is_done_by_none(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = {"window_start": date(2029, 1, 1), "window_finish": date(2030, 1, 1), "window_precision": "day"}
    likely = initiative(cast, "Likely", cast.product.pk, effort_weeks=3, **window)
    whole = initiative(cast, "Whole", cast.product.pk, effort_weeks=1, **window)
    initiative(cast, "Part", cast.product.pk, effort_weeks=2, parent=whole)
    done = initiative(cast, "Done", cast.product.pk, effort_weeks=9, status="done", **window)
    in_time, even = Ends(date(2030, 1, 1), (1,)), Ends(date(2030, 1, 1), (1, 1))
    said = {row.pk: Outlook(ends=in_time) for row in (likely, done)} | {whole.pk: Outlook(ends=even)}
    monkeypatch.setattr(queries, "outlooks", lambda scope, ids: said)

    total = read(cast)["total"]

    assert (total["effort_weeks"], total["sure"]) == (14, 2)
    assert total["confidence"] == (3 * 1.0 + 1 * 0.5) / 4
