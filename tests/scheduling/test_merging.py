"""Two people edit one plan and a scenario of it, which is merged, levelled and taken back meanwhile: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from northline.core.refusal import Refusal, Stale
from northline.delivery.models import WorkItem
from tests.delivery.test_resources import made
from tests.scheduling.plans import chain, edit, start
from tests.scheduling.test_levelling import apply, levelled, overloaded
from tests.scheduling.test_two_at_once import at_once
from tests.scheduling.walks import Row, Walk
from tests.working import work

STEPS = 40


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path, one_thread: None) -> None:
    settings.HOME = tmp_path


class LevelledWalk(Walk):
    """All of the plan's work is Ann's, so what grows in it waits for levelling. `proposal` waits to be applied, and was
    computed from that version of the plan."""

    DEEDS = (*Walk.DEEDS, *("level", "grow", "apply", "undo") * 2)

    def __init__(self, cast: Any, seed: int) -> None:
        super().__init__(cast, seed)
        self.ann = made(cast)["id"]
        self.proposal, self.version = "", 0
        self.give_ann(self.live)

    def give_ann(self, items: Iterable[str]) -> None:
        self.sent(self.here, *({"op": "assign", "item": item, "resource_id": self.ann} for item in items))

    def grow(self) -> None:
        before = set(self.live)
        super().grow()
        self.give_ann(set(self.live) - before)

    def plan_version(self) -> int:
        found: int = self.who().get(f"{self.here}/plan").json()["project"]["plan_version"]
        return found

    def level(self) -> None:
        """Ask for a proposal while somebody edits the plan; apply it at once, or after what others do next."""
        body = {"project_ids": [self.here.rpartition("/")[2]], "seconds": 1, "alternatives": False}
        answer = self.who().post("/api/levellings", body)
        assert answer.status_code == 202, answer.content
        if self.random.random() < 0.5:
            self.edit_plan()
        work()
        self.proposal, self.version = f"/api/levellings/{answer.json()['id']}", self.plan_version()
        if self.random.random() < 0.5:
            self.apply()

    def apply(self) -> None:
        """All of the proposal comes into the plan, on the dates that it told; of one for an older plan nothing does."""
        if not self.proposal:
            return
        told, before = self.who().get(self.proposal).json(), self.rows(self.here)
        (plan,) = told["projects"]
        moved_on = self.version != self.plan_version()
        assert plan["moved_on"] == moved_on
        answer = self.who().post(f"{self.proposal}/application", {})
        self.proposal = ""
        if moved_on:
            assert (answer.status_code, answer.json()["code"]) == (409, "levelling.plan_moved")
            assert answer.json()["projects"] == [plan["key"]]
            self.met.add("levelling refused")
        elif not told["found"]["moves"]:
            assert answer.json()["code"] == "levelling.moves_nothing", answer.content
        else:
            assert answer.status_code == 200, answer.content
            self.applied(answer.json()["change_id"], told["found"]["moves"], before)

    def applied(self, change: str, moves: list[Row], before: dict[str, Row]) -> None:
        rows = self.rows(self.here)
        promised = {item: dates_of(row["schedule"]) for item, row in before.items()}
        promised |= {move["item"]["id"]: dates_of(move) for move in moves}
        assert {item: dates_of(row["schedule"]) for item, row in rows.items()} == promised
        self.last = {
            "what": "levelling", "change": change, "live": {item: dict(row) for item, row in self.live.items()}, "gone": {},
            "items": {item for item, row in rows.items() if row["version"] != before[item]["version"]},
            "passed": False, "scenario": None,
        }  # fmt: skip
        for item, delay in self.delays().items():
            self.live[item] |= {"delay": delay}
        self.met.add("levelled")

    def delays(self) -> dict[str, int]:
        rows = WorkItem.objects.filter(project=self.here.rpartition("/")[2], archived_at=None)
        return {str(item): delay for item, delay in rows.values_list("pk", "levelling_delay_minutes")}

    def check(self, deed: str) -> None:
        super().check(deed)
        assert self.delays() == {item: row["delay"] for item, row in self.live.items()}, deed


def dates_of(row: Row) -> tuple[str, str]:
    return row["start"], row["finish"]


@pytest.mark.django_db
@pytest.mark.parametrize(("seed", "levelling"), [(5, "undo of levelling"), (20, "levelling refused")])
def test_whatever_two_people_do_to_a_plan_and_its_scenario_nothing_is_lost(
    cast: Any, seed: int, levelling: str
) -> None:
    walk = LevelledWalk(cast, seed)
    for _ in range(STEPS):
        walk.step()
    assert {"conflict", "merge", "undo of merge", "levelled", levelling} <= walk.met, walk.met


def test_an_edit_a_merge_and_another_edit_at_the_same_moment_all_stand(lasting_cast: Any) -> None:
    cast = lasting_cast
    piet, pia = cast.scope("piet"), cast.scope("pia")
    project = start(piet, product_id=cast.product.pk)
    a, b, c = chain(project, "a", "b", "c", by=piet)
    client = cast.client("piet")
    there = (
        f"/api/scenarios/{client.post(f'/api/projects/{project.pk}/scenarios', {'title': 'x'}).json()['id']}"
    )

    def wish(item: Any, minutes: int) -> dict[str, Any]:
        return {"op": "set", "id": str(item.pk), "version": 1, "fields": {"duration_minutes": minutes}}

    client.post(f"{there}/plan-edits", {"edits": [wish(a, 60)]})
    answers = at_once(
        lambda: edit(project, wish(b, 120), by=piet),
        lambda: cast.client("pia").post(f"{there}/merge", {}).status_code,
        lambda: edit(project, wish(c, 240), by=pia),
    )
    assert answers[1] == 200
    rows = WorkItem.objects.filter(project=project).order_by("title")
    assert list(rows.values_list("duration_minutes", flat=True)) == [60, 120, 240]


def test_an_edit_and_a_levelling_applied_at_the_same_moment_lose_nothing(lasting_cast: Any) -> None:
    cast = lasting_cast
    ann = made(cast)["id"]
    project, items = overloaded(cast, "LVM", ann, "dig", "pour")
    found = levelled(cast, project)
    seen = WorkItem.objects.get(pk=items["dig"]).version
    wish = {"op": "set", "id": items["dig"], "version": seen, "fields": {"duration_minutes": 60}}
    edited, applied = at_once(
        lambda: edit(project, wish, by=cast.scope("pia")),
        lambda: apply(cast, found).json(),
    )
    delays = WorkItem.objects.filter(project=project).values_list("levelling_delay_minutes", flat=True)
    if applied.get("code") == "levelling.plan_moved":
        # The edit came first.
        assert not any(delays)
    else:
        assert (applied["state"], any(delays)) == ("applied", True), applied
    late = isinstance(edited, Refusal)
    # Whoever edits an item that levelling moved before has not seen that.
    assert not late or (isinstance(edited, Stale) and applied["state"] == "applied")
    assert WorkItem.objects.get(pk=items["dig"]).duration_minutes == (480 if late else 60)
