"""A roadmap of any moment as the readers of an audience may see it: built up from the fields that they are shown, as
`audiences.view` does for today's, so that a difference of two moments tells nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from northline.core.richtext import plain_text
from northline.reporting.audiences.sight import Sight, last_told, told_window
from northline.roadmap.rules.history import State, Values

Names = Mapping[str, str]
NO_WINDOW: Values = {"window_start": None, "window_finish": None, "window_precision": ""}


def seen_by(sight: Sight, state: State, *, lanes: Names, owners: Names) -> State:
    """What the audience sees of a state; `lanes` and `owners` name by id what they are told by name."""
    kept = State()
    kept.rows["initiative"] = {
        key: _initiative(row, sight, lanes, owners)
        for key, row in state.rows.get("initiative", {}).items()
        if not (row["archived"] or row["parked"]) and (not sight.statuses or row["status"] in sight.statuses)
    }
    if "lane" in sight.fields:
        kept.rows["lane"] = {key: _named(row) for key, row in state.rows.get("lane", {}).items()}
    if "milestones" in sight.fields:
        kept.rows["milestone"] = {
            key: _named(row) | {"day": last_told(date.fromisoformat(row["day"]), sight.precision).isoformat()}
            for key, row in state.rows.get("milestone", {}).items()
        }
    if "dependencies" in sight.fields:
        shown = kept.rows["initiative"]
        kept.dependencies = {
            key: link
            for key, link in state.dependencies.items()
            if link["before"] in shown and link["after"] in shown
        }
    return kept


def _named(row: Values) -> Values:
    """Readers are told no keys, as on the roadmap."""
    return {"key": "", "title": row["title"], "archived": row["archived"]}


def _initiative(row: Values, sight: Sight, lanes: Names, owners: Names) -> Values:
    values: dict[str, tuple[str, Any]] = {
        "lane": ("lane_id", lanes.get(row["lane_id"] or "", "")),
        "status": ("status", row["status"]),
        "horizon": ("horizon", row["horizon"]),
        "owner": ("owner_id", owners.get(row["owner_id"] or "", "")),
        "goal": ("goal", row["goal"]),
        "metrics": ("metrics", row["metrics"]),
        "features": ("features", row["features"]),
        "effort": ("effort_weeks", row["effort_weeks"]),
        "description": ("description", plain_text(row["body"])),
    }
    shown = _named(row) | dict(pair for field, pair in values.items() if field in sight.fields)
    return shown | (_window(row, sight) if "window" in sight.fields else NO_WINDOW)


def _window(row: Values, sight: Sight) -> Values:
    if row["window_start"] is None or row["window_finish"] is None:
        return NO_WINDOW
    first, last = (date.fromisoformat(row[name]) for name in ("window_start", "window_finish"))
    first, last = told_window(first, last, sight.precision)
    precision = row["window_precision"] if sight.precision == "exact" else sight.precision
    return {
        "window_start": first.isoformat(),
        "window_finish": last.isoformat(),
        "window_precision": precision,
    }
