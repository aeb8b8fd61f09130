"""The register of a project: what it knows of risks, what these cost the forecast, what its lines turn into."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.models import Change, Link
from northline.delivery.models import Project
from northline.scheduling.models import SavedForecast
from northline.tracking.raid import rules
from tests.research.discovery.telling import undo, version
from tests.scheduling.plans import chain, edit, start

DEADLINE = {"deadline": "2026-03-06T17:00"}


def planned(cast: Any) -> tuple[Project, list[Any]]:
    """Three tasks of a day each in a row, from Monday to Wednesday, due on Friday."""
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="RAID")
    tasks = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    cast.client("piet").patch(f"/api/projects/{project.pk}", DEADLINE, headers={"if-match": '"1"'})
    return project, tasks


def note(cast: Any, project: Project, what: str = "risks", *, by: str = "carl", **fields: Any) -> Any:
    body = {"project_id": str(project.pk), "title": f"One of {what}"} | fields
    answer = cast.client(by).post(f"/api/{what}", body)
    assert answer.status_code == 201, answer.content
    return answer.json()


def change(cast: Any, row: Any, what: str = "risks", *, by: str = "carl", **fields: Any) -> Any:
    return cast.client(by).patch(f"/api/{what}/{row['id']}", fields, headers=version(row))


def forecast(cast: Any, project: Project) -> Any:
    return cast.client("vera").get(f"/api/projects/{project.pk}/forecast").json()


def listed(cast: Any, kind: str = "risk", **query: Any) -> Any:
    return cast.client("vera").get(f"/api/lists/{kind}", query).json()["items"]


@pytest.mark.parametrize(
    ("percent", "days", "rating", "levels"),
    [
        (10, 1, None, (1, 1, 1)),
        (11, 1.5, None, (2, 2, 4)),
        (50, 10, 4, (3, 4, 12)),
        (100, 21, 1, (5, 5, 25)),
        (70, None, 2, (4, 2, 8)),
        (71, None, None, (5, None, None)),
    ],
)
def test_a_score_is_level_times_level_and_an_estimate_counts_as_far_as_it_was_answered(
    percent: int, days: float | None, rating: int | None, levels: tuple[Any, ...]
) -> None:
    impact = rules.impact_level(days, rating)
    found = (rules.level(percent, rules.PROBABILITY_STEPS), impact, rules.score(percent, impact))
    assert found == levels
    said = rules.Estimate(percent, None, days, None, residual_probability=5)
    stake, left = (rules.days_at_stake(said, responded=done) for done in (False, True))
    assert (stake is None) == (left is None) == (days is None)
    if stake and left:
        assert (stake.probability, stake.low, stake.high) == (percent / 100, days, days)
        assert (left.probability, left.likely) == (0.05, days)


@pytest.mark.django_db
def test_what_open_risks_cost_is_told_by_the_forecast_and_followed_through_every_change(cast: Any) -> None:
    """One story: two risks are noted, weighed, answered, undone, and one of them occurs."""
    project, (dig, _, dry) = planned(cast)
    calm = forecast(cast, project)
    assert calm["risks"] is None
    assert calm["probability_on_time"] == 1.0

    # A certain week on the whole project moves every finish by just that.
    sure = note(cast, project, title="Flood", probability=100, likely_days=5)
    after = forecast(cast, project)
    assert after["risks"]["days"] == sure["p80_days"] == 5.0
    assert after["risks"]["p80_without"] == calm["p80"]
    assert after["risks"]["probability_without"] == 1.0
    assert after["probability_on_time"] == 0.0
    assert after["risks"]["each"][0] | {"id": "", "key": ""} == {
        "kind": "risk", "id": "", "key": "", "title": "Flood", "days": 5.0, "probability_without": 1.0,
    }  # fmt: skip

    # One on a task costs beside it; what cannot fit is refused; a strategy of opportunities does not fit a threat.
    rock = note(cast, project, title="Rock", probability=100, likely_days=2, task_ids=[str(dig.pk)])
    assert [one["key"] for one in rock["tasks"]] == [dig.key]
    worth = {one["title"]: one["days"] for one in forecast(cast, project)["risks"]["each"]}
    assert worth == {"Flood": 5.0, "Rock": 2.0}
    assert change(cast, rock, low_days=3).json()["code"] == "risk.impact_rises"
    assert change(cast, rock, strategy="exploit").json()["code"] == "risk.strategy_does_not_fit"
    assert change(cast, rock, status="occurred").json()["code"] == "risk.occurs_by_its_deed"
    assert change(cast, rock, status="closed").json()["code"] == "register.says_no_why"
    assert change(cast, rock, by="vera", probability=1).status_code == 403

    # The list tells the same as the answers, and the matrix where they stand.
    rows = listed(cast, where=f'[["project","is","{project.pk}"]]', sort="-p80_days")
    assert [(one["title"], one["fields"]["p80_days"]) for one in rows] == [("Flood", 5.0), ("Rock", 2.0)]
    for one in rows:
        for name in ("score", "residual_score", "impact_level", "probability_level", "exposure_days"):
            assert one["fields"][name] == one[name], name
            same = listed(cast, where=f'[["{name}","is",{one[name]}]]', sort=f"-{name}")
            assert one["id"] in [other["id"] for other in same], name
    matrix = cast.client("vera").get("/api/risk-matrix", {"product_id": str(cast.product.pk)}).json()
    assert {one["title"]: one["score"] for one in matrix["risks"]} == {"Flood": 10, "Rock": 10}
    assert (matrix["expected_days"], matrix["expected_cost"]) == (7.0, 0)

    # Once the response is in place the residual figures count; undo computes them anew too.
    flood = change(cast, sure, response_in_place=True, residual_probability=100, residual_days=1).json()
    assert (flood["p80_days"], flood["residual_score"]) == (1.0, 5)
    assert undo(cast, Change.objects.filter(object_id=flood["id"]).latest("seq")).status_code == 200
    assert forecast(cast, project)["risks"]["days"] == 7.0
    edit(
        project,
        {"op": "set", "id": str(dry.pk), "version": dry.version, "fields": {"title": "Set"}},
        by=cast.scope("piet"),
    )
    assert forecast(cast, project)["risks"]["days"] == 7.0

    # It occurs: one deed makes an issue that is linked; one undo takes all of it back.
    flood = cast.client("vera").get(f"/api/risks/{flood['id']}").json()
    occurred = cast.client("carl").post(
        f"/api/risks/{flood['id']}/occurrence", {"reason": "The river rose"}, headers=version(flood)
    )
    assert occurred.status_code == 201, occurred.content
    became = occurred.json()["became"]
    assert (occurred.json()["status"], occurred.json()["p80_days"]) == ("occurred", None)
    assert Link.objects.filter(type="became", source_id=flood["id"], target_id=became["id"]).exists()
    assert [one["title"] for one in listed(cast, "issue")] == ["Flood"]
    assert forecast(cast, project)["risks"]["days"] == 2.0
    assert undo(cast, Change.objects.get(verb="occurred")).status_code == 200
    assert listed(cast, "issue") == []
    assert forecast(cast, project)["risks"]["days"] == 7.0

    # Closed with a reason, many at once; then nothing is at stake any more.
    items = [{"id": one["id"], "version": one["version"]} for one in listed(cast)]
    body = {"items": items, "fields": {"status": "closed"}, "reason": "Dry summer"}
    done = cast.client("carl").post("/api/lists/risk/bulk", body).json()
    assert (done["changed"], done["items"][0]["item"]["status_reason"]) == (2, "Dry summer")
    assert forecast(cast, project)["risks"] is None
    assert forecast(cast, project)["p80"] == calm["p80"]
    assert SavedForecast.objects.get(pk=project.pk).probability_on_time == 1.0


@pytest.mark.django_db
def test_what_is_done_or_gone_is_struck_by_nothing_and_a_summary_by_what_comes_last_in_it(cast: Any) -> None:
    project, (dig, pour, dry) = planned(cast)
    by = cast.scope("piet")
    note(cast, project, probability=100, likely_days=2, task_ids=[str(dig.pk)])
    done = {"actual_start": "2026-03-02T08:00", "actual_finish": "2026-03-02T17:00", "percent_complete": 100}
    edit(project, {"op": "set", "id": str(dig.pk), "version": dig.version, "fields": done}, by=by)
    assert forecast(cast, project)["risks"] is None
    edit(project, {"op": "add", "temp_id": "all", "title": "All"}, by=by)
    whole = next(
        row
        for row in cast.client("vera").get(f"/api/projects/{project.pk}/plan").json()["items"]
        if row["title"] == "All"
    )
    after = None
    for row in (pour, dry):
        move = {"op": "move", "id": str(row.pk), "parent_id": whole["id"], "after_id": after}
        edit(project, move | {"version": row.version}, by=by)
        after = str(row.pk)
    note(cast, project, probability=100, likely_days=3, task_ids=[whole["id"]])
    assert forecast(cast, project)["risks"]["days"] == 3.0


@pytest.mark.django_db
def test_the_other_lines_keep_their_words_and_an_assumption_that_is_false_becomes_a_risk(cast: Any) -> None:
    project, _ = planned(cast)
    issue = note(cast, project, "issues", severity="high", due="2026-03-05")
    assert change(cast, issue, "issues", status="resolved").json()["code"] == "register.says_no_why"
    assert (
        change(cast, issue, "issues", status="resolved", resolution="Pumped").json()["status"] == "resolved"
    )
    owed = note(cast, project, "outside-dependencies", party="The town", needed_by="2026-03-03")
    owed = change(cast, owed, "outside-dependencies", status="promised", promised_for="2026-03-04").json()
    assert owed["late"]
    assert listed(cast, "outside_dependency")[0]["fields"]["late"] is True
    decision = note(cast, project, "decisions", status="decided", outcome="Piles", options="Piles or a slab")
    assert decision["decided_on"]
    note(cast, project, "lessons", tags=["ground"], learned="Drill first")
    assert [one["title"] for one in listed(cast, "lesson", q="drill")] == ["One of lessons"]

    taken = note(cast, project, "project-assumptions", title="The ground is dry", statement="No water")
    told = cast.client("carl").post(
        f"/api/project-assumptions/{taken['id']}/disproof",
        {"finding": "Water at two metres", "becomes": "risk", "title": "Pit fills"},
        headers=version(taken),
    )
    assert (told.status_code, told.json()["status"]) == (201, "false")
    made = cast.client("vera").get(f"/api/risks/{told.json()['became']['id']}").json()
    assert (made["title"], made["cause"], made["status"]) == ("Pit fills", "Water at two metres", "open")
    assert undo(cast, Change.objects.get(verb="disproved")).status_code == 200
    assert listed(cast) == []
    assert cast.client("vera").get(f"/api/project-assumptions/{taken['id']}").json()["status"] == "open"
