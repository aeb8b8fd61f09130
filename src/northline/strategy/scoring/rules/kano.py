"""Kano's questionnaire: two answers make a class, many answers make a feature's class and two coefficients.

The evaluation table and the rule for ties are those of Berger et al., Kano's Methods for Understanding
Customer-defined Quality, Center for Quality Management Journal 2 (4), 1993.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# What respondents may answer to “how do you feel if it is there” and “… if it is not there”, 1 to 5.
ANSWERS = ("like", "expect", "neutral", "live_with", "dislike")
ATTRACTIVE, PERFORMANCE, MUST_BE, INDIFFERENT = "attractive", "performance", "must_be", "indifferent"
REVERSE, QUESTIONABLE = "reverse", "questionable"
# Rows: the answer if it is there. Columns: the answer if it is not.
_TABLE = (
    "QAAAO",
    "RIIIM",
    "RIIIM",
    "RIIIM",
    "RRRRQ",
)
_NAMES = {
    "A": ATTRACTIVE,
    "O": PERFORMANCE,
    "M": MUST_BE,
    "I": INDIFFERENT,
    "R": REVERSE,
    "Q": QUESTIONABLE,
}
# Where classes are named equally often, the one that would hurt most counts: M > O > A > I.
CLASSES = (MUST_BE, PERFORMANCE, ATTRACTIVE, INDIFFERENT, REVERSE, QUESTIONABLE)


@dataclass(frozen=True, slots=True)
class Kano:
    """What the answers say of one feature. `satisfaction` is 0 to 1, `dissatisfaction` 0 to -1, None without any
    answer that says something."""

    kind: str
    counts: dict[str, int]
    satisfaction: float | None
    dissatisfaction: float | None


def class_of(functional: int, dysfunctional: int) -> str:
    """The class of one pair of answers, each 1 (like) to 5 (dislike).

    >>> class_of(1, 5), class_of(2, 5), class_of(1, 3), class_of(1, 1)
    ('performance', 'must_be', 'attractive', 'questionable')
    """
    return _NAMES[_TABLE[functional - 1][dysfunctional - 1]]


def judged(pairs: Iterable[tuple[int, int]]) -> Kano | None:
    """The class named most often and the coefficients (A+O)/(A+O+M+I) and -(O+M)/(A+O+M+I); None without answers.

    >>> judged([(1, 5), (1, 5), (1, 3), (2, 5)]).satisfaction
    0.75
    """
    counts = Counter(class_of(*pair) for pair in pairs)
    if not counts:
        return None
    kind = max(CLASSES, key=lambda name: (counts[name], -CLASSES.index(name)))
    telling = sum(counts[name] for name in (ATTRACTIVE, PERFORMANCE, MUST_BE, INDIFFERENT))
    return Kano(
        kind=kind,
        counts={name: counts[name] for name in CLASSES},
        satisfaction=(counts[ATTRACTIVE] + counts[PERFORMANCE]) / telling if telling else None,
        dissatisfaction=-(counts[PERFORMANCE] + counts[MUST_BE]) / telling if telling else None,
    )


def worth(found: Kano) -> float:
    """A figure to rank by: the class first, within it how much is won by having it and lost by not.

    The classes stand 10 apart and the coefficients make at most 2, so a class is never overtaken.
    """
    order = {MUST_BE: 4, PERFORMANCE: 3, ATTRACTIVE: 2, INDIFFERENT: 1, QUESTIONABLE: 0, REVERSE: -1}
    return 10.0 * order[found.kind] + (found.satisfaction or 0) - (found.dissatisfaction or 0)
