"""Before any test: the database that the run asks for, and a password hasher that is fast on purpose.

SQLite in a file by default, with the settings of the real one, so that locks behave as they do in earnest;
PostgreSQL with NORTHLINE_TEST_DATABASE=postgres.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from hypothesis import settings as hypothesis

from northline.config.database import database_of
from northline.core import jobs
from tests import cast as told
from tests import pg, standing

# Until all tests are collected, nothing that is made goes.
gc.disable()

ON_POSTGRES = os.environ.get("NORTHLINE_TEST_DATABASE", "sqlite") == "postgres"


def _home() -> Path:
    """A data folder for this run, in memory where that is to be had."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    home = Path(tempfile.mkdtemp(prefix="northline-tests-", dir=memory))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home


def _database(home: Path) -> dict[str, Any]:
    if ON_POSTGRES:
        database = database_of(pg.address(), home=Path())
        database["OPTIONS"].pop("pool")  # a pool would hold the test database open when it is dropped
        return database
    database = database_of("", home=home)
    database["OPTIONS"]["init_command"] = database["OPTIONS"]["init_command"].replace("=FULL", "=OFF")
    return database | {"TEST": {"NAME": str(home / "test.sqlite3")}}


def _use(database: dict[str, Any]) -> None:
    """Settings are read before this file is, so the connection is told anew."""
    settings.DATABASES = {"default": database}
    connections.settings = connections.configure_settings(settings.DATABASES)
    if hasattr(connections._connections, "default"):
        del connections["default"]


# Every run tries the same examples, so that a red run is the change's own doing. HYPOTHESIS_PROFILE=search looks for new ones.
hypothesis.register_profile("repeatable", derandomize=True)
hypothesis.register_profile("search", print_blob=True)
hypothesis.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

settings.HOME = _home()
_use(_database(settings.HOME))
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# WhiteNoise reads the whole built client each time a handler is made, and every test client makes one.
settings.WHITENOISE_AUTOREFRESH = True


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    standing.by_stage(items)
    if ON_POSTGRES:
        same = [item for item in items if not standing.asks_the_database(item)]
        items[:] = [item for item in items if standing.asks_the_database(item)]
        config.hook.pytest_deselected(items=same)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if standing.plays(item):
        standing.STAGE.strip(standing.scene_of(item))
    else:
        standing.STAGE.clear()


@pytest.fixture(scope="session", autouse=True)
def _stage(request: pytest.FixtureRequest) -> Iterator[None]:
    """Cleared at the end, before the database goes."""
    yield
    standing.STAGE.clear()


@pytest.fixture(scope="class")
def _set_stage(django_db_setup: None, django_db_blocker: Any) -> None:
    """Wider than a test, so that it comes before the test's own transaction."""
    standing.STAGE.set(django_db_blocker)


@pytest.fixture
def _furnished(_set_stage: None, request: pytest.FixtureRequest) -> None:
    """Before the test's own transaction, since what is made here outlives the test."""
    standing.STAGE.furnish(standing.scene_of(request.node))


@pytest.fixture
def cast(_furnished: None, db: None) -> told.Cast:
    """The named people, their workspace and a stranger's."""
    return standing.STAGE.people()


@pytest.fixture
def lasting_cast(transactional_db: None) -> told.Cast:
    """The same where transactions are real: for tests with threads and with mail sent on commit."""
    return told.assemble()


@pytest.fixture
def real_hasher(settings: Any) -> None:
    """The hasher of the real settings."""
    settings.PASSWORD_HASHERS = ["northline.accounts.passwords.Argon2Hasher"]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Half a million objects stand now that never go: the collector need not walk them again and again."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """No heartbeat of jobs: the test's transaction holds SQLite's lock, on which that other thread would wait."""
    monkeypatch.setattr(jobs, "HEARTBEAT", 600.0)
