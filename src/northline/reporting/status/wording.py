"""The sentences of a draft, each with what it rests on. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from northline.core.wording import exactly
from northline.reporting.status.comparing import Compared, Moved
from northline.reporting.status.rules import percent
from northline.reporting.status.values import Evidence, Facts, Section, Sentence, Task, Threat

AHEAD = timedelta(days=14)
MOST = 3
MOST_NAMED = 5
NEXT_MILESTONES = 4


def drafted(facts: Facts, since: date, changed: Compared | None) -> tuple[Sentence, ...]:
    """What is worth saying; `since` is the day of the last report, or where there was none, of two weeks ago."""
    return (
        *_summary(facts),
        *(_changed(facts, changed) if changed else ()),
        *_progress(facts, since),
        *_dates(facts, since),
        *_register(facts),
        *_decisions(facts, since),
        *_next(facts),
    )


def _summary(facts: Facts) -> Iterator[Sentence]:
    if facts.is_done:
        yield _said("done", "summary", f"All {facts.items} items of the plan are done.", facts.progress)
        return
    if facts.finish is None or not facts.items:
        yield _said("empty", "summary", "There is no work in the plan yet.", facts.progress)
        return
    ends = f"The plan ends on {exactly(facts.finish)}"
    if facts.deadline is None:
        ends += "; it has no deadline"
    elif apart := (facts.finish - facts.deadline).days:
        ends += f", {_days(abs(apart))} {'after' if apart > 0 else 'before'} its deadline of {exactly(facts.deadline)}"
    else:
        ends += ", the day of its deadline"
    yield _said("finish", "summary", f"{ends}.", facts.forecast)
    if facts.p80 is not None:
        by = f"80 of 100 simulated plans are finished by {exactly(facts.p80)}"
        if facts.chance is None:
            text = f"{by}."
        else:
            text = f"The chance of meeting the deadline is {percent(facts.chance)}; {by}."
        yield _said("chance", "summary", text, facts.forecast)


def _changed(facts: Facts, changed: Compared) -> Iterator[Sentence]:
    since = f"Since the report of {exactly(changed.since)}"
    if changed.chance:
        verb = "rose" if changed.chance > 0 else "fell"
        text = f"{since} the chance of the deadline {verb} by {_points(changed.chance)}."
        yield _said("chance_moved", "changed", text, facts.forecast)
    if changed.finish:
        way = "later" if changed.finish > 0 else "earlier"
        text = f"{since} the finish moved {_days(abs(changed.finish))} {way}."
        yield _said("finish_moved", "changed", text, facts.forecast)
    if changed.share or changed.items_done:
        text = (
            f"{since} {_items(changed.items_done)} were finished; progress moved by {_points(changed.share)}."
        )
        yield _said("progress_moved", "changed", text.replace("1 item were", "1 item was"), facts.progress)
    if changed.items:
        grown = "grew" if changed.items > 0 else "shrank"
        yield _said(
            "scope_moved",
            "changed",
            f"{since} the plan {grown} by {_items(abs(changed.items))}.",
            facts.progress,
        )
    yield from _milestones_moved(facts, changed.milestones)
    known = {one.source.key: one.source for one in facts.threats}
    for key in changed.new_threats[:MOST]:
        yield _said(f"new-{key}", "changed", f"{key} “{known[key].title}” is a new risk.", known[key])


def _milestones_moved(facts: Facts, moved: Sequence[Moved]) -> Iterator[Sentence]:
    sources = {one.source.id: one.source for one in facts.milestones}
    # Milestones that were reached are told of under dates.
    told = [one for one in moved if one.state in ("later", "earlier")]
    for one in sorted(told, key=lambda one: -abs(one.days or 0))[:MOST]:
        assert one.days is not None
        assert one.now is not None
        text = f"“{one.title}” moved {_days(abs(one.days))} {one.state}, to {exactly(one.now)}."
        yield _said(f"moved-{one.key}", "changed", text, sources[one.id])


def _progress(facts: Facts, since: date) -> Iterator[Sentence]:
    if facts.items and not facts.is_done:
        text = f"{percent(facts.share)} of the planned effort is done: {facts.items_done} of {_items(facts.items)}."
        yield _said("progress", "progress", text, facts.progress)
    if earned := facts.earned:
        against = "The baseline" if earned.against_baseline else "The plan"
        pace = "" if earned.spi_time is None else f" (schedule performance {earned.spi_time:.2f})"
        text = (
            f"{against} wanted {percent(earned.planned)} by today; {percent(earned.share)} is earned{pace}."
        )
        yield _said("earned", "progress", text, earned.source)
        if earned.hours_spent and earned.hours_earned:
            index = earned.hours_earned / earned.hours_spent
            text = (
                f"{earned.hours_spent:,.0f} hours were spent on {earned.hours_earned:,.0f} hours of earned work"
                f" (cost performance {index:.2f})."
            )
            yield _said("cost", "progress", text, earned.source)
    done = [one for one in facts.tasks if one.done_on and one.done_on >= since]
    if done:
        done.sort(key=lambda one: (one.done_on, one.source.key), reverse=True)
        text = f"Finished since {exactly(since)}: {_named(done)}."
        yield _said("finished", "progress", text, *_sources(done))
    late = [one for one in facts.tasks if not one.done and one.finish and one.finish < facts.today]
    for one in sorted(late, key=lambda one: (one.finish, one.source.key))[:MOST]:
        assert one.finish is not None
        text = (
            f"“{one.source.title}” was due on {exactly(one.finish)} and is {percent(one.percent / 100)} done."
        )
        yield _said(f"late-{one.source.key}", "progress", text, one.source)


def _dates(facts: Facts, since: date) -> Iterator[Sentence]:
    for one in facts.milestones:
        if one.done_on and one.done_on >= since:
            text = f"“{one.source.title}” was reached on {exactly(one.done_on)}."
            yield _said(f"reached-{one.source.key}", "dates", text, one.source)
    ahead = sorted(
        (one for one in facts.milestones if not one.done and one.finish),
        key=lambda one: (one.finish, one.source.key),
    )
    for one in ahead[:NEXT_MILESTONES]:
        yield _said(f"milestone-{one.source.key}", "dates", _milestone(one), one.source)
    if slip := facts.slip:
        apart = (
            f"{_days(abs(slip.days))} {'later' if slip.days > 0 else 'earlier'}"
            if slip.days
            else "on the same day"
        )
        text = (
            f"Against the baseline “{slip.source.title}” the plan ends {apart};"
            f" {_items(slip.later)} finish later, {slip.earlier} earlier."
        )
        yield _said("baseline", "dates", text, slip.source)


def _milestone(one: Task) -> str:
    assert one.finish is not None
    text = f"“{one.source.title}” is planned for {exactly(one.finish)}"
    if one.deadline is None:
        return f"{text}."
    late = (one.finish - one.deadline).days
    return f"{text}, {_days(late)} after its deadline." if late > 0 else f"{text}, within its deadline."


def _register(facts: Facts) -> Iterator[Sentence]:
    threats = sorted(facts.threats, key=lambda one: (-(one.score or 0), -one.percent, one.source.key))
    for one in threats[:MOST]:
        yield _said(f"risk-{one.source.key}", "risks", _threat(one), one.source)
    for trouble in facts.troubles[:MOST]:
        due = f", due on {exactly(trouble.due)}" if trouble.due else ""
        text = f"Open issue, {trouble.severity}: “{trouble.source.title}”{due}."
        yield _said(f"issue-{trouble.source.key}", "risks", text, trouble.source)
    for need in facts.needs[:MOST]:
        promised = f"promised for {exactly(need.promised_for)}" if need.promised_for else "not promised yet"
        text = f"“{need.source.title}” is needed by {exactly(need.needed_by)} and {promised}" + (
            f" ({need.party})." if need.party else "."
        )
        yield _said(f"need-{need.source.key}", "risks", text, need.source)


def _threat(one: Threat) -> str:
    score = f", score {one.score} of 25" if one.score else ""
    days = f"; it costs the finish {one.days:.1f} working days" if one.days and one.days >= 0.1 else ""
    response = "The response is in place." if one.responded else "No response is in place yet."
    return f"“{one.source.title}”: probability {one.percent} %{score}{days}. {response}"


def _decisions(facts: Facts, since: date) -> Iterator[Sentence]:
    for one in facts.choices:
        if one.on is None:
            text = f"“{one.source.title}” waits to be decided."
        elif one.on >= since:
            text = f"Decided on {exactly(one.on)}: “{one.source.title}”: {one.outcome.rstrip('.')}."
        else:
            continue
        yield _said(f"decision-{one.source.key}", "decisions", text, one.source)


def _next(facts: Facts) -> Iterator[Sentence]:
    due = [
        one
        for one in facts.tasks
        if not one.done and one.finish and facts.today <= one.finish <= facts.today + AHEAD
    ]
    if due:
        due.sort(key=lambda one: (one.finish, one.source.key))
        yield _said("next", "next", f"Due in the next two weeks: {_named(due)}.", *_sources(due))


def _said(id: str, section: Section, text: str, *evidence: Evidence) -> Sentence:
    return Sentence(id, section, text, evidence)


def _named(tasks: Sequence[Task]) -> str:
    names = ", ".join(f"“{one.source.title}”" for one in tasks[:MOST_NAMED])
    more = len(tasks) - MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names


def _sources(tasks: Sequence[Task]) -> tuple[Evidence, ...]:
    return tuple(one.source for one in tasks[:MOST_NAMED])


def _days(count: int) -> str:
    return f"{count} {'day' if count == 1 else 'days'}"


def _items(count: int) -> str:
    return f"{count} {'item' if count == 1 else 'items'}"


def _points(points: int) -> str:
    count = abs(points)
    return f"{count} percentage {'point' if count == 1 else 'points'}"
