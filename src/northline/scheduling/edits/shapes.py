"""The edits that make items of others: two of one, one of several, copies, series, and what a template holds."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from northline.core.schemas import In, Title
from northline.delivery.schemas import PlanTime
from northline.scheduling.checklists import EntryId
from northline.scheduling.edits.values import A_CENTURY, Minutes, Reference


class Split(In):
    """Make two items in sequence of one task: the second, after it, takes what is left of the duration, the work,
    the three points and the progress, and all that hangs on the finish."""

    op: Literal["split"]
    id: Reference
    version: int
    # How long the first part takes; without it, half.
    first_minutes: Annotated[int, Field(ge=1, le=A_CENTURY)] | None = None
    title: Title | None = None
    temp_id: Reference | None = None


class Promote(In):
    """Make an item of an entry of a checklist, which goes from there: whoever does the entry owns the item."""

    op: Literal["promote"]
    id: Reference
    version: int
    entry_id: EntryId
    # Below the item, which becomes a summary, or after it.
    place: Literal["below", "after"] = "after"
    temp_id: Reference | None = None


class Merged(In):
    id: Reference
    version: int


class Merge(In):
    """Make one task of siblings: `id` takes the duration, the work and the links of the others, which go."""

    op: Literal["merge"]
    id: Reference
    version: int
    others: Annotated[list[Merged], Field(min_length=1, max_length=200)]


class Clone(In):
    """Copy an item and all below it to stand after it, with the links inside and, if wanted, who is on it.

    What was done of it is not copied. `shift_days` puts it that many days of the calendar later.
    """

    op: Literal["clone"]
    id: Reference
    title: Title | None = None
    shift_days: Annotated[int, Field(ge=-36_500, le=36_500)] = 0
    people: bool = True
    temp_id: Reference | None = None


class Repeat(In):
    """A new summary with a task for each date of a rule (RFC 5545, such as FREQ=WEEKLY;BYDAY=MO), each of which
    starts no earlier than its date."""

    op: Literal["repeat"]
    parent_id: Reference | None = None
    after_id: Reference | None = None
    title: Title
    rule: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    first: PlanTime
    last: PlanTime | None = None
    count: Annotated[int, Field(ge=1, le=1_000)] | None = None
    duration_minutes: Minutes = 60
    skip_days_off: bool = False
    temp_id: Reference | None = None


class Insert(In):
    """Lay a template under `parent_id`, after `after_id`: from `start` on, or so late that it ends by `finish`;
    without either, what nothing holds begins with the project. `people` says who fills each role, by its id; of a
    role that is not named, whoever the template proposes."""

    op: Literal["insert"]
    template_id: UUID
    parent_id: Reference | None = None
    after_id: Reference | None = None
    title: Title | None = None
    start: PlanTime | None = None
    finish: PlanTime | None = None
    people: dict[str, UUID | None] = {}
    temp_id: Reference | None = None

    @model_validator(mode="after")
    def _one_end(self) -> Insert:
        if self.start and self.finish:
            raise ValueError("Give the start or the finish of a template, not both.")
        return self
