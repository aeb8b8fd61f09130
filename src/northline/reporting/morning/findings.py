"""What is to be done, and why, in words from the facts. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from northline.core.wording import exactly
from northline.reporting.morning.facts import (
    Checkpoint,
    Danger,
    Delivery,
    Facts,
    Fall,
    Need,
    Overload,
    Question,
    Work,
)
from northline.reporting.morning.rules import A_DAY, Finding
from northline.reporting.overseeing.rules import LIKELY
from northline.reporting.status.rules import percent

# Begun work of which nothing was written down for so long is asked for; a report is due after as many days.
SILENT = REPORT = timedelta(days=7)
# How far ahead risks, needs and overloads are looked for.
AHEAD = timedelta(days=14)
# A drop of the chance by fewer points is the luck of the draw.
DROPPED = 0.05
HOURS_A_DAY = 8.0


def findings_of(facts: Facts) -> Iterator[Finding]:
    """Everything that asks for something, in no order."""
    for one in facts.deliveries:
        yield from _of_date(one, facts.today)
        yield from _of_work(one, facts.today)
        yield from _of_silence(one, facts.today)
        yield from _of_report(one, facts.today)
    for fall in facts.falls:
        yield _of_fall(fall, facts.today)
    for overload in facts.overloads:
        yield _of_overload(overload)
    yield from _of_requests(facts)
    for danger in facts.dangers:
        yield _of_danger(danger, facts.today)
    for need in facts.needs:
        yield from _of_need(need, facts.today)
    for checkpoint in facts.checkpoints:
        yield from _of_gate(checkpoint, facts.today)
    for question in facts.questions:
        yield _of_question(question, facts.today)
    yield from _of_vows(facts)
    yield from _of_functions(facts)


def _of_date(one: Delivery, today: date) -> Iterator[Finding]:
    """A deadline that is less than likely."""
    if one.deadline is None or one.chance is None or not one.work or one.chance >= LIKELY:
        return
    late = (one.p80 - one.deadline).days if one.p80 else 0
    if one.deadline < today:
        why = f"The deadline of {exactly(one.deadline)} has passed and {_count(len(one.work), 'item')} are open."
        late = max(late, (today - one.deadline).days)
    else:
        why = f"The chance of {exactly(one.deadline)} is {percent(one.chance)}{_since(one)}."
        if one.p80:
            why += f" With a probability of 80 % it ends by {exactly(one.p80)}."
    yield Finding(
        "date_in_danger", one.project, one.project, why, max(A_DAY, late), 1 - one.chance, one.deadline
    )


def _since(one: Delivery) -> str:
    if one.chance is None or one.chance_then is None or one.chance_then - one.chance < DROPPED:
        return ""
    return f"; a week ago it was {percent(one.chance_then)}"


def _of_fall(one: Fall, today: date) -> Finding:
    """The guard of an item's deadline has warned, and waits for an answer."""
    of = f" of {exactly(one.deadline)}" if one.deadline else ""
    why = (
        f"The chance{of} is {percent(one.chance)}, below the {percent(one.guarded)} that are guarded. "
        f"Nobody has answered since {exactly(one.since)}."
    )
    if one.deputy:
        why += f" {one.deputy} was called."
    days = min(10.0, max(A_DAY, (today - one.since).days))
    due = max(one.deadline or today, today)
    return Finding("deadline_fell", one.item, one.project, why, days, 1 - one.chance, due)


def _of_work(one: Delivery, today: date) -> Iterator[Finding]:
    """Work whose delay moves the finish: late, not begun, or held up by other work."""
    for work in one.work:
        late = (today - work.finish).days - work.slack
        behind = (today - work.start).days - work.slack
        tail = f"{_held_up(work)}{_owner(work.owner)}"
        if work.finish < today and (work.critical or late > 0):
            why = f"Was to be finished on {exactly(work.finish)} and is {percent(work.percent / 100)} done.{tail}"
            yield Finding("late", work.item, one.project, why, max(A_DAY, late), 1.0, today)
        elif work.start < today and not work.begun and (work.critical or behind > 0):
            yield _not_begun(work, one, max(A_DAY, behind), tail, today)


def _not_begun(work: Work, one: Delivery, behind: float, tail: str, today: date) -> Finding:
    should = f"Was to begin on {exactly(work.start)}"
    if not work.waits_for:
        why = f"{should} and nobody has begun it.{tail}"
        return Finding("not_started", work.item, one.project, why, behind, 1.0, today)
    first = work.waits_for[0]
    whose = f" of {first.owner}" if first.owner else ""
    why = f"{should} and waits for “{first.title}”{whose}.{tail}"
    return Finding("blocked", work.item, one.project, why, behind, 1.0, today)


def _of_silence(one: Delivery, today: date) -> Iterator[Finding]:
    quiet = sorted(
        (work for work in one.work if work.begun and today - work.told >= SILENT), key=lambda work: work.told
    )
    if quiet:
        oldest = quiet[0]
        why = (
            f"{_count(len(quiet), 'begun item')} without progress for a week or longer, “{oldest.item.title}” "
            f"since {exactly(oldest.told)}.{_owner(oldest.owner)}"
        )
        # Of what nobody tells, half goes as planned.
        days = (today - oldest.told).days
        yield Finding("silent", one.project, one.project, why, min(days, 10.0), 0.5, today)


