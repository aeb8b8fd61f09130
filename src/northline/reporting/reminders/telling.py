"""What the inbox says of reminders: of the object as it is called now, and nothing of one that the reader may not see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from northline.core import kinds, links
from northline.core.models import Change
from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.core.wording import exactly
from northline.reporting.reminders.access import seen
from northline.reporting.reminders.models import DueNotice, Reminder

KINDS = frozenset({Reminder.KIND, DueNotice.KIND})


def told(scope: Scope, changes: Iterable[Change]) -> dict[UUID, dict[str, Any]]:
    """What a message says in place of its change, by the change's id. Two queries, one for each kind of object that
    reminders are of, and one for each object that is due."""
    of_objects = {change.object_id: change.pk for change in changes if change.object_kind in KINDS}
    if not of_objects:
        return {}
    mine = {"pk__in": list(of_objects), "member_id": scope.member_id}
    rows = list(Reminder.objects.filter(**mine))
    about = named(scope, rows)
    said = {of_objects[row.pk]: _reminder(row, about.get(row.object_id)) for row in rows}
    said |= {of_objects[row.pk]: _due(scope, row) for row in DueNotice.objects.filter(**mine)}
    return said


def named(scope: Scope, rows: Iterable[Reminder]) -> dict[UUID, dict[str, Any]]:
    """The objects that reminders are of, as Ref by their ids, but for those that their reader may not see. One query for
    each kind, and one for each object of kinds that have a door of their own."""
    wanted: dict[str, set[UUID]] = {}
    for row in rows:
        wanted.setdefault(row.object_kind, set()).add(row.object_id)
    return {one["id"]: one for kind, ids in wanted.items() for one in _named_of(scope, kind, ids)}


def _named_of(scope: Scope, kind: str, ids: set[UUID]) -> list[dict[str, Any]]:
    if kinds.kind_named(kind).door:
        return [ref(about) for pk in ids if (about := seen(scope, kind, pk))]
    return links.named_rows(scope, kind, ids)


def _reminder(row: Reminder, about: dict[str, Any] | None) -> dict[str, Any]:
    said = {"excerpt": row.note, "due": []}
    if about is None:
        return said
    return said | {
        "kind": about["kind"],
        "object_id": about["id"],
        "key": about["key"],
        "title": about["title"],
    }


def _due(scope: Scope, row: DueNotice) -> dict[str, Any]:
    lines = [
        ref(about) | {name: date.fromisoformat(line[name]) for name in ("on", "since") if name in line}
        for line in row.lines
        if (about := seen(scope, line["kind"], UUID(line["id"])))
    ]
    return {"excerpt": "; ".join(_words(one) for one in lines)[:500], "due": lines}


def _words(line: dict[str, Any]) -> str:
    named, on = f"{line['key']} {line['title']}", exactly(line["on"])
    if "since" not in line:
        return f"{named}, {on}"
    return f"{named}: update due {on}, no word since {exactly(line['since'])}"
