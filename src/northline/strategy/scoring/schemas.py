"""What requests and answers about scorecards look like."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field, FiniteFloat, StringConstraints

from northline.core.schemas import In, Line, ObjectOut, Out, Patch, Ref, Title, Who, Writable
from northline.strategy.scoring.rules import factors as values
from northline.strategy.scoring.rules.factors import Estimate

MethodName = Literal["rice", "ice", "wsjf", "weighted", "value_effort", "moscow", "kano", "custom"]
About = Literal["idea", "initiative"]
FactorName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$"),
    Field(description="How a formula calls it: small letters, digits and _."),
]
Unit = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), Writable]
Figure = Annotated[FiniteFloat, Field(ge=-1e12, le=1e12)]
Days = Annotated[FiniteFloat, Field(ge=0, le=1e7)]
Answer = Annotated[int, Field(ge=1, le=5, description="1 like, 2 expect, 3 neutral, 4 live with, 5 dislike.")]


class ChoiceIn(In):
    value: Figure
    label: Line


class FactorIn(In):
    """`side` makes it part of the sums that a formula calls `benefit` and `cost`, with this weight. With a `field` its
    figures are those of a number that was added to what is weighed, and nobody gives them."""

    name: FactorName
    title: Title
    unit: Unit = ""
    low: Figure | None = None
    high: Figure | None = None
    side: Literal["", "benefit", "cost"] = ""
    weight: Figure = 1
    choices: Annotated[list[ChoiceIn], Field(max_length=20)] = []
    hint: Line = ""
    field: Annotated[str, StringConstraints(max_length=60), Writable] = ""

    def value(self) -> values.Factor:
        choices = tuple(values.Choice(each.value, each.label) for each in self.choices)
        return values.Factor(**self.model_dump(exclude={"choices"}), choices=choices)


class ScorecardIn(In):
    product_id: UUID
    title: Title
    method: MethodName
    about: About = "initiative"


class ScorecardPatch(Patch):
    """`effort` names the factor that takes capacity; the line runs at `cut_days` of it, `cut_count` items, or both."""

    NULLABLE: ClassVar = frozenset({"cut_days", "cut_count"})

    title: Title | None = None
    factors: Annotated[list[FactorIn], Field(min_length=1, max_length=20)] | None = None
    formula: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Writable] | None = None
    effort: Annotated[str, StringConstraints(max_length=40), Writable] | None = None
    days_per_unit: Annotated[FiniteFloat, Field(gt=0, le=10_000)] | None = None
    cut_days: Days | None = None
    cut_count: Annotated[int, Field(ge=0, le=100_000)] | None = None


class ScorecardOut(ObjectOut):
    product_id: UUID
    method: MethodName
    about: About
    factors: list[FactorIn]
    formula: str
    effort: str
    days_per_unit: float
    cut_days: float | None
    cut_count: int | None
    source: str


class MethodOut(Out):
    """A published method that a scorecard can start from."""

    name: MethodName
    factors: list[FactorIn]
    formula: str
    source: str


class FigureIn(In):
    """A figure (`likely`), a range with a likely figure, or an even range (`low` and `high` alone)."""

    likely: Figure | None = None
    low: Figure | None = None
    high: Figure | None = None

    def value(self) -> Estimate:
        return Estimate(self.likely, self.low, self.high)


class EntryIn(In):
    """`version` is that of the score being changed, 0 where nothing was given yet. Null takes an estimate back."""

    subject_id: UUID
    values: Annotated[dict[FactorName, FigureIn | None], Field(min_length=1, max_length=20)]
    version: Annotated[int, Field(ge=0)] = 0


class ScoresIn(In):
    """`voice` says whose: the team's, which rank, or one's own in the round that is open."""

    voice: Literal["team", "mine"] = "team"
    entries: Annotated[list[EntryIn], Field(min_length=1, max_length=1000)]


class ScoreOut(Out):
    id: UUID
    subject_id: UUID
    values: dict[str, FigureIn]
    version: int
    by: Who | None
    at: datetime


class VoteOut(ScoreOut):
    voter: Who


class KanoAnswerIn(In):
    subject_id: UUID
    respondent: Title
    functional: Answer
    dysfunctional: Answer


class KanoAnswersIn(In):
    answers: Annotated[list[KanoAnswerIn], Field(min_length=1, max_length=1000)]


class Noted(Out):
    noted: int


class KanoOut(Out):
    """`satisfaction` 0 to 1 is how much having it pleases, `dissatisfaction` 0 to -1 how much lacking it hurts."""

    kind: str
    counts: dict[str, int]
    satisfaction: float | None
    dissatisfaction: float | None


class SubjectOut(Ref):
    status: str
    version: int


class RankedOut(Out):
    """`votes` are the others' once revealed, and one's own; `voted` counts them all. `pulled_by` waits
    for it, which is why it lies above the line; `read` are the figures of factors that are read from fields."""

    subject: SubjectOut
    score: float | None
    rank: int | None
    above: bool
    days: float
    read: dict[str, float]
    team: ScoreOut | None
    mine: ScoreOut | None
    votes: list[VoteOut]
    voted: int
    agreement: dict[str, float]
    pulled_by: Ref | None
    kano: KanoOut | None


class VoterOut(Who):
    """`scored` counts the subjects for which they gave anything."""

    scored: int


class RoundOut(Out):
    id: UUID
    opened_by: Who | None
    opened_at: datetime
    revealed_by: Who | None
    revealed_at: datetime | None
    closed_at: datetime | None
    voters: list[VoterOut]


class RefusedOut(Out):
    """The first for which there is no room: with what it waits for it `needs` more person-days than are `left`."""

    subject: Ref
    waits_for: list[Ref]
    needs: float
    left: float | None


class RankingOut(Out):
    """Those above the line first, best first. `days` is what these take, `refused` the first below it; `round` is the one
    that is open, or the last."""

    scorecard: ScorecardOut
    items: list[RankedOut]
    days: float
    refused: RefusedOut | None
    round: RoundOut | None


class RoundIn(In):
    members: Annotated[list[UUID], Field(min_length=1, max_length=100)]


class SettleIn(In):
    """Whether the group's medians become the team's scores, or the round is dropped."""

    adopt: bool


class FlipOut(Out):
    factor: str
    now: float
    at: float


class RobustOut(Out):
    """`makes_cut` 0 to 1 is the chance of lying above the line; the rank lies within low to high in eight of ten."""

    id: UUID
    makes_cut: float | None
    rank_low: int
    rank_mean: float
    rank_high: int
    flips: list[FlipOut]


class CostOut(Out):
    """What falls below the line when the subject is put first; `lost` and `gained` are of the score."""

    subject: Ref
    falls: list[Ref]
    gained: float
    lost: float


class TakenOut(Out):
    """In person-days; `booked` are those of the actual ones that hours tell, the plan tells the rest."""

    subject: Ref
    estimated: float
    actual: float
    booked: float
    at: datetime


class CalibrationOut(Out):
    """In person-days. `bias` is how many times the estimate the work took, `spread` the factor within which two thirds
    lie around that, `correction` what to multiply estimates by, null with fewer than three finished."""

    items: list[TakenOut]
    bias: float | None
    spread: float | None
    correction: float | None


class CapacityOut(Out):
    days: float
    people: int
