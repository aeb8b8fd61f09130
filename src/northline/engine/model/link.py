"""Links between tasks: kind and lag."""

from dataclasses import dataclass
from enum import StrEnum

from northline.engine.checks import refuse_crossed_lags
from northline.engine.errors import BadValue
from northline.engine.model.units import LONGEST


class LinkKind(StrEnum):
    """Which end of the predecessor holds which end of the successor."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class LagUnit(StrEnum):
    """What a lag counts: working time, time on the clock, or percent of the predecessor's duration."""

    WORKING = "working"
    ELAPSED = "elapsed"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Lag:
    """Time between the two ends of a link: minutes, or percent of the predecessor's duration; may be
    negative."""

    amount: int = 0
    unit: LagUnit = LagUnit.WORKING

    def __post_init__(self) -> None:
        if abs(self.amount) > LONGEST:
            raise BadValue(f"A lag of {self.amount} is longer than any plan.")


NO_LAG = Lag()


@dataclass(frozen=True, slots=True)
class Link:
    """`after` waits for `before`, both task ids.

    `longest` is a maximum lag between the same two ends: levelling keeps it, the critical path method reports
    where it is broken and refuses those that contradict each other.
    """

    before: str
    after: str
    kind: LinkKind = LinkKind.FS
    lag: Lag = NO_LAG
    longest: Lag | None = None

    def __post_init__(self) -> None:
        if self.longest is not None:
            refuse_crossed_lags(self)
