"""Many short keys at once, from the counter that the spine draws single ones from."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F

from northline.core.models import Counter


def next_keys(workspace_id: UUID, prefix: str, *, count: int) -> list[str]:
    """The next `count` keys, such as ATL-1, ATL-2. The counter's row stays locked until the transaction ends."""
    if not count:
        return []
    mine = Counter.objects.filter(workspace_id=workspace_id, name=f"key:{prefix}")
    if not mine.update(value=F("value") + count):
        Counter.objects.get_or_create(workspace_id=workspace_id, name=f"key:{prefix}")
        mine.update(value=F("value") + count)
    last = mine.values_list("value", flat=True).get()
    return [f"{prefix}-{number}" for number in range(last - count + 1, last + 1)]
