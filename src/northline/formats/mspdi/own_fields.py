"""What Northline knows and MSPDI has no field for, kept in text fields that go by these names.

Any of the plan's own custom fields may have these numbers already; the writer takes free ones, and the reader finds
them by their alias.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from northline.engine.model import Minutes, ThreePoint
from northline.formats import CustomField

ID, ESTIMATE, HAMMOCK, CALENDARS, CONSULTED, INFORMED = (
    "Northline id",
    "Northline estimate",
    "Northline hammock",
    "Northline calendars",
    "Northline consulted",
    "Northline informed",
)
TASK_FIELDS = (ID, ESTIMATE, HAMMOCK, CONSULTED, INFORMED)
TASK_BASE, RESOURCE_BASE = 188743680, 205520896
# Text1 to Text30 of tasks and of resources, as Microsoft numbers them.
TASK_TEXTS = tuple(TASK_BASE + n for n in (51, 54, 57, 60, 63, 66, 67, 68, 69, 70, *range(317, 337)))
RESOURCE_TEXTS = tuple(RESOURCE_BASE + n for n in (8, 9, 10, 30, 31, *range(97, 102), *range(225, 245)))


@dataclass(frozen=True, slots=True)
class OwnFields:
    """The numbers of our fields in one file, by their names, for tasks and for resources."""

    tasks: Mapping[str, str]
    resources: Mapping[str, str]
    calendars: Mapping[str, str]

    def take(self, custom: dict[str, str], name: str) -> str:
        """Remove our own value from a task's custom values and return it, empty if it has none."""
        return custom.pop(self.tasks.get(name, ""), "")

    def take_resource_id(self, custom: dict[str, str]) -> str:
        """The same for a resource's id."""
        return custom.pop(self.resources.get(ID, ""), "")


def own_fields(fields: Iterable[CustomField]) -> tuple[OwnFields, list[CustomField]]:
    """Our fields among those of a file, and the others."""
    tasks, resources, calendars, others = {}, {}, {}, []
    for item in fields:
        number = int(item.id) if item.id.isdecimal() else 0
        if item.alias in TASK_FIELDS and number in TASK_TEXTS:
            tasks[item.alias] = item.id
        elif item.alias == ID and number in RESOURCE_TEXTS:
            resources[ID] = item.id
        elif item.alias == CALENDARS and number in RESOURCE_TEXTS:
            calendars = {choice.id: choice.value for choice in item.choices}
        else:
            others.append(item)
    return OwnFields(tasks, resources, calendars), others


def estimate_text(estimate: ThreePoint) -> str:
    """An estimate in minutes as text.

    >>> estimate_text(ThreePoint(Minutes(60), Minutes(120), Minutes(240)))
    '60 120 240'
    """
    return f"{estimate.optimistic} {estimate.likely} {estimate.pessimistic}"


def names_text(names: Iterable[str]) -> str:
    """Names of people as text.

    >>> names_text(["Ann Lee", "Ben Ode"])
    'Ann Lee; Ben Ode'
    """
    return "; ".join(name.replace(";", ",") for name in names)


def names_of(text: str) -> tuple[str, ...]:
    """The inverse of `names_text`."""
    return tuple(name for part in text.split(";") if (name := part.strip()))


def estimate_of(text: str) -> ThreePoint | None:
    """The inverse of `estimate_text`; None for any other text."""
    parts = text.split()
    if len(parts) != 3 or not all(part.isdecimal() and len(part) < 14 for part in parts):
        return None
    low, likely, high = (Minutes(int(part)) for part in parts)
    return ThreePoint(low, likely, high) if low <= likely <= high else None
