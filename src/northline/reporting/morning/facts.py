"""What a morning list is drawn from, as plain values. Days are calendar days unless they say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Named:
    """An object, named."""

    kind: str
    id: UUID
    key: str
    title: str

    @classmethod
    def of(cls, row: Any) -> Named:
        return cls(row.KIND, row.pk, row.key, row.title)


@dataclass(frozen=True, slots=True)
class Wait:
    """Open work that something waits for."""

    title: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """An open task or milestone by its computed dates; `slack` is what it may move before the finish does."""

    item: Named
    start: date
    finish: date
    percent: float
    begun: bool
    slack: float
    critical: bool
    # When anything about it was last written down.
    told: date
    owner: str = ""
    milestone: bool = False
    waits_for: tuple[Wait, ...] = ()
    held_up: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """A project that is under way; `chance_then` is the chance of its deadline a week ago."""

    project: Named
    work: Sequence[Work] = ()
    deadline: date | None = None
    chance: float | None = None
    chance_then: float | None = None
    p80: date | None = None
    # The last report, or when the project was started.
    reported: date | None = None
    ever_reported: bool = False


@dataclass(frozen=True, slots=True)
class Fall:
    """The chance of an item's deadline fell below what is guarded, and nobody has answered."""

    item: Named
    project: Named
    since: date
    chance: float
    guarded: float
    deadline: date | None
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Overload:
    """Somebody has `over` hours too much; the finish moves by `later` hours if nothing is done."""

    person: Named
    project: Named
    first: date
    over: float
    later: float
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A change request that waits for the reader's answer; `moves` are working days of the finish."""

    request: Named
    project: Named
    by: str
    since: date
    moves: float | None


@dataclass(frozen=True, slots=True)
class Danger:
    """An open threat whose time comes and whose response is not in place; `days` are working days."""

    risk: Named
    project: Named
    percent: int
    day: date
    days: float | None
    response: str
    owner: str


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody outside owes the project."""

    need: Named
    project: Named
    party: str
    needed: date
    promised: date | None


@dataclass(frozen=True, slots=True)
class Undone:
    """A condition of a gate that is open although its day has passed."""

    text: str
    owner: str
    due: date


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A gate with conditions that are overdue, or whose day `due` has passed although nothing was decided."""

    gate: Named
    project: Named
    owner: str = ""
    due: date | None = None
    overdue: tuple[Undone, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A charter, or an amendment of one, that waits for the reader's answer."""

    subject: Named
    project: Named
    by: str
    since: date
    amends: bool = False


@dataclass(frozen=True, slots=True)
class Vow:
    """An open promise of an initiative that the projects realise; `chance` is that of its day."""

    promise: Named
    project: Named
    to: str
    due: date
    chance: float
    p85: date | None


@dataclass(frozen=True, slots=True)
class Unowned:
    """Functions of an initiative that nobody, or more than one person, answers for."""

    initiative: Named
    project: Named
    nobody: tuple[str, ...]
    twice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of the projects that somebody manages, on the morning of `today`."""

    today: date
    deliveries: Sequence[Delivery] = ()
    falls: Sequence[Fall] = ()
    overloads: Sequence[Overload] = ()
    requests: Sequence[Request] = ()
    dangers: Sequence[Danger] = ()
    needs: Sequence[Need] = ()
    checkpoints: Sequence[Checkpoint] = ()
    questions: Sequence[Question] = ()
    vows: Sequence[Vow] = ()
    unowned: Sequence[Unowned] = field(default=())
