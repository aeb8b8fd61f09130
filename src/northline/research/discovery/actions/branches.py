"""The state of branches, putting them away whole, and warnings that are not to be seen again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from northline.core import changes, editing, undo
from northline.core.deeds import deed
from northline.core.models import Change, Editable, Link
from northline.core.refusal import Conflict, Stale
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research import access as research
from northline.research.discovery import access
from northline.research.discovery.models import Branch, Dismissal
from northline.research.models import Idea, Opportunity

MARK, SHOW, DISMISS = "discovery_mark", "discovery_show", "discovery_dismiss"


@transaction.atomic
def mark_branch(
    row: Opportunity,
    *,
    expected: int,
    fields: dict[str, Any],
    by: Scope,
    verb: str = "edited",
    cause: Change | None = None,
) -> Branch:
    """Say how far a branch is (`status`) and whether it is the target (`is_target`), as part of its opportunity."""
    editing.swap(row, expected=expected, fields={})
    branch, _ = Branch.objects.get_or_create(opportunity=row, defaults={"workspace_id": by.workspace_id})
    before = {name: getattr(branch, name) for name in fields}
    for name, value in fields.items():
        setattr(branch, name, value)
    branch.save(update_fields=[*fields])
    undo_ = {"how": MARK, "version": row.version, "fields": before}
    changes.record(by, verb, row, before=before, after=dict(fields), undo=undo_, cause=cause)
    return branch


def _mark_back(change: Change, by: Scope) -> None:
    row = research.opportunity(by, change.object_id, right="contribute")
    mark_branch(
        row,
        expected=change.undo["version"],
        fields=change.undo["fields"],
        by=by,
        verb="undid",
        cause=change,
    )


def prune(row: Opportunity, *, expected: int, by: Scope) -> tuple[list[Opportunity], list[Idea]]:
    """Archive an opportunity, those below it, and the ideas that then would answer nothing."""
    if row.archived_at is not None:
        raise Conflict("object.archived_already", f"{row.key} is archived already. Nothing was changed.")
    if row.version != expected:
        raise Stale(row)
    with transaction.atomic():
        # Nobody moves anything into the branch meanwhile.
        Product.objects.select_for_update().get(pk=row.product_id)
        needs = _below(row)
        ideas = _only_of(needs)
        said = {"opportunities": len(needs), "ideas": len(ideas)}
        with deed(row.title, place=row.place(), verb="pruned", by=by, said=said) as cause:
            for one in (*needs, *ideas):
                editing.archive(
                    one, expected=expected if one.pk == row.pk else one.version, by=by, cause=cause
                )
    return needs, ideas


def _below(row: Opportunity) -> list[Opportunity]:
    """The opportunity and all below it that are not archived. One query."""
    children: dict[UUID | None, list[Opportunity]] = {}
    for one in Opportunity.objects.filter(product_id=row.product_id, archived_at=None):
        children.setdefault(one.parent_id, []).append(one)
    found, waiting = [], [row]
    while waiting:
        found.append(one := waiting.pop())
        waiting += children.get(one.pk, [])
    return found


def _only_of(needs: list[Opportunity]) -> list[Idea]:
    """The ideas that address nothing but these. Three queries."""
    ids = {one.pk for one in needs}
    links = Link.objects.filter(
        workspace_id=needs[0].workspace_id, type="addresses", source_kind="idea", target_kind="opportunity"
    )
    mine = set(links.filter(target_id__in=ids).values_list("source_id", flat=True))
    living = Opportunity.objects.filter(archived_at=None).exclude(pk__in=ids).values("pk")
    elsewhere = links.filter(source_id__in=mine, target_id__in=living).values_list("source_id", flat=True)
    return list(Idea.objects.filter(pk__in=mine - set(elsewhere), archived_at=None).order_by("pk"))


@transaction.atomic
def dismiss(
    product: Product, row: Editable, *, warning: str, by: Scope, cause: Change | None = None
) -> Dismissal:
    """Do not warn of this again while it is titled like that. Raises Conflict `warning.dismissed`."""
    given = {"workspace_id": by.workspace_id, "product": product, "object_kind": row.KIND, "title": row.title}
    found, made = Dismissal.objects.get_or_create(warning=warning, object_id=row.pk, defaults=given)
    if not made and found.title == row.title:
        raise Conflict("warning.dismissed", "That warning was dismissed already. Nothing was changed.")
    if not made:
        found.title = row.title
        found.save(update_fields=["title"])
    changes.record(
        by, "dismissed", row, after={"warning": warning}, undo={"how": SHOW, "id": str(found.pk)}, cause=cause
    )
    return found


@transaction.atomic
def show_again(row: Dismissal, *, by: Scope, cause: Change | None = None) -> None:
    """Warn of it again."""
    subject = _subject(by, row.object_kind, row.object_id)
    warning = row.warning
    row.delete()
    undo_ = {"how": DISMISS, "warning": warning}
    changes.record(by, "warned again", subject, after={"warning": warning}, undo=undo_, cause=cause)


def _subject(by: Scope, kind: str, object_id: UUID) -> Opportunity | Idea:
    door = research.opportunity if kind == "opportunity" else research.idea
    return door(by, object_id, right="contribute")


def _show_back(change: Change, by: Scope) -> None:
    row = Dismissal.objects.filter(workspace_id=by.workspace_id, pk=change.undo["id"]).first()
    if row is None:
        raise Conflict("undo.changed_since", "The warning is shown again already. Nothing was changed.")
    show_again(access.dismissal(by, row.pk, right="contribute"), by=by, cause=change)


def _dismiss_back(change: Change, by: Scope) -> None:
    subject = _subject(by, change.object_kind, change.object_id)
    product = Product.objects.get(pk=subject.product_id)
    dismiss(product, subject, warning=change.undo["warning"], by=by, cause=change)


undo.register(MARK, _mark_back)
undo.register(SHOW, _show_back)
undo.register(DISMISS, _dismiss_back)
