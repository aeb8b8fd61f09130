"""A roadmap as its readers get it, as CSV: a column for each field that they are shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

from northline.core.listing.exporting.writing import harmless

Shown = Mapping[str, Any]

_COLUMNS: dict[str, tuple[tuple[str, Callable[[Shown, Shown], Any]], ...]] = {
    "lane": (("lane", lambda row, lanes: lanes.get(row.get("lane_id") or "", "")),),
    "status": (("status", lambda row, _: row.get("status")),),
    "horizon": (("horizon", lambda row, _: row.get("horizon")),),
    "window": (
        ("start", lambda row, _: (row.get("window") or {}).get("start")),
        ("finish", lambda row, _: (row.get("window") or {}).get("finish")),
    ),
    "forecast": (
        ("probability", lambda row, _: (row.get("forecast") or {}).get("probability")),
        ("p50", lambda row, _: (row.get("forecast") or {}).get("p50")),
        ("p85", lambda row, _: (row.get("forecast") or {}).get("p85")),
    ),
    "owner": (("owner", lambda row, _: row.get("owner")),),
    "goal": (("goal", lambda row, _: row.get("goal")),),
    "metrics": (("metrics", lambda row, _: "; ".join(map(str, row.get("metrics") or ()))),),
    "features": (("features", lambda row, _: "; ".join(map(str, row.get("features") or ()))),),
    "theme": (("theme", lambda row, _: row.get("theme")),),
    "container": (("container", lambda row, _: row.get("container")),),
    "effort": (("effort_weeks", lambda row, _: row.get("effort_weeks")),),
    "description": (("description", lambda row, _: row.get("description")),),
}


def csv_of(shown: Shown, fields: frozenset[str]) -> bytes:
    """The file, with a mark that it is UTF-8, and nothing in it that a spreadsheet would calculate."""
    columns = [column for field, some in _COLUMNS.items() if field in fields for column in some]
    own = list(dict.fromkeys(name for row in shown["initiatives"] for name in row.get("custom") or ()))
    lanes = {lane["id"]: lane["title"] for lane in shown["lanes"]}
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["title", *(name for name, _ in columns), *map(_cell, own)])
    for row in shown["initiatives"]:
        values = [read(row, lanes) for _, read in columns]
        values += [(row.get("custom") or {}).get(name) for name in own]
        writer.writerow([_cell(row["title"]), *map(_cell, values)])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int | float) else harmless(str(value))
