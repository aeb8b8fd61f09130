"""Our reading of SQLite's columns beside Django's own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.db import connection
from django.db.backends.sqlite3.operations import DatabaseOperations as Djangos

from northline.core.ids import as_text, text_of
from northline.research.models import Insight
from tests.cast import Cast

needs_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="of SQLite's backend")
BERLIN = timezone(timedelta(hours=1))


@needs_sqlite
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 1, 12, 30, 5, 123456, UTC),
        datetime(2026, 3, 1, 12, 30, 5, 123000, UTC),
        datetime(2026, 3, 1, 0, 0, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(2026, 3, 1, 0, 30, tzinfo=BERLIN),
    ],
)
def test_moments_days_and_ids_come_back_as_they_were_written(cast: Cast, moment: datetime) -> None:
    row = cast.acme.row("insight")
    Insight.objects.filter(pk=row.pk).update(created_at=moment, observed_on=moment.date(), snoozed_until=None)

    names = ("pk", "workspace_id", "created_at", "observed_on", "snoozed_until", "customer_id")
    read = Insight.objects.filter(pk=row.pk).values_list(*names).get()

    assert read == (row.pk, row.workspace_id, moment, moment.date(), None, row.customer_id)
    assert read[2].tzinfo is UTC


@needs_sqlite
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("uuid", None),
        ("uuid", "dce5c8869505457685d181aa897b6520"),
        ("datetime", None),
        ("datetime", datetime(2026, 3, 1, 12)),
        ("datetime", "2026-03-01 12:00:00.5"),
        ("date", "2026-03-01"),
        ("date", date(2026, 3, 1)),
    ],
)
def test_a_column_is_read_as_django_reads_it(kind: str, value: object) -> None:
    ours, djangos = (
        getattr(one, f"convert_{kind}field_value") for one in (connection.ops, Djangos(connection))
    )

    assert ours(value, None, connection) == djangos(value, None, connection)


@pytest.mark.django_db
def test_the_text_of_an_id_is_what_the_database_writes(cast: Cast) -> None:
    row = cast.acme.row("insight")

    assert Insight.objects.filter(pk=row.pk).values_list(as_text("pk"), flat=True).get() == text_of(row.pk)
