"""Reading the morning list of a member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from northline.core.scope import Scope
from northline.reporting.morning.facts import Facts, Named
from northline.reporting.morning.findings import findings_of
from northline.reporting.morning.models import Snooze
from northline.reporting.morning.reading import facts_of, managed
from northline.reporting.morning.rules import Finding, is_asleep, ranked, weight_of

MOST_NEXT = 3


@dataclass(frozen=True, slots=True)
class Ahead:
    """A milestone that comes next, or work that ends next."""

    subject: Named
    project: Named
    day: date


@dataclass(frozen=True, slots=True)
class Morning:
    """Everything that asks for something, the heaviest first, apart from what sleeps, with the day that it sleeps up to."""

    today: date
    projects: int
    awake: Sequence[Finding]
    asleep: Sequence[tuple[Finding, date]]
    ahead: Sequence[Ahead]


def morning_of(scope: Scope) -> Morning:
    """The morning list of the scope's member. A fixed number of queries."""
    projects = managed(scope)
    facts = facts_of(scope, projects)
    today = facts.today
    snoozes = {row.finding: row for row in Snooze.objects.filter(member_id=scope.member_id, until__gt=today)}
    awake: list[Finding] = []
    asleep: list[tuple[Finding, date]] = []
    for one in findings_of(facts):
        row = snoozes.get(one.id)
        weighs = weight_of(one, today=today)
        if row and is_asleep(until=row.until, weighed=row.weight, weighs=weighs, today=today):
            asleep.append((one, row.until))
        else:
            awake.append(one)
    asleep.sort(key=lambda pair: (pair[1], pair[0].id))
    return Morning(today, len(projects), ranked(awake, today=today), asleep, _ahead(facts))


def _ahead(facts: Facts) -> list[Ahead]:
    """The next milestones, or where a project has none ahead the work that ends next."""
    found = []
    for one in facts.deliveries:
        to_come = [work for work in one.work if work.finish >= facts.today]
        chosen = [work for work in to_come if work.milestone] or to_come
        found += [Ahead(work.item, one.project, work.finish) for work in chosen]
    return sorted(found, key=lambda one: (one.day, one.subject.key))[:MOST_NEXT]
