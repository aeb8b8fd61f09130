"""What setting fields of an item means for its columns: pure decisions over plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from northline.core.refusal import Refusal
from northline.delivery.workflow import Workflow, category_of_item, progress_in, state_of, translated
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.edits import ItemFields
from northline.scheduling.plan import Values

# A summary takes these from the items below it. What it was estimated at itself stays beside what they are together.
OF_LEAVES = {
    "type",
    "duration_minutes",
    "percent_complete",
    "actual_start",
    "actual_finish",
    "start",
    "finish",
    "manual",
    "remaining_minutes",
    "remaining_work_minutes",
    "state",
    "active",
    "levelling_delay_minutes",
}
_PLAIN = (
    "title", "notes", "deadline", "calendar_id", "priority", "owner_id", "task_type", "effort_driven", "item_type_id",
    "active", "levelling_delay_minutes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """What the columns of an item hang on beside the item: its place, the `dates` computed last, the local time.

    `workflow` is the item's own; a state of one of the `others` stands for its counterpart there.
    """

    summary: bool
    dates: Dates | None
    workflow: Workflow
    others: tuple[Workflow, ...]
    now: str


def columns_of(item: Values, fields: ItemFields, ground: Ground) -> Values:
    """The columns that change.

    Raises Refusal `item.is_summary`, `item.actuals_backwards`, `item.dates_backwards`, `item.unknown_state`,
    `item.remains_of_done`.
    """
    given = {name: getattr(fields, name) for name in fields.model_fields_set}
    if ground.summary and (own := sorted(OF_LEAVES & given.keys())):
        raise Refusal(
            "item.is_summary",
            f"{item['key']} is a summary: its {own[0]} comes from the items below it.",
            fields=own,
        )
    columns = {name: given[name] for name in _PLAIN if name in given}
    given |= _moved(item, given, ground)
    given |= _remaining(item, given)
    columns |= _size(item, given)
    columns |= _limits(fields, given)
    columns |= _progress(item, given, ground.dates)
    columns |= _state(item | columns, given, ground)
    columns |= _manual(item, given, ground.dates)
    _refuse_backwards(item | columns)
    return columns


def resized(item: Values, minutes: int) -> Values:
    """The columns of an item that takes another time than it did."""
    return _size(item, {"duration_minutes": minutes})


def _size(item: Values, given: Values) -> Values:
    columns: Values = {}
    if "type" in given:
        columns["type"] = given["type"]
        if given["type"] == "milestone":
            columns |= {"duration_minutes": 0, "remaining_minutes": None}
    if "duration_minutes" in given:
        columns |= {"duration_minutes": given["duration_minutes"], "remaining_minutes": None}
        if "estimate" not in given:
            columns |= _stretched(item, given["duration_minutes"])
    return columns


def _stretched(item: Values, minutes: int) -> Values:
    """The three points in proportion to a new duration: whoever says that it takes twice as long means the chances
    too. A duration that comes from nothing gives no proportion, and then the estimate goes."""
    if item["likely_minutes"] is None:
        return {}
    names = [f"{name}_minutes" for name in ("optimistic", "likely", "pessimistic")]
    was = item["duration_minutes"]
    if not was:
        return dict.fromkeys(names)
    return {name: round(item[name] * minutes / was) for name in names}


def _limits(fields: ItemFields, given: Values) -> Values:
    columns: Values = {}
    if "constraint" in given:
        limit = fields.constraint
        columns |= {
            "constraint_kind": limit.kind if limit else "ASAP",
            "constraint_at": limit.at if limit else None,
        }
    if "estimate" in given:
        for name in ("optimistic", "likely", "pessimistic"):
            columns[f"{name}_minutes"] = getattr(fields.estimate, name) if fields.estimate else None
    return columns


def _progress(item: Values, given: Values, dates: Dates | None) -> Values:
    """Work that has begun has a start, work that is done has a finish: those planned, unless others are said."""
    if not {"percent_complete", "actual_start", "actual_finish"} & given.keys():
        return {}
    percent = given.get("percent_complete")
    start = given.get("actual_start", item["actual_start"])
    finish = given.get("actual_finish", item["actual_finish"])
    if percent is None:
        percent = item["percent_complete"]
        if given.get("actual_finish"):
            percent = 100.0
        elif "actual_start" in given and start is None:
            percent, finish = 0.0, None
    if percent == 0 and not given.get("actual_start") and "percent_complete" in given:
        start = None
    if percent < 100:
        finish = None
    elif finish is None and "actual_finish" not in given:
        finish = dates[FINISH] if dates else None
        finish = max(start, finish) if start and finish else finish
    if start is None and percent > 0:
        start = dates[START] if dates else None
        if start is not None and finish is not None:
            start = min(start, finish)
    done = {"percent_complete": percent, "actual_start": start, "actual_finish": finish}
    return done | {"remaining_minutes": None, "resume_at": None}


def _moved(item: Values, given: Values, ground: Ground) -> Values:
    """The progress that a state stands for, unless other progress is said with it."""
    if "state" not in given:
        return {}
    state = translated(given["state"], ground.workflow, ground.others)
    if state is None:
        raise Refusal(
            "item.unknown_state",
            f"There is no state “{given['state']}” for {item['key']}. Nothing was changed.",
            possible=[found.id for found in ground.workflow],
        )
    implied = {"state": state.id} | progress_in(state.category, item, now=ground.now)
    return {name: value for name, value in implied.items() if name == "state" or name not in given}


def _remaining(item: Values, given: Values) -> Values:
    """What is left makes, with what is done, how long the item takes and how far it is."""
    left = given.pop("remaining_minutes", None)
    if left is None:
        return {}
    if left == 0:
        return {"percent_complete": 100.0}
    percent = (item | given)["percent_complete"]
    if percent >= 100:
        raise Refusal(
            "item.remains_of_done",
            f"{item['key']} is done, so nothing of it remains. Say a lower percentage with it.",
        )
    if "percent_complete" in given:
        return {"duration_minutes": round(left / (1 - percent / 100))}
    done = round(item["duration_minutes"] * percent / 100)
    whole = {"duration_minutes": done + left}
    return whole | {"percent_complete": round(100 * done / (done + left), 2)} if percent else whole


def _state(item: Values, given: Values, ground: Ground) -> Values:
    """The state that fits the progress; what was never put in one stays so while nobody does."""
    put_in = given.get("state", item["state"])
    if not put_in:
        return {}
    known = translated(put_in, ground.workflow, ground.others)
    return {"state": state_of(ground.workflow, category_of_item(item), put_in=known.id if known else "").id}


def _manual(item: Values, given: Values, dates: Dates | None) -> Values:
    columns: Values = {}
    manual = given.get("manual", item["manual"])
    if "manual" in given:
        columns["manual"] = manual
        if not manual:
            columns |= {"manual_start": None, "manual_finish": None}
        elif not item["manual"] and dates:
            columns |= {"manual_start": dates[START], "manual_finish": dates[FINISH]}
    if not manual:
        return columns | _dragged(given)
    for name in ("start", "finish"):
        if name in given:
            columns[f"manual_{name}"] = given[name]
    if "start" in given and "finish" not in given:
        # Put elsewhere, it lasts as long as before.
        columns["manual_finish"] = None
    return columns


def _dragged(given: Values) -> Values:
    for name, kind in (("start", "SNET"), ("finish", "FNET")):
        if name in given:
            at = given[name]
            return {"constraint_kind": kind if at else "ASAP", "constraint_at": at}
    return {}


def _refuse_backwards(item: Values) -> None:
    for name, code in (("actual", "item.actuals_backwards"), ("manual", "item.dates_backwards")):
        start, finish = item[f"{name}_start"], item[f"{name}_finish"]
        if start is not None and finish is not None and finish < start:
            raise Refusal(code, f"{item['key']} would finish on {finish}, before it starts on {start}.")


def changed(item: Values, columns: dict[str, Any]) -> dict[str, Any]:
    """Of the columns, those that differ from the item's."""
    return {name: value for name, value in columns.items() if item[name] != value}
