"""Whom was heard about what and when, over plain values."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=Hashable)
# What a piece of evidence is called by.
Own = TypeVar("Own", bound=Hashable)

DEFAULT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Piece(Generic[Own, Id]):
    """One piece of evidence: on which day whom it spoke for about what."""

    id: Own
    day: date
    personas: frozenset[Id]
    needs: frozenset[Id]


@dataclass(slots=True)
class Cell(Generic[Own, Id]):
    """What was heard of one persona about one opportunity, `last` when, and what is planned to be, first when."""

    persona: Id
    need: Id
    pieces: list[Piece[Own, Id]] = field(default_factory=list)
    planned: list[Piece[Own, Id]] = field(default_factory=list)
    last: date | None = None
    planned_for: date | None = None

    def hear(self, piece: Piece[Own, Id], *, today: date) -> None:
        """Take in a piece of evidence; what is of a day after today is planned."""
        if piece.day > today:
            self.planned.append(piece)
            if self.planned_for is None or piece.day < self.planned_for:
                self.planned_for = piece.day
        else:
            self.pieces.append(piece)
            if self.last is None or piece.day > self.last:
                self.last = piece.day

    def is_silent(self, *, today: date, days: int) -> bool:
        """Was nothing heard within so many days?

        >>> cell = Cell("dispatcher", "re-plan", last=date(2026, 1, 1))
        >>> [cell.is_silent(today=date(2026, 4, day), days=90) for day in (1, 2)]
        [False, True]
        """
        return self.last is None or self.last < today - timedelta(days=days)


def above(parents: Mapping[Id, Id | None], need: Id) -> list[Id]:
    """The opportunity and those that it stands under, from itself upwards.

    >>> above({"leaf": "branch", "branch": None}, "leaf")
    ['leaf', 'branch']
    """
    path: list[Id] = []
    at: Id | None = need
    while at is not None and at in parents and at not in path:
        path.append(at)
        at = parents[at]
    return path


def cells_of(
    pieces: Iterable[Piece[Own, Id]], *, personas: Iterable[Id], parents: Mapping[Id, Id | None], today: date
) -> dict[tuple[Id, Id], Cell[Own, Id]]:
    """Every persona by every opportunity of `parents`; what was heard about one counts for those above it too.

    What is of a day after today is planned.
    """
    cells: dict[tuple[Id, Id], Cell[Own, Id]] = {
        (persona, need): Cell(persona, need) for persona in dict.fromkeys(personas) for need in parents
    }
    # Thousands of pieces lead to the same few.
    led: dict[tuple[frozenset[Id], frozenset[Id]], list[Cell[Own, Id]]] = {}
    for piece in pieces:
        ends = (piece.personas, piece.needs)
        if ends not in led:
            about = dict.fromkeys(upper for need in piece.needs for upper in above(parents, need))
            pairs = ((persona, need) for persona in piece.personas for need in about)
            led[ends] = [cells[pair] for pair in pairs if pair in cells]
        for cell in led[ends]:
            cell.hear(piece, today=today)
    return cells


@dataclass(frozen=True, slots=True)
class Stake:
    """What makes a silence matter: the opportunity is worked on now, the persona has a job there, evidence weighs."""

    is_target: bool = False
    has_job: bool = False
    impact: float = 0.0


def most_urgent(
    silent: Iterable[Cell[Own, Id]], *, stakes: Mapping[tuple[Id, Id], Stake], shares: Mapping[Id, int]
) -> list[Cell[Own, Id]]:
    """Silent cells, the one to ask about first at the start.

    In this order: where no interview is planned, the persona has a job, what is worked on now, the weight of the
    other evidence, how many the persona stands for, and how long nothing was heard.
    """

    def rank(cell: Cell[Own, Id]) -> tuple[bool, bool, bool, float, int, date]:
        stake = stakes.get((cell.persona, cell.need), Stake())
        share = shares.get(cell.persona, 0)
        matters = (not stake.has_job, not stake.is_target, -stake.impact, -share)
        return (bool(cell.planned), *matters, cell.last or date.min)

    return sorted(silent, key=rank)
