"""The spine: record one change per action. Everything that tells of the past reads these rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max

from northline.core import live
from northline.core.models import Change, Counter, Editable, Touch
from northline.core.scope import Place, Scope

BATCH = 500


class Subject(Protocol):
    """What a change is about: a row, or several of them at once."""

    @property
    def KIND(self) -> str: ...

    @property
    def pk(self) -> Any: ...

    def place(self) -> Place: ...


def next_number(workspace_id: UUID, name: str) -> int:
    """The next number of a counter. Its row stays locked until the transaction ends."""
    mine = Counter.objects.filter(workspace_id=workspace_id, name=name)
    if not mine.update(value=F("value") + 1):
        Counter.objects.get_or_create(workspace_id=workspace_id, name=name)
        mine.update(value=F("value") + 1)
    return mine.values_list("value", flat=True).get()


def next_numbers(workspace_id: UUID, name: str, *, count: int) -> range:
    """The next `count` numbers of a counter, in two queries however many."""
    first = next_number(workspace_id, name)
    if count > 1:
        Counter.objects.filter(workspace_id=workspace_id, name=name).update(value=F("value") + count - 1)
    return range(first, first + count)


def hold_order(workspace_id: UUID) -> None:
    """Let nobody else in the workspace record a change until the transaction ends."""
    Counter.objects.select_for_update().filter(workspace_id=workspace_id, name="changes").first()


def hold(workspace_id: UUID, name: str) -> None:
    """Let nobody else in the workspace hold the same name until the transaction ends."""
    mine = Counter.objects.filter(workspace_id=workspace_id, name=name)
    if not mine.exists():
        Counter.objects.get_or_create(workspace_id=workspace_id, name=name)
    mine.select_for_update().get()


def newest(workspace_id: UUID) -> int:
    """The number of the last change, 0 before the first."""
    last: int | None = Change.objects.filter(workspace_id=workspace_id).aggregate(last=Max("seq"))["last"]
    return last or 0


def next_key(workspace_id: UUID, prefix: str) -> str:
    """The next short key, such as INS-12."""
    return f"{prefix}-{next_number(workspace_id, f'key:{prefix}')}"


def next_keys(workspace_id: UUID, prefix: str, *, count: int) -> list[str]:
    """The next `count` short keys."""
    return [f"{prefix}-{number}" for number in next_numbers(workspace_id, f"key:{prefix}", count=count)]


def record_each(
    scope: Scope,
    verb: str,
    rows: Sequence[Subject],
    *,
    cause: Change,
    after: Callable[[Any], dict[str, Any]] = lambda _row: {},
    undo: Callable[[Any], dict[str, Any]] = lambda _row: {},
) -> None:
    """Record the same deed for each of many rows, as steps of one change, a few queries for all."""
    if not rows:
        return
    numbers = next_numbers(scope.workspace_id, "changes", count=len(rows))
    made = [
        _change(scope, verb, row, seq=seq, after=after(row), undo=undo(row), cause=cause)
        for seq, row in zip(numbers, rows, strict=True)
    ]
    Change.objects.bulk_create(made, batch_size=BATCH)


def record(
    scope: Scope,
    verb: str,
    row: Subject,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    undo: dict[str, Any] | None = None,
    reason: str = "",
    cause: Change | None = None,
    touches: Sequence[Touch] = (),
) -> Change:
    """Record what was just done, in the transaction that did it, and tell other browsers once it is committed.

    `touches` are what it is about besides the row, not yet stored.

    Call it last: the counter row it locks orders the commits of the workspace.
    """
    assert transaction.get_connection().in_atomic_block, "an action is one transaction"
    change = _change(
        scope,
        verb,
        row,
        seq=next_number(scope.workspace_id, "changes"),
        before=before or {},
        after=after or {},
        undo=undo or {},
        reason=reason,
        cause=cause,
    )
    change.save(force_insert=True)
    for touch in touches:
        touch.change = change
    Touch.objects.bulk_create(touches, batch_size=BATCH)
    transaction.on_commit(lambda: live.wake(scope.workspace_id))
    return change


def _change(scope: Scope, verb: str, row: Subject, **said: Any) -> Change:
    place = row.place()
    return Change(
        workspace_id=scope.workspace_id,
        by_id=scope.member_id,
        by_name=scope.name,
        verb=verb,
        object_kind=row.KIND,
        object_id=row.pk,
        object_key=getattr(row, "key", ""),
        object_title=getattr(row, "title", ""),
        product_id=place.product_id,
        project_id=place.project_id,
        version=row.version if isinstance(row, Editable) else None,
        request_id=scope.request_id,
        door=scope.door,
        **said,
    )
