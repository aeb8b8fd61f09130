"""Whose dates are wanted of a simulation: those that decide the project's finish, and what they depend on."""

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.edges import Edges
from northline.engine.forecast import codes
from northline.engine.forecast import kernel as f
from northline.engine.forecast.draws import Flags


def counted_nodes(plan: CompiledPlan) -> Flags:
    """The nodes whose last finish is the project's, as the scheduler counts them."""
    own = (plan.node_kind == k.LEAF) | ((plan.node_kind == k.ROLL) & (plan.rows.fixed_finish != k.NONE))
    active = own & (plan.rows.active == 1)
    answer: Flags = active if active.any() else own
    return answer


def drop_inactive(plan: CompiledPlan, modes: Ints, cls: Ints) -> None:
    """Summaries do not look at children that are switched off, if any other is not."""
    active, e = plan.rows.active, plan.edges
    if active.all():
        return
    for v in np.flatnonzero(cls == f.ROLL).tolist():
        into = range(int(e.ptr[v]), int(e.ptr[v + 1]))
        if any(active[e.source[i]] for i in into):
            for i in into:
                if not active[e.source[i]]:
                    modes[i] = codes.DROP


def needed_nodes(edges: Edges, modes: Ints, target: Ints, place: Ints, read: Flags) -> Flags:
    """What is read, and what that depends on; `place` (m,) is where a node comes in the plan's order."""
    needed = read.copy()
    live = np.flatnonzero((modes != codes.DROP) & ~read[edges.source])
    live = live[np.argsort(-place[target[live]], kind="stable")]
    for e in live.tolist():
        if needed[target[e]]:
            needed[edges.source[e]] = True
    return needed


def last_in_line(edges: Edges, modes: Ints, target: Ints, cls: Ints, counted: Flags) -> Ints:
    """Counted nodes less those that a plain successor by FS without lead surely outlasts."""
    plain = ((cls == f.WORK) | (cls == f.MARK)) & counted
    sure = (edges.kind == k.FS) & ((modes == codes.COPY) | (modes == codes.ADD)) & (edges.lag >= 0)
    answer = counted.copy()
    answer[edges.source[sure & plain[target]]] = False
    return answer.astype(np.int64)
