"""Problems in the manner of PSPLIB's, larger than those that it holds."""

import random

from northline.engine.levelling.rcpsp import Activity, Mode, Problem


def made(size: int, *, strength: float, seed: int) -> Problem:
    """A problem in the manner of PSPLIB's: one to three links from activities shortly before, half of four resources each.

    `strength` is from the scarcest resources (0) to as many as the schedule by links alone takes (1); resource
    strength: Kolisch, Sprecher and Drexl (1995).
    """
    luck = random.Random(f"{size} {strength} {seed}")
    before = [
        sorted({luck.randrange(max(0, j - 40), j) for _ in range(luck.choice((1, 1, 2, 2, 3)))}) if j else []
        for j in range(size)
    ]
    duration = [luck.randint(1, 10) for _ in range(size)]
    needs = [[luck.randint(1, 10) * (luck.random() < 0.5) for _ in range(4)] for _ in range(size)]
    early: list[int] = []
    for j in range(size):
        early.append(max((early[i] + duration[i] for i in before[j]), default=0))
    capacities = []
    for r in range(4):
        load = [0] * (max(early) + 10)
        for j in range(size):
            for t in range(early[j], early[j] + duration[j]):
                load[t] += needs[j][r]
        capacities.append(round(10 + strength * (max(load) - 10)))
    after: list[list[str]] = [[] for _ in range(size)]
    for j, waited_for in enumerate(before):
        for i in waited_for:
            after[i].append(str(j))
    activities = (
        Activity(str(j), (Mode(duration[j], tuple(needs[j])),), tuple(after[j])) for j in range(size)
    )
    return Problem(tuple(activities), tuple(capacities))


def critical_path(problem: Problem) -> int:
    """The makespan by links alone."""
    ends = [0] * len(problem.activities)
    begins = [0] * len(problem.activities)
    for at in problem.order:
        activity = problem.activities[at]
        ends[at] = begins[at] + activity.modes[0].duration
        for successor in activity.successors:
            begins[problem.index[successor]] = max(begins[problem.index[successor]], ends[at])
    return max(ends)
