"""CP-SAT in a process of its own: run as a file, the file of a model as its argument, a request on standard input,
lines of JSON on standard output.

Its import of OR-Tools runs while the parent searches. It ends itself when standard input closes, so it never
outlives its parent, however that ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from importlib.util import module_from_spec, spec_from_file_location
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
    solve(cp_model, model_in(sys.argv[1]), json.loads(line))


def model_in(file: str) -> Any:
    """The module in a file: its `build` says how a request becomes a model."""
    spec = spec_from_file_location("model", file)
    if spec is None or spec.loader is None:
        raise ImportError(file)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def leave_with_parent() -> None:
    """End at once when the parent closes our standard input."""
    sys.stdin.read()
    os._exit(0)


def tell(message: dict[str, Any]) -> None:
    """One line to the parent."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def solve(cp: Any, kind: Any, request: dict[str, Any]) -> None:
    """Build the model, hint it, and report answers, bounds and the proof."""
    model = cp.CpModel()
    starts, picks = kind.build(cp, model, request)
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
    if "subsolvers" in request:
        # Taken in turns by one worker, beside large-neighbourhood search.
        solver.parameters.interleave_search = True
        solver.parameters.subsolvers.extend(request["subsolvers"])
    solver.best_bound_callback = lambda bound: tell({"bound": int(bound + 0.5)})
    status = solver.solve(model, Improved())
    tell({"proved": status in (cp.OPTIMAL, cp.INFEASIBLE), "infeasible": status == cp.INFEASIBLE})


if __name__ == "__main__":
    main()
