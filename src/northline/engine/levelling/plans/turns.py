"""Which of several projects with deadlines goes first: that decides how late they are before anything else does."""

from __future__ import annotations

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.kernels.shapes import LEVEL
from northline.engine.levelling.plans.limits import Limits
from northline.engine.levelling.plans.search import Search

# The share of the time and of the schedules after which nothing more is tried here.
SHARE = 0.25
# Rounds of forward-backward improvement of the order found: each is worth more than another order.
ROUNDS = 8


def take_turns(search: Search, limits: Limits) -> None:
    """Place the projects one after the other by work over weight, let neighbours change places while that makes less
    tardiness, and improve the best, within a share of the time or of the schedules.

    Weighted shortest first: Smith (1956).
    """
    net = search.plan.net
    if not late_projects(search):
        return
    reach = int(search.late.max() - search.late.min()) + 1
    line = np.argsort(work_over_weight(search), kind="stable")
    best = search.look_at(keys_of(search, line, reach))
    if shares_ranks(search):
        line = _swapped(search, line, best, reach, limits)
    if limits.within(1, search.tried):
        most = ROUNDS if limits.within(SHARE, search.tried) else 1
        search.start_with(keys_of(search, line, reach), rounds=max(0, limits.rounds(most, search.tried)))
    if limits.within(SHARE, search.tried):
        due = np.where(net.deadline > 0, net.deadline, k.FAR)
        keys = search.late + np.minimum(due, due.min() + reach)[net.project]
        search.start_with(keys, rounds=max(0, limits.rounds(3, search.tried)))


def late_projects(search: Search) -> bool:
    """Are there several projects, and may one of them be late?"""
    net = search.plan.net
    return len(search.plan.plans) > 1 and bool(((net.deadline > 0) & (net.price > 0)).any())


def _swapped(search: Search, line: Ints, best: list[int], reach: int, limits: Limits) -> Ints:
    """The line after all swaps of neighbours that help."""
    still = place = 0
    while still < len(line) - 1 and limits.within(SHARE, search.tried) and not search.flag:
        other = line.copy()
        other[[place, place + 1]] = line[[place + 1, place]]
        found = search.look_at(keys_of(search, other, reach))
        still += 1
        if found < best:
            line, best, still = other, found, 0
        place = (place + 1) % (len(line) - 1)
    return line


def keys_of(search: Search, line: Ints, reach: int) -> Ints:
    """Latest starts, project after project."""
    turn = np.argsort(line)
    keys: Ints = search.late + turn[search.plan.net.project] * reach
    return keys


def work_over_weight(search: Search) -> Ints:
    """By project; those that cannot be late come last."""
    net = search.plan.net
    effort = np.concatenate([[0], np.cumsum(net.use_minutes * net.use_need)])
    first = net.choice_ptr[:-1][np.diff(net.choice_ptr) > 0]
    owner = net.project[np.diff(net.choice_ptr) > 0]
    work = np.bincount(owner, effort[net.use_ptr[first + 1]] - effort[net.use_ptr[first]], len(net.price))
    weight = np.where(net.deadline > 0, net.price, 0.0)
    ratio: Ints = np.where(weight > 0, work / np.maximum(weight, 1e-9), np.inf)
    return ratio


def shares_ranks(search: Search) -> bool:
    """Do tasks of several projects have the same priority? Else priorities decide which project goes first."""
    net = search.plan.net
    mine = net.role >= LEVEL
    pairs = np.unique(np.stack([net.rank[mine], net.project[mine]]), axis=1)
    return bool(len(np.unique(pairs[0])) < pairs.shape[1])
