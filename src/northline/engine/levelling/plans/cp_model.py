"""The model of plans with calendars for CP-SAT. Runs in the solver's process, which has nothing else of ours.

A task starts at a position of the plans' shared axis; each stretch of its work starts within reach of that, where its
calendar works, and is as long there as time off in between makes it.
"""

from __future__ import annotations

from typing import Any

Pieces = list[tuple[int, Any]]


def build(cp: Any, model: Any, request: dict[str, Any]) -> tuple[list[Any], list[list[Any]]]:
    """Start variables, literals of ways and the last end to be minimised, within the horizon of the request."""
    made = Builder(cp, model, request)
    for task, hint in zip(request["tasks"], request["hint_starts"], strict=True):
        made.add(task, hint)
    sides = (made.starts, made.ends)
    for before, side, after, other, shift in request["links"]:
        model.add(sides[other][after] >= sides[side][before] + shift)
    for stock in request["stocks"]:
        model.add(sum(made.picks[v][turn] * more for v, turn, more in stock["uses"]) <= stock["there"])
    made.limit()
    return made.starts, made.picks


class Builder:
    """The variables made so far: `starts`, `ends`, `picks` by task."""

    def __init__(self, cp: Any, model: Any, request: dict[str, Any]) -> None:
        self.cp, self.model, self.request = cp, model, request
        domain = cp.Domain.from_flat_intervals
        self.spans: list[Pieces] = [[(n, domain(b)) for n, b in pieces] for pieces in request["spans"]]
        self.whole = [whole(cp, pieces) for pieces in self.spans]
        self.last = model.new_int_var(request["lower"], request["horizon"], "")
        self.starts: list[Any] = []
        self.ends: list[Any] = []
        self.picks: list[list[Any]] = []
        self.loads: dict[str, list[tuple[Any, int]]] = {r: [] for r in request["capacity"]}

    def add(self, task: dict[str, Any], hint: int) -> None:
        """One task with all its ways."""
        model, ways = self.model, task["ways"]
        domain = self.cp.Domain(task["low"], task["high"])
        if len(ways) == 1:
            for part in ways[0]:
                if part["after"] == part["by"] == 0:
                    domain = domain.intersection_with(self.whole[part["span"]])
        if domain.is_empty():
            model.add_bool_or([])  # no room within the horizon
            domain = self.cp.Domain(task["low"], task["low"])
        start = model.new_int_var_from_domain(domain, "")
        picks = [model.new_bool_var("") for _ in ways] if len(ways) > 1 else [1]
        if len(ways) > 1:
            model.add_exactly_one(picks)
        self.starts.append(start)
        self.picks.append(picks)
        ends = []
        for pick, parts in zip(picks, ways, strict=True):
            ends += [(pick, self.stretch(start, pick, part, hint)) for part in parts if part["ends"]]
            for part in parts:
                if not part["ends"]:
                    self.stretch(start, pick, part, hint)
        self.ends.append(self.end_of(task, start, ends))
        if task["counts"]:
            model.add(self.last >= self.ends[-1])

    def end_of(self, task: dict[str, Any], start: Any, ends: list[tuple[Any, Any]]) -> Any:
        """The end of a task: the last of its stretches of work, its start if there is none."""
        if len(ends) == 1 and len(task["ways"]) == 1:
            self.model.add(ends[0][1] >= task["end"])
            return ends[0][1]
        end = self.model.new_int_var(task["end"], 3 * self.request["horizon"] + 1, "")
        self.model.add(end >= start)
        for pick, reached in ends:
            constraint = self.model.add(end >= reached)
            if len(task["ways"]) > 1:
                constraint.only_enforce_if(pick)
        return end

    def stretch(self, start: Any, pick: Any, part: dict[str, Any], hint: int) -> Any:
        """A stretch of work and the load it puts on resources; its end."""
        model, pieces = self.model, self.spans[part["span"]]
        optional = not isinstance(pick, int)
        if not pieces:
            model.add_bool_or([pick.negated()] if optional else [])
            return start
        begin, hint = self.begin(start, pick, part, hint)
        if len(pieces) == 1:
            size, end = pieces[0][0], begin + pieces[0][0]
            make = (
                model.new_optional_fixed_size_interval_var if optional else model.new_fixed_size_interval_var
            )
            interval = make(begin, size, pick, "") if optional else make(begin, size, "")
        else:
            size = self.size(begin, pick, pieces, hint)
            end = model.new_int_var(0, 2 * self.request["horizon"], "")
            interval = (
                model.new_optional_interval_var(begin, size, end, pick, "")
                if optional
                else model.new_interval_var(begin, size, end, "")
            )
            model.add_hint(end, hint + next((n for n, d in pieces if d.contains(hint)), pieces[0][0]))
        for resource, need in part["loads"]:
            self.loads[str(resource)].append((interval, need))
        return end

    def begin(self, start: Any, pick: Any, part: dict[str, Any], hint: int) -> tuple[Any, int]:
        """Where a stretch begins: the task's start where it cannot be elsewhere; and the same of the hint."""
        model, domain = self.model, self.whole[part["span"]]
        after, by = part["after"], part["by"]
        hint = next_in(domain, hint + after)
        if after == by == 0 and isinstance(pick, int):
            return start, hint
        begin = start + after
        if after < by:
            begin = model.new_int_var_from_domain(domain, "")
            model.add_hint(begin, hint)
        rows = [model.add_linear_expression_in_domain(begin, domain)]
        if after < by:
            rows += [model.add(begin >= start + after), model.add(begin <= start + by)]
        if not isinstance(pick, int):
            for row in rows:
                row.only_enforce_if(pick)
        return begin, hint

    def size(self, begin: Any, pick: Any, pieces: Pieces, hint: int) -> Any:
        """The length of a stretch, which depends on where it begins."""
        model = self.model
        literals = [model.new_bool_var("") for _ in pieces]
        model.add(sum(literals) == pick)
        for literal, (_, domain) in zip(literals, pieces, strict=True):
            model.add_linear_expression_in_domain(begin, domain).only_enforce_if(literal)
            model.add_hint(literal, domain.contains(hint))
        size = model.new_int_var(pieces[0][0], pieces[-1][0], "")
        lengths = sum(literal * n for literal, (n, _) in zip(literals, pieces, strict=True))
        row = model.add(size == lengths)
        if not isinstance(pick, int):
            row.only_enforce_if(pick)
        return size

    def limit(self) -> None:
        """Hold the loads to the capacities, and minimise tardiness where there are deadlines, then the last end."""
        for r, low, high, need in self.request["blocked"]:
            self.loads[str(r)].append((self.model.new_fixed_size_interval_var(low, high - low, ""), need))
        for r, load in self.loads.items():
            self.model.add_cumulative(
                [interval for interval, _ in load], [need for _, need in load], self.request["capacity"][r]
            )
        self.model.minimize(self.last + (self.request["horizon"] + 1) * self.tardiness())

    def tardiness(self) -> Any:
        """Minutes past the deadlines, times their weights."""
        return sum(
            (weight * self.lateness(ends, by, pieces) for ends, by, pieces, weight in self.request["due"]), 0
        )

    def lateness(self, ends: list[int], by: int, pieces: list[tuple[int, int]]) -> Any:
        """Minutes by which the last of some ends is late, which depends on the stretch of the axis that it lies in."""
        model, unit, far = self.model, self.request["unit"], 3 * self.request["horizon"] + 1
        last = model.new_int_var(0, far, "")
        for i in ends:
            model.add(last >= self.ends[i])
        late = model.new_int_var(0, unit * far + max(0, *(more for _, more in pieces), 0), "")
        in_time, *within = [model.new_bool_var("") for _ in range(1 + len(pieces))]
        model.add_exactly_one([in_time, *within])
        model.add(last <= (by if pieces else far)).only_enforce_if(in_time)
        for at, (literal, (upto, more)) in enumerate(zip(within, pieces, strict=True)):
            if at + 1 < len(pieces):
                model.add(last <= upto).only_enforce_if(literal)
            model.add(late >= unit * last + more).only_enforce_if(literal)
        return late


def whole(cp: Any, pieces: Pieces) -> Any:
    """All positions at which a stretch may begin."""
    bounds = sorted(tuple(b) for _, domain in pieces for b in _pairs(domain.flattened_intervals()))
    return cp.Domain.from_intervals(bounds) if bounds else cp.Domain(0, -1)


def next_in(domain: Any, x: int) -> int:
    """The first position of a domain from `x` on, or its last."""
    for low, high in _pairs(domain.flattened_intervals()):
        if x <= high:
            return int(max(x, low))
    return int(domain.max())


def _pairs(flat: list[int]) -> list[list[int]]:
    return [[low, high] for low, high in zip(flat[::2], flat[1::2], strict=True)]
