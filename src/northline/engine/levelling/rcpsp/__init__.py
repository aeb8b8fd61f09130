"""Resource-constrained project scheduling over integer time, in one or several modes."""

from northline.engine.levelling.rcpsp.check import violations
from northline.engine.levelling.rcpsp.model import Activity, BeyondCapacity, Mode, NothingFits, Problem
from northline.engine.levelling.rcpsp.solve import Answer, solve, warm

__all__ = [
    "Activity",
    "Answer",
    "BeyondCapacity",
    "Mode",
    "NothingFits",
    "Problem",
    "solve",
    "violations",
    "warm",
]
