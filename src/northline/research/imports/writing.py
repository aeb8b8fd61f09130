"""Write what the dry run decided: all of it in one transaction, under one change that takes the whole back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core import changes, editing, kinds
from northline.core.deeds import Several
from northline.core.ids import uuid7
from northline.core.models import Change, Editable
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.research.imports.bodies import comment_of
from northline.research.imports.mapping import KINDS
from northline.research.imports.models import ResearchImport, SourceId
from northline.research.imports.trying import Known, Outcome, What, comment_id
from northline.research.models import Customer, Idea, Insight, OfProduct, Opportunity
from northline.talk import actions as talk
from northline.talk.models import Comment

BATCH = changes.BATCH
MODELS: dict[str, type[Insight] | type[Idea] | type[Opportunity]] = {
    "insight": Insight,
    "idea": Idea,
    "opportunity": Opportunity,
}


@dataclass(slots=True)
class Writing:
    """One import being written."""

    row: ResearchImport
    source: str
    by: Scope
    change: Change
    customers: dict[str, UUID] = field(default_factory=dict)
    # Opportunities by their id at the source: what stands under one names it so.
    above: dict[str, UUID] = field(default_factory=dict)


def write(
    row: ResearchImport, outcomes: Sequence[Outcome], *, source: str, known: dict[str, Known], by: Scope
) -> Change:
    """Make, change and remark what the outcomes say; answers the change that the rest hangs on."""
    making = [one for one in outcomes if one.what == "create"]
    altering = [one for one in outcomes if one.what == "update"]
    whole = Several(row.pk, f"{len(making) + len(altering)} from {row.file_name}"[:300], row.place())
    after = {"file": row.file_name, "source": source, **counts_of(outcomes)}
    change = changes.record(by, "imported", whole, after=after)
    writing = Writing(row, source, by, change)
    writing.above = {own: one.id for own, one in known.items() if one.kind == "opportunity"}
    _note_customers(writing, [*making, *altering])
    made = _make(writing, making)
    before = _alter(writing, altering)
    _say(writing, [(one, made.get(one.item.id)) for one in (*making, *altering)])
    change.undo = {"how": "research_import", "import": str(row.pk), "taken": before}
    change.save(update_fields=["undo"])
    return change


def hold(by: Scope) -> None:
    """Let nobody else in the workspace write until this is done: what is known must not change under way."""
    changes.hold_order(by.workspace_id)


def counts_of(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many of each fate, and how many comments come along."""
    found = list(outcomes)
    fates = Counter(one.what for one in found)
    names: tuple[What, ...] = ("create", "update", "unchanged", "error", "left_out")
    return {name: fates[name] for name in names} | {"comments": sum(len(one.comments) for one in found)}


def _note_customers(writing: Writing, outcomes: Iterable[Outcome]) -> None:
    """Find the customers by name, whatever its case, and note those that are new."""
    by = writing.by
    wanted: dict[str, str] = {}
    for one in outcomes:
        if name := one.taken.get("customer"):
            wanted.setdefault(name.lower(), name)
    if not wanted:
        return
    rows = Customer.objects.filter(workspace_id=by.workspace_id, archived_at=None).order_by("-created_at")
    writing.customers = {title.lower(): pk for pk, title in rows.values_list("pk", "title")}
    new = {low: name for low, name in wanted.items() if low not in writing.customers}
    keys = changes.next_keys(by.workspace_id, Customer.PREFIX, count=len(new)) if new else []
    made = [
        Customer(workspace_id=by.workspace_id, key=key, title=name)
        for key, name in zip(keys, new.values(), strict=True)
    ]
    _store(writing, made)
    writing.customers |= {row.title.lower(): row.pk for row in made}


def _make(writing: Writing, outcomes: Sequence[Outcome]) -> dict[str, OfProduct]:
    made: dict[str, OfProduct] = {}
    for kind in KINDS:
        mine = [one for one in outcomes if one.kind == kind]
        model, by = MODELS[kind], writing.by
        keys = changes.next_keys(by.workspace_id, model.PREFIX, count=len(mine)) if mine else []
        for one, key in zip(mine, keys, strict=True):
            made[one.item.id] = model(
                workspace_id=by.workspace_id, product_id=writing.row.product_id, key=key
            )
        if kind == "opportunity":
            writing.above |= {one.item.id: made[one.item.id].pk for one in mine}
        for one in mine:
            for name, value in _values(writing, one, one.taken).items():
                setattr(made[one.item.id], name, value)
        _store(writing, [made[one.item.id] for one in mine])
    _remember(writing, [("item", one.item.id, made[one.item.id], one.taken) for one in outcomes])
    return made


