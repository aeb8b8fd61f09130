"""The doors to amendments, and who may sign for which side."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import Conflict
from northline.core.scope import Place, Right, Scope
from northline.delivery.amendments.models import Amendment
from northline.delivery.models import Charter

Side = Literal["product", "project"]


def open_amendment(scope: Scope, amendment_id: UUID, right: Right = "read") -> Amendment:
    row: Amendment = opened(scope, Amendment.objects.all(), amendment_id, right=right)
    return row


def held(scope: Scope, amendment_id: UUID) -> Amendment:
    """An amendment that waits for an answer, held until the transaction ends. Raises Conflict `amendment.answered`."""
    rows = Amendment.objects.select_for_update(of=("self",))
    row: Amendment = opened(scope, rows, amendment_id, right="read")
    if row.state != Amendment.State.PROPOSED:
        raise Conflict("amendment.answered", f"{row.key} was {row.state} already. Propose another one.")
    return row


def side_of(charter: Charter, side: Side) -> tuple[Right, Place]:
    """Which right, and where, it takes to sign: to steer the product, or to plan the project."""
    if side == "product":
        return "steer", Place(product_id=charter.initiative.product_id)
    return "plan", charter.project.place()


def may_sign(scope: Scope, charter: Charter, side: Side) -> bool:
    return scope.may(*side_of(charter, side))


def require_side(scope: Scope, charter: Charter, side: Side) -> None:
    right, place = side_of(charter, side)
    scope.require(right, place, what=Charter.KIND)


def sides(scope: Scope, charter: Charter) -> list[Side]:
    """The sides for which the reader may propose an amendment; none while the charter itself is not signed."""
    if charter.state != Charter.State.ACCEPTED or charter.archived_at is not None:
        return []
    both: tuple[Side, ...] = ("product", "project")
    return [side for side in both if may_sign(scope, charter, side)]
