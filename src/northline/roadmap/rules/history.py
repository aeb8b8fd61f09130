"""A roadmap of the past: what is now, with every later change taken back. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Past:
    """One recorded change: of which kind and object, its verb, and what was there before it."""

    seq: int
    kind: str
    object_id: str
    verb: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(slots=True)
class State:
    """Every row by kind and id, put away or not, and the dependencies by id."""

    rows: dict[str, dict[str, Values]] = field(default_factory=dict)
    dependencies: dict[str, Values] = field(default_factory=dict)


def taken_back(now: State, changes: Iterable[Past]) -> State:
    """The state before `changes`, which come newest first. `now` itself is left as it is."""
    then = State(
        {kind: {key: dict(row) for key, row in rows.items()} for kind, rows in now.rows.items()},
        dict(now.dependencies),
    )
    for change in changes:
        _take_back(then, change)
    return then


def _take_back(state: State, change: Past) -> None:
    rows = state.rows.setdefault(change.kind, {})
    if change.verb == "created":
        rows.pop(change.object_id, None)
        return
    if change.verb == "joined_product":
        rows.pop(change.object_id, None)
        _part(state, change.object_id)
        return
    if change.verb == "left_product":
        rows[change.object_id] = dict(change.before["row"])
        state.dependencies.update({link["id"]: dict(link) for link in change.before["dependencies"]})
        return
    if link := change.after.get("dependency"):
        state.dependencies.pop(link["id"], None)
        return
    if link := change.before.get("dependency"):
        state.dependencies[link["id"]] = dict(link)
        return
    row = rows.get(change.object_id)
    if row is None:
        return
    if change.verb in ("archived", "restored"):
        row["archived"] = change.verb == "restored"
    row.update({name: value for name, value in change.before.items() if name in row and name != "custom"})
    if "custom" in change.before and "custom" in row:
        # Of values that people added fields for, a change tells those alone that it touched.
        values = {**row["custom"], **change.before["custom"]}
        row["custom"] = {name: value for name, value in values.items() if value is not None}


def _part(state: State, gone: str) -> None:
    """Forget what waits for, or is awaited by, a row that had not arrived yet."""
    state.dependencies = {
        key: link for key, link in state.dependencies.items() if gone not in (link["before"], link["after"])
    }
