"""What requests and answers about promises look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import StringConstraints

from northline.core.schemas import Custom, In, Line, ObjectOut, Out, Patch, Ref, Text, Who, object_fields, ref
from northline.core.scope import Scope
from northline.roadmap.models import Promise, PromiseOutcome
from northline.roadmap.rules.promising import breaks

Name = Annotated[Line, StringConstraints(min_length=1, max_length=200)]
Verdict = Literal["kept", "broken", "renegotiated"]


class PromiseIn(In):
    """`words` is what was said, as it was said; `due` the last day that keeps the promise."""

    initiative_id: UUID
    promised_to: Name
    customer_id: UUID | None = None
    words: Text = ""
    made_on: date
    due: date
    custom: Custom = {}


class PromisePatch(Patch):
    """What was promised stays as it was said; fields of one's own may follow."""

    custom: Custom | None = None


class PromiseOutcomeIn(In):
    """`due` is the new day of a promise that was renegotiated; a promise that was not kept takes a reason."""

    verdict: Verdict
    due: date | None = None
    reason: Line = ""


class PromiseOutcomeOut(Out):
    verdict: Verdict
    was_due: date
    due: date
    chance: float | None
    reason: str
    by: Who | None
    at: datetime


class PromiseOut(ObjectOut):
    """`chance`, 0 to 1, is that of the day `due` when it was promised, as the plan had it. `endangered`: it is open and
    the window of its initiative ends later."""

    product_id: UUID
    initiative: Ref
    promised_to: str
    customer_id: UUID | None
    words: str
    made_on: date
    due: date
    chance: float | None
    state: Literal["open", "kept", "broken"]
    endangered: bool
    window_finish: date | None
    made_by: Who | None
    outcomes: list[PromiseOutcomeOut]


def show_promise(row: Promise, scope: Scope) -> dict[str, Any]:
    finish = row.initiative.window_finish
    return object_fields(row, can={"edit": scope.may("steer", row.place())}) | {
        "product_id": row.product_id,
        "initiative": ref(row.initiative),
        "promised_to": row.promised_to,
        "customer_id": row.customer_id,
        "words": row.words,
        "made_on": row.made_on,
        "due": row.due,
        "chance": row.chance,
        "state": row.state,
        "endangered": row.state == Promise.State.OPEN and breaks(due=row.due, finish=finish),
        "window_finish": finish,
        "made_by": row.made_by,
        "outcomes": [_outcome(one) for one in sorted(row.outcomes.all(), key=lambda one: one.created_at)],
    }


def _outcome(row: PromiseOutcome) -> dict[str, Any]:
    names = ("verdict", "was_due", "due", "chance", "reason", "by")
    return {name: getattr(row, name) for name in names} | {"at": row.created_at}
