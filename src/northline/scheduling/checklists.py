"""The checklist of an item: its entries in order, each with an id, a text, whether it is done, and who does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any
from uuid import UUID, uuid4

from pydantic import Field, StringConstraints

from northline.core.schemas import In, Out, Writable

MOST_ENTRIES = 200

Entry = dict[str, Any]
EntryText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), Writable]
EntryId = Annotated[str, StringConstraints(pattern="^[0-9a-f]{8}$")]


class ChecklistEntryIn(In):
    """An entry of a checklist; one without an `id` is new."""

    id: EntryId | None = None
    text: EntryText
    done: bool = False
    assignee_id: UUID | None = None


class ChecklistEntryOut(Out):
    id: str
    text: str
    done: bool
    assignee_id: UUID | None


ChecklistIn = Annotated[list[ChecklistEntryIn], Field(max_length=MOST_ENTRIES)]


def stored(entries: Iterable[ChecklistEntryIn]) -> list[Entry]:
    """The entries as an item keeps them; those that are new, or named twice, get an id of their own."""
    return _with_ids([entry.model_dump(mode="json") for entry in entries])


def newly_assigned(before: Sequence[Entry], after: Sequence[Entry]) -> set[UUID]:
    """Who is on an entry now that was on none of the list before."""
    were, now = ({entry["assignee_id"] for entry in entries} for entries in (before, after))
    return {UUID(member_id) for member_id in now - were if member_id}


def unticked(entries: Iterable[Entry]) -> list[Entry]:
    """A copy of the list of which nothing is done yet."""
    return [entry | {"done": False} for entry in entries]


def joined(lists: Iterable[Sequence[Entry]]) -> list[Entry]:
    """Several lists as one.

    >>> one = [{"id": "0000000a", "text": "Ask"}]
    >>> [entry["id"] == "0000000a" for entry in joined([one, one])]
    [True, False]
    """
    return _with_ids([entry for entries in lists for entry in entries])


def _with_ids(entries: Iterable[Entry]) -> list[Entry]:
    known: set[str] = set()
    made = []
    for entry in entries:
        entry_id = entry["id"]
        if entry_id is None or entry_id in known:
            entry_id = uuid4().hex[:8]
        known.add(entry_id)
        made.append(entry | {"id": entry_id})
    return made
