"""Mark a passage for what it speaks for, weigh it, lead it to something else, let it go. One change each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from northline.core import changes, kinds, undo
from northline.core.models import Change, Editable, Link, plain
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.scope import Scope
from northline.research import access
from northline.research.highlights import passages
from northline.research.highlights.passages import Passage
from northline.research.models import Highlight, Insight

MARK, UNMARK, WEIGH, LEAD = "mark_passage", "unmark_passage", "weigh_passage", "lead_passage"


@transaction.atomic
def mark(insight: Insight, passage: Passage, *, target: Editable, importance: int, by: Scope) -> Highlight:
    """Mark a passage of the insight for the opportunity or idea that it speaks for, and link the two.

    Raises Conflict `insight.merged` or `highlight.exists`, Refusal `highlight.not_in_text`.
    """
    Insight.objects.select_for_update().filter(pk=insight.pk).first()
    refuse_merged(insight)
    text = passages.text_of(insight.body)
    span = passages.find(text, passage)
    if span is None:
        raise Refusal(
            "highlight.not_in_text",
            f"These words do not stand in {insight.key}. It may have been edited: look at it again and"
            " mark the passage there. Nothing was changed.",
        )
    row = Highlight(
        workspace_id=by.workspace_id,
        insight=insight,
        target_kind=target.KIND,
        target_id=target.pk,
        importance=importance,
        by_id=by.member_id,
        **_columns(passages.passage_at(text, span)),
    )
    link, is_new = _link(row)
    _refuse_twin(row, is_linked=not is_new, target=target)
    row.save(force_insert=True)
    _record_marked(row, link=link if is_new else None, by=by)
    return row


@transaction.atomic
def revise_row(
    row: Highlight, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Highlight:
    """What is changed of a highlight, by itself or many at once: how much it matters, what it speaks for."""
    if "target_id" in fields:
        target = access.need_or_idea(by, fields["target_kind"], fields["target_id"])
        row = lead(row, target=target, expected=expected, by=by, reason=reason)
        expected = row.version
    if "importance" in fields:
        row = weigh(row, importance=fields["importance"], expected=expected, by=by, reason=reason)
    return row


def take_away(row: Highlight, *, expected: int, by: Scope, reason: str = "") -> None:
    """As a list lets it go."""
    unmark(row, expected=expected, by=by, reason=reason)


@transaction.atomic
def weigh(
    row: Highlight,
    *,
    importance: int,
    expected: int,
    by: Scope,
    reason: str = "",
    cause: Change | None = None,
) -> Highlight:
    """Say how much the passage matters to its target: 1 (hardly) to 5 (decides it)."""
    before = row.importance
    if importance == before and row.version == expected:
        return row
    written = Highlight.objects.filter(pk=row.pk, version=expected)
    if not written.update(importance=importance, version=F("version") + 1):
        raise Stale
    row.refresh_from_db(fields=["importance", "version"])
    changes.record(
        by,
        "weighed",
        row.insight,
        before=_told(row) | {"importance": before},
        after=_told(row),
        undo={"how": WEIGH, "highlight": str(row.pk), "version": row.version, "importance": before},
        reason=reason,
        cause=cause,
    )
    return row


@transaction.atomic
def lead(
    row: Highlight,
    *,
    target: Editable,
    expected: int,
    by: Scope,
    keeps_link: bool = False,
    reason: str = "",
    cause: Change | None = None,
) -> Highlight:
    """Let the passage speak for something else, and the insight with it.

    The link to what it spoke for goes where no other passage rests on it, unless `keeps_link`.
    Raises Stale, or Conflict `highlight.exists`.
    """
    if row.target_id == target.pk:
        if row.version != expected:
            raise Stale
        return row
    Insight.objects.select_for_update().filter(pk=row.insight_id).first()
    said, left = _told(row), (row.target_kind, row.target_id)
    row.target_kind, row.target_id = target.KIND, target.pk
    _, is_new = _link(row)
    _refuse_twin(row, is_linked=not is_new, target=target)
    written = Highlight.objects.filter(pk=row.pk, version=expected)
    if not written.update(target_kind=target.KIND, target_id=target.pk, version=F("version") + 1):
        raise Stale
    row.refresh_from_db(fields=["target_kind", "target_id", "version"])
    if not keeps_link:
        _cut_unless_marked(row.insight.evidence_id, left[1])
    undo_by = {"how": LEAD, "highlight": str(row.pk), "version": row.version, "brought": is_new}
    undo_by |= {"target_kind": left[0], "target_id": str(left[1])}
    changes.record(
        by, "led", row.insight, before=said, after=_told(row), undo=undo_by, reason=reason, cause=cause
    )
    return row


@transaction.atomic
def unmark(
    row: Highlight, *, expected: int, by: Scope, reason: str = "", cause: Change | None = None
) -> None:
    """Let the passage go. The link stays: the insight may speak for its target without any passage of it."""
    stored, said, insight = _stored(row), _told(row), row.insight
    if not Highlight.objects.filter(pk=row.pk, version=expected).delete()[0]:
        raise Stale
    undoing = {"how": MARK, "highlight": stored}
    changes.record(by, "unmarked", insight, before=said, undo=undoing, reason=reason, cause=cause)


def refuse_merged(insight: Insight) -> None:
    """What was merged into another is changed there.

    Raises Conflict `insight.merged`.
    """
    if insight.merger is not None:
        kept = insight.merger.kept
        raise Conflict(
            "insight.merged",
            f"{insight.key} was merged into {kept.key}. Change {kept.key}, or unmerge the two first."
            " Nothing was changed.",
        )


def _refuse_twin(row: Highlight, *, is_linked: bool, target: Editable) -> None:
    """The same passage twice for one target would say nothing more; of a link that was cut it is replaced.

    Of passages whose words were erased nobody knows whether they are the same.
    """
    twins = Highlight.objects.exclude(quote="").filter(
        insight=row.insight, target_id=row.target_id, quote=row.quote, before=row.before, after=row.after
    )
    if is_linked and twins.exists():
        raise Conflict(
            "highlight.exists", f"This passage is marked for {target.key} already. Nothing was changed."
        )
    twins.delete()


def _record_marked(row: Highlight, *, link: Link | None, by: Scope, cause: Change | None = None) -> None:
    undo_by = {"how": UNMARK, "highlight": str(row.pk), "version": row.version}
    undo_by |= {"link": str(link.pk)} if link else {}
    changes.record(by, "marked", row.insight, after=_told(row), undo=undo_by, cause=cause)


def _link(row: Highlight) -> tuple[Link, bool]:
    """The link of the passage's insight, or of the one that it was merged into, to the target; and whether it is new."""
    return Link.objects.get_or_create(
        workspace_id=row.workspace_id,
        type="supports",
        source_kind=Insight.KIND,
        source_id=row.insight.evidence_id,
        target_kind=row.target_kind,
        target_id=row.target_id,
    )


