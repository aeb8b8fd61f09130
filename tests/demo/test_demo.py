"""The demo workspace holds what it promises."""

from __future__ import annotations

from collections import defaultdict

import pytest

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


class Passwords(defaultdict[str, str]):
    def __missing__(self, email: str) -> str:
        self[email] = "a-password-of-the-demo"
        return self[email]


@pytest.mark.slow
@pytest.mark.django_db
def test_the_demo_looks_like_a_company_with_a_past_in_order_and_is_made_once() -> None:
    ensure_demo(Passwords())
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
