"""A walk of random steps over the API beside a model of what must come of each: two people edit one plan and a scenario
of it, which is merged and taken back meanwhile."""

from __future__ import annotations

import random
from typing import Any

from northline.scheduling.models import Scenario
from tests.scheduling.plans import chain, start

FIELDS = ("title", "priority", "duration_minutes")
FIELD_NAMES = {"title": "title", "priority": "priority", "duration_minutes": "duration"}
# `delay`: what levelling says, which nobody wishes.
NEW = {"priority": 500, "duration_minutes": 480, "delay": 0}

Row = dict[str, Any]


class Walk:
    """`live` and `mine` are the model: the plan's values, and (base, value) of each field that the scenario changed.
    `last` is what one undo would take back."""

    DEEDS: tuple[str, ...] = (
        ("edit_plan",) * 6
        + ("edit_scenario",) * 6
        + ("merge", "undo") * 2
        + ("grow", "grow_scenario", "cut", "stale")
    )

    def __init__(self, cast: Any, seed: int) -> None:
        self.random = random.Random(seed)
        self.people = [cast.client("piet"), cast.client("pia")]
        scope = cast.scope("piet")
        project = start(scope, product_id=cast.product.pk, code=f"W{seed}")
        items = chain(project, "a", "b", "c", by=scope)
        self.here = f"/api/projects/{project.pk}"
        self.live: dict[str, Row] = {str(one.pk): NEW | {"title": one.title} for one in items}
        self.gone: dict[str, Row] = {}
        self.mine: dict[str, dict[str, tuple[Any, Any]]] = {}
        self.added: dict[str, Row] = {}
        self.last: dict[str, Any] | None = None
        self.met: set[str] = set()
        self.branch()

    def branch(self) -> None:
        answer = self.who().post(f"{self.here}/scenarios", {"title": "What if"})
        assert answer.status_code == 201, answer.content
        self.there = f"/api/scenarios/{answer.json()['id']}"

    def who(self) -> Any:
        return self.random.choice(self.people)

    def step(self) -> None:
        deed = self.random.choice(self.DEEDS)
        getattr(self, deed)()
        self.check(deed)

    def wish(self) -> Row:
        number = self.random.randrange(1, 6)
        field = self.random.choice(FIELDS)
        return {field: f"title {number}" if field == "title" else number * 120}

    def sent(self, address: str, *edits: Row, status: int = 200) -> Row:
        answer = self.who().post(f"{address}/plan-edits", {"edits": list(edits)})
        assert answer.status_code == status, answer.content
        found: Row = answer.json()
        return found

    def rows(self, address: str) -> dict[str, Row]:
        plan = self.who().get(f"{address}/plan").json()
        assert plan["warnings"] == []
        return {row["id"]: row for row in plan["items"]}

    def edit_plan(self) -> None:
        if not self.live:
            return
        item, fields = self.random.choice(sorted(self.live)), self.wish()
        version = self.rows(self.here)[item]["version"]
        self.sent(self.here, {"op": "set", "id": item, "version": version, "fields": fields})
        if self.live[item] != self.live[item] | fields and self.last and item in self.last["items"]:
            self.last["passed"] = True
        self.live[item] |= fields

    def edit_scenario(self) -> None:
        seen = self.seen()
        if not seen:
            return
        item, fields = self.random.choice(sorted(seen)), self.wish()
        version = self.rows(self.there)[item]["version"]
        self.sent(self.there, {"op": "set", "id": item, "version": version, "fields": fields})
        if item in self.added:
            self.added[item] |= fields
            return
        ((field, value),) = fields.items()
        if seen[item][field] == value:
            return
        kept = self.mine.setdefault(item, {})
        kept[field] = (kept[field][0] if field in kept else self.live[item][field], value)
        self.mine[item] = {name: pair for name, pair in kept.items() if pair[1] != self.live[item][name]}
        if not self.mine[item]:
            del self.mine[item]

    def grow(self) -> None:
        answer = self.sent(self.here, {"op": "add", "temp_id": "n", "title": "grown"})
        self.live[answer["temp_ids"]["n"]] = NEW | {"title": "grown"}

    def grow_scenario(self) -> None:
        answer = self.sent(self.there, {"op": "add", "temp_id": "n", "title": "mine"})
        self.added[answer["temp_ids"]["n"]] = NEW | {"title": "mine"}

    def cut(self) -> None:
        if len(self.live) < 3:
            return
        item = self.random.choice(sorted(self.live))
        version = self.rows(self.here)[item]["version"]
        self.sent(self.here, {"op": "remove", "id": item, "version": version})
        if self.last and item in self.last["items"]:
            self.last["passed"] = True
        self.gone[item] = self.live.pop(item)

    def stale(self) -> None:
        """Somebody who has not seen the last edit changes nothing."""
        for address in (self.here, self.there):
            rows = self.rows(address)
            if late := sorted(item for item, row in rows.items() if row["version"] > 1):
                edit = {"op": "set", "id": late[0], "version": 1, "fields": {"title": "too late"}}
                assert self.sent(address, edit, status=412)["code"] == "version.stale"

    def merge(self) -> None:
        if not self.mine and not self.added:
            return
        contested = self.contested()
        answer = self.who().post(f"{self.there}/merge", {})
        if contested:
            assert answer.status_code == 409, answer.content
            assert {(one["id"], one["field"]) for one in answer.json()["conflicts"]} == contested
            self.met.add("conflict")
            choices = [
                {"id": item, "field": field, "take": self.random.choice(("mine", "theirs"))}
                for item, field in sorted(contested)
            ]
            answer = self.who().post(f"{self.there}/merge", {"choices": choices})
        else:
            choices = []
        if answer.status_code == 409:
            # All that was different is so in the plan by now.
            assert answer.json()["code"] == "scenario.nothing_to_merge"
            assert self.expected_changes() == 0
            return
        assert answer.status_code == 200, answer.content
        self.merged(answer.json()["change_id"], {(one["id"], one["field"]): one["take"] for one in choices})

    def merged(self, change: str | None, taken: dict[tuple[str, str], str]) -> None:
        before = {item: dict(row) for item, row in self.live.items()}
        gone = dict(self.gone)
        for item, fields in self.mine.items():
            if item in self.gone:
                if taken[item, "removed"] == "mine":
                    values = {field: pair[1] for field, pair in fields.items()}
                    self.live[item] = self.gone.pop(item) | values
                continue
            for field, (_, value) in fields.items():
                if taken.get((item, FIELD_NAMES[field]), "mine") == "mine":
                    self.live[item][field] = value
        self.live |= self.added
        touched = {item for item in self.live if before.get(item) != self.live[item]}
        if change:
            self.last = {
                "what": "merge", "change": change, "live": before, "gone": gone, "items": touched, "passed": False,
                "scenario": (self.there, self.mine, self.added),
            }  # fmt: skip
        self.mine, self.added = {}, {}
        self.met.add("merge")
        if Scenario.objects.get(pk=self.there.rpartition("/")[2]).state == "merged":
            self.branch()

    def undo(self) -> None:
        """Take the last merge or levelling back, in the plan and the scenario, unless somebody built on it."""
        last, self.last = self.last, None
        if last is None:
            return
        answers = [one.post(f"/api/changes/{last['change']}/undo") for one in self.people]
        codes = sorted(one.status_code for one in answers)
        if last["passed"]:
            assert codes == [403, 409], [one.content for one in answers]
            self.met.add(f"undo of {last['what']} refused")
            return
        assert codes == [200, 403], [one.content for one in answers]
        self.met.add(f"undo of {last['what']}")
        for item in last["items"]:
            self.live.pop(item, None)
            if item in last["live"]:
                self.live[item] = last["live"][item]
            elif item in last["gone"]:
                self.gone[item] = last["gone"][item]
        if last["scenario"]:
            # One goes on in the scenario that is open again.
            self.there, self.mine, self.added = last["scenario"]

    def contested(self) -> set[tuple[str, str]]:
        found = {(item, "removed") for item in self.mine if item in self.gone}
        for item, fields in self.mine.items():
            if item in self.live:
                found |= {
                    (item, FIELD_NAMES[field])
                    for field, (base, value) in fields.items()
                    if self.live[item][field] not in (base, value)
                }
        return found

    def expected_changes(self) -> int:
        changed = sum(
            item in self.live and any(self.live[item][field] != pair[1] for field, pair in fields.items())
            for item, fields in self.mine.items()
        )
        return changed + len(self.added) + sum(item in self.gone for item in self.mine)

    def seen(self) -> dict[str, Row]:
        """The scenario's plan."""
        changed = {
            item: row | {field: pair[1] for field, pair in self.mine.get(item, {}).items()}
            for item, row in self.live.items()
        }
        return changed | self.added

    def check(self, deed: str) -> None:
        for address, expected in ((self.here, self.live), (self.there, self.seen())):
            found = {
                item: {field: row[field] for field in FIELDS} for item, row in self.rows(address).items()
            }
            wanted = {item: {field: row[field] for field in FIELDS} for item, row in expected.items()}
            assert found == wanted, deed
