"""Scenarios: edited beside the plan, reviewed, merged with their conflicts decided, taken back, thrown away."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core.models import Change
from northline.delivery.models import Dependency, Project, Resource, WorkItem
from northline.scheduling.edits import PlanEdits
from northline.scheduling.models import Scenario
from northline.scheduling.scenarios.actions import open_scenario
from northline.scheduling.scenarios.schemas import ReviewOut, ScenarioOut, ScenarioPlanOut
from northline.scheduling.schemas import EditedOut, WorkItemPage
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast: Any) -> Project:
    return start(cast.scope("piet"), product_id=cast.product.pk)


class Story:
    """A plan of three tasks, a scenario of it, and what is asked of both over HTTP."""

    def __init__(self, cast: Any, project: Project) -> None:
        self.project = project
        self.piet, self.pia = cast.client("piet"), cast.client("pia")
        self.dig, self.pour, self.cure = chain(project, "dig", "pour", "cure", by=cast.scope("piet"))
        opened = self.piet.post(f"/api/projects/{project.pk}/scenarios", {"title": "Two shifts"})
        assert opened.status_code == 201, opened.content
        self.id = ScenarioOut.model_validate(opened.json()).id
        self.here = f"/api/scenarios/{self.id}"

    def live(self) -> dict[str, Any]:
        return self.of(self.piet.get(f"/api/projects/{self.project.pk}/plan").json())

    def other(self) -> dict[str, Any]:
        return self.of(self.piet.get(f"{self.here}/plan").json())

    @staticmethod
    def of(plan: dict[str, Any]) -> dict[str, Any]:
        return {row["title"]: row for row in plan["items"]}

    def set(self, who: Any, title: str, fields: dict[str, Any], *, inside: bool = True) -> Any:
        row = (self.other() if inside else self.live())[title]
        wish = {"op": "set", "id": row["id"], "version": row["version"], "fields": fields}
        address = self.here if inside else f"/api/projects/{self.project.pk}"
        answer = who.post(f"{address}/plan-edits", {"edits": [wish]})
        assert answer.status_code == 200, answer.content
        return answer.json()

    def review(self) -> dict[str, Any]:
        answer = self.pia.get(f"{self.here}/review")
        assert answer.status_code == 200, answer.content
        ReviewOut.model_validate_json(answer.content)
        found: dict[str, Any] = answer.json()
        return found

    def merge(self, who: Any, **body: Any) -> Any:
        return who.post(f"{self.here}/merge", body)


def test_what_a_scenario_changes_is_seen_in_it_alone(cast: Any, project: Project) -> None:
    story = Story(cast, project)
    edited = story.set(story.piet, "dig", {"duration_minutes": 960})
    assert edited["project"] == {"finish": "2026-03-05T17:00", "was_finish": "2026-03-04T17:00"}
    assert [row["key"] for row in edited["moved"]] == [story.dig.key, story.pour.key, story.cure.key]
    added = story.pia.post(
        f"{story.here}/plan-edits?brief=true",
        {
            "edits": [
                {"op": "add", "temp_id": "n", "title": "inspect", "after_id": str(story.dig.pk)},
                {"op": "link", "before": str(story.cure.pk), "after": "n"},
            ]
        },
    )
    EditedOut.model_validate_json(added.content)
    assert story.live().keys() == {"dig", "pour", "cure"}
    assert story.live()["dig"]["duration_minutes"] == 480
    with CaptureQueriesContext(connection) as asked:
        answer = story.pia.get(f"{story.here}/plan")
    ScenarioPlanOut.model_validate_json(answer.content)
    assert len(asked.captured_queries) <= 22
    assert story.other()["inspect"]["schedule"]["finish"] == "2026-03-06T17:00"
    # What the plan changes elsewhere is in the scenario at once.
    story.set(story.pia, "pour", {"title": "pour it"}, inside=False)
    assert story.other().keys() == {"dig", "pour it", "cure", "inspect"}
    stale = story.pia.post(
        f"{story.here}/plan-edits",
        {"edits": [{"op": "set", "id": str(story.dig.pk), "version": 1, "fields": {"title": "x"}}]},
    )
    assert stale.status_code == 412
    listed = story.piet.get(f"/api/projects/{project.pk}/scenarios").json()
    assert [(row["change_count"], row["finish"], row["state"]) for row in listed] == [
        (3, "2026-03-06T17:00", "open")
    ]
    assert story.piet.get(f"/api/lists/scenario?project_id={project.pk}").status_code == 200
    change = Change.objects.filter(object_id=story.id, verb="planned").order_by("-seq").first()
    assert change is not None
    assert story.pia.post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert story.other().keys() == {"dig", "pour it", "cure"}
    assert story.other()["dig"]["duration_minutes"] == 960


def test_merging_is_one_change_of_the_plan_and_one_undo(cast: Any, project: Project) -> None:
    scope = cast.scope("piet")
    dig, pour = chain(project, "dig", "pour", by=scope)
    crew = Resource.objects.create(workspace_id=project.workspace_id, key="RES-9", title="Crew")
    link = Dependency.objects.get(project=project)
    edits = PlanEdits.model_validate(
        {
            "edits": [
                {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"duration_minutes": 960}},
                {"op": "add", "temp_id": "p", "title": "phase"},
                {"op": "move", "id": str(pour.pk), "version": 1, "parent_id": "p", "after_id": None},
                {"op": "unlink", "id": str(link.pk)},
                {"op": "assign", "item": str(pour.pk), "resource_id": str(crew.pk)},
            ]
        }
    ).edits
    row = open_scenario(project, title="Recovery", edits=edits, by=scope)
    piet, here = cast.client("piet"), f"/api/scenarios/{row.pk}"
    review = piet.get(f"{here}/review").json()
    assert {(one["title"], one["verb"]) for one in review["items"]} == {
        ("dig", "changed"), ("phase", "added"), ("pour", "changed"),
    }  # fmt: skip
    assert [one["verb"] for one in (*review["links"], *review["assignments"])] == ["unlinked", "assigned"]
    assert review["assignments"][0]["mine"]["resource"] == "Crew"
    assert (review["conflicts"], review["outcome"]["finish"]) == (0, "2026-03-03T17:00")
    before, count = piet.get(f"/api/projects/{project.pk}/plan").json(), Change.objects.count()
    tried = piet.post(f"{here}/merge?preview=true", {})
    assert (tried.status_code, Change.objects.count()) == (200, count)
    answer = piet.post(f"{here}/merge", {"reason": "Agreed on Monday"})
    assert answer.status_code == 200, answer.content
    assert Change.objects.count() == count + 1
    after = piet.get(f"/api/projects/{project.pk}/plan").json()
    assert [(one["wbs"], one["title"]) for one in after["items"]] == [
        ("1", "phase"),
        ("1.1", "pour"),
        ("2", "dig"),
    ]
    assert (after["links"], after["project"]["finish"]) == ([], "2026-03-03T17:00")
    assert [one["title"] for one in after["resources"]] == ["Crew"]
    merged = piet.get(here).json()
    assert (merged["state"], merged["change_count"], merged["merged_by"]["name"]) == ("merged", 0, "Piet")
    assert piet.post(f"{here}/merge", {}).json()["code"] == "scenario.closed"
    assert piet.post(f"/api/changes/{answer.json()['change_id']}/undo").status_code == 200
    back = piet.get(f"/api/projects/{project.pk}/plan").json()
    for one in (*before["items"], *back["items"]):
        del one["version"]
    assert (back["items"], back["links"], back["assignments"]) == (before["items"], before["links"], [])
    again = piet.get(f"{here}/review").json()
    assert (again["scenario"]["state"], len(again["items"])) == ("open", 3)
    assert again["conflicts"] == 0


def test_where_both_changed_the_same_somebody_chooses(cast: Any, project: Project) -> None:
    story = Story(cast, project)
    story.set(story.piet, "dig", {"duration_minutes": 960, "priority": 900})
    story.set(story.piet, "pour", {"duration_minutes": 60})
    cure = story.other()["cure"]
    story.piet.post(
        f"{story.here}/plan-edits",
        {"edits": [{"op": "remove", "id": cure["id"], "version": cure["version"]}]},
    )
    # Meanwhile, in the plan: one field both changed, one the scenario did not touch, one item that it removes.
    story.set(story.pia, "dig", {"duration_minutes": 240, "notes": "Mind the cable"}, inside=False)
    story.set(story.pia, "cure", {"notes": "Keep it wet"}, inside=False)
    review = story.review()
    contested = {
        (item["title"], one["field"]): one
        for item in review["items"]
        for one in item["fields"]
        if one["conflict"]
    }
    assert contested.keys() == {("dig", "duration"), ("cure", "removed")}
    duration = contested["dig", "duration"]
    assert [duration[side]["duration_minutes"] for side in ("was", "mine", "theirs")] == [480, 960, 240]
    assert (review["conflicts"], review["edits_since"]) == (2, 2)

    refused = story.merge(story.piet)
    assert (refused.status_code, refused.json()["code"]) == (409, "scenario.conflicts")
    assert len(refused.json()["conflicts"]) == 2
    versions = {item["title"]: item["version"] for item in review["items"]}
    choices = [
        {"id": str(story.dig.pk), "field": "duration", "take": "theirs", "version": versions["dig"]},
        {"id": str(story.cure.pk), "field": "removed", "take": "mine", "version": versions["cure"] - 1},
    ]
    assert story.merge(story.piet, choices=choices).status_code == 412
    choices[1] |= {"take": "theirs", "version": versions["cure"]}
    some = story.merge(story.piet, choices=choices, items=[str(story.dig.pk), str(story.cure.pk)], rows=[])
    assert some.status_code == 200, some.content
    live = story.live()
    assert {title: row["duration_minutes"] for title, row in live.items()} == {
        "dig": 240,
        "pour": 480,
        "cure": 480,
    }
    assert live["dig"]["priority"] == 900
    assert WorkItem.objects.get(pk=story.dig.pk).notes == "Mind the cable"
    # What was not chosen is still in the scenario, and nothing else.
    assert [(item["title"], item["verb"]) for item in story.review()["items"]] == [("pour", "changed")]
    assert story.merge(story.piet).status_code == 200
    assert story.live()["pour"]["duration_minutes"] == 60
    assert story.merge(story.piet).json()["code"] == "scenario.closed"


def test_what_the_plan_removed_stays_away_unless_it_is_wanted_back(cast: Any, project: Project) -> None:
    story = Story(cast, project)
    story.set(story.piet, "pour", {"duration_minutes": 60})
    story.piet.post(
        f"{story.here}/plan-edits",
        {"edits": [{"op": "add", "title": "inspect", "parent_id": str(story.cure.pk)}]},
    )
    rows = story.live()
    edits = [
        {"op": "remove", "id": rows[name]["id"], "version": rows[name]["version"]}
        for name in ("pour", "cure")
    ]
    story.pia.post(f"/api/projects/{project.pk}/plan-edits", {"edits": edits})
    # The new item stands at the top, for what it stood below is gone.
    assert {title: row["wbs"] for title, row in story.other().items()}.keys() == {"dig", "inspect"}
    (gone,) = (item for item in story.review()["items"] if item["title"] == "pour")
    assert [(one["field"], one["conflict"]) for one in gone["fields"]] == [("removed", True)]
    choice = {"id": gone["id"], "field": "removed", "take": "mine", "version": gone["version"]}
    assert story.merge(story.piet, choices=[choice]).status_code == 200
    assert {title: row["duration_minutes"] for title, row in story.live().items()} == {
        "dig": 480, "pour": 60, "inspect": 480,
    }  # fmt: skip


def test_a_scenario_that_cannot_be_computed_any_more_can_be_mended(cast: Any, project: Project) -> None:
    story = Story(cast, project)
    free = edit(
        project, {"op": "add", "temp_id": "f", "title": "free"}, by=cast.scope("piet")
    ).editor.temporary["f"]
    joins = {"op": "link", "before": str(story.cure.pk), "after": str(free)}
    assert story.piet.post(f"{story.here}/plan-edits", {"edits": [joins]}).status_code == 200
    edit(project, {"op": "link", "before": str(free), "after": str(story.dig.pk)}, by=cast.scope("pia"))
    plan = story.piet.get(f"{story.here}/plan").json()
    assert "circle" in plan["warnings"][0]
    assert plan["items"][0]["schedule"] is None
    review = story.review()
    assert review["refusal"]["code"] == "link.makes_circle"
    assert story.merge(story.piet).json()["code"] == "link.makes_circle"
    (link,) = review["links"]
    dropped = story.pia.post(f"{story.here}/dropped-changes", {"rows": [link["id"]]})
    assert (dropped.status_code, dropped.json()["change_count"]) == (200, 0)
    assert story.review()["refusal"] is None
    assert story.merge(story.piet).json()["code"] == "scenario.nothing_to_merge"
    gone = story.piet.post(f"{story.here}/archival", headers={"If-Match": '"1"'})
    assert gone.json()["state"] == "thrown_away"
    assert story.piet.get(f"/api/projects/{project.pk}/scenarios").json() == []
    assert story.piet.post(f"{story.here}/plan-edits", {"edits": [joins]}).json()["code"] == "scenario.closed"
    assert Scenario.objects.get(pk=story.id).archived_at is not None


def test_an_item_is_read_as_the_scenario_has_it(cast: Any, project: Project) -> None:
    story = Story(cast, project)
    story.set(story.piet, "dig", {"duration_minutes": 960, "deadline": "2026-03-09T17:00"})
    new = {"op": "add", "temp_id": "n", "title": "inspect", "after_id": str(story.dig.pk)}
    link = {"op": "link", "before": str(story.dig.pk), "after": "n"}
    made = story.piet.post(f"{story.here}/plan-edits", {"edits": [new, link]}).json()

    def read(item_id: Any, who: Any = story.pia) -> Any:
        return who.get(f"{story.here}/work-items/{item_id}")

    page = WorkItemPage.model_validate_json(read(story.dig.pk).content)
    assert (page.duration_minutes, page.deadline) == (960, "2026-03-09T17:00")
    assert page.schedule
    assert page.schedule.finish == "2026-03-03T17:00"
    assert {found.after.title for found in page.links} == {"pour", "inspect"}
    assert page.can == {"edit": True, "contribute": False}
    assert cast.client("piet").get(f"/api/work-items/{story.dig.pk}").json()["duration_minutes"] == 480
    added = read(made["temp_ids"]["n"]).json()
    assert (added["title"], added["links"][0]["before"]["key"]) == ("inspect", story.dig.key)
    story.piet.post(
        f"{story.here}/plan-edits",
        {"edits": [{"op": "remove", "id": str(story.cure.pk), "version": story.other()["cure"]["version"]}]},
    )
    assert read(story.cure.pk).status_code == 404
