"""Budgets: what was approved, planned, spent and is still to come, by phase; and who may see money."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from northline.delivery.models import Assignment, Resource, ResourceRate, WorkItem
from northline.tracking.budgets import rules
from tests.scheduling.plans import edit, start
from tests.tracking.test_iterations import answered, undo_last

WEEK = "2026-03-02"


def test_the_reasons_of_a_variance_add_up_to_it() -> None:
    planned, forecast = rules.Side(10, 1000, 200), rules.Side(12, 1320, 150)
    found = rules.reasons(planned, forecast, budget_hours=8, budget=1100)
    assert [(one.code, one.hours, round(one.money)) for one in found] == [
        ("over_budget", 2, 100),
        ("more_effort", 2, 200),
        ("dearer", 0, 120),
        ("other_costs", 0, -50),
    ]
    assert round(sum(one.money for one in found)) == round(forecast.money - 1100)
    assert [
        one.code for one in rules.reasons(rules.Side(), rules.Side(5, 250), budget_hours=None, budget=None)
    ] == ["unplanned"]


@pytest.mark.django_db
def test_a_budget_by_phase_stands_beside_plan_actual_and_forecast(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    """One story: piet plans two phases, pia approves a budget, carl works, an invoice comes."""
    scope = cast.scope("piet")
    project = start(scope, product_id=cast.product.pk, code="BUG")
    edits = [
        {"op": "add", "temp_id": "one", "title": "One"},
        {"op": "add", "temp_id": "dig", "title": "dig", "parent_id": "one", "duration_minutes": 960},
        {"op": "add", "temp_id": "two", "title": "Two", "after_id": "one"},
        {"op": "add", "temp_id": "pour", "title": "pour", "parent_id": "two", "duration_minutes": 480},
    ]
    temporary = edit(project, *edits, by=scope).editor.temporary
    dig, pour = (WorkItem.objects.get(pk=temporary[name]) for name in ("dig", "pour"))
    mine = {"workspace": cast.acme.workspace, "project": project}
    who = Resource.objects.create(**mine, member=cast.carl, key="RES-1", title="Carl")
    for since, price in ((None, 50.0), (date(2026, 3, 3), 100.0)):
        ResourceRate.objects.create(workspace=cast.acme.workspace, resource=who, since=since, per_hour=price)
    for item in (dig, pour):
        Assignment.objects.create(**mine, item=item, resource=who)
    piet, pia, carl, here = (*map(cast.client, ("piet", "pia", "carl")), f"/api/projects/{project.pk}/budget")

    def line(address: str, **fields: Any) -> Any:
        return answered(piet.post(address, {"project_id": str(project.pk)} | fields), 201)

    def figures(by: Any = piet) -> dict[str, Any]:
        page = answered(by.get(here))
        named = {row["phase"]["title"] if row["phase"] else None: row for row in page["phases"]}
        return named | {"": page["total"], "page": page}

    budget = line("/api/budget-lines", title="First", phase_id=str(temporary["one"]), amount=1000, hours=16)
    cost = line("/api/cost-lines", title="Concrete", item_id=str(pour.pk), planned=300, category="material")
    assert figures()["One"]["money"]["budget"] is None

    # It counts once it is approved by whoever steers; another amount has to be approved anew.
    assert answered(piet.post(f"{here}/approval"), 403)["code"] == "right.missing"
    assert answered(pia.post(f"{here}/approval")) == {"lines": 1}
    assert answered(pia.post(f"{here}/approval"), 409)["code"] == "budget.nothing_open"
    edited = piet.patch(f"/api/budget-lines/{budget['id']}", {"amount": 1100}, headers={"if-match": '"2"'})
    assert answered(edited)["approved_at"] is None
    undo_last(cast, "piet")

    # Planned by the rates of each day: eight hours at 50, then at 100.
    with django_assert_max_num_queries(25):
        told = figures()
    one, two = told["One"], told["Two"]
    assert (one["hours"]["planned"], one["money"]["planned"], one["money"]["budget"]) == (16, 1200, 1000)
    assert (two["hours"]["planned"], two["money"]["planned"]) == (8, 700)
    assert one["reasons"][0]["code"] == "over_budget"

    # Carl reports two days of which the first is more than planned; only what is approved is actual.
    sheet_at = f"/api/members/{cast.carl.pk}/timesheets/{WEEK}"
    cells = [{"item_id": str(dig.pk), "on": WEEK, "minutes": 600}]
    cells += [{"item_id": str(dig.pk), "on": "2026-03-03", "minutes": 540}]
    dig.refresh_from_db()
    done = [{"item_id": str(dig.pk), "version": dig.version, "minutes": 0}]
    sheet = answered(carl.patch(sheet_at, {"version": 0, "cells": cells, "remaining": done}))
    sheet = answered(carl.post(f"{sheet_at}/submission", {"version": sheet["version"]}))
    assert (figures()["One"]["hours"]["waiting"], figures()["One"]["hours"]["actual"]) == (19, 0)
    part = f"/api/timesheets/{sheet['id']}/projects/{project.pk}"
    answered(piet.post(f"{part}/approval", headers={"if-match": f'"{sheet["version"]}"'}))
    one = figures()["One"]
    assert (one["hours"]["actual"], one["hours"]["remaining"], one["hours"]["variance"]) == (19, 0, 3)
    assert (one["money"]["actual"], one["money"]["forecast"]) == (10 * 50 + 9 * 100, 1400)
    assert [reason["code"] for reason in one["reasons"]] == ["over_budget", "more_effort", "cheaper"]

    # An invoice: without an amount of its own it is what was planned; it is committed or actual, not both.
    at = f"/api/cost-lines/{cost['id']}"
    ordered = answered(piet.patch(at, {"state": "committed"}, headers={"if-match": '"1"'}))
    assert (ordered["amount"], figures()["Two"]["money"]["committed"]) == (300, 300)
    answered(piet.patch(at, {"state": "actual", "amount": 450}, headers={"if-match": '"2"'}))
    two = figures()["Two"]["money"]
    assert (two["actual"], two["committed"], two["remaining"], two["forecast"]) == (450, 0, 800, 1250)
    total = figures()[""]["money"]
    assert (total["forecast"], sum(total["by_month"]["forecast"])) == (2650, 2650)

    # The same item by item, as the outline has it beside each.
    costs = answered(piet.get(f"/api/projects/{project.pk}/item-costs"))
    by_item = {row["id"]: (row["planned"], row["actual"], row["remaining"]) for row in costs["items"]}
    assert (costs["money"], by_item) == (
        True,
        {str(dig.pk): (1200, 1400, 0), str(pour.pk): (700, 450, 800)},
    )
    assert answered(cast.client("vera").get(f"/api/projects/{project.pk}/item-costs")) == {
        "money": False,
        "items": [],
    }

    # Approved hours are what was spent, for earned value too.
    assert answered(piet.get(f"/api/projects/{project.pk}/progress"))["earned"]["ac"] == 19

    # Whoever may not know rates sees hours only, and no lines; with a rate of the workspace's, only admins see money.
    vera = figures(cast.client("vera"))
    assert (vera["page"]["money"], vera["One"]["money"], vera["One"]["hours"]["actual"]) == (False, None, 19)
    assert all(reason["money"] is None for reason in vera["One"]["reasons"])
    assert [one["title"] for one in piet.get("/api/lists/budget_line").json()["items"]] == ["First"]
    assert cast.client("vera").get("/api/lists/cost_line").json()["items"] == []
    Resource.objects.filter(pk=who.pk).update(project=None)
    assert (figures()["page"]["money"], figures(cast.client("adam"))["page"]["money"]) == (False, True)


@pytest.mark.django_db
def test_money_goes_into_hours_overtime_uses_and_material(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    scope = cast.scope("piet")
    project = start(scope, product_id=cast.product.pk, code="MAT")
    edits = [
        {"op": "add", "temp_id": "one", "title": "One"},
        {"op": "add", "temp_id": "dig", "title": "dig", "parent_id": "one", "duration_minutes": 960},
        {"op": "add", "temp_id": "two", "title": "Two", "after_id": "one"},
        {"op": "add", "temp_id": "pour", "title": "pour", "parent_id": "two", "duration_minutes": 480},
        {"op": "link", "before": "dig", "after": "pour"},
    ]
    temporary = edit(project, *edits, by=scope).editor.temporary
    dig, pour = (WorkItem.objects.get(pk=temporary[name]) for name in ("dig", "pour"))
    mine = {"workspace": cast.acme.workspace, "project": project}
    who = Resource.objects.create(**mine, member=cast.carl, key="RES-1", title="Carl")
    sand = Resource.objects.create(**mine, type="material", key="RES-2", title="Sand")
    crane = Resource.objects.create(**mine, type="cost", key="RES-3", title="Permit")
    rates = (
        (who, None, {"per_hour": 50, "overtime_per_hour": 80, "per_use": 20}),
        (sand, None, {"per_hour": 9, "per_use": 100}),
        (sand, date(2026, 3, 3), {"per_hour": 12, "per_use": 100}),
        (crane, None, {"per_use": 75}),
    )
    for resource, since, said in rates:
        ResourceRate.objects.create(workspace=cast.acme.workspace, resource=resource, since=since, **said)
    Assignment.objects.create(**mine, item=dig, resource=who)
    for item, resource, units in ((dig, sand, 10), (dig, crane, 1), (pour, sand, 5)):
        Assignment.objects.create(**mine, item=item, resource=resource, units=units)
    piet, carl = cast.client("piet"), cast.client("carl")

    def parts(title: str, by: Any = piet) -> Any:
        page = answered(by.get(f"/api/projects/{project.pk}/budget"))
        found = next(row for row in page["phases"] if row["phase"] and row["phase"]["title"] == title)
        told = found["parts"] and {
            row["part"]: (row["planned"], row["actual"], row["forecast"]) for row in found["parts"]
        }
        return told, found["money"]

    # Planned: sixteen hours, one use each of Carl, sand and the permit, ten units of sand at the first day's rate.
    with django_assert_max_num_queries(25):
        told, money = parts("One")
    assert told == {"work": (800, 0, 800), "uses": (195, 0, 195), "material": (90, 0, 90)}
    assert (money["planned"], money["forecast"]) == (1085, 1085)
    # Two of the sixteen hours after hours cost what overtime does; there is no other work for them.
    Assignment.objects.filter(item=dig, resource=who).update(overtime_minutes=120, work_minutes=840)
    told, money = parts("One")
    assert (told["work"], told["overtime"]) == ((700, 0, 700), (160, 0, 160))
    assert money["forecast"] == 1085 - 100 + 160
    Assignment.objects.filter(item=dig, resource=who).update(overtime_minutes=0, work_minutes=None)
    # On Wednesday sand costs more.
    assert parts("Two")[0] == {"uses": (100, 0, 100), "material": (60, 0, 60)}

    # Ten hours on a day of eight are two of overtime; half done is half of the sand and all of the uses.
    cells = [{"item_id": str(dig.pk), "on": WEEK, "minutes": 600}]
    sheet_at = f"/api/members/{cast.carl.pk}/timesheets/{WEEK}"
    sheet = answered(carl.patch(sheet_at, {"version": 0, "cells": cells}))
    sheet = answered(carl.post(f"{sheet_at}/submission", {"version": sheet["version"]}))
    part = f"/api/timesheets/{sheet['id']}/projects/{project.pk}"
    answered(piet.post(f"{part}/approval", headers={"if-match": f'"{sheet["version"]}"'}))
    WorkItem.objects.filter(pk=dig.pk).update(percent_complete=50)
    told, money = parts("One")
    assert told["overtime"][:2] == (0, 160)
    assert (told["work"][1], told["uses"], told["material"]) == (400, (195, 195, 195), (90, 45, 90))
    assert money["actual"] == 400 + 160 + 195 + 45

    # Nobody reads what things cost who may not read what people do.
    assert parts("One", cast.client("vera")) == (None, None)
