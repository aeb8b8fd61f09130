"""Make the demo workspace, all or nothing, through the actions that people use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from northline.accounts.actions import roles
from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Member, Person, Workspace
from northline.core import changes, editing, events, links
from northline.core.models import Row
from northline.core.richtext import of_text
from northline.core.scope import Scope
from northline.delivery import chartering
from northline.delivery.filing import store_plan
from northline.delivery.models import Charter, Project
from northline.demo.calendar import Past
from northline.demo.content.insights import INSIGHTS, Evidence
from northline.demo.content.opportunities import IDEAS, OPPORTUNITIES
from northline.demo.content.people import CUSTOMERS, PEOPLE, DemoPerson
from northline.demo.content.plans import PROJECTS
from northline.demo.content.strategy import (
    CHARTERS,
    INITIATIVES,
    LANES,
    OBJECTIVES,
    PRODUCT,
    VISIONS,
    Goal,
    Work,
)
from northline.demo.outline import plan_of
from northline.products.models import Product
from northline.research import actions as research
from northline.roadmap import actions as roadmap
from northline.strategy import actions as strategy
from northline.strategy.models import CheckIn

SLUG = "fernhaven"
FIRST_DAY = 121
WRITERS = ("priya", "tomas", "lena")


def ensure_demo(passwords: Mapping[str, str], *, today: date | None = None) -> tuple[DemoPerson, ...]:
    """The people of the demo; the workspace is made where it is missing.

    `passwords` answers a password for every address; asking for a new one makes it.
    """
    if Workspace.objects.filter(slug=SLUG).exists():
        _renew(passwords)
        return PEOPLE
    # Hashing takes its time, so it is done before the transaction.
    hashed = {person.email: make_password(passwords[person.email]) for person in PEOPLE}
    with transaction.atomic():
        _Demo(hashed, today or timezone.localdate()).make()
    return PEOPLE


def _renew(passwords: Mapping[str, str]) -> None:
    """Where the note of a password was lost, set a new one."""
    for person in PEOPLE:
        if person.email not in passwords:
            Person.objects.filter(email=person.email).update(password=make_password(passwords[person.email]))


class _Demo:
    """One making. Rows are kept by name and number, so that later deeds find what earlier ones made."""

    def __init__(self, hashed: Mapping[str, str], today: date) -> None:
        self.today = today
        self.hashed = hashed
        self.rows: dict[tuple[str, int | str], Any] = {}
        self.members: dict[str, Member] = {}

    def make(self) -> None:
        self.workspace = Workspace.objects.create(slug=SLUG, name="Fernhaven")
        self.past = Past(self.workspace.pk, timezone.now())
        self._people()
        self._research()
        self._strategy()
        self._roadmap()
        self._delivery()
        self.past.live()
        self._date_check_ins()

    def by(self, handle: str) -> Scope:
        return scope_of_member(self.members[handle])

    # People and the product

    def _people(self) -> None:
        for person in PEOPLE:
            row = Person.objects.create(
                email=person.email,
                name=person.name,
                password=self.hashed[person.email],
                perspective="project" if person.product_role == "project_manager" else "product",
            )
            self.members[person.handle] = Member.objects.create(
                workspace=self.workspace, person=row, name=person.name, role=person.workspace_role
            )
        owner = self.by("greta")
        title, text = PRODUCT
        self.product = Product(workspace_id=self.workspace.pk, title=title, body=of_text(text))
        self.past.ago(
            FIRST_DAY, lambda: self._keep("product", 1, editing.create(self.product, prefix="PROD", by=owner))
        )
        for person in PEOPLE:
            if person.product_role:
                self.past.ago(FIRST_DAY - 0.1, self._give(person))
        for number, (name, segment) in enumerate(CUSTOMERS):
            self.past.ago(FIRST_DAY - 0.2, self._customer(number, name, segment))

    def _give(self, person: DemoPerson) -> Callable[[], None]:
        def deed() -> None:
            roles.give(person.product_role, self.members[person.handle], on=self.product, by=self.by("greta"))

        return deed

    def _customer(self, number: int, name: str, segment: str) -> Callable[[], None]:
        def deed() -> None:
            row = research.note_customer(title=name, segment=segment, by=self.by("amos"))
            self._keep("customer", number, row)

        return deed

    # Research

    def _research(self) -> None:
        for number, evidence in enumerate(INSIGHTS):
            self.past.ago(evidence.days_ago, self._insight(number, evidence))
        for number, need in enumerate(OPPORTUNITIES, start=1):
            self.past.ago(98 - number, self._opportunity(number, need.title, need.parent, need.text))
        for number, idea in enumerate(IDEAS, start=1):
            self.past.ago(
                68 - 2 * number, self._idea(number, idea.title, idea.addresses, idea.status, idea.text)
            )
        for number, evidence in enumerate(INSIGHTS):
            if evidence.supports is not None:
                day = min(evidence.days_ago - 0.1, 97 - evidence.supports)
                self.past.ago(
                    day,
                    self._link(
                        "supports",
                        ("insight", number),
                        ("opportunity", evidence.supports),
                        WRITERS[number % 3],
                    ),
                )

    def _insight(self, number: int, evidence: Evidence) -> Callable[[], None]:
        def deed() -> None:
            customer = self.rows["customer", evidence.customer].pk if evidence.customer is not None else None
            fields = {
                "title": evidence.title,
                "body": of_text(evidence.text),
                "source": evidence.source,
                "customer_id": customer,
                "tags": list(evidence.tags),
            }
            row = research.note_insight(self.product, fields=fields, by=self.by(WRITERS[number % 3]))
            self._keep("insight", number, row)

        return deed

    def _opportunity(self, number: int, title: str, parent: int | None, text: str) -> Callable[[], None]:
        def deed() -> None:
            above = self.rows["opportunity", parent].pk if parent else None
            fields = {"title": title, "body": of_text(text), "parent_id": above}
            self._keep(
                "opportunity",
                number,
                research.name_opportunity(self.product, fields=fields, by=self.by("priya")),
            )

        return deed

    def _idea(
        self, number: int, title: str, addresses: int | None, status: str, text: str
    ) -> Callable[[], None]:
        def deed() -> None:
            fields = {"title": title, "body": of_text(text), "status": status}
            row = self._keep(
                "idea",
                number,
                research.propose_idea(self.product, fields=fields, by=self.by(WRITERS[number % 3])),
            )
            if addresses:
                links.link("addresses", row, target=self.rows["opportunity", addresses], by=self.by("priya"))

        return deed

    # Strategy

    def _strategy(self) -> None:
        for number, (day, version) in enumerate(zip((117, 58), VISIONS, strict=True)):
            self.past.ago(day, self._vision(number, dict(version)))
        for number, goal in enumerate(OBJECTIVES, start=1):
            self.past.ago(83 - number / 10, self._objective(number, goal))
        for number, need in enumerate(OPPORTUNITIES, start=1):
            if need.objective:
                self.past.ago(
                    82, self._link("serves", ("opportunity", number), ("objective", need.objective), "priya")
                )

    def _vision(self, number: int, version: dict[str, str]) -> Callable[[], None]:
        def deed() -> None:
            board = {name: text for name, text in version.items() if name != "product"}
            board[self._product_field()] = version["product"]
            strategy.envision(self.product, board=board, based_on=number or None, by=self.by("priya"))

        return deed

    @staticmethod
    def _product_field() -> str:
        return "product_text"

    def _objective(self, number: int, goal: Goal) -> Callable[[], None]:
        def deed() -> None:
            quarter = f"{self.today.year}-Q{(self.today.month + 2) // 3}"
            fields = {
                "title": goal.title,
                "body": of_text(goal.text),
                "period": quarter,
                "owner_id": self.members[goal.owner].pk,
            }
            row = self._keep(
                "objective", number, strategy.set_objective(self.product, fields=fields, by=self.by("priya"))
            )
            for index, result in enumerate(goal.results):
                measure = {
                    "title": result.title,
                    "unit": result.unit,
                    "direction": result.direction,
                    "start": Decimal(str(result.start)),
                    "target": Decimal(str(result.target)),
                }
                found = strategy.add_key_result(row, fields=measure, by=self.by("priya"))
                for week, reading in enumerate(result.readings):
                    confidence = result.confidence - 3 * (len(result.readings) - 1 - week)
                    self.readings.append(
                        (
                            7 * (len(result.readings) - week) - 4,
                            found,
                            reading,
                            confidence,
                            f"{number}.{index}",
                        )
                    )

        return deed

    # The roadmap

    def _roadmap(self) -> None:
        self.readings: list[tuple[float, Any, float, int, str]] = []
        for number, (title, colour) in enumerate(LANES, start=1):
            self.past.ago(85, self._lane(number, title, colour))
        for number, work in enumerate(INITIATIVES, start=1):
            self.past.ago(80 - number / 2, self._initiative(number, work))
        self.past.ago(12, self._postpone(9, 10, "The climate chamber is booked until the tenth."))
        self.past.ago(4, self._postpone(6, 7, "Windows need two more weeks of live data."))

    def _lane(self, number: int, title: str, colour: str) -> Callable[[], None]:
        def deed() -> None:
            row = roadmap.add_lane(
                self.product, title=title, colour=colour, position=None, by=self.by("priya")
            )
            self._keep("lane", number, row)

        return deed

    def _initiative(self, number: int, work: Work) -> Callable[[], None]:
        def deed() -> None:
            window = None
            if work.starts is not None and work.ends is not None:
                window = {
                    "start": self._day(work.starts),
                    "finish": self._day(work.ends),
                    "precision": work.precision,
                }
            fields = {
                "title": work.title,
                "body": of_text(work.text),
                "lane_id": self.rows["lane", work.lane].pk,
                "status": work.status,
                "horizon": work.horizon,
                "window": window,
                "owner_id": self.members[work.owner].pk,
            }
            row = self._keep(
                "initiative", number, roadmap.add_initiative(self.product, fields=fields, by=self.by("priya"))
            )
            if work.objective:
                links.link(
                    "advances", row, target=self.rows["objective", work.objective], by=self.by("priya")
                )
            if work.idea and ("idea", work.idea) in self.rows:
                links.link("delivers", row, target=self.rows["idea", work.idea], by=self.by("priya"))
            elif work.idea:
                self.late_links.append((number, work.idea))

        return deed

    def _postpone(self, number: int, days: int, reason: str) -> Callable[[], None]:
        def deed() -> None:
            row = self.rows["initiative", number]
            row.refresh_from_db()
            window = {
                "start": row.window_start + timedelta(days=days),
                "finish": row.window_finish + timedelta(days=days),
                "precision": row.window_precision,
            }
            by = self.by("priya")
            roadmap.revise_initiative(
                row, expected=row.version, fields={"window": window}, by=by, reason=reason
            )

        return deed

    # Delivery

    def _delivery(self) -> None:
        self.late_links: list[tuple[int, int]] = []
        for handle, (_, _, _, starts, _) in PROJECTS.items():
            self.past.ago(min(-starts, 60) if handle != "late" else 71, self._project(handle))
        self.past.ago(70, lambda: self._realise("late", 4))
        for charter in CHARTERS:
            self.past.ago(3 if charter["state"] == "proposed" else 47, self._charter(charter))
        self.past.ago(40, self._join_late)
        for week in range(8):
            self.past.ago(7 * (8 - week) - 4, self._check_in_week(week))

    def _project(self, handle: str) -> Callable[[], None]:
        code, name, text, starts, ends = PROJECTS[handle]

        def deed() -> None:
            by = self.by("marek")
            plan = plan_of(text, start=self._day(starts), today=self.today, name=name)
            row = store_plan(plan, title=name, code=code, product_id=self.product.pk, by=by)
            Project.objects.filter(pk=row.pk).update(deadline=f"{self._day(ends).isoformat()}T17:00")
            events.emit("plan_changed", project_id=row.pk)
            row.refresh_from_db()
            changes.record(by, "planned", row, after={"title": name, "items": len(plan["items"])})
            self._keep("project", handle, row)

        return deed

    def _realise(self, handle: str, number: int) -> None:
        links.link(
            "realises",
            self.rows["project", handle],
            target=self.rows["initiative", number],
            by=self.by("marek"),
        )

    def _charter(self, said: dict[str, Any]) -> Callable[[], None]:
        def deed() -> None:
            terms = {
                "project_id": self.rows["project", said["project"]].pk,
                "project_name": None,
                "code": None,
                "scope": of_text(said["scope"]),
                "deadline": self._day(said["deadline"]),
                "success_criteria": list(said["criteria"]),
                "project_manager_id": self.members["marek"].pk,
            }
            row: Charter = chartering.propose(
                self.rows["initiative", said["initiative"]], terms=terms, by=self.by("priya")
            )
            if said["state"] == "accepted":
                chartering.accept(Charter.objects.get(pk=row.pk), expected=row.version, by=self.by("marek"))
                Charter.objects.filter(pk=row.pk).update(accepted_at=self.past.now - timedelta(days=47))

        return deed

    def _join_late(self) -> None:
        """Initiatives written before their ideas were are joined to them now."""
        for number, idea in self.late_links:
            links.link(
                "delivers",
                self.rows["initiative", number],
                target=self.rows["idea", idea],
                by=self.by("priya"),
            )

    def _check_in_week(self, week: int) -> Callable[[], None]:
        def deed() -> None:
            day = 7 * (8 - week) - 4
            for at, row, value, confidence, _ in self.readings:
                if at == day:
                    reading = Decimal(str(value))
                    strategy.check_in(row, value=reading, confidence=confidence, note="", by=self.by("priya"))

        return deed

    def _date_check_ins(self) -> None:
        """Check-ins are dated like the changes that tell of them."""
        now = self.past.now
        by_row: dict[Any, list[CheckIn]] = {}
        for reading in CheckIn.objects.filter(workspace=self.workspace).order_by("pk"):
            by_row.setdefault(reading.key_result_id, []).append(reading)
        for readings in by_row.values():
            for week, reading in enumerate(readings):
                days = 7 * (len(readings) - week) - 4
                CheckIn.objects.filter(pk=reading.pk).update(created_at=now - timedelta(days=days))

    # Small helpers

    def _link(
        self, name: str, source: tuple[str, int], target: tuple[str, int], handle: str
    ) -> Callable[[], None]:
        return lambda: self._linked(name, self.rows[source], self.rows[target], handle)

    def _linked(self, name: str, source: Row, target: Row, handle: str) -> None:
        links.link(name, source, target=target, by=self.by(handle))

    def _keep(self, kind: str, number: int | str, row: Any) -> Any:
        self.rows[kind, number] = row
        return row

    def _day(self, days: int) -> date:
        return self.today + timedelta(days=days)