def _of_report(one: Delivery, today: date) -> Iterator[Finding]:
    if one.work and one.reported is not None and today - one.reported > REPORT:
        said = "Last reported on" if one.ever_reported else "Never reported; started on"
        why = f"{said} {exactly(one.reported)}. Readers are told after a week that it is silent."
        yield Finding("report_due", one.project, one.project, why, A_DAY, 0.5, today)


def _of_overload(one: Overload) -> Finding:
    why = f"{one.over:g} hours too much from {exactly(one.first)}: {_listed(one.items)}."
    if one.later > 0:
        why += f" If one of them waits, the finish moves by {one.later:g} hours."
    chance = 1.0 if one.later > 0 else 0.5
    return Finding(
        "overload", one.person, one.project, why, round(one.over / HOURS_A_DAY, 1), chance, one.first
    )


def _of_requests(facts: Facts) -> Iterator[Finding]:
    for one in facts.requests:
        way = "later" if (one.moves or 0) > 0 else "earlier"
        moved = f" The finish would be {_count(abs(one.moves), 'working day')} {way}." if one.moves else ""
        why = f"{one.by or 'Somebody'} has waited for your answer since {exactly(one.since)}.{moved}"
        days = max(A_DAY, abs(one.moves or 0), (facts.today - one.since).days)
        yield Finding("change_request", one.request, one.project, why, days, 1.0, facts.today)


def _of_danger(one: Danger, today: date) -> Finding:
    when = "could have happened since" if one.day < today else "could happen from"
    days = f" It would cost {_count(one.days, 'working day')}." if one.days else ""
    response = f" Not in place yet: {one.response}" if one.response else " No response is written down."
    why = f"{one.percent} % likely, {when} {exactly(one.day)}.{days}{response}{_owner(one.owner)}"
    return Finding("risk_due", one.risk, one.project, why, one.days or A_DAY, one.percent / 100, one.day)


def _of_need(one: Need, today: date) -> Iterator[Finding]:
    whom = one.party or "Somebody outside"
    if one.promised and one.promised > one.needed:
        why = f"{whom} promised it for {exactly(one.promised)}; it is needed by {exactly(one.needed)}."
        days = (one.promised - one.needed).days
        yield Finding("outside_late", one.need, one.project, why, days, 1.0, max(one.needed, today))
    elif one.needed < today:
        why = f"{whom} was to deliver by {exactly(one.needed)} and has not."
        yield Finding("outside_late", one.need, one.project, why, (today - one.needed).days, 1.0, today)


def _of_gate(one: Checkpoint, today: date) -> Iterator[Finding]:
    if one.overdue:
        first = min(one.overdue, key=lambda each: each.due)
        whom = f" ({first.owner})" if first.owner else ""
        more = len(one.overdue) - 1
        rest = f" {_count(more, 'condition')} more {'is' if more == 1 else 'are'} overdue." if more else ""
        why = (
            f"“{first.text}”{whom} was to be met by {exactly(first.due)}; the project went on under it.{rest}"
        )
        days = max(A_DAY, min(10.0, (today - first.due).days))
        yield Finding("condition_overdue", one.gate, one.project, why, days, 1.0, today)
    if one.due is not None:
        why = f"Was to be decided by {exactly(one.due)} and is not.{_owner(one.owner)}"
        days = max(A_DAY, min(10.0, (today - one.due).days))
        yield Finding("gate_due", one.gate, one.project, why, days, 1.0, today)


def _of_question(one: Question, today: date) -> Finding:
    asks = "has proposed other terms" if one.amends else "has offered it"
    why = f"{one.by or 'Somebody'} {asks} and has waited for your answer since {exactly(one.since)}."
    days = min(10.0, max(A_DAY, (today - one.since).days))
    return Finding("charter_open", one.subject, one.project, why, days, 1.0, today)


def _of_vows(facts: Facts) -> Iterator[Finding]:
    for one in facts.vows:
        if one.chance >= LIKELY:
            continue
        why = f"Promised to {one.to} for {exactly(one.due)}; the plan gives that day {percent(one.chance)}."
        late = (one.p85 - one.due).days if one.p85 else 0
        yield Finding(
            "promise_at_risk", one.promise, one.project, why, max(A_DAY, late), 1 - one.chance, one.due
        )


def _of_functions(facts: Facts) -> Iterator[Finding]:
    for one in facts.unowned:
        said = [f"Nobody answers for {_listed(one.nobody)}."] if one.nobody else []
        said += [f"More than one person answers for {_listed(one.twice)}."] if one.twice else []
        why = " ".join(said)
        yield Finding("unowned", one.initiative, one.project, why, A_DAY, 0.25, facts.today)


def _held_up(work: Work) -> str:
    if not work.held_up:
        return ""
    return f" {_count(work.held_up, 'item')} {'waits' if work.held_up == 1 else 'wait'} for it."


def _owner(name: str) -> str:
    return f" Owner: {name}." if name else ""


def _count(number: float, word: str) -> str:
    return f"{number:g} {word}{'' if number == 1 else 's'}"


def _listed(names: Sequence[str]) -> str:
    """
    >>> _listed(["a", "b", "c", "d"])
    'a, b and 2 more'
    """
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
