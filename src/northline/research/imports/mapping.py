"""What is to become of the items of an export: pure decisions over plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from northline.formats.feedback import OWN, Export, Item, Loss, items_of

Kind = Literal["insight", "idea", "opportunity"]
KINDS: tuple[Kind, ...] = ("insight", "idea", "opportunity")
LEFT_OUT = "skip"
By = Literal["", "type", "group", "state"]
_IDEAS = frozenset({"trello", "jira", "github", "canny", "fider", "aha"})
_OF_TYPE = {"note": "insight", "feature": "idea", "subfeature": "idea", "epic": "opportunity"}
_STATUS_WORDS = (
    (
        "dropped",
        ("declin", "reject", "won't", "wont", "will not", "duplicate", "cancel", "archiv", "not doing"),
    ),
    ("exploring", ("review", "explor", "consider", "investig", "discover", "candidate", "research", "doing")),
    ("chosen", ("plan", "progress", "start", "done", "complete", "ship", "released", "closed", "resolved")),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How items become objects. `kinds` and `statuses` go by the value of the source; "skip" leaves items out."""

    source: str
    kind: str
    columns: tuple[str, ...] = ()
    kind_by: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)


def proposed(export: Export, *, file_name: str, own: Mapping[tuple[str, str], str] | None = None) -> Plan:
    """A mapping to begin with. A table of no known tool is known by its file's name.

    `own` are the names of the fields that people added, by kind and title in small letters: a column without a place
    of ours that is called like one holds it.
    """
    columns = export.table.columns if export.table else ()
    items, _ = read_as(export, columns)
    types = sorted({item.type for item in items if item.type})
    known = {one: _OF_TYPE[one.lower()] for one in types if one.lower() in _OF_TYPE}
    by_type = export.system in ("productboard", "jira") and bool(known)
    kind = "idea" if export.system in _IDEAS else "insight"
    stem = file_name.rsplit("/", 1)[-1].rsplit(".", 1)[0].strip().lower()
    return Plan(
        source=export.system if export.system != "table" else (stem or "table")[:60],
        kind=kind,
        columns=_owned(export, columns, kind, own or {}),
        kind_by="type" if by_type else "",
        kinds=known if by_type else {},
        statuses={state: status_of(state) for state in sorted({item.state for item in items if item.state})},
    )


def _owned(
    export: Export, columns: Sequence[str], kind: str, own: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    if export.table is None:
        return tuple(columns)
    free = {title: name for (of, title), name in own.items() if of == kind}
    found = []
    for heading, column in zip(export.table.headings, columns, strict=True):
        name = free.pop(heading.strip().casefold(), None) if column == "keep" else None
        found.append(f"{OWN}{name}" if name else column)
    return tuple(found)


def status_of(state: str) -> str:
    """The status of an idea that a word of another tool means most likely.

    >>> status_of("In Progress"), status_of("Won't do"), status_of("Backlog")
    ('chosen', 'dropped', 'new')
    """
    word = state.lower()
    return next((status for status, words in _STATUS_WORDS if any(one in word for one in words)), "new")


def read_as(export: Export, columns: Sequence[str]) -> tuple[tuple[Item, ...], tuple[Loss, ...]]:
    """The items, and what has no place; of a table as its columns are described. Raises BadField."""
    if export.table is None:
        return export.items, export.losses
    items, losses = items_of(export.table, columns)
    return items, (*export.losses, *losses)


def kind_of(item: Item, plan: Plan) -> str:
    """What the item becomes: a kind, or "skip"."""
    value = {"type": item.type, "group": item.group, "state": item.state}.get(plan.kind_by)
    return plan.kinds.get(value, plan.kind) if value is not None else plan.kind


def told(items: Iterable[Item]) -> dict[str, dict[str, int]]:
    """How often each type, list, state and label comes, the most frequent first."""
    seen: dict[str, Counter[str]] = {name: Counter() for name in ("types", "groups", "states", "labels")}
    for item in items:
        for name, value in (("types", item.type), ("groups", item.group), ("states", item.state)):
            if value:
                seen[name][value] += 1
        seen["labels"].update(item.labels)
    return {name: dict(counter.most_common(200)) for name, counter in seen.items()}
