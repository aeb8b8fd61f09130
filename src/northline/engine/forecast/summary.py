"""From finish dates of samples to what a person reads: quantiles, chances, histogram, drivers, risks."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints, from_minute, to_minute
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast.draws import Draws
from northline.engine.forecast.effects import NO_EFFECT, Effect, factor_effects, risk_happens, task_effects
from northline.engine.forecast.jit import loops
from northline.engine.forecast.runs import Outcome
from northline.engine.forecast.uncertain import Doubt
from northline.engine.forecast.values import (
    Bin,
    FactorEffect,
    Forecast,
    ForecastDriver,
    MergePoint,
    MilestoneChance,
    RiskEffect,
    quantile_of,
)
from northline.engine.forecast.worktime import WorkTime
from northline.engine.model import MINUTES_A_DAY, Minutes, Project, Task

BINS = 40
TOP = 50
FIRST = 256  # tasks whose effect is looked for at once, and no fewer than before
MERGES = 20
PERCENT = (10, 50, 80, 85, 90, 95)


def forecast_from(
    plan: CompiledPlan, project: Project, draws: Draws, outcome: Outcome, *,
    seed: int, deadline: datetime | None, doubt: Doubt, planned: Ints, planned_finish: int, read: Ints,
    also: Collection[str], with_resources: bool, workers: int | None,
) -> Forecast:  # fmt: skip
    """Sum an outcome up; `planned` are the scheduled finishes of all nodes (m,), `read` the nodes that were tracked."""
    ordered = np.sort(outcome.finish)
    time = WorkTime(plan)
    worked = time.work_at(outcome.finish)
    told = _told(plan, project, outcome, planned, read)
    return Forecast(
        samples=len(ordered),
        seed=seed,
        deadline=deadline,
        probability_on_time=_chance(ordered, deadline),
        **{f"p{p}": quantile_of(ordered, p / 100) for p in PERCENT},
        mean=from_minute(round(float(ordered[0]) + float(np.mean(ordered - ordered[0])))),
        earliest=from_minute(int(ordered[0])),
        latest=from_minute(int(ordered[-1])),
        planned=from_minute(planned_finish),
        histogram=_histogram(ordered),
        drivers=_drivers(plan, draws, outcome, worked, time, workers),
        default_spread=doubt.spread,
        default_spread_tasks=draws.defaulted,
        estimated_tasks=draws.estimated,
        warnings=plan.warnings,
        milestones=tuple(c for v, c in told.items() if is_milestone(plan, v, project.tasks[v])),
        others=tuple(chance for chance in told.values() if chance.id in also),
        risks=_risks(doubt, outcome, worked, time, seed, deadline),
        factors=_factors(doubt, draws, worked, time),
        merge_points=_merge_points(plan, outcome),
        with_resources=with_resources,
        finishes=outcome.finish,
    )


def _chance(ordered: Ints, deadline: datetime | None) -> float | None:
    if deadline is None:
        return None
    return int(np.searchsorted(ordered, to_minute(deadline), side="right")) / len(ordered)


def _histogram(ordered: Ints) -> tuple[Bin, ...]:
    """At most 40 bins of whole days, or of whole hours where all finishes lie within 40 hours."""
    first, last = int(ordered[0]), int(ordered[-1])
    unit = 60 if last - first < BINS * 60 else MINUTES_A_DAY
    begin = first // unit * unit
    width = unit * max(1, -(-(last + 1 - begin) // (BINS * unit)))
    counts = np.bincount((ordered - begin) // width).tolist()
    return tuple(Bin(from_minute(begin + i * width), count) for i, count in enumerate(counts))


def _drivers(
    plan: CompiledPlan, draws: Draws, outcome: Outcome, worked: Ints, time: WorkTime, workers: int | None
) -> tuple[ForecastDriver, ...]:
    """The tasks that decide most: by criticality times correlation, then criticality, then the plan's order."""
    made = loops()
    if outcome.hits is None or made is None:
        return ()
    n = plan.size
    index = outcome.hits[:n] / len(worked)
    hit = np.flatnonzero((plan.node_kind[:n] == k.LEAF) & (outcome.hits[:n] > 0))
    varying = hit[draws.varies[hit]]
    varying = varying[np.argsort(-index[varying], kind="stable")]
    effect, weight, known = NO_EFFECT, np.zeros(n), 0
    # No correlation is above 1, so that nothing that decides less often than this can be among the first.
    while known < len(varying) and index[varying[known]] >= np.sort(weight[varying])[-TOP:].min():
        asked = varying[known : 2 * known + FIRST]
        more = task_effects(made.look_back, plan, draws, asked, worked, workers=workers)
        effect, known = effect.followed_by(more), known + len(asked)
        weight[asked] = index[asked] * np.abs(more.correlation)
    place = {v: i for i, v in enumerate(varying[:known].tolist())}
    first = hit[np.lexsort((hit, -index[hit], -weight[hit]))][:TOP]
    spread = float(np.std(worked)) or 1.0
    return tuple(
        _driver(plan, v, float(index[v]), place.get(v), effect, spread, time) for v in first.tolist()
    )


