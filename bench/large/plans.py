"""Where the products go: objectives, themes, scorecards, stakeholders, and the roadmap with what plans say of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bench.large.writer import Part, body, written

from northline.core.models import Link
from northline.delivery.models import Project
from northline.products.models import Product
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.research.models import Customer, Idea, Opportunity
from northline.roadmap.models import (
    Initiative,
    InitiativeDependency,
    Lane,
    Launch,
    Milestone,
    OutcomeReview,
    Promise,
)
from northline.scheduling.models import SavedForecast, SavedSchedule
from northline.strategy.models import (
    CheckIn,
    KeyResult,
    Objective,
    Score,
    Scorecard,
    Stakeholder,
    Telling,
    Theme,
)
from northline.strategy.scoring import stored
from northline.strategy.scoring.rules.methods import RICE

LANES, THEMES, OBJECTIVES = 8, 6, 20
PERIODS = ("2026-Q3", "2026-Q4", "2027-Q1", "")


class Plans(Part):
    """Writes strategy, roadmap and the forecasts of plans."""

    def write(self, *, ideas: list[Idea], needs: list[Opportunity], customers: list[Customer]) -> None:
        self.objectives = written(self._objectives())
        self.results = written(self._results())
        written(self._check_ins())
        self.themes = written(self._themes())
        self.lanes = written(self._lanes())
        self.initiatives = written(self._initiatives())
        written(self._dependencies())
        written(self._milestones())
        self._why(ideas, needs)
        self._promises(customers)
        self._launches()
        self._forecasts()
        self._said()
        self._cards(ideas)
        self._people()

    def _objectives(self) -> Iterator[Objective]:
        for n in range(OBJECTIVES * len(self.products)):
            yield Objective(
                workspace=self.workspace, product=self._product(n), key=f"OBJ-{n}", title=self.writer.text(6),
                period=self.chance.choice(PERIODS), owner=self.chance.choice(self.members),
            )  # fmt: skip

    def _results(self) -> Iterator[KeyResult]:
        for n, row in enumerate(self.objectives * 3):
            yield KeyResult(
                workspace=self.workspace, product_id=row.product_id, objective=row, key=f"KR-{n}", title=self.writer.text(6),
                start=0, target=100, current=self.chance.randint(0, 100), confidence=self.chance.randint(0, 100),
                owner=self.chance.choice(self.members), unit="%",
            )  # fmt: skip

    def _check_ins(self) -> Iterator[CheckIn]:
        for row in self.results:
            for n in range(10):
                yield CheckIn(
                    workspace=self.workspace, key_result=row, value=n * 7, confidence=50, by=self.chance.choice(self.members),
                    created_at=self.writer.at(n, of=10),
                )  # fmt: skip

    def _themes(self) -> Iterator[Theme]:
        for n in range(THEMES * len(self.products)):
            yield Theme(
                workspace=self.workspace, product=self._product(n), key=f"THM-{n}", title=self.writer.text(2)
            )

    def _lanes(self) -> Iterator[Lane]:
        for n in range(LANES * len(self.products)):
            yield Lane(
                workspace=self.workspace,
                product=self._product(n),
                key=f"LANE-{n}",
                title=f"Lane {n}",
                position=n,
            )

    def _initiatives(self) -> Iterator[Initiative]:
        chance, writer, count = self.chance, self.writer, self.size.initiatives
        for n in range(count):
            product, at, words = self._product(n), writer.at(n, of=count), writer.text(40)
            start = writer.today + timedelta(days=chance.randrange(-200, 500))
            window = {
                "window_start": start,
                "window_finish": start + timedelta(days=chance.randrange(14, 120)),
                "window_precision": "day",
            }
            yield Initiative(
                workspace=self.workspace, product=product, key=f"INI-{n}", title=writer.text(5), words=words, body=body(words),
                lane=chance.choice([one for one in self.lanes if one.product_id == product.pk]), position=n,
                theme=chance.choice([one for one in self.themes if one.product_id == product.pk]),
                owner=chance.choice(self.members), status=chance.choice(Initiative.Status.values),
                horizon=chance.choice(Initiative.Horizon.values), effort_weeks=chance.randint(1, 30),
                goal=writer.text(5), metrics=[writer.text(2)], features=[writer.text(3), writer.text(3)],
                created_at=at, updated_at=at, **(window if n % 5 else {}),
            )  # fmt: skip

    def _dependencies(self) -> Iterator[InitiativeDependency]:
        step = len(self.products)
        for before, after in zip(self.initiatives[::3], self.initiatives[step * 2 :: 3], strict=False):
            if before.product_id == after.product_id:
                yield InitiativeDependency(
                    workspace=self.workspace, product_id=before.product_id, before=before, after=after
                )

    def _milestones(self) -> Iterator[Milestone]:
        for n in range(40 * len(self.products)):
            yield Milestone(
                workspace=self.workspace, product=self._product(n), key=f"MS-{n}", title=self.writer.text(3),
                day=self.writer.today + timedelta(days=self.chance.randrange(-200, 500)),
            )  # fmt: skip

    def _why(self, ideas: list[Idea], needs: list[Opportunity]) -> None:
        of: dict[Any, dict[str, list[Any]]] = {
            product.pk: {
                "idea": [row for row in ideas if row.product_id == product.pk],
                "objective": [row for row in self.objectives if row.product_id == product.pk],
            }
            for product in self.products
        }
        written(
            self._link(name, row, self.chance.choice(of[row.product_id][kind]))
            for name, kind in (("delivers", "idea"), ("advances", "objective"))
            for row in self.initiatives
            if self.writer.some(0.6)
        )
        written(
            self._link("serves", row, self.chance.choice(of[row.product_id]["objective"]))
            for row in needs
            if row.parent_id is None
        )

    def _promises(self, customers: list[Customer]) -> None:
        written(
            Promise(
                workspace=self.workspace, product_id=row.product_id, initiative=row, key=f"PRO-{n}", title=self.writer.text(5),
                promised_to=self.writer.text(2), customer=self.chance.choice(customers), words=self.writer.text(20),
                made_on=self.writer.today - timedelta(days=n), due=self.writer.today + timedelta(days=n),
                state="open" if n % 3 else "kept", made_by=self.chance.choice(self.members),
            )
            for n, row in enumerate(self.initiatives[::10])
        )  # fmt: skip

    def _launches(self) -> None:
        launches = written(
            Launch(
                workspace=self.workspace, product=self._product(n), key=f"LCH-{n}", title=self.writer.text(3),
                day=self.writer.today + timedelta(days=n - 100), owner=self.chance.choice(self.members),
            )
            for n in range(self.size.people)
        )  # fmt: skip
        rows = [row for row in self.initiatives if row.product_id == launches[0].product_id]
        for launch, row in zip(launches[:: len(self.products)], rows, strict=False):
            launch.initiatives.add(row)
        written(
            OutcomeReview(
                workspace=self.workspace, product_id=row.product_id, launch=launch, initiative=row, key=f"REV-{n}",
                title=self.writer.text(3), after_days=30, due=launch.day + timedelta(days=30),
            )
            for n, (launch, row) in enumerate(zip(launches[:: len(self.products)], rows, strict=False))
        )  # fmt: skip

    def _forecasts(self) -> None:
        """Projects whose plans were computed; the plans themselves are measured elsewhere."""
        projects = written(
            Project(
                workspace=self.workspace, product=self._product(n), key=f"PRJ-{n}", title=self.writer.text(3), code=f"P{n}",
                start="2026-09-01T08:00", deadline="2027-03-01T17:00",
            )
            for n in range(self.size.projects)
        )  # fmt: skip
        of_project = {"plan_version": 0, "fingerprint": "made"}
        written(
            SavedSchedule(
                project=row, start="2026-09-01T08:00", finish="2027-02-01T17:00", payload="{}", **of_project
            )
            for row in projects
        )
        written(SavedForecast(project=row, **of_project, **self._chances()) for row in projects)
        written(
            self._link("realises", row, initiative)
            for row, initiative in zip(projects, self.initiatives, strict=False)
        )

    def _chances(self) -> dict[str, Any]:
        first = datetime(2027, 1, 1) + timedelta(days=self.chance.randrange(self.size.people))
        ends = [(first + timedelta(days=n)).isoformat(timespec="minutes") for n in range(60)]
        names = dict(zip(("p10", "p50", "p80", "p85", "p90", "p95"), ends[5::9], strict=False))
        bars = [{"at": at, "count": 160} for at in ends]
        days = {"first": ends[0][:10], "counts": [160] * len(ends)}
        return {
            "samples": 10_000, "seed": 1, "probability_on_time": 0.5, "histogram": bars, "ends": days, **names,
        }  # fmt: skip

    def _said(self) -> None:
        written(
            InitiativeUpdate(
                workspace=self.workspace, initiative=row, health=self.chance.choice(["on_track", "at_risk", "off_track"]),
                words=self.writer.text(20), by=self.chance.choice(self.members), created_at=self.writer.at(89 + n, of=100),
            )
            for row in self.initiatives[::2]
            for n in range(4)
        )  # fmt: skip

    def _cards(self, ideas: list[Idea]) -> None:
        product = self.products[0]
        for n, (about, rows) in enumerate((("idea", ideas), ("initiative", self.initiatives))):
            card = Scorecard.objects.create(
                workspace=self.workspace, product=product, key=f"CARD-{n}", title="RICE", method="rice", about=about,
                factors=[stored.factor_stored(one) for one in RICE.factors], formula=RICE.formula, effort=RICE.effort,
                days_per_unit=RICE.days_per_unit, cut_days=2_000,
            )  # fmt: skip
            written(
                Score(
                    workspace=self.workspace, scorecard=card, subject_id=row.pk, by=self.members[0],
                    values={
                        "reach": [100, self.chance.randint(100, 900), 900], "impact": [None, 1, None],
                        "confidence": [None, 80, None], "effort": [1, self.chance.randint(1, 9), 9],
                    },
                )
                for row in rows
                if row.product_id == product.pk
            )  # fmt: skip

    def _people(self) -> None:
        people = written(
            Stakeholder(
                workspace=self.workspace, product=self.products[0], key=f"STK-{n}", title=self.writer.text(2),
                power=self.chance.randint(0, 100), interest=self.chance.randint(0, 100), concerns=self.writer.text(20),
            )
            for n in range(self.size.people)
        )  # fmt: skip
        written(
            Telling(
                workspace=self.workspace, stakeholder=row, by=self.chance.choice(self.members), summary=self.writer.text(20),
                created_at=self.writer.at(n, of=10),
            )
            for row in people
            for n in range(10)
        )  # fmt: skip

    def _product(self, number: int) -> Product:
        return self.products[number % len(self.products)]

    def _link(self, name: str, source: Any, target: Any) -> Link:
        return Link(
            workspace=self.workspace, type=name, source_kind=source.KIND, source_id=source.pk,
            target_kind=target.KIND, target_id=target.pk,
        )  # fmt: skip
