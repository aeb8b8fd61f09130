"""How every item of a plan stands at one moment, and what is different at another. Plain values in, plain values out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from northline.engine import ResourceKind
from northline.scheduling.compile import kind_of
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.plan import Placed, Plan, Values
from northline.scheduling.working import WorkingTime


class Standing(NamedTuple):
    """An item at a moment. Minutes are working ones; a summary has those between its dates and the work below it."""

    id: str
    key: str
    title: str
    wbs: str
    level: int
    parent_id: str | None
    type: str
    start: str | None
    finish: str | None
    duration_minutes: int
    work_minutes: int


FIGURES = ("duration_minutes", "work_minutes")


def standings(plan: Plan, outline: Sequence[Placed], dates: dict[str, Dates]) -> list[Standing]:
    """Every item of the plan in outline order, by the dates computed for it."""
    time = _time_of(plan, [dates[str(placed.id)] for placed in outline if str(placed.id) in dates])
    work = _work(plan, outline)
    made = []
    for placed in outline:
        item, known = plan.items[placed.id], dates.get(str(placed.id))
        start, finish = (known[START], known[FINISH]) if known else (None, None)
        lasts = item["duration_minutes"]
        if placed.summary:
            lasts = time.between(_at(start), _at(finish)) if start and finish else 0
        made.append(
            Standing(
                id=str(placed.id),
                key=item["key"],
                title=item["title"],
                wbs=placed.wbs,
                level=placed.level,
                parent_id=str(item["parent_id"]) if item["parent_id"] else None,
                type="summary" if placed.summary else item["type"],
                start=start,
                finish=finish,
                duration_minutes=lasts,
                work_minutes=round(work[placed.id]),
            )
        )
    return made


def _time_of(plan: Plan, dates: Sequence[Dates]) -> WorkingTime:
    ends = [min(one[START] for one in dates), max(one[FINISH] for one in dates)] if dates else []
    return WorkingTime(plan, map(_at, ends))


def _work(plan: Plan, outline: Sequence[Placed]) -> dict[Any, float]:
    """Working minutes of people and teams on each item; on a summary, of all below it."""
    works = {row["id"] for row in plan.resources if kind_of(row["type"]) is ResourceKind.WORK}
    found: dict[Any, float] = defaultdict(float)
    for row in plan.live_assignments():
        if row["resource_id"] in works:
            own = row["work_minutes"]
            lasts = plan.items[row["item_id"]]["duration_minutes"]
            found[row["item_id"]] += own if own is not None else row["units"] * lasts
            found[row["item_id"]] += row["overtime_minutes"]
    for placed in reversed(outline):
        parent = plan.items[placed.id]["parent_id"]
        if parent is not None:
            found[parent] += found[placed.id]
    return found


def compared(before: Sequence[Standing], after: Sequence[Standing], plan: Plan) -> list[Values]:
    """Each item of either moment, in the order of the later one, with what is different about it.

    An item that is gone stands where it stood. Variances are later minus earlier, in working minutes of the project's
    calendar; None where one of the two moments does not have it.
    """
    was = {one.id: one for one in before}
    now = {one.id for one in after}
    ends = [at for one in (*before, *after) for at in (one.start, one.finish) if at]
    time = WorkingTime(plan, [_at(min(ends)), _at(max(ends))] if ends else [])
    gone: dict[str | None, list[Standing]] = defaultdict(list)
    last: str | None = None
    for one in before:
        if one.id in now:
            last = one.id
        else:
            gone[last].append(one)
    rows = [_row(one, None, time) for one in gone[None]]
    for one in after:
        rows.append(_row(was.get(one.id), one, time))
        rows += [_row(other, None, time) for other in gone[one.id]]
    return rows


def _row(was: Standing | None, now: Standing | None, time: WorkingTime) -> Values:
    shown = now or was
    assert shown is not None
    row: Values = {
        name: getattr(shown, name) for name in ("id", "key", "title", "wbs", "level", "parent_id", "type")
    }
    for name in ("start", "finish"):
        then, here = (getattr(one, name) if one else None for one in (was, now))
        moved = time.between(_at(then), _at(here)) if then and here and then != here else 0
        row |= {f"was_{name}": then, name: here, f"{name}_variance": moved if then and here else None}
    for name in FIGURES:
        then, here = (getattr(one, name) if one else None for one in (was, now))
        difference = None if then is None or here is None else here - then
        row |= {f"was_{name}": then, name: here, f"{name.removesuffix('_minutes')}_variance": difference}
    return row | {"state": _state(was, now)}


def _state(was: Standing | None, now: Standing | None) -> str:
    if was is None or now is None:
        return "added" if was is None else "removed"
    same = was.start == now.start and was.finish == now.finish
    return "same" if same and all(getattr(was, name) == getattr(now, name) for name in FIGURES) else "changed"


def totals(rows: Sequence[Values]) -> Values:
    """How many items were added and removed, and how many finish later and earlier; summaries count as their items do."""
    leaves = [row for row in rows if row["type"] != "summary"]
    variances = [row["finish_variance"] or 0 for row in leaves]
    return {
        "added": sum(row["state"] == "added" for row in leaves),
        "removed": sum(row["state"] == "removed" for row in leaves),
        "later": sum(one > 0 for one in variances),
        "earlier": sum(one < 0 for one in variances),
    }


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
