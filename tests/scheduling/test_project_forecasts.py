"""When projects end and how sure that is, for many at once."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from northline.core.links import link
from northline.delivery.models import Project
from northline.roadmap.rules.promising import Ends, chance_by
from northline.scheduling import chances
from northline.scheduling.compute import samples_for
from northline.scheduling.models import SavedForecast
from northline.scheduling.outlook import outlooks_of
from northline.scheduling.schemas import ProjectForecast
from tests.scheduling.plans import chain, start

pytestmark = pytest.mark.django_db
HERE = "/api/project-forecasts"


def started(cast: Any, *codes: str) -> list[Project]:
    return [start(cast.scope("piet"), product_id=cast.product.pk, code=code) for code in codes]


def test_every_project_is_told_with_its_chances_in_the_order_of_the_list(cast: Any) -> None:
    empty, planned = started(cast, "EMPTY", "FULL")
    chain(planned, "dig", "pour", by=cast.scope("piet"))
    deadline = {"deadline": "2030-01-01T17:00"}
    cast.client("piet").patch(f"/api/projects/{planned.pk}", deadline, headers={"if-match": '"1"'})
    vera = cast.client("vera")

    full, none = vera.get(HERE).json()["items"]

    listed = [project["id"] for project in vera.get("/api/projects").json()["items"]]
    assert [full["project_id"], none["project_id"]] == listed == [str(planned.pk), str(empty.pk)]
    assert set(full) == set(ProjectForecast.model_fields)
    kept = SavedForecast.objects.get(pk=planned.pk)
    assert full["finish"] == "2026-03-03T17:00"
    assert (full["p50"], full["p85"]) == (kept.p50, kept.p85)
    assert (full["probability"], full["deadline"]) == (1.0, deadline["deadline"])
    assert (none["p50"], none["p85"], none["probability"], none["deadline"]) == (None,) * 4


def test_asking_for_many_finds_out_no_drivers(cast: Any) -> None:
    (project,) = started(cast, "ATL")
    chain(project, "dig", by=cast.scope("piet"))

    cast.client("vera").get(HERE)

    assert SavedForecast.objects.get(pk=project.pk).drivers is None


def test_only_what_one_may_see_is_told(cast: Any) -> None:
    (ours,) = started(cast, "ATL")
    start(cast.scope("ada"), code="ADA")

    told = {who: cast.client(who).get(HERE).json()["items"] for who in ("ada", "stan", "nora")}

    assert [row["project_id"] for row in told["stan"]] == [str(ours.pk)]
    assert (len(told["ada"]), told["nora"]) == (2, [])


def test_pages_and_archived_ones_are_those_of_the_list(cast: Any) -> None:
    first, second = started(cast, "ONE", "TWO")
    vera, piet = cast.client("vera"), cast.client("piet")

    page = vera.get(HERE, {"limit": 1}).json()
    rest = vera.get(HERE, {"limit": 1, "cursor": page["next"]}).json()
    piet.post(f"/api/projects/{first.pk}/archival", headers={"if-match": '"1"'})
    archived = vera.get(HERE, {"archived": "true"}).json()

    found = [answer["items"][0]["project_id"] for answer in (page, rest, archived)]
    assert found == [str(second.pk), str(first.pk), str(first.pk)]
    assert rest["next"] is archived["next"] is None


@pytest.mark.parametrize("how_many", [1, 6])
def test_many_cost_as_many_queries_as_one(cast: Any, how_many: int, django_assert_num_queries: Any) -> None:
    projects = started(cast, *(f"P{number}" for number in range(how_many)))

    with django_assert_num_queries(2):
        told = chances.forecasts_of_projects(projects)

    assert len(told) == how_many


def test_the_chance_of_the_deadlines_day_is_the_chance_of_the_deadline(cast: Any) -> None:
    (project,) = started(cast, "ATL")
    chain(project, "dig", "pour", "cure", by=cast.scope("piet"))
    deadline = {"deadline": "2026-03-04T23:59"}
    cast.client("piet").patch(f"/api/projects/{project.pk}", deadline, headers={"if-match": '"1"'})

    kept = SavedForecast.objects.get(pk=project.pk)
    ends = Ends(date.fromisoformat(kept.ends["first"]), kept.ends["counts"])

    assert sum(ends.counts) == kept.samples
    assert 0 < kept.probability_on_time < 1
    assert chance_by(date(2026, 3, 4), ends) == kept.probability_on_time


def test_a_forecast_kept_before_days_were_tells_no_chance_of_a_day(cast: Any) -> None:
    (project,) = started(cast, "ATL")
    chain(project, "dig", by=cast.scope("piet"))
    initiative = cast.acme.row("initiative")
    link("realises", project, target=initiative, by=cast.acme.scope)
    SavedForecast.objects.filter(pk=project.pk).update(ends={})

    told = outlooks_of(cast.acme.scope, [initiative.pk])[initiative.pk]

    kept = SavedForecast.objects.get(pk=project.pk)
    assert (str(told.p85), told.ends) == (kept.p85[:10], None)


@pytest.mark.parametrize(
    ("items", "samples"),
    [(1, 10_000), (6_000, 10_000), (6_001, 5_000), (12_000, 5_000), (12_001, 2_500), (20_000, 2_500)],
)
def test_long_plans_are_played_less_often(items: int, samples: int) -> None:
    plan = SimpleNamespace(items=dict.fromkeys(range(items)))
    assert samples_for(plan) == samples  # type: ignore[arg-type]  # its items are all that counts
