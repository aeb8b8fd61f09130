"""Forecasts from measured flow held against what happened: `python bench/flow.py [--write]`.

At every second week of the past the date of the next 5, 10, 20, 40 and 80 items is forecast from what had been
finished until then, and compared with the day on which they were finished. Corrections and weights are learnt
only from outcomes that were known on the day of the forecast. `--write` puts the tables into docs/engine.md.
"""

import argparse
import csv
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from northline.engine import Calendar, Link, Minutes, Project, Task, ThreePoint, WorkInterval
from northline.engine.errors import BadValue
from northline.engine.forecast import simulate
from northline.engine.forecast.blend import pooled, weight_of
from northline.engine.forecast.calibration import IDENTITY, Correction, corrected, learn
from northline.engine.forecast.flow import Flow, cycle_times
from northline.engine.forecast.scores import PastForecast, judge
from northline.engine.forecast.throughput import (
    DEFAULT_SAMPLING,
    PLAIN_BOOTSTRAP,
    Sampling,
    Scope,
    when_done,
)

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("NORTHLINE_DATASETS", ROOT.parent / "shared" / "data"))
DOCS = ROOT / "docs" / "engine.md"
BEGIN, END = "<!-- flow -->", "<!-- /flow -->"
LEVELS = (0.05, 0.1, 0.25, 0.5, 0.75, 0.85, 0.9, 0.95)
SHOWN = (0.1, 0.25, 0.5, 0.75, 0.85, 0.95)
ITEMS = (5, 10, 20, 40, 80)
EVERY, WARM_UP, LEAST = 14, 120, 8
RELEARN = 6  # forecasts' days between two lessons
SAMPLES = 1000
ROUND_THE_CLOCK = Calendar("clock", "Clock", ((WorkInterval(0, 1440),),) * 7)


@dataclass(frozen=True, slots=True)
class Team:
    """A team's finished items, in order: created, finished."""

    name: str
    items: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """On `day`, when will `items` more be done? They were after `outcome` days."""

    team: Team
    day: date
    items: int
    outcome: int


def teams() -> list[Team]:
    """The teams of the export."""
    with (DATA / "exports" / "jira_tasks.csv").open() as file:
        rows = list(csv.DictReader(file))
    made = []
    for name in sorted({r["project"] for r in rows}):
        own = [r for r in rows if r["project"] == name]
        spans = [(date.fromisoformat(r["created_date"]), date.fromisoformat(r["finished_date"])) for r in own]
        spans = [(min(span), span[1]) for span in spans]  # some were closed a day before they were filed
        made.append(Team(name, tuple(sorted(spans, key=lambda s: s[1]))))
    return made


def questions(team: Team, *, every: int = EVERY) -> list[Question]:
    """Every two weeks while at least eight items were finished in the last twelve weeks."""
    done = [finished for _, finished in team.items]
    made, day = [], done[0] + timedelta(days=WARM_UP)
    while day < done[-1]:
        before = sum(1 for d in done if d <= day)
        recent = sum(1 for d in done if day - timedelta(days=42) < d <= day)
        if recent >= LEAST:
            made += [
                Question(team, day, items, (done[before + items - 1] - day).days)
                for items in ITEMS
                if before + items <= len(done)
            ]
        day += timedelta(days=every)
    return made


def flow_at(team: Team, day: date) -> Flow:
    """What had been finished by the end of a day."""
    counts = np.zeros((day - team.items[0][1]).days + 1, np.int64)
    for _, finished in team.items:
        if finished <= day:
            counts[(finished - team.items[0][1]).days] += 1
    return Flow(tuple(counts.tolist()), day)


def by_flow(question: Question, sampling: Sampling) -> PastForecast:
    """The forecast from measured flow."""
    flow = flow_at(question.team, question.day)
    found = when_done(flow, Scope(question.items), samples=SAMPLES, sampling=sampling)
    dates = [found.quantile(level) or question.day + timedelta(days=3650) for level in LEVELS]
    return PastForecast(LEVELS, tuple(float((d - question.day).days) for d in dates), float(question.outcome))


def by_network(question: Question) -> PastForecast:
    """A plan of the next items, as a planner without further knowledge would lay it out.

    Items take as long as the last hundred did (10th, 50th and 85th percentile as three points); as many are at
    work at a time as makes the plan's pace the measured one (Little's law), the rest wait their turn.
    """
    known = [span for span in question.team.items if span[1] <= question.day]
    times = cycle_times(known[-100:])
    low, likely, high = (times.percentile(p) for p in (10, 50, 85))
    recent = sum(1 for _, d in known if d > question.day - timedelta(days=84)) / 84
    lanes = max(1, min(question.items, round(recent * (low + 4 * likely + high) / 6)))
    days = ThreePoint(*(Minutes(1440 * d) for d in (low, likely, high)))
    tasks = tuple(
        Task(id=str(n), duration=Minutes(1440 * likely), estimate=days) for n in range(question.items)
    )
    links = tuple(Link(str(n - lanes), str(n)) for n in range(lanes, question.items))
    start = datetime.combine(question.day + timedelta(days=1), datetime.min.time())
    plan = Project(
        id="p", name="", start=start, calendar="clock", calendars=(ROUND_THE_CLOCK,), tasks=tasks, links=links
    )
    found = simulate(plan, samples=SAMPLES, criticality=False, milestones=False)
    lengths = [(found.quantile(level) - start) / timedelta(days=1) for level in LEVELS]
    return PastForecast(LEVELS, tuple(lengths), float(question.outcome))


