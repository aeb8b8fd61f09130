"""Personas, jobs to be done and competitors, and whom the insights speak for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from northline.core import links
from northline.demo.content.market import (
    ASKED,
    CRITERIA,
    JOBS,
    PERSONAS,
    PLANNED,
    RIVALS,
    SHARED,
    VERDICTS,
    Job,
    Rival,
    Type,
    Verdict,
)
from northline.demo.making import Making
from northline.research.market.actions.interviews import plan_interview
from northline.research.market.actions.objects import (
    add_criterion,
    describe_persona,
    name_competitor,
    state_job,
)
from northline.research.market.actions.ratings import rate


def remember(making: Making) -> None:
    for number, type_ in enumerate((*PERSONAS, SHARED)):
        making.past.ago(30 - number / 10, _persona(making, number, type_))
        # By then everything that it was heard in is there.
        making.past.ago(1.6 - number / 10, _voices(making, number, type_))
    for number, job in enumerate(JOBS):
        making.past.ago(28 - number / 10, _job(making, number, job))
    for number, rival in enumerate(RIVALS):
        making.past.ago(16 - number / 10, _rival(making, number, rival))
    for number, (title, weight, text) in enumerate(CRITERIA):
        given = {"title": title, "weight": weight, "description": text}
        making.past.ago(15 - number / 10, _criterion(making, number, given))
    for number, verdict in enumerate(VERDICTS):
        # Written down in one sitting, or once somebody looked again.
        making.past.ago(min(verdict.days, 14) - number / 100, _verdict(making, verdict))
    making.past.ago(0.3, _interview(making))


def _persona(making: Making, number: int, type_: Type) -> Callable[[], None]:
    def deed() -> None:
        names = ("title", "role", "goals", "pains", "quote", "size")
        fields = {name: getattr(type_, name) for name in names}
        fields |= {"segments": list(type_.segments), "share": type_.share or None}
        product = None if type_ is SHARED else making.product
        making.keep("persona", number, describe_persona(product, fields=fields, by=making.by("priya")))

    return deed


def _voices(making: Making, number: int, type_: Type) -> Callable[[], None]:
    def deed() -> None:
        persona, by = making.rows["persona", number], making.by("priya")
        for name, kind, numbers in (
            ("speaks_for", "insight", type_.heard),
            ("speaks_for", "experiment", type_.tried),
            ("fits", "person", type_.people),
        ):
            for one in numbers:
                links.link(name, making.rows[kind, one], target=persona, by=by)

    return deed


def _job(making: Making, number: int, job: Job) -> Callable[[], None]:
    def deed() -> None:
        by = making.by("priya")
        fields: dict[str, Any] = {
            name: getattr(job, name) for name in ("title", "type", "situation", "outcome")
        }
        if job.importance and job.satisfaction:
            fields |= {
                "importance": Decimal(job.importance),
                "satisfaction": Decimal(job.satisfaction),
                "asked": ASKED,
            }
        row = making.keep("job", number, state_job(making.product, fields=fields, by=by))
        for persona in job.personas:
            links.link("done_by", row, target=making.rows["persona", persona], by=by)
        for need in job.helped_by:
            links.link("helps_with", making.rows["opportunity", need], target=row, by=by)

    return deed


def _rival(making: Making, number: int, rival: Rival) -> Callable[[], None]:
    def deed() -> None:
        by = making.by("priya")
        fields = {name: getattr(rival, name) for name in Rival._fields if name != "mentioned"}
        row = making.keep("competitor", number, name_competitor(making.product, fields=fields, by=by))
        for insight in rival.mentioned:
            links.link("mentions", making.rows["insight", insight], target=row, by=by)

    return deed


def _criterion(making: Making, number: int, given: dict[str, Any]) -> Callable[[], None]:
    def deed() -> None:
        row = add_criterion(making.product, fields=given, by=making.by("priya"))
        making.keep("criterion", number, row)

    return deed


def _verdict(making: Making, said: Verdict) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "score": said.score,
            "note": said.note,
            "source": said.page,
            "checked_on": making.today - timedelta(days=said.days),
        }
        rival = making.rows["competitor", said.rival] if said.rival is not None else None
        criterion = making.rows["criterion", said.criterion]
        rate(criterion, competitor=rival, expected=0, fields=fields, by=making.by("tomas"))

    return deed


def _interview(making: Making) -> Callable[[], None]:
    def deed() -> None:
        plan_interview(
            making.product,
            persona=making.rows["persona", PLANNED.persona],
            need=making.rows["opportunity", PLANNED.opportunity],
            on=making.today + timedelta(days=PLANNED.days),
            title=None,
            customer_id=making.rows["customer", PLANNED.company].pk,
            by=making.by("priya"),
        )

    return deed
