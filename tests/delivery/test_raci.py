"""Who owns a work item, works on it, is asked before and told after: what the plan says, and what is said beside it."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from northline.core.exports import matrices
from northline.core.models import Change
from northline.delivery.models import Assignment, Resource, WorkItem
from northline.delivery.raci.models import Circle
from northline.delivery.raci.queries import Asked, lines_of, matrix_of
from northline.delivery.raci.rules import Said, refusal_of
from tests.scheduling.plans import chain, start

pytestmark = pytest.mark.django_db


class Plan:
    """A summary with two tasks below it, and a third task; the second is worked on by Carl and by a role to be filled."""

    def __init__(self, cast: Any) -> None:
        self.cast, piet = cast, cast.scope("piet")
        self.project = start(piet, product_id=cast.product.pk, code="RC")
        chain(self.project, "Ask", "Build", "Alone", by=piet)
        self.items = {row.title: row for row in WorkItem.objects.filter(project=self.project)}
        above = WorkItem.objects.create(
            workspace=cast.acme.workspace, project=self.project, key="RC-90", title="Phase", position=-1
        )
        for number, title in enumerate(("Ask", "Build")):
            WorkItem.objects.filter(pk=self.items[title].pk).update(parent=above, position=number)
        WorkItem.objects.filter(pk=self.items["Ask"].pk).update(owner=cast.pia.pk)
        self.items["Phase"] = above
        for title, member in (("Carl", cast.carl.pk), ("Tester", None)):
            resource = Resource.objects.create(
                workspace=cast.acme.workspace,
                project=self.project,
                key=f"RES-{title}",
                title=title,
                member_id=member,
                type="person" if member else "role",
            )
            Assignment.objects.create(
                workspace=cast.acme.workspace,
                project=self.project,
                item=self.items["Build"],
                resource=resource,
            )

    @property
    def home(self) -> str:
        return f"/api/projects/{self.project.pk}/responsibilities"

    def read(self, by: str = "vera", **asked: Any) -> Any:
        return self.cast.client(by).get(self.home, asked).json()

    def line(self, title: str) -> Any:
        return next(one for one in self.read()["items"] if one["title"] == title)

    def name(self, *named: dict[str, Any], by: str = "piet") -> Any:
        return self.cast.client(by).put(self.home, {"items": list(named)})

    def named(self, title: str, version: int = 0, **roles: list[UUID]) -> dict[str, Any]:
        ids = {role: [str(member) for member in members] for role, members in roles.items()}
        return {"item_id": str(self.items[title].pk), "version": version, **ids}


@pytest.fixture
def plan(cast: Any) -> Plan:
    return Plan(cast)


def test_what_makes_no_sense_is_named() -> None:
    a, b = uuid4(), uuid4()

    def code(*said: Any, taken: Any = ()) -> Any:
        wrong = refusal_of(Said(*said), taken=taken)
        return wrong and wrong[0]

    assert code((a,), (a,)) == code((a, a), ()) == "raci.twice"
    assert code((a,), (b,), taken=[b]) == "raci.has_role"
    assert code((a,), (b,)) is None


def test_the_plan_says_who_owns_and_works_and_what_is_missing(plan: Plan, cast: Any) -> None:
    told = plan.read()
    assert [(one["title"], one["depth"]) for one in told["items"]] == [
        ("Phase", 0), ("Ask", 1), ("Build", 1), ("Alone", 0),
    ]  # fmt: skip
    assert [(one["name"], one["member"]) for one in told["people"]] == [
        ("Carl", True), ("Pia", True), ("Tester", False),
    ]  # fmt: skip
    assert plan.line("Ask")["accountable"] == str(cast.pia.pk)
    assert len(plan.line("Build")["responsible"]) == 2
    gaps = {one["title"]: one["gaps"] for one in told["items"]}
    assert gaps == {
        "Phase": ["accountable"],
        "Ask": ["responsible"],
        "Build": ["accountable"],
        "Alone": ["accountable", "responsible"],
    }
    assert (told["can"], plan.read(by="piet")["can"]) == ({"edit": False}, {"edit": True})


def test_lines_are_asked_for_by_person_gap_phase_words_and_page(plan: Plan, cast: Any) -> None:
    def titles(**asked: Any) -> list[str]:
        return [one["title"] for one in plan.read(**asked)["items"]]

    assert titles(person_id=cast.carl.pk) == ["Build"]
    assert titles(under=plan.items["Phase"].pk) == ["Phase", "Ask", "Build"]
    assert titles(gaps=True, under=plan.items["Ask"].pk) == ["Ask"]
    assert titles(q="al rc-") == ["Alone"]
    WorkItem.objects.filter(pk=plan.items["Alone"].pk).update(percent_complete=100)
    assert titles(open=True) == ["Phase", "Ask", "Build"]
    page = plan.read(start=1, limit=2)
    assert ([one["title"] for one in page["items"]], page["total"], page["next"]) == (
        ["Ask", "Build"],
        4,
        "3",
    )
    assert cast.client("vera").get(plan.home, {"under": uuid4()}).status_code == 404


def test_the_circle_of_items_is_named_at_once_compared_and_undone(plan: Plan, cast: Any) -> None:
    pia, carl, vera = cast.pia.pk, cast.carl.pk, cast.vera.pk
    mine = WorkItem.objects.filter(project=plan.project)
    before = dict(mine.values_list("pk", "version"))
    refused = plan.name(plan.named("Alone", consulted=[pia]), plan.named("Build", informed=[carl]))
    assert (refused.status_code, refused.json()["code"]) == (422, "raci.has_role")
    assert not Circle.objects.exists()
    assert plan.name(plan.named("Alone"), plan.named("Alone")).json()["code"] == "raci.named_twice"
    assert plan.name(plan.named("Alone", informed=[cast.nora.pk])).status_code == 404
    foreign = {"item_id": str(cast.beyond.row("work_item").pk), "version": 0}
    assert plan.name(foreign).status_code == 404

    both = plan.name(plan.named("Alone", consulted=[pia]), plan.named("Build", informed=[vera]))
    assert both.status_code == 200, both.json()
    assert [(one["title"], one["version"]) for one in both.json()] == [("Build", 1), ("Alone", 1)]
    assert plan.name(plan.named("Build", informed=[])).status_code == 412
    # What a plan is computed from was not touched.
    assert before == dict(mine.values_list("pk", "version"))

    change = Change.objects.filter(verb="named_circles").latest("seq")
    assert cast.client("piet").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert (plan.line("Build")["informed"], plan.line("Alone")["consulted"]) == ([], [])


def test_whoever_is_informed_of_an_item_follows_it(plan: Plan, cast: Any) -> None:
    item = plan.items["Build"]
    address = f"/api/objects/work_item/{item.pk}/watch"
    plan.name(plan.named("Build", informed=[cast.vera.pk], consulted=[cast.pia.pk]))
    assert cast.client("vera").get(address).json()["why"] == "informed"
    circle = cast.client("vera").get(f"/api/work-items/{item.pk}/circle").json()
    assert circle == {
        "version": 1,
        "consulted": [{"id": str(cast.pia.pk), "name": "Pia"}],
        "informed": [{"id": str(cast.vera.pk), "name": "Vera"}],
        "can": {"edit": False},
    }
    unsaid = cast.client("piet").get(f"/api/work-items/{plan.items['Ask'].pk}/circle").json()
    assert unsaid == {"version": 0, "consulted": [], "informed": [], "can": {"edit": True}}
    messages = cast.client("vera").get("/api/inbox").json()["items"]
    assert [(one["verb"], one["why"]) for one in messages] == [("named the circle of", "watching")]

    plan.name(plan.named("Build", version=1, consulted=[cast.vera.pk]))
    assert cast.client("vera").get(address).json()["on"] is False


def test_the_matrix_of_items_leaves_as_a_table(plan: Plan, cast: Any) -> None:
    plan.name(plan.named("Build", informed=[cast.vera.pk]))
    lines = cast.client("vera").get(f"{plan.home}/export", {"format": "json"}).json()
    build = next(line for line in lines if line["title"].strip() == "Build")
    assert (build[str(cast.carl.pk)], build[str(cast.vera.pk)], build["gaps"]) == ("R", "I", ["accountable"])
    text = cast.client("vera").get(f"{plan.home}/export").content.decode("utf-8-sig")
    assert text.splitlines()[0] == "Key,Work item,Carl,Pia,Vera,Tester,Without"


def test_the_matrix_of_items_is_drawn_on_pages(
    plan: Plan, cast: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.name(plan.named("Build", informed=[cast.vera.pk]))
    matrix = matrix_of(plan.project, Asked(words="build"))
    [line] = lines_of(matrix)
    people = [person.name for person in matrix.people]
    assert (line.title, line.level, dict(zip(people, line.letters, strict=True))["Vera"]) == ("Build", 1, "I")
    answer = cast.client("vera").get(f"{plan.home}/export", {"format": "pdf"})
    assert (answer.content[:5], answer["Content-Type"]) == (b"%PDF-", "application/pdf")
    assert "RC-responsibilities-" in answer["Content-Disposition"]
    monkeypatch.setattr(matrices, "MOST_LINES", 2)
    refused = cast.client("vera").get(f"{plan.home}/export", {"format": "pdf"})
    assert refused.json()["code"] == "matrix.too_long"
    assert cast.client("nora").get(f"{plan.home}/export", {"format": "pdf"}).status_code == 404


def test_a_matrix_costs_the_same_however_many_items(
    plan: Plan, cast: Any, django_assert_num_queries: Any
) -> None:
    client = cast.client("vera")
    client.get(plan.home)
    with django_assert_num_queries(10):
        client.get(plan.home)
    chain(plan.project, "More", "Still more", by=cast.scope("piet"))
    with django_assert_num_queries(10):
        assert len(client.get(plan.home).json()["items"]) == 6
