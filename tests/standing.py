"""The cast, assembled once and kept on stage: each test plays in a savepoint of its own, on a copy of the people.

A test that asks for no cast wants an empty database, so the stage is cleared before it; `by_stage` puts the tests in an
order in which that happens once.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from tests import cast as told


class Stage:
    """One process's. The people stand in a transaction that is never committed."""

    def __init__(self) -> None:
        self._open: transaction.Atomic | None = None
        self._people: told.Cast | None = None
        self._blocker: Any = None

    def set(self, blocker: Any) -> None:
        """Bring everybody on stage, unless they are there."""
        if self._open is not None:
            return
        self._blocker = blocker
        with blocker.unblock():
            self._open = transaction.atomic()
            # As TestCase says it of its own: work that insists on the outermost transaction may begin inside.
            self._open._from_testcase = True
            self._open.__enter__()
            self._people = told.assemble()
            self._people.let_in()

    def people(self) -> told.Cast:
        """A copy that the test may change as it likes."""
        return copy.deepcopy(self._people)

    @contextmanager
    def props(self, kinds: Sequence[str]) -> Iterator[None]:
        """Have rows of these kinds in both workspaces, for as long as this lasts."""
        assert self._people is not None
        bare, scene = self._people, transaction.atomic()
        with self._blocker.unblock():
            scene.__enter__()
            self._people = self.people()
            for home in (self._people.acme, self._people.beyond):
                for kind in kinds:
                    home.row(kind)
        yield
        with self._blocker.unblock():
            transaction.set_rollback(True)
            scene.__exit__(None, None, None)
        self._people = bare

    def clear(self) -> None:
        """Leave the database as it was before anybody came."""
        if self._open is None:
            return
        with self._blocker.unblock():
            transaction.set_rollback(True)
            self._open.__exit__(None, None, None)
        self._open = self._people = None


STAGE = Stage()


def plays(item: Any) -> bool:
    """Whether a test has the cast on stage."""
    return "cast" in getattr(item, "fixturenames", ())


def by_stage(items: list[Any]) -> None:
    """Those with the cast together, after those on an empty database and before those with real transactions; of each the
    slow ones first, so that no worker waits for one at the end."""

    def act(item: Any) -> tuple[int, bool]:
        return _act(item), item.get_closest_marker("slow") is None

    items.sort(key=act)


def _act(item: Any) -> int:
    if plays(item):
        return 1
    names = set(getattr(item, "fixturenames", ()))
    real = names & {"transactional_db", "live_server"} or any(
        mark.kwargs.get("transaction") for mark in item.iter_markers("django_db")
    )
    return 2 if real else 0


def asks_the_database(item: Any) -> bool:
    """Whether a test can tell one database from another."""
    if item.get_closest_marker("either_database") is not None:
        return False
    names = set(getattr(item, "fixturenames", ()))
    return (
        bool(names & {"db", "transactional_db", "django_db_setup"})
        or item.get_closest_marker("django_db") is not None
    )
