"""Baselines as plan files carry them: eleven at most, by their numbers from 0 to 10."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import orjson

from northline.engine import Minutes, Task
from northline.engine.model import Baseline as OfTask
from northline.scheduling.models import Baseline
from northline.scheduling.moments import Standing
from northline.scheduling.plan import Plan

NUMBERS = range(11)


def with_baselines(tasks: Sequence[Task], plan: Plan) -> tuple[Task, ...]:
    """The tasks, which go by their keys, with what each baseline of the plan says of them. One query.

    One that came from a file keeps its number there; the others take those left, the oldest first. Of more than eleven
    the newest are written.
    """
    rows = Baseline.objects.filter(project_id=plan.project["id"], archived_at=None).order_by("-created_at")
    numbered = _numbered(list(rows[: len(NUMBERS)])[::-1])
    found: dict[str, list[OfTask]] = defaultdict(list)
    for number, row in sorted(numbered.items()):
        for values in orjson.loads(row.items):
            one = Standing(*values)
            if one.start and one.finish:
                found[one.key].append(_of_task(one, number))
    return tuple(
        replace(task, baselines=tuple(found[task.id])) if task.id in found else task for task in tasks
    )


def _numbered(rows: Sequence[Baseline]) -> dict[int, Baseline]:
    made: dict[int, Baseline] = {}
    for row in rows:
        if row.number is not None:
            made.setdefault(row.number, row)
    free = (number for number in NUMBERS if number not in made)
    kept = {row.pk for row in made.values()}
    return made | dict(zip(free, (row for row in rows if row.pk not in kept), strict=False))


def _of_task(one: Standing, number: int) -> OfTask:
    return OfTask(
        start=datetime.fromisoformat(one.start or ""),
        finish=datetime.fromisoformat(one.finish or ""),
        duration=Minutes(one.duration_minutes),
        work=Minutes(one.work_minutes),
        number=number,
    )