def _cut_unless_marked(evidence_id: UUID, target_id: UUID) -> None:
    """Part an insight from a target for which nothing is marked in it, nor in those that were merged into it."""
    own = Q(insight=evidence_id) | Q(insight__merger__kept=evidence_id)
    if not Highlight.objects.filter(own, target_id=target_id).exists():
        Link.objects.filter(type="supports", source_id=evidence_id, target_id=target_id).delete()


def _columns(passage: Passage) -> dict[str, str]:
    return {"quote": passage.quote, "before": passage.before, "after": passage.after}


def _told(row: Highlight) -> dict[str, Any]:
    target = kinds.kind_named(row.target_kind).model._default_manager.get(pk=row.target_id)
    assert isinstance(target, Editable)
    named = {"kind": row.target_kind, "id": str(target.pk), "key": target.key, "title": target.title}
    return {"quote": row.quote, "importance": row.importance, "target": named}


def _stored(row: Highlight) -> dict[str, Any]:
    """Every column, so that it can be put back as it was."""
    return {field.attname: plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _undo_marking(change: Change, by: Scope) -> None:
    """The link goes too where the passage brought it and nothing else marked since rests on it."""
    row = access.highlight(by, UUID(change.undo["highlight"]), right="contribute")
    unmark(row, expected=change.undo["version"], by=by, cause=change)
    if "link" in change.undo:
        others = Highlight.objects.filter(insight_id=row.insight_id, target_id=row.target_id)
        if not others.exists():
            Link.objects.filter(workspace_id=by.workspace_id, pk=change.undo["link"]).delete()


def _undo_unmarking(change: Change, by: Scope) -> None:
    stored = change.undo["highlight"]
    access.insight(by, UUID(stored["insight_id"]), right="contribute")
    row = Highlight(**{f.attname: f.to_python(stored[f.attname]) for f in Highlight._meta.concrete_fields})
    row.save(force_insert=True)
    link, is_new = _link(row)
    _record_marked(row, link=link if is_new else None, by=by, cause=change)


def _undo_weighing(change: Change, by: Scope) -> None:
    row = access.highlight(by, UUID(change.undo["highlight"]), right="contribute")
    weigh(row, importance=change.undo["importance"], expected=change.undo["version"], by=by, cause=change)


def _undo_leading(change: Change, by: Scope) -> None:
    """Back to what it spoke for; the link that the passage found there stays, as it stood before."""
    row = access.highlight(by, UUID(change.undo["highlight"]), right="contribute")
    target = access.need_or_idea(by, change.undo["target_kind"], UUID(change.undo["target_id"]))
    lead(
        row,
        target=target,
        expected=change.undo["version"],
        by=by,
        keeps_link=not change.undo["brought"],
        cause=change,
    )


undo.register(UNMARK, _undo_marking)
undo.register(MARK, _undo_unmarking)
undo.register(WEIGH, _undo_weighing)
undo.register(LEAD, _undo_leading)
