"""Why is this date here, and what would move it by how much?

`chain.py` walks from a date to its root (`early.py` back, `late.py` onwards), `moves.py` computes what changes
to the steps on the way would gain, `sentences.py` holds the words.
"""

from northline.engine.explain.chain import driving_links, why
from northline.engine.explain.changes import applied
from northline.engine.explain.moves import explain
from northline.engine.explain.values import (
    ROOTS,
    Busy,
    Change,
    ChangeKind,
    DateKind,
    Explanation,
    Move,
    Reason,
    ReasonKind,
)

__all__ = [
    "ROOTS",
    "Busy",
    "Change",
    "ChangeKind",
    "DateKind",
    "Explanation",
    "Move",
    "Reason",
    "ReasonKind",
    "applied",
    "driving_links",
    "explain",
    "why",
]
