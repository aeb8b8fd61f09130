"""Goals, order, milestones, promises, launches and the reviews of what came of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from northline.core import editing
from northline.demo.content import commitments as told
from northline.demo.making import Making
from northline.roadmap.actions import launches, moments
from northline.roadmap.actions.dependencies import wait_for
from northline.roadmap.actions.initiatives import revise_initiative
from northline.roadmap.actions.milestones import add_milestone
from northline.roadmap.actions.promises import promise, settle
from northline.roadmap.models import (
    Initiative,
    LaunchDecision,
    LaunchStep,
    LaunchTemplate,
    OutcomeReview,
    PromiseOutcome,
)


def remember(making: Making) -> None:
    for number, aim in enumerate(told.AIMS):
        making.past.ago(71 - number / 10, _aim(making, aim))
    for before, after in told.WAITS:
        making.past.ago(69, _wait(making, before, after))
    for outer, inner in told.PARTS.items():
        for number in inner:
            making.past.ago(68, _change(making, number, parent=outer))
    for number in told.PARKED:
        making.past.ago(30, _change(making, number, parked=True))
    for title, lane, day in told.MILESTONES:
        making.past.ago(64, _milestone(making, title, lane, day))
    making.past.ago(63, _expect(making))
    for number, word in enumerate(told.WORDS):
        making.past.ago(word.ago, _promise(making, number, word))
        if word.outcome:
            making.past.ago(word.ago - 55, _settle(making, number, word))
    making.past.ago(65, _template(making))
    for number, out in enumerate(told.LAUNCHES):
        making.past.ago(out.ago, _launch(making, number, out))
    making.past.ago(45, _release(making))
    making.past.ago(13, _conclude(making))
    making.past.ago(20, lambda: _snapshot(making))


def _row(making: Making, number: int) -> Initiative:
    row: Initiative = making.rows["initiative", number]
    row.refresh_from_db()
    return row


def _aim(making: Making, aim: told.Aim) -> Callable[[], None]:
    def deed() -> None:
        row = _row(making, aim.initiative)
        fields = {
            "goal": aim.goal,
            "features": list(aim.features),
            "metrics": list(aim.metrics),
            "effort_weeks": aim.weeks,
        }
        revise_initiative(row, expected=row.version, fields=fields, by=making.by("priya"))

    return deed


def _change(
    making: Making, number: int, *, parent: int | None = None, parked: bool | None = None
) -> Callable[[], None]:
    def deed() -> None:
        row = _row(making, number)
        fields = {"parked": parked} if parent is None else {"parent_id": _row(making, parent).pk}
        revise_initiative(row, expected=row.version, fields=fields, by=making.by("priya"))

    return deed


def _wait(making: Making, before: int, after: int) -> Callable[[], None]:
    def deed() -> None:
        wait_for(_row(making, after), before=_row(making, before), by=making.by("priya"))

    return deed


def _milestone(making: Making, title: str, lane: int | None, day: int) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": title,
            "day": making.day(day),
            "lane_id": making.rows["lane", lane].pk if lane else None,
        }
        add_milestone(making.product, fields=fields, by=making.by("priya"))

    return deed


def _expect(making: Making) -> Callable[[], None]:
    fields = {"now_weeks": told.NOW_WEEKS, "next_weeks": told.NEXT_WEEKS, "stale_days": 60}

    def deed() -> None:
        moments.expect(making.product, expected=1, fields=fields, by=making.by("priya"))

    return deed


def _promise(making: Making, number: int, word: told.Word) -> Callable[[], None]:
    def deed() -> None:
        row = _row(making, word.initiative)
        assert row.window_finish
        fields = {
            "promised_to": word.to,
            "words": word.words,
            "made_on": making.day(-word.ago),
            "due": row.window_finish + timedelta(days=word.slack),
        }
        making.keep("promise", number, promise(row, fields=fields, by=making.by("priya")))

    return deed


def _settle(making: Making, number: int, word: told.Word) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["promise", number]
        row.refresh_from_db()
        by = making.by("priya")
        settle(row, expected=row.version, verdict=word.outcome, due=None, reason=word.reason, by=by)
        at = making.past.now - timedelta(days=word.ago - 55)
        PromiseOutcome.objects.filter(promise=row).update(created_at=at)

    return deed


def _template(making: Making) -> Callable[[], None]:
    def deed() -> None:
        steps = [{"title": title, "offset_days": days} for title, days in told.CHECKLIST]
        row = LaunchTemplate(
            workspace=making.workspace, product=making.product, title="Usual launch", steps=steps
        )
        making.keep(
            "launch_template",
            1,
            editing.create(row, prefix=LaunchTemplate.PREFIX, by=making.by("priya")),
        )

    return deed


def _launch(making: Making, number: int, out: told.Out) -> Callable[[], None]:
    def deed() -> None:
        by = making.by("priya")
        row = launches.plan_launch(
            making.product,
            fields={
                "title": out.title,
                "day": making.day(out.day),
                "owner_id": making.members["tomas"].pk,
            },
            initiative_ids=[_row(making, one).pk for one in out.initiatives],
            template=making.rows["launch_template", 1],
            by=by,
        )
        making.keep("launch", number, row)
        for step, who in zip(row.steps.order_by("offset_days"), told.WHO_CHECKS, strict=True):
            LaunchStep.objects.filter(pk=step.pk).update(owner=making.members[who])
        for step in row.steps.order_by("offset_days")[: out.checked]:
            launches.revise_step(step, expected=step.version, fields={"done": True}, by=making.by("tomas"))
            due = row.day + timedelta(days=step.offset_days)
            LaunchStep.objects.filter(pk=step.pk).update(done_on=min(due, making.today))

    return deed


def _release(making: Making) -> Callable[[], None]:
    def deed() -> None:
        for number, out in enumerate(told.LAUNCHES):
            if out.launched:
                row, by = making.rows["launch", number], making.by("priya")
                row.refresh_from_db()
                launches.decide(row, verdict="go", reason="All points are done.", by=by)
                at = making.past.now + timedelta(days=out.day)
                LaunchDecision.objects.filter(launch=row).update(created_at=at)
                launches.release(row, expected=row.version, on=making.day(out.day), by=by)

    return deed


def _conclude(making: Making) -> Callable[[], None]:
    def deed() -> None:
        review = OutcomeReview.objects.filter(product=making.product).order_by("due")[0]
        launches.conclude(
            review,
            expected=review.version,
            verdict="keep",
            findings="Five of five spreadsheets are gone; two dispatchers ask for a print-out.",
            key_result=review.key_result,
            by=making.by("priya"),
        )
        OutcomeReview.objects.filter(pk=review.pk).update(decided_on=making.day(-13))

    return deed


def _snapshot(making: Making) -> None:
    moments.take_snapshot(making.product, title="Quarterly review", by=making.by("priya"))
