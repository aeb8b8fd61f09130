"""The request for CP-SAT: plans on one axis of positions, relaxed wherever calendars or links are odd.

Every plan without overloads that levelling may answer satisfies the model, so that its bound is a bound; its best
answer is dated by the serial generation, which keeps all rules. See docs/levelling.md.
"""

from __future__ import annotations

from functools import cached_property
from math import gcd
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.capture import FORWARD
from northline.engine.levelling.plans.exact_axis import Axis, Spans
from northline.engine.levelling.plans.exact_due import due_in
from northline.engine.levelling.plans.exact_links import Edge, that_bear
from northline.engine.levelling.plans.exact_loads import Loads
from northline.engine.levelling.plans.kernels.shapes import LEVEL, PINNED, REST
from northline.engine.levelling.plans.layout import Layout
from northline.engine.levelling.plans.search import Answer

START, END = 0, 1
HELD = (k.SNLT, k.FNLT, k.MSO, k.MFO)
Part = dict[str, Any]


class Model:
    """The model of a layout that ends by `finish`; `early` and `early_finish` are the dates by links alone.

    Of a plan that is `late` it makes the tardiness as little as it can, and the last end only then; its bound is one of both.
    """

    def __init__(
        self, plan: Layout, *, early: Ints, early_finish: Ints, finish: int, late: bool = False
    ) -> None:
        self.plan, self.net = plan, plan.net
        self.columns = _columns(plan)
        self.early, self.early_finish = early, early_finish
        self.nodes = np.flatnonzero(plan.net.counts >= 0).tolist()
        self.place = {v: i for i, v in enumerate(self.nodes)}
        self.loose = self._after_choices()
        # The passes mark dates off their tables; looking at some must leave no mark.
        self.time = plan.time._replace(flag=np.zeros(1, np.int64))
        low = int(min(early[v] for v in self.nodes))
        self.calendars = self._calendars()
        self.axis = Axis(self.time, self.calendars, low=low, high=finish)
        self.loads = Loads(plan, self.axis, self.time)
        self.spans: dict[tuple[int, int], int] = {}
        self.tasks = [self._task(v) for v in self.nodes]
        self.due = due_in(plan, self.axis, self.place) if late else []
        counted = [i for i, v in enumerate(self.nodes) if plan.net.counts[v] == 1]
        counted += [i for due in self.due for i in due.ends]
        self.links = that_bear([row for v in self.nodes for row in self._links(v)], counted)

    @property
    def size(self) -> int:
        """How many stretches of positions all variables have together."""
        used = [self._span_of(number) for number in range(len(self.spans))]
        stretches: int = sum(used[p["span"]].size for t in self.tasks for w in t["ways"] for p in w)
        return stretches + sum(len(due.pieces) for due in self.due)

    def request(self, *, lower: int) -> dict[str, Any]:
        """The request in units, the largest that divide all figures; `lower` is a date."""
        spans = [self._span_of(number).pieces for number in range(len(self.spans))]
        unit = self.unit
        last = self.axis.last // unit
        return {
            "horizon": last,
            "lower": min(last, -(-self.axis.at(lower) // unit)),
            "spans": [[_in_units(length, bounds, unit) for length, bounds in s] for s in spans],
            "tasks": [_scaled(task, unit) for task in self.tasks],
            "links": [(*row[:4], row[4] // unit) for row in self.links],
            **self.loads.rows(unit),
            "stocks": self._stocks(),
            "due": [due.scaled(unit) for due in self.due],
            "unit": unit,
        }

    def hint(self, best: Answer) -> tuple[list[int], list[int]]:
        """Starts in units and turns of ways of an answer."""
        starts = [self.axis.at(int(best.start[v])) // self.unit for v in self.nodes]
        return starts, [int(best.taken[v] - self.net.choice_ptr[v]) for v in self.nodes]

    @cached_property
    def unit(self) -> int:
        """The largest unit, in minutes, in which all figures are whole."""
        found = gcd(self.axis.last, *(row[4] for row in self.links), *self.loads.figures)
        for c in {c for c, _ in self.spans}:
            begin, end = self.axis.runs(c)
            found = gcd(found, *begin.tolist(), *end.tolist())
        for number in range(len(self.spans)):
            found = gcd(found, *(length for length, _ in self._span_of(number).pieces))
        for task in self.tasks:
            parts = (p[name] for w in task["ways"] for p in w for name in ("after", "by"))
            found = gcd(found, task["low"], task["high"], task["end"], *parts)
        return max(1, found)

    def _span_of(self, number: int) -> Spans:
        return self.axis.spans(*list(self.spans)[number])

    def _calendars(self) -> set[int]:
        """The calendars of work; those of lags alone must not widen the axis."""
        found: set[int] = set()
        for v in self.nodes:
            if self.columns["node_kind"][v] == k.LEAF and self.net.counts[v] == 1:
                for x in self._choices(v):
                    found |= {c for c, _ in self._segments(v, x)}
                    found |= set(self.net.use_cal[self.net.use_ptr[x] : self.net.use_ptr[x + 1]].tolist())
        return found

    def _choices(self, v: int) -> range:
        return range(self.net.choice_ptr[v], self.net.choice_ptr[v + 1])

    def _segments(self, v: int, x: int) -> list[tuple[int, int]]:
        """Calendar and minutes of each stretch of work of `v` done as choice `x`."""
        call = self.plan.call
        low, high = int(call.seg_ptr[v]), int(call.seg_ptr[v + 1])
        # Of begun work what is left.
        minutes, calendar = call.rows[2 if self.net.role[v] == REST else 0], call.rows[1]
        if len(self._choices(v)) > 1:
            high += int(self.net.seg_from[x]) - low
            low = int(self.net.seg_from[x])
            minutes, calendar = call.shelf[0], call.shelf[1]
        return sorted({(int(calendar[g]), int(minutes[g])) for g in range(low, high) if minutes[g] > 0})

    def _after_choices(self) -> set[int]:
        """Tasks that can be done in several ways, and all that follow: their earliest dates depend on the way."""
        found: set[int] = set()
        fresh = [v for v in self.nodes if len(self._choices(v)) > 1]
        while fresh:
            v = fresh.pop()
            if v not in found:
                found.add(v)
                fresh += self.net.succ[self.net.succ_ptr[v] : self.net.succ_ptr[v + 1]].tolist()
        return found

    def _stands(self, v: int) -> bool:
        """Has the node dates of its own, whatever its links say? What is left of begun work has none."""
        c = self.columns
        return self.net.role[v] != REST and bool(
            self.net.role[v] == PINNED
            or c["fixed_start"][v] != k.NONE
            or c["fixed_finish"][v] != k.NONE
            or (c["node_kind"][v] == k.LEAF and c["constraint"][v] == k.HAMMOCK)
        )

    def _task(self, v: int) -> dict[str, Any]:
        low, end, high = self._bounds(v)
        counts = int(self.net.counts[v] == 1)
        ways: list[list[Part]] = [[]]
        if not counts:
            # What does not count towards the finish may lie beyond it.
            high = max(high, 2 * self.axis.last)
        elif not self._stands(v):
            ways = [self._way(v, x) for x in self._choices(v)] or ways
        return {"low": low, "high": high, "end": end, "counts": counts, "ways": ways}

    def _bounds(self, v: int) -> tuple[int, int, int]:
        """Least start, least end, greatest start."""
        net, axis, c = self.net, self.axis, self.columns
        if self._stands(v):
            early = net.now[v] if net.role[v] == PINNED else self.early[v]
            low = axis.at(int(early))
            return low, max(low, axis.at(int(self.early_finish[v]))), low
        low, end = axis.at(int(self.early[v])), axis.at(int(self.early_finish[v]))
        if v in self.loose:
            low = end = axis.at(int(c["at"][v])) if c["constraint"][v] == k.SNET else 0
        if net.role[v] < LEVEL:
            return low, end, axis.last
        least = axis.at(int(net.least[v]))
        if net.role[v] == REST:
            # Where it finds no room by its last date it stands where its facts and links put it.
            return least, end, axis.last
        low = max(low, least)
        high = axis.last if net.limit[v] >= k.FAR else axis.at(int(net.limit[v]))
        return low, end, min(max(low, high), axis.last)

    def _way(self, v: int, x: int) -> list[Part]:
        """Stretches of work, each from `after` to `by` past the start, with the resources that they load."""
        if self.columns["node_kind"][v] != k.LEAF:
            return []
        net, axis = self.net, self.axis
        segments = self._segments(v, x)
        homes = {axis.same(c) for c, _ in segments}
        parts: dict[tuple[int, int, int], Part] = {}
        for c, minutes in segments:
            self._part(parts, c, minutes, 0, homes)["ends"] = 1
        for u in range(net.use_ptr[x], net.use_ptr[x + 1]) if net.role[v] >= LEVEL else ():
            c, r = int(net.use_cal[u]), int(net.use_res[u])
            if self.loads.takes(r, c) and net.use_need[u] > 0:
                part = self._part(parts, c, int(net.use_minutes[u]), int(net.use_delay[u]), homes)
                part["loads"].append((r, int(net.use_need[u])))
        return list(parts.values())

    def _part(
        self, parts: dict[tuple[int, int, int], Part], c: int, minutes: int, delay: int, homes: set[int]
    ) -> Part:
        c = self.axis.same(c)
        if (c, minutes, delay) not in parts:
            after = by = 0
            slack = 0 if homes == {c} else self.axis.gap(c)
            if delay:
                wait = self.axis.spans(c, delay)
                after, by = wait.least, wait.most + self.axis.gap(c)
            span = self.spans.setdefault((c, minutes), len(self.spans))
            parts[c, minutes, delay] = {
                "span": span,
                "after": after,
                "by": by + slack,
                "ends": 0,
                "loads": [],
            }
        return parts[c, minutes, delay]

    def _links(self, v: int) -> list[Edge]:
        """(node, side, node, side, shift): the second is no earlier than the first and the shift."""
        net, c = self.net, self.columns
        kind_of = c["node_kind"][v]
        bound = kind_of == k.LEAF and c["honour"][net.project[v]] and c["constraint"][v] in HELD
        if self._stands(v) or bound:
            return []
        rows = []
        for e in range(net.ptr[v], net.ptr[v + 1]):
            p, kind = int(net.source[e]), int(net.kind[e])
            if p not in self.place or (kind_of == k.ROLL and not c["active"][p]):
                continue
            side = END if kind in (k.FF, k.SF, k.OUT) else START
            if side == START and net.role[v] == REST:
                continue  # it has begun
            shift = self.axis.shift(int(net.lag[e]), int(net.lag_cal[e]), among=self.calendars)
            if shift is None:
                continue
            if side == END and kind_of == k.LEAF:
                shift -= self._seam(v)
            source = START if kind in (k.SS, k.SF, k.INTO) else END
            if source == START and net.role[p] == REST:
                continue  # it has begun
            rows.append((self.place[p], source, self.place[v], side, shift))
        return rows + self._longest(v)

    def _longest(self, v: int) -> list[Edge]:
        """Maximum lags, where calendars make nothing of them doubtful."""
        net, rows = self.net, []
        for e in range(net.far_ptr[v], net.far_ptr[v + 1]):
            p, kind, c, lag = (int(x[e]) for x in (net.far_from, net.far_kind, net.far_cal, net.far_lag))
            if p not in self.place or self._stands(p) or lag < 0 or REST in (net.role[v], net.role[p]):
                continue
            if c == k.NONE:
                most = self.axis.width(lag)[1]
            elif c in self.calendars and self.axis.gap(c) == 0:
                most = lag
            else:
                continue
            mine = END if kind in (k.FF, k.SF) else START
            theirs = START if kind in (k.SS, k.SF) else END
            rows.append((self.place[v], mine, self.place[p], theirs, -most))
        return rows

    def _seam(self, v: int) -> int:
        """By how much the end of a task may miss a date that it has to reach, for want of working time there."""
        return max((self.axis.gap(c) for x in self._choices(v) for c, _ in self._segments(v, x)), default=0)

    def _stocks(self) -> list[dict[str, Any]]:
        net, pool = self.net, self.plan.pool
        rows: list[dict[str, Any]] = [{"there": int(there), "uses": []} for there in pool.base_stock]
        for v in self.nodes:
            if net.role[v] == LEVEL and not self._stands(v):
                for turn, x in enumerate(self._choices(v)):
                    for e in range(net.eat_ptr[x], net.eat_ptr[x + 1]):
                        s = int(net.eat_res[e])
                        more = int(net.eat_need[e] - net.least_eaten[v, s])
                        rows[s]["uses"].append((self.place[v], turn, more))
        return [row for row in rows if any(more for _, _, more in row["uses"])]


def _columns(plan: Layout) -> dict[str, Any]:
    """The columns of the engine's pass by name."""
    low = FORWARD.index("honour")
    columns = dict(zip(FORWARD[1:low], plan.call.before, strict=True))
    columns["honour"] = plan.call.scalars[:, 0]
    return columns


def _in_units(length: int, bounds: tuple[int, ...], unit: int) -> tuple[int, list[int]]:
    """A piece in units: positions between units are none."""
    pairs = zip(bounds[::2], bounds[1::2], strict=True)
    whole = [(-(-low // unit), high // unit) for low, high in pairs]
    return length // unit, [b for low, high in whole if low <= high for b in (low, high)]


def _scaled(task: dict[str, Any], unit: int) -> dict[str, Any]:
    ways = [[p | {"after": p["after"] // unit, "by": p["by"] // unit} for p in w] for w in task["ways"]]
    return task | {name: task[name] // unit for name in ("low", "high", "end")} | {"ways": ways}
