"""Health, comparison, sentences and edits over plain values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from northline.core.refusal import Refusal
from northline.reporting.status import sentences
from northline.reporting.status.comparing import compared, figures_of
from northline.reporting.status.rules import proposed
from northline.reporting.status.values import (
    Choice,
    Earned,
    Evidence,
    Facts,
    Need,
    Slip,
    Task,
    Threat,
    Trouble,
)
from northline.reporting.status.wording import drafted

NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
TODAY = NOW.date()


def source(kind: str, key: str, title: str, *, days_ago: int = 1) -> Evidence:
    return Evidence(kind, f"id-{key}", key, title, NOW - timedelta(days=days_ago))


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


FORECAST = source("forecast", "PRJ-1", "Harbour")
PROGRESS = source("progress", "PRJ-1", "Harbour")
OPENING = Task(source("work_item", "H-9", "Opening"), day(30), deadline=day(35))
FACTS = Facts(
    now=NOW,
    progress=PROGRESS,
    forecast=FORECAST,
    items=10,
    items_done=4,
    share=0.4,
    begun=2,
    finish=day(30),
    deadline=day(35),
    chance=0.9,
    p80=day(34),
    milestones=(OPENING,),
)


def test_the_worst_fact_decides_the_health_and_every_reason_names_what_it_rests_on() -> None:
    def state_and_codes(facts: Facts) -> tuple[str, list[str]]:
        state, reasons = proposed(facts)
        assert all(one.evidence and one.text.endswith(".") for one in reasons)
        return state, [one.code for one in reasons]

    trouble = Trouble(source("issue", "ISS-1", "Crane broken"), "critical")
    quiet = replace(PROGRESS, known_at=NOW - timedelta(days=15))
    slow = Earned(PROGRESS, 0.2, 0.5, 0.6, 80, 100, against_baseline=True)
    slip = Slip(source("baseline", "BSL-1", "Kick-off"), day(16), day(30), 3, 1)
    late = replace(OPENING, deadline=day(29))

    assert state_and_codes(FACTS) == ("on_track", ["likely"])
    assert state_and_codes(replace(FACTS, chance=0.6)) == ("at_risk", ["unsure"])
    assert state_and_codes(replace(FACTS, chance=0.3, troubles=(trouble,))) == (
        "off_track",
        ["unlikely", "critical_issue"],
    )
    assert state_and_codes(replace(FACTS, deadline=day(-1))) == ("off_track", ["late"])
    for facts, code in (
        (replace(FACTS, troubles=(trouble,)), "critical_issue"),
        (replace(FACTS, progress=quiet), "silent"),
        (replace(FACTS, earned=slow), "slow"),
        (replace(FACTS, slip=slip), "slipped"),
        (replace(FACTS, milestones=(late,)), "milestone_late"),
    ):
        assert state_and_codes(facts) == ("at_risk", [code])
    # Against the plan as it is now nothing can be slow, and silence says nothing where nothing is begun.
    assert state_and_codes(replace(FACTS, earned=replace(slow, against_baseline=False)))[0] == "on_track"
    assert state_and_codes(replace(FACTS, progress=quiet, begun=0))[0] == "on_track"
    assert state_and_codes(replace(FACTS, items_done=10, deadline=day(-1))) == ("on_track", ["done"])
    assert state_and_codes(replace(FACTS, deadline=None, chance=None)) == ("unknown", [])


def test_a_draft_says_what_is_worth_saying_each_with_its_evidence() -> None:
    facts = replace(
        FACTS,
        chance=0.584,
        finish=day(36),
        earned=Earned(PROGRESS, 0.41, 0.48, 0.85, 280, 310, against_baseline=True),
        slip=Slip(source("baseline", "BSL-1", "Kick-off"), day(30), day(36), 3, 1),
        milestones=(OPENING, Task(source("work_item", "H-2", "Piles"), day(-3), 100, done_on=day(-3))),
        tasks=(
            Task(source("work_item", "H-3", "Dig"), day(-2), 50),
            Task(source("work_item", "H-4", "Pour"), day(3)),
            *(
                Task(source("work_item", f"H-1{n}", f"Pile {n}"), day(-5), 100, done_on=day(-5))
                for n in range(7)
            ),
        ),
        threats=(
            Threat(source("risk", "RSK-2", "Storm"), 20, 4, 0.0, responded=True),
            Threat(source("risk", "RSK-1", "Late steel"), 40, 12, 3.44),
        ),
        troubles=(Trouble(source("issue", "ISS-1", "Crane"), "high", day(4)),),
        needs=(Need(source("outside_dependency", "DEP-1", "Permit"), "City", day(-1), day(5)),),
        choices=(
            Choice(source("decision", "DEC-1", "Which quay"), "The east one.", day(-4)),
            Choice(source("decision", "DEC-2", "Paint")),
            Choice(source("decision", "DEC-0", "Long ago"), "Yes", day(-90)),
        ),
    )
    before = figures_of(replace(FACTS, now=NOW - timedelta(days=14), share=0.3, items_done=3, items=9))
    told = drafted(facts, day(-14), compared(before, figures_of(facts)))
    texts = {one.id: one.text for one in told}

    assert all(one.evidence for one in told)
    assert len(texts) == len(told)
    assert texts["finish"] == ("The plan ends on 21 April 2026, 1 day after its deadline of 20 April 2026.")
    assert texts["chance"].startswith("The chance of meeting the deadline is 58 %; 80 of 100")
    assert texts["chance_moved"].endswith("the chance of the deadline fell by 32 percentage points.")
    assert texts["finish_moved"].endswith("the finish moved 6 days later.")
    assert "1 item was finished; progress moved by 10 percentage points" in texts["progress_moved"]
    assert texts["scope_moved"].endswith("the plan grew by 1 item.")
    assert texts["progress"] == "40 % of the planned effort is done: 4 of 10 items."
    assert "wanted 48 % by today; 41 % is earned (schedule performance 0.85)" in texts["earned"]
    assert texts["cost"] == "310 hours were spent on 280 hours of earned work (cost performance 0.90)."
    assert texts["finished"].endswith("and 2 more.")
    assert texts["late-H-3"] == "“Dig” was due on 14 March 2026 and is 50 % done."
    assert texts["reached-H-2"] == "“Piles” was reached on 13 March 2026."
    assert texts["milestone-H-9"].endswith("within its deadline.")
    assert "ends 6 days later; 3 items finish later, 1 earlier" in texts["baseline"]
    ids = [one.id for one in told]
    assert ids.index("risk-RSK-1") < ids.index("risk-RSK-2")
    assert "it costs the finish 3.4 working days. No response is in place yet." in texts["risk-RSK-1"]
    assert texts["new-RSK-1"] == "RSK-1 “Late steel” is a new risk."
    assert texts["issue-ISS-1"] == "Open issue, high: “Crane”, due on 20 March 2026."
    assert texts["need-DEP-1"].endswith("promised for 21 March 2026 (City).")
    assert texts["decision-DEC-1"] == "Decided on 12 March 2026: “Which quay”: The east one."
    assert texts["decision-DEC-2"] == "“Paint” waits to be decided."
    assert "decision-DEC-0" not in texts
    assert texts["next"] == "Due in the next two weeks: “Pour”."
    assert not [text for text in texts.values() if not re.search(r"[.]$", text)]


def test_milestones_of_two_reports_are_told_as_moved_reached_new_and_gone() -> None:
    gone, new = (Task(source("work_item", key, key), day(9)) for key in ("H-7", "H-8"))
    reached = Task(source("work_item", "H-6", "H-6"), day(-1))
    was = replace(FACTS, now=NOW - timedelta(days=7), milestones=(OPENING, gone, reached))
    now = replace(
        FACTS,
        milestones=(replace(OPENING, finish=day(33)), new, replace(reached, done_on=day(-1), percent=100)),
    )
    found = compared(figures_of(was), figures_of(now))
    assert {one.key: (one.state, one.days) for one in found.milestones} == {
        "H-9": ("later", 3),
        "H-8": ("new", None),
        "H-6": ("reached", 0),
        "H-7": ("gone", None),
    }


def test_what_people_wrote_and_removed_outlives_new_data_and_is_marked_where_they_moved_on() -> None:
    held = [sentences.kept(one) for one in drafted(FACTS, day(-14), None)]
    ids = [one["id"] for one in held]
    assert ids == ["finish", "chance", "progress", "milestone-H-9"]
    said = [
        {"id": "finish", "section": "summary", "text": "We end in time."},
        {"id": "progress", "section": "progress", "text": held[2]["text"]},
        {"id": None, "section": "risks", "text": "The team is tired."},
    ]
    mine = sentences.edited(held, said)
    assert [(one["id"], one["removed"]) for one in mine] == [
        ("finish", False),
        ("chance", True),
        ("progress", False),
        ("milestone-H-9", True),
        ("own-1", False),
    ]
    assert [sentences.is_edited(one) for one in mine] == [True, False, False, False, False]
    assert [sentences.is_own(one) for one in mine] == [False, False, False, False, True]

    later = replace(FACTS, finish=day(31), share=0.5, milestones=())
    again = sentences.redrafted(mine, [sentences.kept(one) for one in drafted(later, day(-14), None)])
    told = {one["id"]: one for one in again}
    assert (told["finish"]["text"], told["finish"]["moved_on"]) == ("We end in time.", True)
    assert told["chance"]["removed"]
    assert told["progress"]["text"].startswith("50 %")
    assert "milestone-H-9" not in told
    assert told["own-1"]["text"] == "The team is tired."
    rewritten = sentences.edited(
        again, [{"id": "finish", "section": "summary", "text": "In time, a day later."}]
    )
    assert not rewritten[0]["moved_on"]
    assert [one["id"] for one in sentences.published(rewritten)] == ["finish"]

    for wrong, code in (
        ({"id": "nothing", "section": "risks", "text": "x"}, "status_report.unknown_sentence"),
        ({"id": None, "section": "risks", "text": ""}, "status_report.empty_sentence"),
    ):
        with pytest.raises(Refusal) as refused:
            sentences.edited(held, [wrong])
        assert refused.value.code == code
