"""Tell readers of tables which rows were written, however that was done.

`save` and `delete` speak by Django's signals; `update`, `bulk_create` and `bulk_update` by the rows' own manager, which
every editable table has. Readers run at once, in the transaction that writes; what they raise undoes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

T = TypeVar("T", bound=models.Model)

# The model, the ids, and the columns that were written; None where any may have been.
Reader = Callable[[type[models.Model], list[UUID], frozenset[str] | None], None]
# Does a write of these columns concern the reader?
Concern = Callable[[type[models.Model], frozenset[str]], bool]
_READERS: list[tuple[Concern, Reader]] = []


def read_by(reader: Reader, *, concern: Concern) -> None:
    """Register a reader of written rows. Registering it twice counts once."""
    if (concern, reader) not in _READERS:
        _READERS.append((concern, reader))


def tell(model: type[models.Model], ids: list[UUID], columns: frozenset[str] | None = None) -> None:
    """Tell every reader whom it concerns."""
    for concern, reader in _READERS:
        if columns is None or concern(model, columns):
            reader(model, ids, columns)


class WatchedRows(models.QuerySet[T]):
    """Rows that tell of being written in bulk."""

    def update(self, **fields: Any) -> int:
        columns = frozenset(fields)
        if not any(concern(self.model, columns) for concern, _ in _READERS):
            return super().update(**fields)
        # Asked for before the write: afterwards the rows may no longer match.
        ids = list(self.order_by().values_list("pk", flat=True))
        written = super().update(**fields)
        tell(self.model, ids, columns)
        return written

    def bulk_create(self, objs: Iterable[T], *args: Any, **options: Any) -> list[T]:
        made = super().bulk_create(objs, *args, **options)
        tell(self.model, [row.pk for row in made])
        return made


class WatchedManager(models.Manager[T]):
    """The manager of watched rows; a manager of one's own derives from it."""

    def get_queryset(self) -> models.QuerySet[T]:
        return WatchedRows(self.model, using=self._db)
