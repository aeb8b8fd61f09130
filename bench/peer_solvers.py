"""Other solvers for the problems of PSPLIB: makespan (none if none was found), lower bound, and whether that is proved."""

from typing import Any

from northline.engine.levelling.rcpsp import Problem


def cpsat(problem: Problem, *, seconds: float, workers: int) -> Any:
    """The textbook model: one interval per mode, one cumulative per resource."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    horizon = sum(max(m.duration for m in a.modes) for a in problem.activities)
    end = model.new_int_var(0, horizon, "")
    starts = {a.id: model.new_int_var(0, horizon, "") for a in problem.activities}
    ends = {a.id: model.new_int_var(0, horizon, "") for a in problem.activities}
    loads: list[list[Any]] = [[] for _ in problem.capacities]
    uses: list[list[Any]] = [[] for _ in problem.stocks]
    for a in problem.activities:
        picks = [model.new_bool_var("") for _ in a.modes]
        model.add_exactly_one(picks)
        for pick, mode in zip(picks, a.modes, strict=True):
            part = model.new_optional_interval_var(starts[a.id], mode.duration, ends[a.id], pick, "")
            for r, need in enumerate(mode.needs):
                loads[r].append((part, need))
            for r, used in enumerate(mode.uses):
                uses[r].append(pick * used)
        model.add(end >= ends[a.id])
        for after in a.successors:
            model.add(starts[after] >= ends[a.id])
    for load, capacity in zip(loads, problem.capacities, strict=True):
        model.add_cumulative([part for part, _ in load], [need for _, need in load], capacity)
    for used, stock in zip(uses, problem.stocks, strict=True):
        model.add(sum(used) <= stock)
    model.minimize(end)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    bound = round(solver.best_objective_bound)
    return (round(solver.objective_value) if found else None), bound, status == cp_model.OPTIMAL


def pyjobshop(problem: Problem, *, seconds: float, workers: int) -> Any:
    """PyJobShop with its OR-Tools solver."""
    from pyjobshop import Model

    model = Model()
    renewable = [model.add_renewable(c) for c in problem.capacities]
    consumable = [model.add_consumable(c) for c in problem.stocks]
    tasks = {a.id: model.add_task() for a in problem.activities}
    for a in problem.activities:
        for mode in a.modes:
            demands = [*mode.needs, *mode.uses]
            model.add_mode(tasks[a.id], [*renewable, *consumable], mode.duration, demands)
        for after in a.successors:
            model.add_end_before_start(tasks[a.id], tasks[after])
    result = model.solve(time_limit=seconds, num_workers=workers, display=False)
    proved = result.status.name == "OPTIMAL"
    found = result.status.name in ("OPTIMAL", "FEASIBLE")
    return (int(result.objective) if found else None), round(result.lower_bound), proved
