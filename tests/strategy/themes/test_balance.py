"""The share of the work that each theme gets, by plans and estimates, against what was meant."""

from __future__ import annotations

from datetime import date

import pytest

from northline.core import editing, links
from northline.delivery.models import Project, WorkItem
from northline.roadmap.models import Initiative
from northline.scheduling.theming import effort_by_theme, overlap
from tests.strategy.themes.test_themes import set_theme


def add(cast, theme, *, title="Work", weeks=None, days=None, **fields):
    """An initiative with an estimate over a window."""
    body = {"product_id": cast.product.pk, "title": title, "effort_weeks": weeks} | fields
    body |= {"theme_id": theme["id"] if theme else None}
    body |= {"window": {"start": days[0], "finish": days[1]} if days else None}
    answer = cast.client("pia").post("/api/initiatives", body)
    assert answer.status_code == 201, answer.json()
    return answer.json()


def balance(cast, period="2026-Q4", by="vera"):
    found = cast.client(by).get(f"/api/products/{cast.product.pk}/theme-balance", {"period": period})
    assert found.status_code == 200
    return found.json()


def weights(cast, **asked):
    items = balance(cast, **asked)["items"]
    return {each["theme"]["title"] if each["theme"] else None: each for each in items}


QUARTER = ("2026-10-01", "2026-12-31")


@pytest.fixture
def live(cast):
    return set_theme(cast, shares={"2026-Q4": 50}).json()


@pytest.fixture
def cold(cast):
    return set_theme(cast, title="Cold chain", shares={"2026-Q4": 30}).json()


def test_estimates_weigh_where_there_is_no_plan(cast, live, cold):
    add(cast, live, weeks=3, days=QUARTER)
    add(cast, cold, weeks=4, days=QUARTER)
    add(cast, None, weeks=1, days=QUARTER)
    found = weights(cast)
    assert {name: (each["planned"], each["actual"]) for name, each in found.items()} == {
        "Live day": (15, 37.5),
        "Cold chain": (20, 50),
        None: (5, 12.5),
    }
    assert (found["Live day"]["difference"], found["Cold chain"]["difference"]) == (-12.5, 20)
    assert found[None]["difference"] is None
    assert (balance(cast)["intended"], balance(cast)["days"]) == (80, 40)


def test_only_the_part_of_a_window_within_the_period_counts(cast, live):
    add(cast, live, weeks=4, days=("2026-09-21", "2026-10-10"))
    assert weights(cast)["Live day"]["planned"] == 10


def test_what_is_parked_archived_or_without_a_window_weighs_nothing(cast, live):
    add(cast, live, weeks=4, days=QUARTER, parked=True)
    add(cast, live, weeks=4)
    add(cast, live, days=QUARTER)
    assert weights(cast)["Live day"] == weights(cast)["Live day"] | {"planned": 0, "actual": None}


def test_the_plan_weighs_on_its_scheduled_days_and_what_is_done_is_told(cast, live, cold):
    planned = add(cast, live, weeks=100, days=QUARTER)
    add(cast, cold, weeks=2, days=("2026-03-02", "2026-03-31"))
    project = cast.acme.row("planned_project")
    WorkItem.objects.filter(project=project).update(duration_minutes=10 * project.minutes_per_day)
    Project.objects.filter(pk=project.pk).update(plan_version=project.plan_version)
    initiative = Initiative.objects.get(pk=planned["id"])
    links.link("realises", project, target=initiative, by=cast.acme.scope)
    WorkItem.objects.filter(project=project).update(percent_complete=25)
    found = weights(cast, period="2026-Q1")
    # The plan starts on 2 March; its hundred estimated weeks are no longer asked.
    assert (found["Live day"]["planned"], found["Live day"]["done"]) == (10, 2.5)
    assert (found["Live day"]["actual"], found["Cold chain"]["actual"]) == (50, 50)
    assert weights(cast)["Live day"]["planned"] == 0


def test_a_period_is_needed(cast):
    answer = cast.client("vera").get(f"/api/products/{cast.product.pk}/theme-balance", {"period": ""})
    assert answer.status_code == 422


def test_a_theme_of_another_product_or_archived_is_refused(cast, live):
    other = editing.create(
        type(cast.product)(workspace=cast.acme.workspace, title="Other"), prefix="PRD", by=cast.acme.scope
    )
    theirs = cast.client("ada").post("/api/themes", {"product_id": other.pk, "title": "Theirs"}).json()
    initiative = cast.acme.row("initiative")
    address, ada = f"/api/initiatives/{initiative.pk}", cast.client("ada")
    headers = {"if-match": '"1"'}
    answer = ada.patch(address, {"theme_id": theirs["id"]}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "theme.other_product")
    ada.post(f"/api/themes/{live['id']}/archival", headers=headers)
    answer = ada.patch(address, {"theme_id": live["id"]}, headers=headers)
    assert answer.json()["code"] == "theme.archived"


def test_initiatives_are_filtered_by_theme_and_a_change_of_it_is_undone(cast, live):
    found = add(cast, None)
    pia = cast.client("pia")
    headers = {"if-match": '"1"'}
    pia.patch(f"/api/initiatives/{found['id']}", {"theme_id": live["id"]}, headers=headers)
    listed = pia.get("/api/initiatives", {"theme_id": live["id"]}).json()["items"]
    assert [each["id"] for each in listed] == [found["id"]]
    last = pia.get("/api/changes").json()["items"][0]
    assert pia.post(f"/api/changes/{last['id']}/undo").status_code == 200
    assert pia.get("/api/initiatives", {"theme_id": live["id"]}).json()["items"] == []


@pytest.mark.parametrize("how_many", [1, 6])
def test_the_balance_costs_the_same_however_many(cast, live, how_many, django_assert_num_queries):
    for number in range(how_many):
        add(cast, live, title=str(number), weeks=1, days=("2026-03-01", "2026-04-30"))
    initiative, project = Initiative.objects.first(), cast.acme.row("planned_project")
    links.link("realises", project, target=initiative, by=cast.acme.scope)
    scope = cast.scope("vera")
    with django_assert_num_queries(6):
        found = effort_by_theme(scope, cast.product.pk, date(2026, 1, 1), date(2026, 12, 31))
    assert sum(each.initiatives for each in found.values()) == how_many


def test_overlap_counts_both_ends():
    quarter = (date(2026, 10, 1), date(2026, 12, 31))
    assert overlap((date(2026, 10, 1), date(2026, 10, 1)), quarter) == 1
    assert overlap((date(2026, 9, 1), date(2026, 9, 30)), quarter) == 0
    assert overlap((date(2026, 12, 31), date(2027, 1, 1)), quarter) == 0.5
