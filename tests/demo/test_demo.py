"""The demo workspace holds what it promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from northline.accounts.models import Workspace
from northline.core.models import Change
from northline.delivery.models import Project, WorkItem
from northline.delivery.raci.queries import circles_in
from northline.demo.workspace import ensure_demo
from northline.reporting.reminders.models import Reminder
from northline.research.models import Idea, Insight, Opportunity
from northline.roadmap.models import Initiative
from northline.scheduling.levelling import values
from northline.scheduling.models import SavedForecast
from northline.strategy.models import Objective, Vision
from northline.tracking.forecasts.models import ItemGuard
from northline.tracking.raid.models import Entry
from tests.conftest import ON_POSTGRES
from tests.demo_home import furnish


class Passwords(defaultdict[str, str]):
    def __missing__(self, email: str) -> str:
        self[email] = "a-password-of-the-demo"
        return self[email]


@pytest.fixture
def demo(db: None, tmp_path: Path) -> Iterator[None]:
    """The demo's database: on SQLite the very one through which the journeys go."""
    if ON_POSTGRES:
        ensure_demo(Passwords())
        yield
        return
    furnish(tmp_path)
    stood = connections["default"]
    made = type(stood)({**stood.settings_dict, "NAME": str(tmp_path / "northline.sqlite3")}, "default")
    connections["default"] = made
    yield
    made.close()
    connections["default"] = stood


@pytest.mark.slow
@pytest.mark.usefixtures("demo")
def test_the_demo_looks_like_a_company_with_a_past_in_order_and_is_made_once() -> None:
    ensure_demo(Passwords())

    counts = {
        model.__name__: model.objects.count()  # type: ignore[attr-defined]
        for model in (Workspace, Insight, Opportunity, Idea, Vision, Objective, Initiative, Project)
    }
    assert counts == {
        "Workspace": 1,
        "Insight": 64,
        "Opportunity": 14,
        "Idea": 12,
        "Vision": 2,
        "Objective": 3,
        "Initiative": 18,
        "Project": 3,
    }
    big = Project.objects.get(code="CLD")
    assert 140 <= WorkItem.objects.filter(project=big).count() <= 160
    assert 0.2 < SavedForecast.objects.get(project=big).probability_on_time < 0.8  # type: ignore[operator]

    held = {kind.__name__: kind.objects.filter(project=big).count() for kind in Entry.__subclasses__()}
    assert held == {
        "Risk": 9,
        "Issue": 4,
        "ProjectAssumption": 3,
        "OutsideDependency": 3,
        "Decision": 3,
        "Lesson": 3,
    }
    weighed = SavedForecast.objects.get(project=big).risks
    assert weighed is not None
    assert weighed["days"] > 1

    worths = values.worths_of_rows(list(Project.objects.order_by("code")))
    # What the late board was for is done, and so is worth nothing more.
    assert [bool(one["value"]) for one in worths] == [True, True, False]
    milestone = ItemGuard.objects.get()
    assert (milestone.chance, milestone.item.title) == (0.8, "Nordlicht signs off")
    assert milestone.item.deadline
    assert milestone.deputy
    assert {len(one.consulted) > 0 for one in circles_in(big.pk).values()} == {True}
    reminded = [
        (name, at is not None) for name, at in Reminder.objects.values_list("member__name", "told_at")
    ]
    assert sorted(reminded) == [
        (name, told) for name in ("Greta Holm", "Marek Novák") for told in (False, True)
    ]

    times = list(Change.objects.order_by("seq").values_list("created_at", flat=True))
    assert times == sorted(times)
    assert (times[-1] - times[0]).days > 100