def learning(
    asked: Sequence[Question],
    teach: Callable[[list[int]], object],
    use: Callable[[int, object], PastForecast],
    nothing: object,
) -> list[PastForecast]:
    """Forecast in the order of time; every so often learn from the outcomes that are known by then."""
    days = sorted({q.day for q in asked})
    lesson, made = nothing, []
    for number, day in enumerate(days):
        if number % RELEARN == 0:
            known = [i for i, q in enumerate(asked) if q.day + timedelta(days=q.outcome) < day]
            lesson = teach(known) if known else nothing
        made += [use(i, lesson) for i, q in enumerate(asked) if q.day == day]
    return made


def with_correction(asked: Sequence[Question], raw: list[PastForecast]) -> list[PastForecast]:
    """Each forecast corrected by what had come true before it."""

    def use(i: int, lesson: object) -> PastForecast:
        assert isinstance(lesson, Correction)
        return corrected(raw[i], lesson)

    return learning(asked, lambda known: learn([raw[i] for i in known]), use, IDENTITY)


def with_weight(
    asked: Sequence[Question], one: list[PastForecast], other: list[PastForecast], *, fixed: float | None
) -> list[PastForecast]:
    """Each pair of forecasts pooled, by a fixed weight or by what the past had shown."""

    def teach(known: list[int]) -> object:
        return weight_of([one[i] for i in known], [other[i] for i in known]) if fixed is None else fixed

    def use(i: int, lesson: object) -> PastForecast:
        assert isinstance(lesson, float)
        return pooled(one[i], other[i], weight=lesson)

    return learning(asked, teach, use, 0.5 if fixed is None else fixed)


def row(name: str, team: str, pasts: list[PastForecast]) -> str:
    """A line of the table: how often what was forecast held."""
    found = judge(pasts)
    hits = {h.level: h for h in found.hits}
    cells = " | ".join(f"{hits[level].rate:.0%}" for level in SHOWN)
    off = float(np.mean([abs(h.rate - h.level) for h in found.hits]))
    return f"| {name} | {team} | {found.count} | {cells} | {off:.1%} | {found.crps:.1f} |"


def tables() -> str:
    """Both tables."""
    ways: dict[str, list[tuple[str, list[PastForecast]]]] = {}
    for team in teams():
        asked = questions(team)
        plain = [by_flow(q, PLAIN_BOOTSTRAP) for q in asked]
        ours = [by_flow(q, DEFAULT_SAMPLING) for q in asked]
        network = [by_network(q) for q in asked]
        for name, pasts in (
            ("flow, plain bootstrap", plain),
            ("flow", ours),
            ("flow, corrected", with_correction(asked, ours)),
            ("network of items", network),
            ("network, corrected", with_correction(asked, network)),
            ("pool, even weights", with_weight(asked, network, ours, fixed=0.5)),
            ("pool, learnt weights", (pool := with_weight(asked, network, ours, fixed=None))),
            ("pool, learnt weights, corrected", with_correction(asked, pool)),
        ):
            ways.setdefault(name, []).append((team.name, pasts))
    head = " | ".join(f"{level:.0%}" for level in SHOWN)
    lines = [
        f"| forecast | team | forecasts | {head} | mean miss | CRPS (days) |",
        "| --- |" + " --- |" * (4 + len(SHOWN)),
    ]
    lines += [row(name, team, pasts) for name, parts in ways.items() for team, pasts in parts]
    lines += ["", speed()]
    return "\n".join(lines)


def speed() -> str:
    """Milliseconds of a forecast of 10,000 samples, the best of seven."""
    flow = flow_at(teams()[0], date(2014, 6, 1))
    found = []
    for items in (20, 100, 400):
        best = min(_took(flow, items) for _ in range(7))
        found.append(f"{items} items {best * 1000:.0f} ms")
    return f"Time of one forecast with 10,000 samples: {', '.join(found)}."


def _took(flow: Flow, items: int) -> float:
    begin = time.perf_counter()
    when_done(flow, Scope(items))
    return time.perf_counter() - begin


def main() -> int:
    """Print the tables; write them with --write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true", help="put the tables into docs/engine.md")
    wish = parser.parse_args()
    if not (DATA / "exports" / "jira_tasks.csv").exists():
        print(f"No exports/jira_tasks.csv in {DATA}; set NORTHLINE_DATASETS to the folder that holds it.")
        return 1
    made = tables()
    print(made)
    if wish.write:
        text = DOCS.read_text()
        before, _, rest = text.partition(BEGIN)
        if not rest:
            raise BadValue(f"{DOCS} has no place for the tables: a line {BEGIN}.")
        DOCS.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{rest.partition(END)[2]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
