"""What a gate asks, when it is met, and what may be decided. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

Measure = Literal[
    "person", "charter_signed", "baseline_set", "findings", "chance", "severe_issues", "work_done"
]
VerdictName = Literal["go", "conditional", "hold", "stop"]
# Met where the figure is so much or more, or so much or less; the others are met or not.
AT_LEAST = frozenset({"chance", "work_done"})
AT_MOST = frozenset({"findings", "severe_issues"})


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that must hold, or, unless it `must`, should.

    A person's is checked by somebody: `met`, by whom and on which day. The others are measured; `threshold` is in per
    cent for `chance` and `work_done`, a number of rows for `findings` and `severe_issues`.
    """

    id: str
    text: str
    measure: Measure = "person"
    must: bool = True
    threshold: float | None = None
    met: bool = False
    checked_by: str = ""
    checked_on: str = ""
    note: str = ""

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Condition:
    """What somebody is to do by a day although the project goes on already; `met_on` is empty while it is open."""

    id: str
    text: str
    owner_id: str
    due: str
    met_on: str = ""

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the data say of a project; None where they say nothing."""

    charter_signed: bool = False
    baseline_set: bool = False
    findings: int | None = None
    chance: float | None = None
    severe_issues: int = 0
    work_done: float | None = None


def criteria_of(stored: Sequence[Mapping[str, Any]]) -> list[Criterion]:
    return [Criterion(**one) for one in stored]


def conditions_of(stored: Sequence[Mapping[str, Any]]) -> list[Condition]:
    return [Condition(**one) for one in stored]


def value_of(one: Criterion, data: Measured) -> float | None:
    """The figure that a measured criterion is held against, in per cent or rows; None where there is none."""
    found = getattr(data, one.measure, None)
    if found is None or isinstance(found, bool):
        return None
    return round(100 * found, 1) if one.measure in AT_LEAST else float(found)


def is_met(one: Criterion, data: Measured) -> bool:
    """Was it checked, or do the data say so? What is not known is not met.

    >>> sure = Criterion("1", "Likely to be in time", "chance", threshold=80)
    >>> is_met(sure, Measured(chance=0.8)), is_met(sure, Measured(chance=0.79)), is_met(sure, Measured())
    (True, False, False)
    """
    if one.measure == "person":
        return one.met
    value, threshold = value_of(one, data), one.threshold or 0.0
    if one.measure in AT_LEAST:
        return value is not None and value >= threshold
    if one.measure in AT_MOST:
        return value is not None and value <= threshold
    return bool(getattr(data, one.measure))


def kept_checks(given: Sequence[Criterion], before: Sequence[Criterion]) -> list[Criterion]:
    """The criteria as they are given, each with the check that it had while it still says the same."""
    known = {one.id: one for one in before}
    return [_checked_as(one, known.get(one.id)) for one in given]


def _checked_as(one: Criterion, was: Criterion | None) -> Criterion:
    if was is None or (was.text, was.measure) != (one.text, one.measure):
        return one
    return replace(one, met=was.met, checked_by=was.checked_by, checked_on=was.checked_on, note=was.note)


def is_passed(state: str) -> bool:
    """May the project go on? With conditions it may, before they are met too."""
    return state in ("go", "conditional")


def overdue(conditions: Sequence[Condition], *, today: date) -> list[Condition]:
    """The open conditions whose day has passed."""
    return [one for one in conditions if not one.met_on and date.fromisoformat(one.due) < today]


def refusal_of(
    verdict: VerdictName, *, unmet: Sequence[str], note: str, conditions: int, earlier: str
) -> tuple[str, str] | None:
    """The code and the text of why a verdict cannot be given, or None.

    `unmet` are the words of the criteria that must be met and are not, `earlier` the key of a gate before this one that
    is not passed.

    >>> refusal_of("go", unmet=["A charter"], note="", conditions=0, earlier="")[0]
    'gate.criteria_open'
    """
    if verdict in ("go", "conditional") and earlier:
        return "gate.earlier_open", f"{earlier} comes before and is not passed. Decide that one first."
    if verdict == "go" and unmet:
        return (
            "gate.criteria_open",
            f"Not met yet: {'; '.join(unmet)}. Let the project go on with conditions, or hold it.",
        )
    if verdict == "conditional" and not conditions:
        return "gate.no_conditions", "Say what is still to be done, by whom and by when."
    if verdict != "conditional" and conditions:
        return "gate.conditions", "Only a conditional go has conditions."
    if verdict in ("hold", "stop") and not note:
        return "gate.says_no_why", "Say why the project does not go on."
    return None
