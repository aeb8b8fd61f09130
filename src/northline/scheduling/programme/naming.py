"""What a reader is told of an item of another project: where they may not read that project, only that there is one."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from northline.core.scope import Place, Scope
from northline.engine.explain.sentences import stamp
from northline.scheduling.plan import Values

End = Literal["before", "after"]
SOMETHING = "an item of another project"
_VERBS = {"FS": "finishes", "FF": "finishes", "SS": "starts", "SF": "starts"}


def named_end(row: Values, end: End, scope: Scope) -> dict[str, Any]:
    """The item at one end of a link between projects and its project; both None for whoever may not read it."""
    place = Place(row[f"{end}__project__product_id"], row[f"{end}__project_id"])
    if not scope.may("read", place):
        return {"item": None, "project": None}
    named = {"kind": "work_item", "id": row[f"{end}_id"]}
    return {
        "item": named | {"key": row[f"{end}__key"], "title": row[f"{end}__title"]},
        "project": {"kind": "project", "id": row[f"{end}__project_id"]}
        | {"key": row[f"{end}__project__key"], "title": row[f"{end}__project__title"]},
    }


def shown_crossing(row: Values, scope: Scope, *, mine: End) -> dict[str, Any]:
    """A link between projects as one of its items shows it: `mine` is that item's end. Whoever plans
    the project that waits changes it, from either."""
    other: End = "after" if mine == "before" else "before"
    names = ("id", "version", "kind", "lag_minutes", "lag_unit", "bound_at")
    shown = {name: row[name] for name in names}
    waits = Place(row["after__project__product_id"], row["after__project_id"])
    can = {"edit": scope.may("plan", waits)}
    return shown | {"item_id": row[f"{mine}_id"], "end": mine, "can": can} | named_end(row, other, scope)


def waiting_sentence(title: str, row: Values, end: dict[str, Any]) -> str:
    """Whom an item waits for, as `Pilot waits for CLD-12 of Cold chain, which finishes on 2 March 2026 17:00.`"""
    whom = f"{end['item']['key']} of {end['project']['title']}" if end["item"] else SOMETHING
    lag = f", with a lag of {_lag(row)}" if row["lag_minutes"] else ""
    at = stamp(datetime.fromisoformat(row["bound_at"]))
    return f"{title} waits for {whom}, which {_VERBS[row['kind']]} on {at}{lag}."


def _lag(row: Values) -> str:
    amount = row["lag_minutes"]
    if row["lag_unit"] == "percent":
        return f"{amount} % of its duration"
    hours = f"{amount / 60:g} hours"
    return f"{hours} on the clock" if row["lag_unit"] == "elapsed" else hours
