"""CP-SAT in a process of its own: run as a file, a request on standard input, lines of JSON on standard output.

Its import of OR-Tools runs while the parent searches. It ends itself when standard input closes, so it never
outlives its parent, however that ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any


def main() -> None:
    """Load the solver, read the request, solve, and tell of every improvement."""
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415  the heavy import that this process is for
    except ImportError:
        tell({"missing": "OR-Tools cannot be imported."})
        return
    line = sys.stdin.readline()
    if not line:
        return
    threading.Thread(target=leave_with_parent, daemon=True).start()
    solve(cp_model, json.loads(line))


def leave_with_parent() -> None:
    """End at once when the parent closes our standard input."""
    sys.stdin.read()
    os._exit(0)


def tell(message: dict[str, Any]) -> None:
    """One line to the parent."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def solve(cp: Any, request: dict[str, Any]) -> None:
    """Build the model, hint it, and report answers, bounds and the proof."""
    model = cp.CpModel()
    starts, picks = build(cp, model, request)
    for i, start in enumerate(request["hint_starts"]):
        model.add_hint(starts[i], start)
    for i, mode in enumerate(request["hint_modes"]):
        if len(picks[i]) > 1:
            for k, literal in enumerate(picks[i]):
                model.add_hint(literal, k == mode)

    class Improved(cp.CpSolverSolutionCallback):  # type: ignore[misc]
        def on_solution_callback(self) -> None:
            found = [self.value(start) for start in starts]
            modes = [
                next((k for k, x in enumerate(p) if self.value(x)), 0) if len(p) > 1 else 0 for p in picks
            ]
            tell({"starts": found, "modes": modes, "bound": int(self.best_objective_bound)})

    solver = cp.CpSolver()
    solver.parameters.num_workers = request["workers"]
    solver.parameters.random_seed = request["seed"] % 2**31
    solver.parameters.max_time_in_seconds = request["seconds"]
    solver.best_bound_callback = lambda bound: tell({"bound": int(bound + 0.5)})
    status = solver.solve(model, Improved())
    tell({"proved": status in (cp.OPTIMAL, cp.INFEASIBLE), "infeasible": status == cp.INFEASIBLE})


def build(cp: Any, model: Any, request: dict[str, Any]) -> tuple[list[Any], list[list[Any]]]:
    """Start variables, mode literals and the makespan to be minimised, within the horizon of the request."""
    horizon = request["horizon"]
    makespan = model.new_int_var(request["lower"], horizon, "")
    starts, ends, picks = [], [], []
    loads: list[list[tuple[Any, int]]] = [[] for _ in request["capacity"]]
    uses: list[list[Any]] = [[] for _ in request["stock"]]
    for modes, early, tail in zip(request["modes"], request["early"], request["tail"], strict=True):
        start = model.new_int_var(early, horizon - tail, "")
        literals = [model.new_bool_var("") for _ in modes] if len(modes) > 1 else [1]
        if len(modes) > 1:
            model.add_exactly_one(literals)
            length = sum(x * m["duration"] for x, m in zip(literals, modes, strict=True))
        else:
            length = modes[0]["duration"]
        starts.append(start)
        picks.append(literals)
        ends.append(start + length)
        book(model, start, literals, modes, loads, uses)
    for i, followers in enumerate(request["after"]):
        for follower in followers:
            model.add(starts[follower] >= ends[i])
        if not followers:
            model.add(makespan >= ends[i])
    for load, capacity in zip(loads, request["capacity"], strict=True):
        model.add_cumulative([interval for interval, _ in load], [need for _, need in load], capacity)
    for use, stock in zip(uses, request["stock"], strict=True):
        model.add(sum(use) <= stock)
    model.minimize(makespan)
    return starts, picks


def book(model: Any, start: Any, literals: list[Any], modes: list[Any], loads: Any, uses: Any) -> None:
    """Enter an activity's modes into the loads of the resources and the use of the stocks."""
    for literal, mode in zip(literals, modes, strict=True):
        needs = [(r, need) for r, need in enumerate(mode["needs"]) if need]
        if needs and mode["duration"]:
            if len(modes) > 1:
                interval = model.new_optional_fixed_size_interval_var(start, mode["duration"], literal, "")
            else:
                interval = model.new_fixed_size_interval_var(start, mode["duration"], "")
            for r, need in needs:
                loads[r].append((interval, need))
        for r, used in enumerate(mode["uses"]):
            if used:
                uses[r].append(literal * used)


if __name__ == "__main__":
    main()
