"""Live updates: wake the streams of a workspace when something was committed in this process.

Other processes are heard of by the streams' own look at the table (see `northline.core.stream`), so that one
process and many behave the same on SQLite and on PostgreSQL.
"""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict
from uuid import UUID

_lock = threading.Lock()
_waiting: dict[UUID, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = defaultdict(set)


def wake(workspace_id: UUID) -> None:
    """Wake every stream of the workspace. Safe from any thread."""
    with _lock:
        waiting = list(_waiting.get(workspace_id, ()))
    for loop, event in waiting:
        if not loop.is_closed():
            loop.call_soon_threadsafe(event.set)


class Listening:
    """A stream's ear: `async with Listening(workspace) as ear: await ear.heard(seconds)`."""

    def __init__(self, workspace_id: UUID) -> None:
        self._workspace_id = workspace_id

    async def __aenter__(self) -> Listening:
        self._event = asyncio.Event()
        self._entry = (asyncio.get_running_loop(), self._event)
        with _lock:
            _waiting[self._workspace_id].add(self._entry)
        return self

    async def __aexit__(self, *_: object) -> None:
        with _lock:
            _waiting[self._workspace_id].discard(self._entry)

    async def heard(self, *, within: float) -> bool:
        """True when woken within that many seconds."""
        try:
            await asyncio.wait_for(self._event.wait(), timeout=within)
        except TimeoutError:
            return False
        self._event.clear()
        return True
