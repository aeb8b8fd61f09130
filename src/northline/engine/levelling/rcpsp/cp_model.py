"""The model of an integer-time problem for CP-SAT. Runs in the solver's process, which has nothing else of ours."""

from __future__ import annotations

from typing import Any


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
