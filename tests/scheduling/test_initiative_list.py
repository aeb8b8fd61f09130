"""The list of initiatives tells when their plans end, and how likely that is within the window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from northline.core.models import Link
from northline.products.models import Product
from northline.roadmap.models import Initiative
from northline.roadmap.rules.promising import Ends, chance_by
from northline.scheduling.models import SavedForecast
from tests.core.listing.asking import asked, titles

FIRST, COUNTS = date(2026, 9, 1), [1, 0, 3, 4]


@pytest.fixture
def foretold(cast):
    """An initiative whose plan is forecast."""
    project, initiative = cast.acme.row("project"), cast.acme.row("initiative")
    Link.objects.create(
        workspace=cast.acme.workspace,
        type="realises",
        source_kind="project",
        source_id=project.pk,
        target_kind="initiative",
        target_id=initiative.pk,
    )
    ends = {"first": FIRST.isoformat(), "counts": COUNTS}
    told = {"p50": "2026-09-03T17:00", "p85": "2026-09-04T17:00", "ends": ends}
    filled = dict.fromkeys(("p10", "p80", "p90", "p95"), "2026-09-04T17:00")
    SavedForecast.objects.filter(pk=project.pk).delete()
    SavedForecast.objects.create(project=project, plan_version=1, samples=8, seed=1, **told, **filled)
    return initiative


def told(cast, *names, **query):
    fields = asked(cast, "initiative", **query).json()["items"][0]["fields"]
    return [fields[name] for name in names]


@pytest.mark.parametrize("days", [-1, 0, 1, 2, 3, 30])
def test_the_chance_is_that_of_the_promise(cast, foretold, days):
    day = FIRST + timedelta(days=days)
    Initiative.objects.filter(pk=foretold.pk).update(
        window_start=day, window_finish=day, window_precision="day"
    )
    assert told(cast, "p50", "p85", "chance") == [
        "2026-09-03T17:00",
        "2026-09-04T17:00",
        pytest.approx(chance_by(day, Ends(FIRST, COUNTS))),
    ]


def test_without_a_window_there_is_no_chance_of_it(cast, foretold):
    assert told(cast, "chance") == [None]
    assert titles(cast, "initiative", where=[["p85", "after", "2026-09-01"]]) == [foretold.title]


def test_a_plan_of_another_product_is_not_told(cast, foretold):
    other = Product.objects.create(workspace=cast.acme.workspace, key="PRD-9", title="Other")
    cast.acme.row("project").__class__.objects.filter(pk=cast.acme.row("project").pk).update(product=other)
    assert told(cast, "p50", "p85") == [None, None]
