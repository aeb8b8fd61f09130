"""Quiet time, to the minute and over the change of the clocks."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from northline.reporting.notifications.rules import Quiet, next_due

BERLIN = Quiet("Europe/Berlin", time(18), time(8), frozenset({5, 6}))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-03-02T08:00+01:00", False),
        ("2026-03-02T17:59+01:00", False),
        ("2026-03-02T18:00+01:00", True),
        ("2026-03-03T07:59+01:00", True),
        ("2026-03-07T12:00+01:00", True),  # Saturday
        ("2026-03-06T23:30+00:00", True),  # Saturday in Berlin, Friday in London
    ],
)
def test_hours_over_midnight_and_whole_days_are_quiet_in_the_members_zone(moment: str, quiet: bool) -> None:
    assert BERLIN.covers(at(moment)) is quiet


def test_a_quiet_weekend_ends_on_monday_morning() -> None:
    assert BERLIN.until(at("2026-03-06T18:00+01:00")) == at("2026-03-09T08:00+01:00")
    assert BERLIN.until(at("2026-03-06T12:00+01:00")) is None


def test_quiet_hours_end_by_the_clock_when_the_clocks_change() -> None:
    daily = Quiet("Europe/Berlin", time(22), time(7))
    assert daily.until(at("2026-03-28T23:00+01:00")) == at("2026-03-29T07:00+02:00")


def test_hours_within_a_day_end_on_the_same_day() -> None:
    noon = Quiet("UTC", time(12), time(14))
    assert noon.until(at("2026-03-02T12:30+00:00")) == at("2026-03-02T14:00+00:00")
    assert not noon.covers(at("2026-03-02T14:00+00:00"))


def test_what_is_always_quiet_never_ends() -> None:
    assert Quiet(days=frozenset(range(7))).until(at("2026-03-02T12:00+00:00")) is None
    assert Quiet(begins=time(8), ends=time(8)).never_ends()


def test_the_mail_of_the_day_waits_for_a_quiet_morning_to_end() -> None:
    assert next_due(at("2026-03-06T09:00+01:00"), daily=True, quiet=BERLIN) == at("2026-03-09T08:00+01:00")
    assert next_due(at("2026-03-02T06:00+00:00"), daily=True, quiet=Quiet()) == at("2026-03-02T07:00+00:00")
