"""Start Django for a command: settings, logs, and a migrated database."""

from __future__ import annotations

import gc
import os
import threading
import time
import warnings
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from northline.core.jobs import Worker

SECONDS_BETWEEN_COLLECTIONS = 300


def boot(*, log_form: str | None = None, level: str = "INFO") -> None:
    """Make Django ready in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northline.config.settings")
    from northline.config.logs import set_up_logs

    # WhiteNoise answers files by sync iterators; under ASGI Django reads them in a thread, and says so each time.
    warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
    set_up_logs(form=log_form or os.environ.get("NORTHLINE_LOG_FORMAT", "json"), level=level)
    django.setup()


def settle() -> None:
    """Keep the garbage collector off what a started server holds for good, looking through which takes as long as an
    answer, and from coming by dozens of times while the rows of one answer are made.

    What lives longer than an answer (the plans that are remembered) is looked through every few minutes, not whenever
    a quarter of it is new, which it is after every other edit of a large plan.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 1_000_000)
    threading.Thread(target=_collect_now_and_then, name="collector", daemon=True).start()


def _collect_now_and_then() -> None:
    while True:
        time.sleep(SECONDS_BETWEEN_COLLECTIONS)
        gc.collect()


def migrate() -> None:
    """Bring the database up to date, and the search index with it."""
    from django.core.management import call_command

    from northline.core.fulltext import keeping

    call_command("migrate", interactive=False, verbosity=0)
    keeping.catch_up()


def waiting_migrations() -> int:
    """How many migrations the database has not had yet. Raises what the database says where it does not answer."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def start_workers(count: int) -> list[tuple[Worker, threading.Thread]]:
    """Job workers as threads of this process."""
    from northline.core.jobs import Worker

    started: list[tuple[Worker, threading.Thread]] = []
    for _ in range(count):
        worker = Worker()
        thread = threading.Thread(target=worker.run, name=worker.name, daemon=True)
        thread.start()
        started.append((worker, thread))
    return started


def is_loopback(host: str) -> bool:
    """May this address be reached from this machine only?"""
    return host in {"127.0.0.1", "localhost", "::1"}
