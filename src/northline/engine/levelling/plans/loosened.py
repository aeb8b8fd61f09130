"""The plan's links with less than they ask for, so that dates by links alone hold whatever the ways of the tasks.

The relaxed pass takes the way that ends first. Another may begin sooner, so nothing may wait for that start; a lag in percent
of the work is another one in another way.
"""

from __future__ import annotations

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.capture import FORWARD
from northline.engine.levelling.plans.kernels.shapes import LEVEL, Call
from northline.engine.levelling.plans.layout import Layout
from northline.engine.model import LagUnit

# Farther back than any plan reaches.
LONG_AGO = -(1 << 40)


def several_ways(plan: Layout) -> Ints:
    """The nodes of tasks that may move and can be done in several ways."""
    found: Ints = np.flatnonzero((plan.net.role >= LEVEL) & (np.diff(plan.net.choice_ptr) > 1))
    return found


def loosened(plan: Layout) -> Call:
    """The pass without links from the start of what can be done in several ways, summaries too, and without lags in percent."""
    net, call = plan.net, plan.call
    begins = np.zeros(plan.nodes, bool)
    begins[several_ways(plan)] = True
    kind_of = call.before[_place("node_kind")]
    lag, lag_cal = net.lag.copy(), net.lag_cal.copy()
    if any(x.lag.unit is LagUnit.PERCENT for p in plan.plans for x in p.project.links):
        lag[begins[net.source] & (lag > 0)] = 0
    begins[kind_of == k.ROLL] = True
    freed = begins[net.source] & ((net.kind == k.SS) | (net.kind == k.SF))
    lag[freed], lag_cal[freed] = LONG_AGO, k.NONE
    columns = list(call.before)
    columns[_place("lag")], columns[_place("lag_cal")] = lag, lag_cal
    return call._replace(before=tuple(columns))


def releases(plan: Layout, tasks: Ints, early: Ints, early_finish: Ints) -> Ints:
    """Dates before which these do not begin, whatever their way: what they wait for is done."""
    net = plan.net
    kind, at = (plan.call.before[_place(n)][tasks] for n in ("constraint", "at"))
    free = np.minimum(early[tasks], [_release(plan, v, early_finish) for v in tasks.tolist()])
    # Dates of constraints stand ahead of links, and a latest finish says when work begins by how long it takes.
    held = np.minimum(np.minimum(early[tasks], at), plan.call.scalars[net.project[tasks], 1])
    found = np.where(kind == k.ASAP, free, np.where(kind == k.FNLT, plan.time.index[0], held))
    latest: Ints = np.maximum(found, net.least[tasks])
    return latest


def _release(plan: Layout, v: int, early_finish: Ints) -> int:
    net = plan.net
    release = int(plan.call.scalars[net.project[v], 1])
    for e in range(net.ptr[v], net.ptr[v + 1]):
        if net.kind[e] == k.FS and net.lag[e] >= 0:
            release = max(release, int(early_finish[net.source[e]]))
    return release


def _place(name: str) -> int:
    """Where the pass's argument stands in `Call.before`, which leaves the order out."""
    return FORWARD.index(name) - 1
