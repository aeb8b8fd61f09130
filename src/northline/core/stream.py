"""The live stream: server-sent events of the changes one member may see, replayed after a reconnect.

Rights are asked anew for every batch, so a role taken away silences the stream at once.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from typing import ParamSpec, TypeVar
from uuid import UUID

import orjson
from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.db.models import Max

from northline.core import touches
from northline.core.activity import heard
from northline.core.live import Listening
from northline.core.models import Change
from northline.core.scope import Scope

# Other processes' commits are found by looking; this is how often.
LOOK_EVERY = 1.0
KEEP_ALIVE_EVERY = 15
BATCH = 200

P = ParamSpec("P")
R = TypeVar("R")


async def _looked_up(look: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Ask the database and hand the connection back: a stream lives for hours and must not keep one."""

    def look_and_let_go() -> R:
        try:
            return look(*args, **kwargs)
        finally:
            close_old_connections()

    return await sync_to_async(look_and_let_go)()


async def events(
    workspace_id: UUID, *, after: int | None, rescope: Callable[[], Scope | None]
) -> AsyncIterator[bytes]:
    """Changes after `after` (None: from now on) as event-stream bytes, until the member loses the workspace."""
    seen = await _looked_up(_newest, workspace_id) if after is None else after
    yield b"retry: 2000\n\n"
    quiet = 0
    async with Listening(workspace_id) as ear:
        while True:
            batch, newest = await _looked_up(_since, workspace_id, seen, rescope)
            if batch is None:
                yield b"event: closed\ndata: {}\n\n"
                return
            for message in batch:
                yield message
            if newest != seen:
                seen, quiet = newest, 0
                continue
            await ear.heard(within=LOOK_EVERY)
            quiet += 1
            if quiet % KEEP_ALIVE_EVERY == 0:
                if await _looked_up(rescope) is None:
                    yield b"event: closed\ndata: {}\n\n"
                    return
                yield b": still here\n\n"


def _newest(workspace_id: UUID) -> int:
    return Change.objects.filter(workspace_id=workspace_id).aggregate(newest=Max("seq"))["newest"] or 0


def _since(
    workspace_id: UUID, seen: int, rescope: Callable[[], Scope | None]
) -> tuple[list[bytes] | None, int]:
    found = list(Change.objects.filter(workspace_id=workspace_id, seq__gt=seen).order_by("seq")[:BATCH])
    if not found:
        return [], seen
    scope = rescope()
    if scope is None:
        return None, seen
    audible = [change for change in found if heard(scope, change)]
    touched = touches.of_all(audible)
    shown = [
        message(change, touched=None if touched is None else touched.get(change.pk, ())) for change in audible
    ]
    return shown, found[-1].seq


def message(change: Change, *, touched: Sequence[str] | None = ()) -> bytes:
    """One event: ids only; what changed is fetched through the doors. `touched` is null where that is too much to tell."""
    data = {
        "seq": change.seq,
        "kind": change.object_kind,
        "id": str(change.object_id),
        "verb": change.verb,
        "by": str(change.by_id) if change.by_id else None,
        "by_name": change.by_name,
        "product_id": change.product_id and str(change.product_id),
        "project_id": change.project_id and str(change.project_id),
        "touched": touched,
    }
    return b"id: %d\nevent: change\ndata: %s\n\n" % (change.seq, orjson.dumps(data))
