"""What research coverage looks like over the API."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone

from northline.core.schemas import In, Out, Ref, Title, ref
from northline.research.market.queries.coverage import Coverage
from northline.research.market.queries.voices import Heard
from northline.research.market.rules.coverage import Cell
from northline.research.models import Customer
from northline.research.schemas import Source

# The gaps that are told at the start.
FIRST = 12


class CoveredPersonaOut(Ref):
    """`silent` counts the opportunities about which nothing was heard of them within the days asked for."""

    role: str
    share: int | None
    silent: int


class CoveredNeedOut(Ref):
    parent_id: UUID | None
    is_target: bool


class CoverageCellOut(Out):
    persona_id: UUID
    opportunity_id: UUID
    pieces: int
    last_heard_on: date | None
    planned_for: date | None
    silent: bool


class GapOut(Out):
    """`has_job`: a job of the persona is helped by the opportunity."""

    persona: Ref
    opportunity: Ref
    last_heard_on: date | None
    planned_for: date | None
    is_target: bool
    has_job: bool


class CoverageOut(Out):
    """`gaps` are the first of the `silent` cells; `nameless` insights of those days say nobody they speak for."""

    days: int
    today: date
    personas: list[CoveredPersonaOut]
    opportunities: list[CoveredNeedOut]
    cells: list[CoverageCellOut]
    silent: int
    gaps: list[GapOut]
    nameless: int
    can: dict[str, bool]


class InterviewPlanIn(In):
    """Whom to ask about what on which day; without a title it is worded after both."""

    persona_id: UUID
    opportunity_id: UUID
    on: date
    title: Title | None = None
    customer_id: UUID | None = None


class PersonaHeardOut(Out):
    """`planned`: of a day to come."""

    evidence: Ref
    heard_on: date
    source: Source | Literal["experiment"]
    customer: Ref | None
    planned: bool


class CustomerInSegmentOut(Ref):
    segment: str


class VoicesOut(Out):
    """What speaks for a persona, the newest first, and the customers of its segments."""

    heard: list[PersonaHeardOut]
    customers: list[CustomerInSegmentOut]


def show_coverage(found: Coverage, *, can: dict[str, bool]) -> dict[str, Any]:
    gaps = found.gaps()
    return {
        "days": found.days,
        "today": found.today,
        "personas": [
            ref(row) | {"role": row.role, "share": row.share, "silent": found.gaps_of(row.pk)}
            for row in found.personas
        ],
        "opportunities": [
            ref(row) | {"parent_id": row.parent_id, "is_target": row.pk in found.targets}
            for row in found.needs
        ],
        "cells": [_cell(cell, found) for cell in found.cells.values()],
        "silent": len(gaps),
        "gaps": _gaps(gaps[:FIRST], found),
        "nameless": found.nameless,
        "can": can,
    }


def _cell(cell: Cell[str, UUID], found: Coverage) -> dict[str, Any]:
    return {
        "persona_id": cell.persona,
        "opportunity_id": cell.need,
        "pieces": len(cell.pieces),
        "last_heard_on": cell.last,
        "planned_for": cell.planned_for,
        "silent": found.is_silent(cell),
    }


def _gaps(cells: Iterable[Cell[str, UUID]], found: Coverage) -> list[dict[str, Any]]:
    personas = {row.pk: ref(row) for row in found.personas}
    needs = {row.pk: ref(row) for row in found.needs}
    return [
        {
            "persona": personas[cell.persona],
            "opportunity": needs[cell.need],
            "last_heard_on": cell.last,
            "planned_for": cell.planned_for,
            "is_target": found.stakes[cell.persona, cell.need].is_target,
            "has_job": found.stakes[cell.persona, cell.need].has_job,
        }
        for cell in cells
    ]


def show_heard(found: Iterable[Heard]) -> list[dict[str, Any]]:
    today = timezone.localdate()
    return [
        {
            "evidence": ref(one.row),
            "heard_on": one.day,
            "source": one.source,
            "customer": one.customer and ref(one.customer),
            "planned": one.day > today,
        }
        for one in found
    ]


def show_customers(rows: Iterable[Customer]) -> list[dict[str, Any]]:
    return [ref(row) | {"segment": row.segment} for row in rows]