def _values(writing: Writing, outcome: Outcome, names: Iterable[str]) -> dict[str, Any]:
    """The columns of our table for these fields of the source."""
    values: dict[str, Any] = {}
    for name in names:
        value = outcome.taken[name]
        if name == "body":
            values |= {"body": outcome.body, "words": plain_text(outcome.body)}
        elif name == "customer":
            values["customer_id"] = writing.customers.get(value.lower())
        elif name == "parent":
            values["parent_id"] = writing.above.get(value)
        elif name == "observed_on":
            values[name] = date.fromisoformat(value) if value else None
        elif name == "custom":
            # What the source gave before and gives no more is taken away.
            before = outcome.known.taken.get("custom", {}) if outcome.known else {}
            values[name] = dict.fromkeys(before) | value
        else:
            values[name] = value
    if "tags" in values or "title" in values:
        values |= (
            {"source": Insight.Source.FEEDBACK} if outcome.kind == "insight" and not outcome.known else {}
        )
    return values


def _store(writing: Writing, rows: Sequence[Editable]) -> None:
    if not rows:
        return
    type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)
    changes.record_each(
        writing.by,
        "created",
        rows,
        cause=writing.change,
        after=lambda row: {"title": row.title},
        undo=lambda row: {"how": "archive", "version": row.version},
    )


def _alter(writing: Writing, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Change what the source changed; answers what was taken from it before."""
    before: dict[str, Any] = {}
    for kind in KINDS:
        mine = [one for one in outcomes if one.kind == kind and one.changed and one.known]
        model = kinds.kind_named(kind).model
        rows = model._default_manager.in_bulk([one.known.id for one in mine if one.known])
        for one in mine:
            assert one.known is not None
            row: Any = rows[one.known.id]
            fields = _values(writing, one, one.changed)
            if "tags" in fields:
                fields["tags"] = _merged(row.tags, one.known.taken.get("tags") or [], fields["tags"])
            if fields.get("parent_id") and _circles(row, fields["parent_id"]):
                fields.pop("parent_id")
            editing.revise(row, expected=row.version, fields=fields, by=writing.by, cause=writing.change)
            mine_is = SourceId.objects.filter(
                product_id=writing.row.product_id, source=writing.source, what="item", source_id=one.item.id
            )
            mine_is.update(taken=one.taken)
            before[one.item.id] = dict(one.known.taken)
    return before


def _merged(held: list[str], was: list[str], now: list[str]) -> list[str]:
    """The tags held here, less those that the source took off, with those that it put on."""
    kept = [tag for tag in held if tag not in was or tag in now]
    return [*kept, *(tag for tag in now if tag not in was and tag not in kept)]


def _circles(row: Opportunity, parent_id: UUID) -> bool:
    """Whether the opportunity stands above its new parent here, whatever the source says."""
    at: UUID | None = parent_id
    while at is not None:
        if at == row.pk:
            return True
        at = Opportunity.objects.filter(pk=at).values_list("parent_id", flat=True).first()
    return False


def _say(writing: Writing, pairs: Iterable[tuple[Outcome, OfProduct | None]]) -> None:
    """Put the comments under their objects, each with the step that shows it in the object's history."""
    made: list[tuple[str, Comment]] = []
    about: dict[UUID, Any] = {}
    wanted: dict[str, list[UUID]] = defaultdict(list)
    found = [(one, row) for one, row in pairs if one.comments]
    for one, row in found:
        if row is None and one.known:
            wanted[one.kind].append(one.known.id)
    for kind, ids in wanted.items():
        about |= kinds.kind_named(kind).model._default_manager.in_bulk(ids)
    for one, row in found:
        target: Any = row or about[one.known.id if one.known else uuid7()]
        for said in one.comments:
            comment = _comment(writing, target, comment_of(said, source=writing.source))
            about[comment.pk] = target
            made.append((comment_id(said), comment))
    _store_comments(writing, made, about)


def _store_comments(writing: Writing, made: list[tuple[str, Comment]], about: dict[UUID, Any]) -> None:
    comments = [comment for _, comment in made]
    Comment.objects.bulk_create(comments, batch_size=BATCH)
    by_object = [about[comment.pk] for comment in comments]
    told = iter(comments)
    changes.record_each(
        writing.by,
        talk.SAID,
        by_object,
        cause=writing.change,
        after=lambda _row: {"comment": str((one := next(told)).pk), "thread": str(one.pk), "to": None},
    )
    _remember(writing, [("comment", own, comment, {}) for own, comment in made])


def _comment(writing: Writing, about: Any, body: dict[str, Any]) -> Comment:
    return Comment(
        workspace_id=writing.by.workspace_id,
        object_kind=about.KIND,
        object_id=about.pk,
        by_id=writing.by.member_id,
        body=body,
        words=plain_text(body),
        created_at=timezone.now(),
    )


def _remember(writing: Writing, found: Iterable[tuple[str, str, Any, dict[str, Any]]]) -> None:
    rows = [
        SourceId(
            workspace_id=writing.by.workspace_id,
            product_id=writing.row.product_id,
            source=writing.source,
            what=what,
            source_id=own,
            object_kind=row.KIND,
            object_id=row.pk,
            taken=taken,
            via=writing.row,
        )
        for what, own, row, taken in found
    ]
    SourceId.objects.bulk_create(rows, batch_size=BATCH)
