"""What requests and answers of imports look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.schemas import In, Out, Told, Writable
from northline.formats.feedback import Loss
from northline.research.imports import mapping, writing
from northline.research.imports.models import ResearchImport
from northline.research.imports.trying import Outcome
from northline.research.schemas import IdeaStatus

Target = Literal["insight", "idea", "opportunity"]
Word = Annotated[str, StringConstraints(max_length=300), Writable]
Fate = Literal["create", "update", "unchanged", "error", "left_out"]
Column = Literal[
    "id", "title", "text", "type", "group", "state", "labels", "author", "customer", "created", "closed",
    "votes", "parent", "url", "comment", "keep", "skip",
]  # fmt: skip
# A field that people added, as lists name it: custom.reach.
OwnColumn = Annotated[str, StringConstraints(pattern=r"^custom\.[a-z0-9_]{1,40}$")]


class MappingIn(In):
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Writable]
    kind: Target
    columns: Annotated[list[Column | OwnColumn], Field(max_length=500)] = []
    kind_by: Literal["", "type", "group", "state"] = ""
    kinds: Annotated[
        dict[Word, Literal["insight", "idea", "opportunity", "skip"]], Field(max_length=500)
    ] = {}
    statuses: Annotated[dict[Word, IdeaStatus], Field(max_length=500)] = {}


class Mapping(Out):
    source: str
    kind: Target
    columns: list[Column | OwnColumn]
    kind_by: Literal["", "type", "group", "state"]
    kinds: dict[str, Literal["insight", "idea", "opportunity", "skip"]]
    statuses: dict[str, IdeaStatus]


class Recognised(Out):
    """`sample` are the first rows of a table; `values` how often each type, list, state and label comes."""

    system: str
    name: str
    items: int
    comments: int
    headings: list[str]
    sample: list[list[str]]
    values: dict[str, dict[str, int]]


class Lost(Out):
    what: str
    count: int
    why: str


class Done(Out):
    counts: dict[str, int]
    losses: list[Lost]


class ResearchImportOut(Out):
    """`change` is what undoes the whole, once it is written."""

    id: UUID
    state: Literal["reading", "ready", "refused", "importing", "imported"]
    file_name: str
    product_id: UUID
    recognised: Recognised | None
    mapping: Mapping | None
    refusal: Told | None
    outcome: Done | None
    job: UUID | None
    change: UUID | None


class Tried(Out):
    """What would become of one item; `row` is its place in the file, `changed` what differs from the last time."""

    row: int
    source_id: str
    title: str
    what: Fate
    kind: Target | None
    code: str
    why: str
    changed: list[str]
    comments: int


class DryRun(Out):
    """`rows` are at most 200 of those asked for; `counts` are of all."""

    counts: dict[str, int]
    rows: list[Tried]
    losses: list[Lost]


class ResearchConfirmation(In):
    leave_out_errors: bool = False


def plan_of(body: MappingIn) -> mapping.Plan:
    """The mapping that a person gave."""
    given = body.model_dump()
    return mapping.Plan(**{**given, "columns": tuple(given["columns"])})


def show_import(row: ResearchImport) -> dict[str, Any]:
    names = ("id", "state", "file_name", "product_id", "recognised", "refusal", "outcome")
    return {name: getattr(row, name) for name in names} | {
        "mapping": row.mapping or None,
        "job": row.job_id,
        "change": row.change_id,
    }


def show_dry_run(
    outcomes: list[Outcome], losses: tuple[Loss, ...], *, what: str, most: int = 200
) -> dict[str, Any]:
    found = [one for one in outcomes if not what or one.what == what]
    return {
        "counts": writing.counts_of(outcomes),
        "rows": [_show(one) for one in found[:most]],
        "losses": [{"what": one.what, "count": one.count, "why": one.why} for one in losses],
    }


def _show(one: Outcome) -> dict[str, Any]:
    return {
        "row": one.item.row,
        "source_id": one.item.id[:300],
        "title": one.item.title[:300],
        "what": one.what,
        "kind": one.kind or None,
        "code": one.code,
        "why": one.why,
        "changed": list(one.changed),
        "comments": len(one.comments),
    }
