"""What a process remembers of the plans it worked with last, so that what did not change is not made again.

Everything is compared each time with what the database holds: what was made of a row or a value is used again only where
that is equal to what it was made of. So nothing that is remembered can be out of date, whoever wrote it, and it may be
forgotten at any time.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from operator import is_, itemgetter
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from northline.core.stored import compiler_of, converted, id_of, marks, stored

T = TypeVar("T")
# Things made of all remembered plans together: about 150 MB, with the rows to send.
MOST_THINGS = 150_000
# Rows that are asked for by their ids; of more than that all are read.
MOST_NAMED = 500


class AsRead(dict[str, Any]):
    """A row as it was read, which others read too: whoever changes it changes a copy of his own."""

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise TypeError("Change a copy of this row: it is remembered as it was read.")

    __setitem__ = __delitem__ = __ior__ = update = setdefault = pop = popitem = clear = _refuse


def as_read(row: dict[str, Any]) -> AsRead:
    """The row as it is now."""
    return row if isinstance(row, AsRead) else AsRead(row)


class Made(Generic[T]):
    """A list of things that were made of a list of values, which must not be changed."""

    def __init__(self) -> None:
        self._last: tuple[Sequence[Any], list[T]] = ((), [])

    def __len__(self) -> int:
        return len(self._last[0])

    def of(self, values: Sequence[Any], make: Callable[[list[Any]], Iterable[T]]) -> list[T]:
        """One thing for each value: as many as at the beginning and at the end are the same are not made anew, nor others
        in their place between. Where all are the same so is the list."""
        were, made = self._last
        if values == were:
            return made
        found: list[T | None] = [
            thing if value == was else None for value, was, thing in zip(values, were, made, strict=False)
        ]
        if len(values) != len(were):
            found += [None] * (len(values) - len(found))
            for back in range(1, min(len(values), len(were)) + 1):
                if values[-back] != were[-back]:
                    break
                found[-back] = made[-back]
        places = [place for place, thing in enumerate(found) if thing is None]
        for place, thing in zip(places, make([values[place] for place in places]), strict=True):
            found[place] = thing
        whole: list[T] = found  # type: ignore[assignment]  # none is missing any more
        self._last = (values, whole)
        return whole


class Remembered:
    """What was made of one plan: the rows of its tables, and what the engine takes of them."""

    def __init__(self, *, lasts: bool = True) -> None:
        # Does anybody come back to it?
        self.lasts = lasts
        self._made: dict[str, Made[Any]] = {}
        self._whole: dict[str, tuple[tuple[Any, ...], Any]] = {}
        self._dates: tuple[Any, dict[str, Any]] = (None, {})

    def dates_of(self, saving: Any) -> dict[str, Any] | None:
        """The dates that were saved then, if they are the last ones that are known here. Nobody changes them."""
        known, dates = self._dates
        return dates if known == saving else None

    def keep_dates(self, saving: Any, dates: dict[str, Any]) -> None:
        self._dates = (saving, dates)

    def whole(self, name: str, *of: Any, make: Callable[[], T]) -> T:
        """What was made of all these together, again as long as each is the very same thing; nobody changes them."""
        known = self._whole.get(name)
        if known is not None and all(map(is_, known[0], of)):
            made: T = known[1]
            return made
        made = make()
        self._whole[name] = (of, made)
        return made

    def equal(self, name: str, *of: Any, make: Callable[[], T]) -> T:
        """What was made of all these together, again as long as each is equal to what it was; they are copied."""
        known = self._whole.get(name)
        if known is not None and known[0] == of:
            made: T = known[1]
            return made
        made = make()
        self._whole[name] = (tuple(map(copy, of)), made)
        return made

    def made(self, name: str) -> Made[Any]:
        return self._made.setdefault(name, Made())

    def size(self) -> int:
        return sum(map(len, list(self._made.values()))) + len(self._dates[1])


_plans: OrderedDict[UUID, Remembered] = OrderedDict()
_lock = threading.Lock()


def remembered(project_id: UUID) -> Remembered:
    """What is remembered of a plan; those that nobody asked for lately are forgotten."""
    with _lock:
        found = _plans.pop(project_id, None) or Remembered()
        size = found.size()
        for other in [*reversed(_plans)]:
            size += _plans[other].size()
            if size > MOST_THINGS:
                del _plans[other]
        _plans[project_id] = found
    return found


def rows_of(asked: QuerySet[Any], names: tuple[str, ...], of: str) -> list[tuple[Any, AsRead]]:
    """The rows in the order of their ids, with these columns, of which the id comes first, each beside what stands in the
    column `of`."""
    compiler = compiler_of(asked, (*names, of))
    rows = sorted(stored(compiler), key=itemgetter(0))
    return [(row[-1], AsRead(zip(names, row, strict=False))) for row in converted(compiler, rows)]


class _Gone(Exception):
    """Somebody removed a row between two questions."""


def rows_again(
    asked: QuerySet[Any], names: tuple[str, ...], of: str, made: Made[tuple[Any, AsRead]]
) -> list[tuple[Any, AsRead]]:
    """The same as `rows_of`, where `made` has those of the last time: only rows that are not what they were are read."""

    def make(new: list[str]) -> list[tuple[Any, AsRead]]:
        ids = [id_of(mark) for mark in new]
        few = asked.filter(pk__in=ids) if len(ids) <= MOST_NAMED else asked
        found = {row["id"]: (where, row) for where, row in rows_of(few, names, of)}
        if not found.keys() >= set(ids):
            raise _Gone
        return [found[row_id] for row_id in ids]

    while True:
        try:
            return made.of(marks(asked, (*names, of)), make)
        except _Gone:
            continue
