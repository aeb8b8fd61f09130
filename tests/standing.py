"""The cast, assembled once and kept on stage: each test plays in a savepoint of its own, on a copy of the people.

A test that asks for no cast wants an empty database, so the stage is cleared before it. A test may say which rows stand
before it begins, by `pytest.mark.on_stage`: they are made once for all who name the same. `by_stage` puts the tests in an
order in which the stage is cleared once, and each row seldom made again.
"""

from __future__ import annotations

import pickle
from itertools import takewhile
from typing import Any

from django.db import transaction

from tests import cast as told

# Rows by the name of their workspace and by kind; each part of a scene stands on the parts before it.
Part = tuple[tuple[str, str], ...]
Scene = tuple[Part, ...]


class Stage:
    """One process's. The people stand in a transaction that is never committed."""

    def __init__(self) -> None:
        self._open: transaction.Atomic | None = None
        # Copied from this several times as fast as by `copy`, for each of thousands of tests.
        self._people = b""
        self._blocker: Any = None
        self._parts: list[tuple[Part, transaction.Atomic, bytes]] = []

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
            people = told.assemble()
            people.let_in()
            self._people = pickle.dumps(people)

    def people(self) -> told.Cast:
        """A copy that the test may change as it likes."""
        people: told.Cast = pickle.loads(self._people)
        return people

    def furnish(self, scene: Scene) -> None:
        """Have the rows of this scene stand, and no others that stood for a scene before."""
        self.strip(scene)
        for part in scene[len(self._parts) :]:
            self._add(part)

    def _add(self, part: Part) -> None:
        bare, within = self._people, transaction.atomic()
        within._from_testcase = True
        with self._blocker.unblock():
            within.__enter__()
            self._parts.append((part, within, bare))
            try:
                people = self.people()
                for home, kind in part:
                    getattr(people, home).row(kind)
                self._people = pickle.dumps(people)
            except BaseException:
                self._remove()
                raise

    def strip(self, scene: Scene) -> None:
        """Take away all that stands beyond the parts with which this scene begins."""
        stand = [part for part, *_ in self._parts]
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(stand, scene, strict=False)))
        while len(self._parts) > kept:
            self._remove()

    def _remove(self) -> None:
        _, within, self._people = self._parts.pop()
        with self._blocker.unblock():
            transaction.set_rollback(True)
            within.__exit__(None, None, None)

    def clear(self) -> None:
        """Leave the database as it was before anybody came."""
        if self._open is None:
            return
        self.strip(())
        with self._blocker.unblock():
            transaction.set_rollback(True)
            self._open.__exit__(None, None, None)
        self._open = None


STAGE = Stage()


def plays(item: Any) -> bool:
    """Whether a test has the cast on stage."""
    return "cast" in getattr(item, "fixturenames", ())


def scene_of(item: Any) -> Scene:
    """What stands before a test begins, as its mark says for its parameters."""
    mark, case = item.get_closest_marker("on_stage"), getattr(item, "callspec", None)
    if mark is None or case is None or not plays(item):
        return ()
    scene: Scene = mark.kwargs["scene"](**case.params)
    return scene


def by_stage(items: list[Any]) -> None:
    """Those with the cast together, after those on an empty database and before those with real transactions; of each the
    slow ones first, so that no worker waits for one at the end, and then those with a scene, one scene's together: there
    are thousands of them, and a process answers faster the less it has done."""

    def act(item: Any) -> tuple[int, bool, bool, Scene]:
        scene = scene_of(item)
        return _act(item), item.get_closest_marker("slow") is None, not scene, scene

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
