"""Recovery: ways back to a deadline, each tried as the scenario that it is opened as, reviewed and merged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from northline.core.models import Change, Link
from northline.delivery.models import Project, WorkItem
from northline.scheduling.models import Scenario
from northline.scheduling.recovery.models import Recovery
from tests.delivery.test_resources import made
from tests.research.discovery.telling import undo, version
from tests.scheduling.plans import edit, start
from tests.working import work

pytestmark = pytest.mark.django_db
A_WEEK = 2400


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path, one_thread: None) -> None:
    settings.HOME = tmp_path


def late(
    cast: Any, *, code: str = "LAT", deadline: str = "2026-03-17T17:00"
) -> tuple[Project, dict[str, str]]:
    """Dig, pour and paint one after the other, a week each, of Ann; Bob is free, tea is beside."""
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code=code)
    ann, bob = made(cast), made(cast, title="Bob", project_id=str(project.pk))
    titles = ("Dig", "Pour", "Paint")
    adds: list[dict[str, Any]] = [
        {"op": "add", "temp_id": title, "title": title, "duration_minutes": A_WEEK, "after_id": before}
        for before, title in zip((None, *titles), titles, strict=False)
    ]
    adds.append({"op": "add", "temp_id": "Tea", "title": "Tea", "duration_minutes": 480})
    adds += [{"op": "link", "before": one, "after": two} for one, two in (("Dig", "Pour"), ("Pour", "Paint"))]
    adds += [{"op": "assign", "item": title, "resource_id": ann["id"]} for title in titles]
    adds.append({"op": "assign", "item": "Tea", "resource_id": bob["id"]})
    ids = {name: str(pk) for name, pk in edit(project, *adds, by=piet).editor.temporary.items()}
    body = {"deadline": deadline}
    version = f'"{Project.objects.get(pk=project.pk).version}"'
    answer = cast.client("piet").patch(f"/api/projects/{project.pk}", body, headers={"If-Match": version})
    assert answer.status_code == 200, answer.content
    return Project.objects.get(pk=project.pk), ids | {"ann": ann["id"], "bob": bob["id"]}


def ask(cast: Any, project: Project, *, by: str = "piet", **body: Any) -> Any:
    return cast.client(by).post(f"/api/projects/{project.pk}/recoveries", body)


def recovered(cast: Any, project: Project, *, by: str = "piet", **body: Any) -> Any:
    started = ask(cast, project, by=by, **body)
    assert started.status_code == 202, started.content
    work()
    return cast.client(by).get(f"/api/recoveries/{started.json()['id']}").json()


def test_a_late_project_is_brought_back_by_a_package_that_is_opened_reviewed_and_merged(cast: Any) -> None:
    project, _ = late(cast)
    row = recovered(cast, project)
    assert row["state"] == "ready", row["refusal"]
    found = row["found"]
    plan = cast.client("piet").get(f"/api/projects/{project.pk}/plan").json()
    # The chance today is the one that the project's own forecast tells.
    assert found["probability"] == plan["forecast"]["probability_on_time"] < 0.3
    assert not found["reached"]
    ways = found["ways"]
    package = ways[0]
    assert (package["kind"], package["reached"]) == ("package", True)
    assert package["probability"] >= 0.8
    assert package["gain"]["low"] <= package["gain"]["gain"] <= package["gain"]["high"]
    assert package["gain"]["gain"] == pytest.approx(package["probability"] - found["probability"], abs=1e-3)
    kinds = {way["kind"] for way in ways}
    assert {"add_person", "overlap", "drop", "move_date"} <= kinds, kinds
    # Why it works names its tasks, and what it does to others names the people.
    helping = next(way for way in ways if way["title"].startswith("Put Bob on"))
    task = helping["title"].split("“")[1].split("”")[0]
    assert f"“{task}” decides the date in 100%" in helping["steps"][0]["why"]
    assert {one["title"]: one["hours"] > 0 for one in helping["people"]}["Bob"]
    # Without scores, what is cut is told in percents of the scope; a week of three and a day.
    cut = next(way for way in ways if way["kind"] == "drop")
    assert (found["value"]["unit"], cut["value_lost"]) == ("scope", pytest.approx(100 * 5 / 16, abs=0.1))
    assert [one["title"] for one in cut["cut"]] == [cut["title"].split("“")[1].split("”")[0]]
    assert cut["cost"] is None  # nobody has a rate

    client = cast.client("piet")
    opened = client.post(f"/api/recoveries/{row['id']}/scenarios", {"way": package["name"]})
    assert opened.status_code == 201, opened.content
    scenario = opened.json()
    # What was promised is what the scenario says.
    review = client.get(f"/api/scenarios/{scenario['id']}/review").json()
    assert review["outcome"]["probability"] == pytest.approx(package["probability"], abs=1e-9)
    assert client.get(f"/api/projects/{project.pk}/plan").json() == plan
    twice = client.post(f"/api/recoveries/{row['id']}/scenarios", {"way": package["name"]})
    assert (twice.status_code, twice.json()["code"]) == (409, "recovery.opened")
    date = next(way for way in ways if way["kind"] == "move_date")
    refused = client.post(f"/api/recoveries/{row['id']}/scenarios", {"way": date["name"]})
    assert refused.json()["code"] == "recovery.only_a_date"
    again = client.get(f"/api/recoveries/{row['id']}").json()
    assert again["found"]["ways"][0]["scenario"]["key"] == scenario["key"]
    assert cast.client("vera").post(
        f"/api/recoveries/{row['id']}/scenarios", {"way": package["name"]}
    ).status_code in (403, 404)

    merged = client.post(f"/api/scenarios/{scenario['id']}/merge", {})
    assert merged.status_code == 200, merged.content
    after = client.get(f"/api/projects/{project.pk}/plan").json()
    assert after["forecast"]["probability_on_time"] == pytest.approx(package["probability"], abs=1e-9)
    # The answer is of a plan that is no more.
    stale = client.get(f"/api/recoveries/{row['id']}").json()
    assert stale["stale"]
    other = next(way["name"] for way in ways if way["kind"] == "overlap")
    refused = client.post(f"/api/recoveries/{row['id']}/scenarios", {"way": other})
    assert (refused.status_code, refused.json()["code"]) == (409, "recovery.plan_moved")
    change = Change.objects.filter(project_id=project.pk, verb="merged").latest("seq")
    assert undo(cast, change, by="piet").status_code == 200


def test_every_way_opens_as_the_scenario_that_it_was_tried_as(cast: Any) -> None:
    project, _ = late(cast)
    client = cast.client("piet")
    row = recovered(cast, project)
    for way in row["found"]["ways"]:
        if not way["opens"]:
            continue
        opened = client.post(f"/api/recoveries/{row['id']}/scenarios", {"way": way["name"]})
        assert opened.status_code == 201, (way, opened.content)
        made_of = Scenario.objects.get(pk=opened.json()["id"])
        if not way["new_deadline"]:
            # The luck of a task is drawn by its key, and a part split off takes the next free one.
            close = 0.02 if "in two halves" in way["title"] else 1e-9
            assert made_of.probability == pytest.approx(way["probability"], abs=close), way["title"]
        assert made_of.finish == way["finish"]


def test_what_was_said_of_cost_scope_people_and_time_is_kept_to(cast: Any) -> None:
    project, ids = late(cast)
    rates = {"rates": [{"per_hour": 100.0}]}
    address = f"/api/resources/{ids['ann']}"
    seen = version(cast.client("adam").get(address).json())
    answer = cast.client("adam").put(f"{address}/rates", rates, headers=seen)
    assert answer.status_code == 200, answer.content
    assert ask(cast, project, budget=500).json()["code"] == "recovery.cost_hidden"
    row = recovered(
        cast,
        project,
        by="adam",
        budget=4000,
        keep=[ids["Dig"], ids["Pour"], ids["Paint"]],
        people=[ids["bob"]],
        first="2026-03-06",
        kinds=["people", "cut", "overlap"],
    )
    assert row["state"] == "ready", row["refusal"]
    ways = row["found"]["ways"]
    assert {way["kind"] for way in ways} <= {"add_person", "overlap", "package", "move_date"}
    assert all(way["cost"] <= 4000 for way in ways if way["kind"] == "package")
    told = " ".join(way["title"] for way in ways)
    # Only Bob may be taken, and Dig begins too early to be changed.
    assert "Bob" in told
    assert "one more person" not in told
    assert "“Dig”" not in told
    # Whoever may not know what people cost does not learn it here.
    hidden = cast.client("piet").get(f"/api/recoveries/{row['id']}").json()
    assert {way["cost"] for way in hidden["found"]["ways"]} == {None}
    # Of a milestone, only what it waits for counts.
    item = WorkItem.objects.get(pk=ids["Pour"])
    fields = {"deadline": "2026-03-13T12:00"}
    edit(
        project,
        {"op": "set", "id": ids["Pour"], "version": item.version, "fields": fields},
        by=cast.scope("piet"),
    )
    part = recovered(cast, project, item_id=ids["Pour"])
    assert part["item"]["title"] == "Pour"
    assert "“Paint”" not in " ".join(way["title"] for way in part["found"]["ways"])
    assert part["found"]["ways"][0]["probability"] > part["found"]["probability"]
    listed = cast.client("vera").get(f"/api/projects/{project.pk}/recoveries").json()
    assert [one["id"] for one in listed] == [part["id"], row["id"]]

    assert ask(cast, project, item_id=ids["Dig"]).json()["code"] == "recovery.no_deadline"
    assert ask(cast, project, keep=[ids["bob"]]).status_code == 404
    assert ask(cast, project, people=[ids["Dig"]]).status_code == 404
    # Stopped before it began, nothing is left of it.
    waiting = ask(cast, project).json()
    early = cast.client("piet").post(f"/api/recoveries/{waiting['id']}/scenarios", {"way": "lever-1"})
    assert early.json()["code"] == "recovery.not_ready"
    assert cast.client("piet").delete(f"/api/recoveries/{waiting['id']}").status_code == 204
    work()
    assert not Recovery.objects.filter(pk=waiting["id"]).exists()


def test_value_is_the_score_of_what_the_project_realises(cast: Any) -> None:
    project, _ = late(cast)
    initiative = cast.acme.row("initiative")
    Link.objects.create(
        workspace_id=project.workspace_id, type="realises", source_kind="project", source_id=project.pk,
        target_kind="initiative", target_id=initiative.pk,
    )  # fmt: skip
    row = recovered(cast, project)
    (told,) = row["found"]["value"]["initiatives"]
    assert (told["initiative"]["title"], told["score"]) == (initiative.title, None)
