"""Ways back to a deadline, each one simulated. This is the folder's one public list."""

from northline.engine.recovery.changes import apply
from northline.engine.recovery.longer_days import in_tasks
from northline.engine.recovery.recover import recovery
from northline.engine.recovery.towards import towards
from northline.engine.recovery.values import (
    AddCapacity,
    AddPerson,
    Change,
    Defer,
    DoesNotFit,
    Drop,
    Lever,
    LeverKind,
    MoveDate,
    Overlap,
    Overtime,
    Package,
    Recovery,
    SplitTask,
    Swap,
    Terms,
)

__all__ = [
    "AddCapacity",
    "AddPerson",
    "Change",
    "Defer",
    "DoesNotFit",
    "Drop",
    "Lever",
    "LeverKind",
    "MoveDate",
    "Overlap",
    "Overtime",
    "Package",
    "Recovery",
    "SplitTask",
    "Swap",
    "Terms",
    "apply",
    "in_tasks",
    "recovery",
    "towards",
]
