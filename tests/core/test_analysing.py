"""SQLite is told how its tables are filled, now and then; PostgreSQL need not be."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from northline.core import analysing


def test_a_round_looks_at_the_tables_once_in_a_while(
    cast: Any, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    cast.acme.row("insight")
    monkeypatch.setattr(analysing, "EVERY", 1e12)
    analysing._look_in.cache_clear()
    looks = 2 if connection.vendor == "sqlite" else 0

    with django_assert_num_queries(looks):
        analysing.look_again()
    with django_assert_num_queries(0):
        analysing.look_again()

    if looks:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'research_insight'")
            assert cursor.fetchone()[0] > 0
