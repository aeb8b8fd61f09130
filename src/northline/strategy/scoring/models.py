"""Scorecards, the scores given with them, rounds of group scoring, and answers to Kano's questionnaire."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from northline.accounts.models import Member
from northline.core.models import Editable, Row
from northline.core.scope import Place
from northline.products.models import Product


def nothing() -> dict[str, Any]:
    return {}


class Scorecard(Editable):
    """A formula over factors by which a product's ideas or initiatives are ranked, and where the line runs."""

    KIND: ClassVar[str] = "scorecard"
    PREFIX: ClassVar[str] = "CARD"

    class About(models.TextChoices):
        IDEA = "idea"
        INITIATIVE = "initiative"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    method = models.CharField(max_length=16)
    about = models.CharField(max_length=12, choices=About, default=About.INITIATIVE)
    # As `rules.factors.Factor` has them, in the order of the columns.
    factors = models.JSONField(default=list)
    formula = models.CharField(max_length=500)
    # The factor that takes capacity, and how many person-days one unit of it makes.
    effort = models.CharField(max_length=40, blank=True)
    days_per_unit = models.FloatField(default=1.0)
    # Where the line runs: person-days, a number of items, both, or neither.
    cut_days = models.FloatField(null=True)
    cut_count = models.PositiveIntegerField(null=True)
    # The fingerprint of what its standings were computed from; empty: never yet.
    ranked_from = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="scorecard_key_once"),
            models.CheckConstraint(condition=Q(days_per_unit__gt=0), name="scorecard_unit_takes_days"),
            models.CheckConstraint(
                condition=Q(cut_days=None) | Q(cut_days__gte=0), name="scorecard_capacity_not_negative"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="scorecard_of_product")]

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class ScoringRound(Row):
    """A round of group scoring: everybody scores for themselves, unseen by the others until it is revealed."""

    KIND: ClassVar[str] = "scoring_round"

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="rounds")
    asked = models.ManyToManyField(Member, related_name="+")
    opened_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    revealed_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    revealed_at = models.DateTimeField(null=True)
    # Closed: the group's medians have become the team's scores, or the round was given up.
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["scorecard"], condition=Q(closed_at=None), name="scoring_round_open_once"
            ),
            models.CheckConstraint(
                condition=Q(revealed_at=None) | Q(revealed_at__gte=F("created_at")),
                name="scoring_round_revealed_after_opening",
            ),
        ]

    def place(self) -> Place:
        return Place(product_id=self.scorecard.product_id)


class Score(Row):
    """The team's estimates of one subject, which rank, or those of one voter in a round.

    `values` holds, by factor, [low, likely, high] with null for what was not given. `by` wrote them last, `at` then.
    """

    KIND: ClassVar[str] = "score"

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="scores")
    subject_id = models.UUIDField()
    round = models.ForeignKey(ScoringRound, null=True, on_delete=models.CASCADE, related_name="votes")
    voter = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="+")
    values = models.JSONField(default=nothing)
    # The values in words, for lists.
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["scorecard", "subject_id"], condition=Q(round=None), name="score_once_a_team"
            ),
            models.UniqueConstraint(fields=["round", "subject_id", "voter"], name="score_once_a_voter"),
            models.CheckConstraint(
                condition=Q(round=None, voter=None) | Q(round__isnull=False, voter__isnull=False),
                name="score_of_a_team_or_of_a_voter_in_a_round",
            ),
        ]

    def place(self) -> Place:
        return self.scorecard.place()


class KanoAnswer(Row):
    """One respondent's answers about one subject, each 1 (like) to 5 (dislike)."""

    KIND: ClassVar[str] = "kano_answer"

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="kano_answers")
    subject_id = models.UUIDField()
    respondent = models.CharField(max_length=200)
    functional = models.PositiveSmallIntegerField()
    dysfunctional = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["scorecard", "subject_id", "respondent"], name="kano_answer_once_a_respondent"
            ),
            models.CheckConstraint(
                condition=Q(functional__gte=1, functional__lte=5, dysfunctional__gte=1, dysfunctional__lte=5),
                name="kano_answer_is_one_of_five",
            ),
        ]


class Standing(Row):
    """Where one subject stands on a scorecard, as last computed: never written by hand. `rank` is null without a score,
    what comes of ranges is null for Kano's questionnaire, and without a line `makes_cut` is."""

    KIND: ClassVar[str] = "standing"

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="standings")
    subject_id = models.UUIDField()
    score = models.FloatField(null=True)
    rank = models.PositiveIntegerField(null=True)
    above = models.BooleanField(default=False)
    days = models.FloatField(default=0.0)
    # In per cents; a rank lies within low to high in eight of ten.
    makes_cut = models.FloatField(null=True)
    rank_low = models.PositiveIntegerField(null=True)
    rank_high = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scorecard", "subject_id"], name="standing_once_a_subject")
        ]
        indexes: ClassVar = [models.Index(fields=["scorecard", "rank"], name="standing_by_rank")]

    def place(self) -> Place:
        return self.scorecard.place()
