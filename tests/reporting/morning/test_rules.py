"""What a morning list finds in plain facts, in which words, and in which order."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid5

import pytest

from northline.reporting.morning import facts as of
from northline.reporting.morning.findings import findings_of
from northline.reporting.morning.rules import Finding, is_asleep, ranked, weight

TODAY = date(2026, 3, 16)
SPACE = UUID(int=7)


def named(kind: str, key: str, title: str = "") -> of.Named:
    return of.Named(kind, uuid5(SPACE, key), key, title or key)


ROOF = named("project", "PRJ-1", "Roof")


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def work(key: str, start: int, finish: int, **more: object) -> of.Work:
    said = {"percent": 0.0, "begun": False, "slack": 0.0, "critical": True, "told": TODAY} | more
    return of.Work(named("work_item", key), day(start), day(finish), **said)  # type: ignore[arg-type]


def found(**facts: object) -> dict[str, Finding]:
    one = of.Facts(TODAY, **facts)  # type: ignore[arg-type]
    return {f"{finding.code} {finding.subject.key}": finding for finding in findings_of(one)}


def test_work_whose_delay_moves_the_finish_is_found_with_what_waits_for_it_and_what_it_waits_for() -> None:
    plan = of.Delivery(
        ROOF,
        [
            work("late", -9, -4, percent=40.0, begun=True, owner="Ada", held_up=2),
            work("waits", -3, 2, waits_for=(of.Wait("Steel", "Bo"),)),
            work("idle", -3, 2),
            work("loose", -9, -4, critical=False, slack=20.0, percent=50.0, begun=True),
            work("to come", 1, 2),
            work("quiet", -20, 9, begun=True, percent=10.0, told=day(-8)),
        ],
        reported=day(-8),
        ever_reported=True,
    )
    told = found(deliveries=[plan])
    assert sorted(told) == [
        "blocked waits",
        "late late",
        "not_started idle",
        "report_due PRJ-1",
        "silent PRJ-1",
    ]
    assert told["late late"].why == (
        "Was to be finished on 12 March 2026 and is 40 % done. 2 items wait for it. Owner: Ada."
    )
    assert (told["late late"].days, told["late late"].chance) == (4, 1.0)
    assert told["blocked waits"].why == "Was to begin on 13 March 2026 and waits for “Steel” of Bo."
    assert told["silent PRJ-1"].why == (
        "1 begun item without progress for a week or longer, “quiet” since 8 March 2026."
    )
    # A project with nothing left to do owes no report.
    assert found(deliveries=[of.Delivery(ROOF, reported=day(-30))]) == {}


def test_a_deadline_is_told_with_its_fall_and_weighs_by_what_it_would_cost() -> None:
    plan = of.Delivery(
        ROOF, [work("a", 0, 3)], deadline=day(14), chance=0.4, chance_then=0.7, p80=day(24), reported=TODAY
    )
    (one,) = found(deliveries=[plan]).values()
    assert one.why == (
        "The chance of 30 March 2026 is 40 %; a week ago it was 70 %. With a probability of 80 % it ends by "
        "9 April 2026."
    )
    assert weight(one.days, chance=one.chance, in_days=14) == pytest.approx(10 * 0.6 / 2)
    sure = of.Delivery(ROOF, [work("a", 0, 3)], deadline=day(14), chance=0.8, reported=TODAY)
    assert found(deliveries=[sure]) == {}


def test_what_others_wait_for_owe_or_endanger_is_found_in_words() -> None:
    told = found(
        requests=[of.Request(named("change_request", "CR-1"), ROOF, "Carl", day(-2), 6.0)],
        questions=[of.Question(named("charter", "CHA-1"), ROOF, "Pia", day(-30))],
        dangers=[of.Danger(named("risk", "RSK-1"), ROOF, 40, day(7), 5.0, "Order early.", "Bo")],
        needs=[of.Need(named("outside_dependency", "DEP-1"), ROOF, "Steel Ltd", day(3), day(9))],
        checkpoints=[
            of.Checkpoint(
                named("gate", "GATE-1"),
                ROOF,
                overdue=(of.Undone("Order steel", "Bo", day(-4)), of.Undone("Sign lease", "Ann", day(-2))),
            ),
            of.Checkpoint(named("gate", "GATE-2"), ROOF, owner="Pia", due=day(-3)),
        ],
        overloads=[of.Overload(named("resource", "RES-1"), ROOF, day(2), 16.0, 4.0, ("“a”", "“b”"))],
        vows=[
            of.Vow(named("promise", "PRO-1"), ROOF, "Acme", day(28), 0.5, day(38)),
            of.Vow(named("promise", "PRO-2"), ROOF, "Acme", day(28), 0.9, None),
        ],
        unowned=[of.Unowned(named("initiative", "INI-1"), ROOF, ("tracking", "finishing"), ())],
    )
    assert {name: one.why for name, one in told.items()} == {
        "change_request CR-1": "Carl has waited for your answer since 14 March 2026. "
        "The finish would be 6 working days later.",
        "charter_open CHA-1": "Pia has offered it and has waited for your answer since 14 February 2026.",
        "risk_due RSK-1": "40 % likely, could happen from 23 March 2026. It would cost 5 working days. "
        "Not in place yet: Order early. Owner: Bo.",
        "outside_late DEP-1": "Steel Ltd promised it for 25 March 2026; it is needed by 19 March 2026.",
        "condition_overdue GATE-1": "“Order steel” (Bo) was to be met by 12 March 2026; the project went on under it. "
        "1 condition more is overdue.",
        "gate_due GATE-2": "Was to be decided by 13 March 2026 and is not. Owner: Pia.",
        "overload RES-1": "16 hours too much from 18 March 2026: “a” and “b”. "
        "If one of them waits, the finish moves by 4 hours.",
        "promise_at_risk PRO-1": "Promised to Acme for 13 April 2026; the plan gives that day 50 %.",
        "unowned INI-1": "Nobody answers for tracking and finishing.",
    }
    order = [one.subject.key for one in ranked(told.values(), today=TODAY)]
    assert order == ["CHA-1", "CR-1", "DEP-1", "GATE-1", "GATE-2", "RES-1", "PRO-1", "RSK-1", "INI-1"]


def test_of_many_alike_the_heaviest_two_are_shown_and_the_rest_is_counted() -> None:
    plan = of.Delivery(ROOF, [work(f"w{number}", -30, -number) for number in range(1, 6)], reported=TODAY)
    told = ranked(found(deliveries=[plan]).values(), today=TODAY)
    assert [(one.subject.key, one.alike) for one in told] == [("w5", 0), ("w4", 3)]


def test_a_finding_sleeps_up_to_its_day_unless_it_weighs_twice_as_much() -> None:
    assert is_asleep(until=day(1), weighed=2.0, weighs=3.0, today=TODAY)
    assert not is_asleep(until=TODAY, weighed=2.0, weighs=3.0, today=TODAY)
    assert not is_asleep(until=day(9), weighed=2.0, weighs=4.0, today=TODAY)


def test_a_guarded_deadline_of_an_item_that_fell_waits_for_an_answer():
    fall = of.Fall(named("work_item", "WI-1"), ROOF, day(-3), 0.4, 0.6, day(14), deputy="Bo")
    [told] = found(falls=[fall]).values()
    assert told.why == (
        "The chance of 30 March 2026 is 40 %, below the 60 % that are guarded. "
        "Nobody has answered since 13 March 2026. Bo was called."
    )
    assert (told.code, told.days, round(told.chance, 2), told.due) == ("deadline_fell", 3, 0.6, day(14))
