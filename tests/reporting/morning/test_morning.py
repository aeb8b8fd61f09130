"""The morning list over the API: what it finds of one's own projects, and what sleeps for oneself only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.models import Link
from northline.delivery.models import Assignment, Project, Resource
from northline.scheduling.models import SavedForecast
from northline.tracking.change_requests.models import Approval, ChangeRequest
from northline.tracking.forecasts.models import RecordedForecast
from northline.tracking.gates.models import Gate
from northline.tracking.raid.models import OutsideDependency, Risk
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_iterations import answered

pytestmark = pytest.mark.django_db


def codes(told: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["code"], one["subject"]["kind"]) for one in told["findings"]}


def test_a_manager_is_told_what_matters_most_and_lets_it_sleep_for_oneself(cast: Any) -> None:
    piet, carl = cast.client("piet"), cast.client("carl")
    nothing = answered(carl.get("/api/morning"))
    assert (nothing["projects"], nothing["findings"], nothing["ahead"]) == (0, [], [])

    # A plan of last March of which nothing was begun, with two tasks at once for one person next week.
    by, today = cast.scope("piet"), timezone.localdate()
    project = start(by, product_id=cast.product.pk, code="MRN")
    dig, pour = chain(project, "dig", "pour", by=by)
    soon = today + timedelta(days=(0 - today.weekday()) % 7 or 7)
    both = [{"op": "add", "temp_id": name, "title": name} for name in ("roof", "walls")]
    made = edit(project, *both, by=by).editor.temporary
    held = {"constraint": {"kind": "SNET", "at": f"{soon}T08:00"}, "duration_minutes": 960}
    edit(
        project, *[{"op": "set", "id": str(made[name]), "version": 1, "fields": held} for name in made], by=by
    )
    own = {"workspace_id": project.workspace_id, "project": project}
    worker = Resource.objects.create(**own, key="RES-MRN", title="Wanda")
    for item in made.values():
        Assignment.objects.create(**own, item_id=item, resource=worker, units=1.0)
    Project.objects.filter(pk=project.pk).update(deadline=f"{soon}T17:00")
    SavedForecast.objects.filter(pk=project.pk).update(
        probability_on_time=0.3, p80=f"{soon + timedelta(days=9)}T17:00"
    )
    RecordedForecast.objects.create(
        project=project, on=today - timedelta(days=7), made_at=timezone.now(), method="network", weight=1.0,
        p10="2026-04-01T08:00", p50="2026-04-01T08:00", p80="2026-04-01T08:00", p90="2026-04-01T08:00",
        chance=0.9, network=[],
    )  # fmt: skip
    Risk.objects.create(**own, key="RSK-M", title="Rain", probability=40, likely_days=5, proximity=soon)
    OutsideDependency.objects.create(
        **own, key="DEP-M", title="Steel", party="Steel Ltd", needed_by=today - timedelta(days=3)
    )
    asked = ChangeRequest.objects.create(
        **own,
        key="CR-M",
        title="Dig deeper",
        state="submitted",
        submitted_at=timezone.now(),
        raised_by=cast.carl,
    )
    Approval.objects.create(request=asked, position=0, member=cast.pia, deputy=cast.piet)
    cast.acme.row("charter")
    promise = cast.acme.row("promise")
    Link.objects.create(
        workspace_id=project.workspace_id, type="realises", source_kind="project", source_id=project.pk,
        target_kind="initiative", target_id=promise.initiative_id,
    )  # fmt: skip

    told = answered(piet.get("/api/morning"))
    assert told["projects"] == 2
    assert len(told["findings"]) == 7
    assert [one["weight"] for one in told["findings"]] == sorted(
        (one["weight"] for one in told["findings"]), reverse=True
    )
    late = [one for one in told["findings"] if one["code"] == "late"]
    assert {one["subject"]["title"] for one in late} >= {"dig"}
    assert told["left_off"] > 0

    # What sleeps makes room for what weighs less, for oneself only; everything comes up in the end.
    until = str(today + timedelta(days=3))
    seen: set[tuple[str, str]] = set()
    while told["findings"]:
        seen |= codes(told)
        one = told["findings"][0]
        body = {"code": one["code"], "subject_id": one["subject"]["id"], "until": until}
        told = answered(piet.post("/api/morning/snoozes", body))
    assert seen >= {
        ("date_in_danger", "project"), ("late", "work_item"), ("overload", "resource"),
        ("change_request", "change_request"), ("risk_due", "risk"), ("outside_late", "outside_dependency"),
        ("charter_open", "charter"),
    }  # fmt: skip
    fell = next(one for one in told["asleep"] if one["code"] == "date_in_danger")
    assert "a week ago it was 90 %" in fell["why"]
    assert fell["until"] == until
    assert told["ahead"]
    others = answered(cast.client("pia").get("/api/morning"))
    assert ("change_request", "change_request") in codes(others)

    # It wakes when it is asked to, or when it weighs twice as much; never in the past.
    there = f"/api/morning/snoozes/date_in_danger/{project.pk}"
    told = answered(piet.delete(there))
    assert [one["code"] for one in told["findings"]] == ["date_in_danger"]
    assert answered(piet.delete(there), 404)["code"] == "object.not_found"
    Risk.objects.filter(key="RSK-M").update(probability=80)
    told = answered(piet.get("/api/morning"))
    assert ("risk_due", "risk") in codes(told)
    past = {"code": "late", "subject_id": str(dig.pk), "until": str(today)}
    assert answered(piet.post("/api/morning/snoozes", past), 422)["code"] == "morning.until"
    gone = past | {"subject_id": str(pour.pk), "code": "silent", "until": until}
    assert answered(piet.post("/api/morning/snoozes", gone), 404)["code"] == "object.not_found"


def test_gates_that_are_overdue_are_on_the_list(cast: Any) -> None:
    today = timezone.localdate()
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="MRG")
    own: dict[str, Any] = {"workspace_id": project.workspace_id, "project": project, "position": 0}
    condition = {"text": "Order steel", "owner_id": str(cast.carl.pk), "met_on": ""}
    late = [condition | {"id": "a", "due": str(today - timedelta(days=3))}]
    in_time = [condition | {"id": "a", "due": str(today)}]
    decided = {"state": "conditional", "decided_at": timezone.now()}
    Gate.objects.create(**own, **decided, key="GATE-A", title="Plan", conditions=late)
    Gate.objects.create(**own, **decided, key="GATE-B", title="Build", conditions=in_time)
    Gate.objects.create(**own, key="GATE-C", title="Close", due=today - timedelta(days=1))
    Gate.objects.create(**own, key="GATE-D", title="Later", due=today)

    told = answered(cast.client("piet").get("/api/morning"))

    gates = {one["subject"]["key"]: one for one in told["findings"] if one["subject"]["kind"] == "gate"}
    assert {key: one["code"] for key, one in gates.items()} == {
        "GATE-A": "condition_overdue",
        "GATE-C": "gate_due",
    }
    assert gates["GATE-A"]["why"].startswith(f"“Order steel” ({cast.carl.name}) was to be met by")
