"""Reading how the room before a deadline is used up: three queries."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from northline.delivery.models import Project
from northline.delivery.rules import day_of
from northline.tracking.boards.queries import items_of
from northline.tracking.flow import rules, slack
from northline.tracking.flow.queries import stories_of
from northline.tracking.forecasts.models import RecordedForecast


def slack_burn(project: Project) -> dict[str, Any]:
    """The room before the deadline of a project that is already allowed, on each day with a recorded forecast."""
    rows = RecordedForecast.objects.filter(project=project, item=None).order_by("on")
    told = [
        (on, p50, p80, target)
        for on, p50, p80, target in rows.values_list("on", "p50", "p80", "target")
        if target is not None
    ]
    stories, today = stories_of(project, items_of(project)), timezone.localdate()
    span = rules.Span(min([row[0] for row in told] or [today]), today)
    climb = rules.burn_up(stories, span)
    done = {
        span.day(place): minutes / of if of else 0.0
        for place, minutes, of in zip(span.drawn(), climb.done_minutes, climb.minutes, strict=True)
    }
    recorded = [
        slack.Recorded(on, day_of(p50), day_of(p80), day_of(target), _at(done, on))
        for on, p50, p80, target in told
    ]
    burnt = slack.burnt(recorded)
    return {
        "deadline": project.deadline and day_of(project.deadline),
        "room_days": (recorded[-1].deadline - recorded[0].p50).days if recorded else None,
        "days": [{name: getattr(one, name) for name in one.__slots__} for one in burnt],
        "lines": [
            {"zone": zone, "at_first": line[0], "at_last": round(slack.limit(line, 1.0), 3)}
            for zone, line in (("amber", slack.AMBER), ("red", slack.RED))
        ],
    }


def _at(done: dict[date, float], on: date) -> float:
    """The share that was done on the last drawn day until then."""
    return round(max(((day, share) for day, share in done.items() if day <= on), default=(on, 0.0))[1], 4)
