"""Connections to SQLite that wait for the next request, and those that may not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler

from northline.config.database import database_of
from northline.config.sqlite import waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    waiting.close_all()
    yield tmp_path / "northline.sqlite3"
    waiting.close_all()


def opened(file: Path):
    """A thread's own connection, as Django makes one for each request."""
    handler = ConnectionHandler({"default": database_of(f"sqlite://{file}", home=file.parent)})
    return handler["default"]


def asked(connection, sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        return cursor.execute(sql).fetchall()


def test_what_one_request_leaves_the_next_takes(file: Path) -> None:
    first, second = opened(file), opened(file)
    asked(first, "CREATE TABLE note (words TEXT)")
    left = first.connection
    first.close()

    asked(second, "INSERT INTO note VALUES ('still here')")

    assert second.connection is left
    assert asked(second, "SELECT words FROM note") == [("still here",)]


def test_two_at_once_have_one_each(file: Path) -> None:
    first, second = opened(file), opened(file)
    first.ensure_connection()
    first.close()

    first.ensure_connection()
    second.ensure_connection()

    assert first.connection is not second.connection


def test_a_question_that_was_not_read_to_its_end_holds_nothing(file: Path) -> None:
    first, second, third = opened(file), opened(file), opened(file)
    asked(first, "CREATE TABLE note (number INTEGER)")
    asked(first, "INSERT INTO note VALUES (1), (2), (3)")
    forgotten = first.cursor()
    forgotten.execute("SELECT number FROM note").fetchone()
    second.ensure_connection()
    left = first.connection
    first.close()
    asked(second, "INSERT INTO note VALUES (4)")

    assert asked(third, "SELECT count(*) FROM note") == [(4,)]
    assert third.connection is left


def test_what_was_under_way_is_not_kept(file: Path) -> None:
    first, second = opened(file), opened(file)
    asked(first, "CREATE TABLE note (words TEXT)")
    asked(first, "BEGIN IMMEDIATE")
    asked(first, "INSERT INTO note VALUES ('never said')")
    left = first.connection
    first.close()

    assert asked(second, "SELECT count(*) FROM note") == [(0,)]
    assert second.connection is not left


def test_a_file_that_was_put_in_its_place_is_read_anew(file: Path) -> None:
    first, second = opened(file), opened(file)
    asked(first, "CREATE TABLE note (words TEXT)")
    first.close()
    for part in file.parent.glob(f"{file.name}*"):
        part.unlink()

    assert asked(second, "SELECT name FROM sqlite_schema") == []


def test_no_more_wait_than_are_of_use(file: Path) -> None:
    many = [opened(file) for _ in range(waiting.MOST_WAITING + 3)]
    for one in many:
        one.ensure_connection()
    for one in many:
        one.close()

    taken = [waiting.take(str(file)) for _ in many]

    assert sum(one is not None for one in taken) == waiting.MOST_WAITING
    for one in taken:
        if one is not None:
            one.connection.close()


def test_the_last_one_leaves_nothing_beside_the_file(file: Path) -> None:
    only = opened(file)
    asked(only, "CREATE TABLE note (words TEXT)")
    only.close()

    waiting.close_all()

    assert [part.name for part in file.parent.iterdir()] == [file.name]


def test_a_forked_process_takes_none_of_its_parents(file: Path) -> None:
    only = opened(file)
    only.ensure_connection()
    only.close()

    child = os.fork()
    if not child:
        os._exit(0 if waiting.take(str(file)) is None else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    kept = waiting.take(str(file))
    assert kept is not None
    kept.connection.close()