def _driver(
    plan: CompiledPlan, v: int, index: float, i: int | None, effect: Effect, spread: float, time: WorkTime
) -> ForecastDriver:
    if i is None:
        return ForecastDriver(plan.ids[v], index, 0.0)
    return ForecastDriver(
        plan.ids[v], index, float(effect.correlation[i]), index * float(effect.deviation[i]) / spread,
        time.moment(effect.if_low[i]), time.moment(effect.if_high[i]),
    )  # fmt: skip


def is_milestone(plan: CompiledPlan, v: int, task: Task) -> bool:
    """Is a task told of by itself: one with a deadline, a milestone, one without work, but no other summary?"""
    if task.deadline:
        return True
    return bool(plan.node_kind[v] == k.LEAF) and (task.milestone or not (task.duration or task.hammock))


def _told(
    plan: CompiledPlan, project: Project, outcome: Outcome, planned: Ints, read: Ints
) -> dict[int, MilestoneChance]:
    """The chances of each node that was read."""
    found = {}
    for v, finishes in zip(read.tolist(), outcome.tracked, strict=True):
        ordered, deadline = np.sort(finishes), project.tasks[v].deadline
        p10, p50, p80, p90 = (quantile_of(ordered, p) for p in (0.1, 0.5, 0.8, 0.9))
        found[v] = MilestoneChance(
            plan.ids[v],
            from_minute(int(planned[v])),
            p10,
            p50,
            p80,
            p90,
            deadline,
            _chance(ordered, deadline),
        )
    return found


def _risks(
    doubt: Doubt, outcome: Outcome, worked: Ints, time: WorkTime, seed: int, deadline: datetime | None
) -> tuple[RiskEffect, ...]:
    """Each risk by the difference between samples with and without it, those that delay most first."""
    happened = risk_happens(doubt, seed=seed, samples=len(worked))
    found = []
    for risk, here in zip(doubt.risks, happened, strict=True):
        count = int(here.sum())
        with_it = float(worked[here].mean()) if count else np.nan
        without = float(worked[~here].mean()) if count < len(worked) else np.nan
        delay = None if np.isnan(with_it - without) else Minutes(round(with_it - without))
        found.append(
            RiskEffect(
                risk.id,
                risk.name,
                risk.probability,
                count / len(worked),
                delay,
                None if delay is None else Minutes(round(delay * risk.probability)),
                time.moment(without),
                time.moment(with_it),
                _chance(np.sort(outcome.finish[~here]), deadline) if count < len(worked) else None,
                _chance(np.sort(outcome.finish[here]), deadline) if count else None,
                risk.cost * risk.probability,
            )
        )
    return tuple(sorted(found, key=lambda r: -(r.expected_delay or 0)))


def _factors(doubt: Doubt, draws: Draws, worked: Ints, time: WorkTime) -> tuple[FactorEffect, ...]:
    effect = factor_effects(draws, len(doubt.factors), worked)
    return tuple(
        FactorEffect(
            factor.name,
            float(effect.correlation[i]),
            time.moment(effect.if_low[i]),
            time.moment(effect.if_high[i]),
        )
        for i, factor in enumerate(doubt.factors)
    )


def _merge_points(plan: CompiledPlan, outcome: Outcome) -> tuple[MergePoint, ...]:
    """Where waiting for several costs most, weighed by how often it lies on the driving path."""
    if outcome.bias is None or outcome.hits is None:
        return ()
    bias: Any = outcome.bias[: plan.size]
    index = outcome.hits[: plan.size] / len(outcome.finish)
    found = np.flatnonzero((bias >= 1) & (index > 0) & (plan.node_kind[: plan.size] == k.LEAF))
    found = found[np.argsort(-(bias * index)[found], kind="stable")][:MERGES]
    waits = np.zeros(plan.size) if outcome.waits is None else outcome.waits
    return tuple(
        MergePoint(plan.ids[v], _minutes(bias[v]), float(index[v]), _minutes(waits[v]))
        for v in found.tolist()
    )


def _minutes(mean: float) -> Minutes:
    return Minutes(round(float(mean)))
