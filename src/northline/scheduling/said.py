"""What an edit says of an item, as the item may have it: its calendar, type, checklist, and fields that people added."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from uuid import UUID

from northline.accounts.access import active_colleague
from northline.core.listing import custom_values
from northline.core.refusal import NotFound
from northline.core.scope import Scope
from northline.delivery.access import shared_calendars
from northline.delivery.item_types.access import to_give
from northline.delivery.models import WorkItem
from northline.scheduling import checklists
from northline.scheduling.edits import ItemFields
from northline.scheduling.plan import CALENDAR, Plan, Values


def type_in(fields: ItemFields, *, of: Values, by: Scope) -> Values:
    """The type of work, where it is another. Raises NotFound, Conflict `item_type.archived`."""
    type_id = fields.item_type_id
    if "item_type_id" not in fields.model_fields_set or type_id == of["item_type_id"]:
        return {}
    if type_id:
        to_give(by, type_id)
    return {"item_type_id": type_id}


def custom_with(given: Values, *, of: Values, as_in: WorkItem, by: Scope) -> Values:
    """What the item holds of such fields, with `given` in it."""
    as_in.custom, as_in.item_type_id = of["custom"], of["item_type_id"]
    return custom_values.merged(as_in, given, by=by)


def checklist_in(
    given: Sequence[checklists.ChecklistEntryIn], *, of: Values, by: Scope
) -> list[checklists.Entry]:
    """The whole of it. Raises NotFound where somebody new in it is no active member."""
    entries = checklists.stored(given)
    for member_id in checklists.newly_assigned(of["checklist"], entries):
        active_colleague(by, member_id)
    return entries


def bring_calendar(plan: Plan, calendar_id: UUID, *, by: Scope) -> None:
    """A calendar of the workspace comes to the plan by being chosen. Raises NotFound for one of elsewhere."""
    if any(row["id"] == calendar_id for row in plan.calendars):
        return
    coming = shared_calendars(by).filter(pk=calendar_id).values(*CALENDAR).first()
    if coming is None:
        raise NotFound("calendar")
    # In the order in which a plan is read, on which its fingerprint hangs.
    plan.calendars = sorted([*plan.calendars, coming], key=itemgetter("id"))
