"""What recovery is asked with and answers: changes as data, levers, packages, terms."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from northline.engine.errors import BadValue, PlanError
from northline.engine.model import LinkKind


class DoesNotFit(PlanError):
    """A change to something that the plan does not hold, or that cannot be changed any more."""

    code = "plan.lever_does_not_fit"


class LeverKind(StrEnum):
    """The ways to gain time."""

    ADD_PERSON = "add_person"
    ADD_CAPACITY = "add_capacity"
    OVERTIME = "overtime"
    OVERLAP = "overlap"
    DROP = "drop"
    DEFER = "defer"
    SPLIT = "split"
    SWAP = "swap"
    MOVE_DATE = "move_date"


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Put `units` more on a task, who achieve `efficiency` of what a full hand does (learning and talking: Brooks,
    *The Mythical Man-Month*, 1975). `resource` None: someone unnamed. `hired` people add to its capacity."""

    task: str
    resource: str | None = None
    units: float = 1.0
    efficiency: float = 0.8
    hired: bool = True


@dataclass(frozen=True, slots=True)
class AddCapacity:
    """One more of a resource for everything that waits for it; shortens no task by itself."""

    resource: str
    units: float = 1.0


@dataclass(frozen=True, slots=True)
class Overtime:
    """`minutes` more on every working day of a resource from `first` to `last`."""

    resource: str
    minutes: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Overlap:
    """Let `after` begin while the last `share` of `before` is still to be done; `rework` of the overlapped time is
    done twice (Krishnan, Eppinger and Whitney, 1997). `kind` FS gives a lead, SS a lag from the start."""

    before: str
    after: str
    share: float
    rework: float = 0.2
    kind: LinkKind = LinkKind.FS


@dataclass(frozen=True, slots=True)
class Drop:
    """Leave a task out; what waited for it waits for what it waited for."""

    task: str


@dataclass(frozen=True, slots=True)
class Defer:
    """Deliver a task after the deadline, in a later plan; here it is left out as if dropped."""

    task: str


@dataclass(frozen=True, slots=True)
class SplitTask:
    """Do a task in two parts at the same time, the second (id `<task>~2`) by `resource`; `overhead` more work."""

    task: str
    share: float = 0.5
    overhead: float = 0.1
    resource: str | None = None


@dataclass(frozen=True, slots=True)
class Swap:
    """`by` takes over a task from `resource`, who takes over `other_task` (None: nothing) in return."""

    task: str
    resource: str
    by: str
    other_task: str | None = None


@dataclass(frozen=True, slots=True)
class MoveDate:
    """Promise another date."""

    to: datetime


Change: TypeAlias = AddPerson | AddCapacity | Overtime | Overlap | Drop | Defer | SplitTask | Swap | MoveDate


@dataclass(frozen=True, slots=True)
class Terms:
    """What levers assume and cost.

    Shares are 0 to 1; `overtime` is minutes a day; an hour of a resource without a rate costs `hour`; overtime without a rate of its own costs
    `premium` times the rate. `deferred` is the share of a task's value that is lost by its coming late. A
    day after the deadline costs `late_day` and loses `late_value`. One unit of product value weighs as much as
    `value_price` of cost when levers are ranked.
    """

    efficiency: float = 0.8
    overtime: int = 120
    overlap: float = 0.5
    rework: float = 0.2
    split_overhead: float = 0.1
    deferred: float = 0.5
    hour: float = 1.0
    premium: float = 1.5
    late_day: float = 0.0
    late_value: float = 0.0
    value_price: float = 1.0

    def __post_init__(self) -> None:
        shares = (self.efficiency, self.overlap, self.rework, self.split_overhead, self.deferred)
        if not all(0 <= s <= 1 for s in shares) or not self.efficiency or not self.overlap:
            raise BadValue("The shares in the terms of a recovery lie between 0 and 1.")
        figures = (self.overtime, self.hour, self.premium, self.late_day, self.late_value, self.value_price)
        if min(figures) < 0:
            raise BadValue("Prices and overtime in the terms of a recovery must not be negative.")
        if not self.hour:
            raise BadValue("An hour must cost something, or levers cannot be weighed against each other.")


@dataclass(frozen=True, slots=True)
class Idea:
    """A lever before it has been tried: what it changes, costs and loses, and the minutes it may gain at best."""

    kind: LeverKind
    change: Change
    cost: float
    value_lost: float
    potential: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Lever:
    """A change that was simulated: `probability` of the deadline with it, and `gain` over the plan as it is.

    `cost` is in the plan's currency (below 0: saved), `value_lost` in the caller's product value. `p50_earlier`
    and `p80_earlier` are clock time, below 0 where the lever delays.
    """

    kind: LeverKind
    change: Change
    cost: float
    value_lost: float
    probability: float
    gain: float
    p50_earlier: timedelta
    p80_earlier: timedelta
    sentence: str

    @property
    def gain_per_cost(self) -> float | None:
        """Gained probability per unit of cost; None where it costs nothing."""
        return self.gain / self.cost if self.cost > 0 else None

    @property
    def gain_per_value(self) -> float | None:
        """Gained probability per product value lost; None where none is lost."""
        return self.gain / self.value_lost if self.value_lost > 0 else None


@dataclass(frozen=True, slots=True)
class Package:
    """Levers pulled together and simulated together; each lever's gain is that over what was chosen before it.

    `deadline` is the plan's, or the one promised instead; `reached` whether its chance is the target's.
    """

    levers: tuple[Lever, ...]
    probability: float
    gain: float
    cost: float
    value_lost: float
    deadline: datetime
    p50: datetime
    p80: datetime
    reached: bool

    @property
    def changes(self) -> tuple[Change, ...]:
        """What to apply to the plan, in order."""
        return tuple(lever.change for lever in self.levers)


@dataclass(frozen=True, slots=True)
class Recovery:
    """The chance of the deadline as the plan is, the levers from the worthiest down, and packages of them.

    `simulations` counts those that were run, all with the same random numbers.
    """

    deadline: datetime
    target: float
    probability: float
    p50: datetime
    p80: datetime
    levers: tuple[Lever, ...]
    packages: tuple[Package, ...]
    simulations: int
