"""What Northline knows and XER has no field for, kept in user-defined fields that go by these names.

P6 shows and keeps such fields as any other; nothing in it depends on them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from northline.engine.model import Minutes, ThreePoint
from northline.formats.xer.tables import Tables

ID, ROW, DEADLINE, ESTIMATE, PLAN = (
    "Northline id",
    "Northline row",
    "Northline deadline",
    "Northline estimate",
    "Northline plan",
)
NAMES = frozenset({ID, ROW, DEADLINE, ESTIMATE, PLAN})


@dataclass(slots=True)
class OwnFields:
    """Our values by table (TASK, PROJWBS, RSRC, PROJECT), by record and by name; `others` are the names of the
    file's own user-defined fields."""

    values: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def of(self, table: str, record: str) -> Mapping[str, str]:
        """What we said about one record."""
        return self.values.get((table, record), {})

    def plan(self, project: str) -> Mapping[str, Any]:
        """What we said about the plan as a whole; empty if that cannot be read."""
        try:
            said = json.loads(self.of("PROJECT", project).get(PLAN, "{}"))
        except (ValueError, RecursionError):
            return {}
        return said if isinstance(said, dict) else {}


def read_own_fields(tables: Tables) -> OwnFields:
    """Our own fields among the file's user-defined ones."""
    found = OwnFields()
    ours: dict[str, tuple[str, str]] = {}
    for record in tables.of("UDFTYPE"):
        label = record.get("udf_type_label", "").strip()
        if label in NAMES:
            ours[record.get("udf_type_id", "").strip()] = record.get("table_name", "").strip(), label
        elif label:
            found.others.append(label)
    for record in tables.of("UDFVALUE"):
        table, name = ours.get(record.get("udf_type_id", "").strip(), ("", ""))
        text = record.get("udf_text", "").replace('""', '"')
        if name and text:
            found.values.setdefault((table, record.get("fk_id", "").strip()), {})[name] = text
    return found


def names_in(said: Mapping[str, Any], key: str) -> dict[str, str]:
    """The texts by text that a plan's own field holds under a key; whatever else is there is left out."""
    found = said.get(key)
    if not isinstance(found, dict):
        return {}
    return {k: v for k, v in found.items() if isinstance(v, str) and v}


def estimate_text(estimate: ThreePoint) -> str:
    """An estimate in minutes as text.

    >>> estimate_text(ThreePoint(Minutes(60), Minutes(120), Minutes(240)))
    '60 120 240'
    """
    return f"{estimate.optimistic} {estimate.likely} {estimate.pessimistic}"


def estimate_of(text: str) -> ThreePoint | None:
    """The inverse of `estimate_text`; None for any other text."""
    parts = text.split()
    if len(parts) != 3 or not all(p.isascii() and p.isdecimal() and len(p) < 14 for p in parts):
        return None
    low, likely, high = (Minutes(int(part)) for part in parts)
    return ThreePoint(low, likely, high) if low <= likely <= high else None


def whole_number(texts: Iterable[str]) -> list[int] | None:
    """All texts as whole numbers; None if one is not."""
    found = list(texts)
    if all(t.isascii() and t.isdecimal() and len(t) < 10 for t in found):
        return [int(t) for t in found]
    return None
