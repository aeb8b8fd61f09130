"""Longest lags: the critical path method keeps the shortest ones only, and tells where a longest one is broken.

Early dates are the earliest that the shortest lags allow, so that a longest lag may be broken although later dates of its
predecessor would keep it: levelling finds such dates. Only what no dates could keep is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from northline.engine import kernels as k
from northline.engine.calendars import from_minute
from northline.engine.contradictions import refuse_contradiction
from northline.engine.model import Lag, LagUnit, Link, LinkKind

if TYPE_CHECKING:
    from northline.engine.compiled import CompiledPlan
    from northline.engine.cpm import Dates
    from northline.engine.model import Project


def broken_lags(plan: CompiledPlan, dates: Dates, project: Project) -> tuple[str, ...]:
    """A sentence for every link whose two ends lie further apart than its longest lag allows.

    Raises ContradictoryLags where no dates at all could keep them.
    """
    bounded = [link for link in project.links if link.longest is not None]
    if not bounded:
        return ()
    index = {task_id: number for number, task_id in enumerate(plan.ids)}
    told = (_told(link, plan, dates, project, index) for link in bounded)
    sentences = tuple(sentence for sentence in told if sentence)
    if sentences:
        refuse_contradiction(plan, project)
    return sentences


def _told(link: Link, plan: CompiledPlan, dates: Dates, project: Project, index: dict[str, int]) -> str:
    before, after = index[link.before], index[link.after]
    if link.longest is None or not (plan.rows.active[before] and plan.rows.active[after]):
        return ""
    origin = dates.start if link.kind in (LinkKind.SS, LinkKind.SF) else dates.finish
    held = dates.finish if link.kind in (LinkKind.FF, LinkKind.SF) else dates.start
    calendar = plan.book.number(project.tasks[after].calendar)
    latest = _lagged(int(origin[before]), link.longest, project.tasks[before].duration, calendar, plan)
    if held[after] <= latest:
        return ""
    end = "finishes" if held is dates.finish else "starts"
    return (
        f"Task {link.after} {end} on {from_minute(held[after]):%Y-%m-%d %H:%M}, past the longest lag after "
        f"{link.before}, which ends on {from_minute(latest):%Y-%m-%d %H:%M}."
    )


def _lagged(origin: int, lag: Lag, duration: int, calendar: int, plan: CompiledPlan) -> int:
    """The latest date that a lag allows, on the far side of a seam."""
    minutes = round(duration * lag.amount / 100) if lag.unit is LagUnit.PERCENT else lag.amount
    if lag.unit is LagUnit.ELAPSED:
        return origin + minutes
    t = plan.tables
    time = (t.begin, t.end, t.before, t.offset, t.index, [0])
    return max(int(k.shift(origin, minutes, calendar, True, *time)), origin if not minutes else 0)
