"""What differs between two moments of a roadmap, in a product manager's terms. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from northline.roadmap.rules.history import State, Values

# How each field's difference is called; a field that is not named here is told as "edited".
NAMED = {
    "title": "renamed",
    "lane_id": "relaned",
    "status": "status",
    "horizon": "horizon",
    "owner_id": "owner",
    "parent_id": "contained",
    "parked": "parked",
    "goal": "goal",
    "day": "moved",
}
WINDOW = ("window_start", "window_finish", "window_precision")
# Where something lies among its neighbours, and its plain words beside the rich ones, are no news.
SILENT = frozenset({"position", "words", "archived", *WINDOW})


class Difference(NamedTuple):
    """One thing that is otherwise. `days` is by how much the end of a window, or a date, moved: later is above 0."""

    what: str
    kind: str
    id: str
    key: str
    title: str
    field: str = ""
    before: Any = None
    after: Any = None
    days: int | None = None


def differences(before: State, after: State) -> list[Difference]:
    """Everything that differs from `before` to `after`: milestones, lanes, initiatives, dependencies."""
    found: list[Difference] = []
    for kind in sorted(before.rows.keys() | after.rows.keys()):
        was, now = _live(before, kind), _live(after, kind)
        for key in sorted(was.keys() | now.keys()):
            found += _of_row(kind, key, was.get(key), now.get(key))
    return found + list(_of_dependencies(before, after))


def _live(state: State, kind: str) -> dict[str, Values]:
    return {key: row for key, row in state.rows.get(kind, {}).items() if not row["archived"]}


def _of_row(kind: str, key: str, was: Values | None, now: Values | None) -> Iterator[Difference]:
    if was is None or now is None:
        row, what = (now, "added") if was is None else (was, "removed")
        assert row is not None
        yield Difference(what, kind, key, row["key"], row["title"])
        return
    named = (kind, key, now["key"], now["title"])
    if [was.get(name) for name in WINDOW] != [now.get(name) for name in WINDOW]:
        yield _moved(named, was, now)
    for name, value in now.items():
        if name in SILENT or was[name] == value:
            continue
        days = _days(was[name], value) if name == "day" else None
        yield Difference(NAMED.get(name, "edited"), *named, name, was[name], value, days)


def _moved(named: tuple[str, str, str, str], was: Values, now: Values) -> Difference:
    """A window that came, went, moved as a whole or changed its length."""
    before, after = _window(was), _window(now)
    if before is None or after is None:
        what = "unscheduled" if after is None else "scheduled"
        return Difference(what, *named, "window", before, after)
    starts, finishes = (_days(before[name], after[name]) for name in ("start", "finish"))
    what = "moved" if finishes else "resized"
    return Difference(what, *named, "window", before, after, days=finishes or starts)


def _window(row: Values) -> Values | None:
    if row["window_start"] is None:
        return None
    return {
        "start": row["window_start"],
        "finish": row["window_finish"],
        "precision": row["window_precision"],
    }


def _days(was: str, now: str) -> int:
    return (date.fromisoformat(now) - date.fromisoformat(was)).days


def _of_dependencies(before: State, after: State) -> Iterator[Difference]:
    for what, some, others in (("linked", after, before), ("unlinked", before, after)):
        known = {(link["before"], link["after"]) for link in others.dependencies.values()}
        for link in some.dependencies.values():
            if (link["before"], link["after"]) in known:
                continue
            rows = some.rows.get("initiative", {})
            first, second = rows.get(link["before"]), rows.get(link["after"])
            if first and second and not (first["archived"] or second["archived"]):
                yield Difference(
                    what,
                    "initiative",
                    link["after"],
                    second["key"],
                    second["title"],
                    "dependency",
                    after=f"{first['key']} {first['title']}",
                )
