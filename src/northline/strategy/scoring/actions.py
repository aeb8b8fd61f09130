"""The verbs of scoring: make and change a scorecard, give scores. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from northline.core import changes, editing, undo
from northline.core.listing.fields import custom_fields
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Refusal, Stale
from northline.core.scope import Scope
from northline.products.models import Product
from northline.strategy.scoring import access, queries, stored
from northline.strategy.scoring.models import KanoAnswer, Score, Scorecard, ScoringRound
from northline.strategy.scoring.rules.factors import Estimate, Factor, checked_card, checked_estimate
from northline.strategy.scoring.rules.methods import METHODS

SCORES = "scores"


@dataclass(frozen=True, slots=True)
class Entry:
    """Estimates of one subject by factor, None to take one back, on top of `version` (0: nothing given yet)."""

    subject_id: UUID
    values: Mapping[str, Estimate | None]
    version: int


@transaction.atomic
def make_scorecard(product: Product, *, title: str, method: str, about: str, by: Scope) -> Scorecard:
    """Start a scorecard as a copy of a published method."""
    preset = METHODS[method]
    row = Scorecard(
        workspace_id=by.workspace_id,
        product=product,
        title=title,
        method=method,
        about=about,
        factors=[stored.factor_stored(factor) for factor in preset.factors],
        formula=preset.formula,
        effort=preset.effort,
        days_per_unit=preset.days_per_unit,
    )
    return editing.create(row, prefix=Scorecard.PREFIX, by=by)


@transaction.atomic
def revise_scorecard(
    row: Scorecard, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Scorecard:
    """Change its formula, factors, or where the line runs.

    Raises Refusal as `rules.factors.checked_card`, `scorecard.no_such_field` or `scorecard.no_such_effort`.
    """
    given = dict(fields)
    if "factors" in given:
        _check_fields(row, given["factors"], by)
        given["factors"] = [stored.factor_stored(factor) for factor in given["factors"]]
    factors = [stored.factor_from(each) for each in given.get("factors", row.factors)]
    formula = checked_card(factors, formula=given.get("formula", row.formula))
    if "formula" in given:
        given["formula"] = formula.text
    effort = given.get("effort", row.effort)
    if effort and effort not in {factor.name for factor in factors}:
        raise Refusal(
            "scorecard.no_such_effort",
            f"{effort} is no factor of {row.key}. Name one that is, or none. Nothing was changed.",
        )
    return editing.revise(row, expected=expected, fields=given, by=by, reason=reason)


def _check_fields(row: Scorecard, factors: Sequence[Factor], by: Scope) -> None:
    """Only numbers that were added to what the card weighs, or that it takes already, can be read."""
    kept = {factor.field for factor in stored.factors_of(row)}
    asked = {factor.field: factor for factor in factors if factor.field and factor.field not in kept}
    if not asked:
        return
    added = custom_fields(by, row.about, product_id=row.product_id)
    for name in asked.keys() - {field.name for field in added if field.type == "number"}:
        raise Refusal(
            "scorecard.no_such_field",
            f"{asked[name].title}: there is no number called “{name}” among the fields that were added to "
            f"what {row.key} weighs. Nothing was changed.",
        )


@transaction.atomic
def give_scores(card: Scorecard, *, entries: Sequence[Entry], as_team: bool, by: Scope) -> list[Score]:
    """Set estimates for one or many subjects: the team's, or one's own in the round that is open.

    Raises NotFound for what the card does not weigh, Conflict `scorecard.archived` or `round.none_open`, Refusal as
    `rules.factors.checked_estimate`, `score.no_such_factor` or `score.from_a_field`, and Stale with the score as it now is.
    """
    card = held(card)
    round = None if as_team else round_at(card)
    factors = {factor.name: factor for factor in stored.factors_of(card)}
    named = _subjects(card, [entry.subject_id for entry in entries])
    written = [_write(card, round, entry, _merged(factors, entry), by) for entry in entries]
    # Nobody reads another's vote in the activity before it is revealed.
    hidden = round is not None and round.revealed_at is None
    keys = [named[score.subject_id].key for score, _ in written]
    told = (
        {"voted_on": keys}
        if hidden
        else {key: score.values for key, (score, _) in zip(keys, written, strict=True)}
    )
    before = {} if hidden else {key: old for key, (_, old) in zip(keys, written, strict=True)}
    undoing = {
        "how": SCORES,
        "rows": [{"id": str(score.pk), "version": score.version, "values": old} for score, old in written],
    }
    changes.record(by, "scored", card, before=before, after=told, undo=undoing)
    return [score for score, _ in written]


def held(card: Scorecard) -> Scorecard:
    """The card, held until the transaction ends: two first scores of a subject are given one after the other."""
    card = Scorecard.objects.select_for_update().get(pk=card.pk)
    if card.archived_at:
        raise Conflict(
            "scorecard.archived", f"{card.key} is archived. Restore it first. Nothing was changed."
        )
    return card


def round_at(card: Scorecard) -> ScoringRound:
    """The round that is open."""
    found = card.rounds.filter(closed_at=None).first()
    if found is None:
        raise Conflict(
            "round.none_open",
            f"Nobody is asked for their own scores on {card.key}. Open a round first. Nothing was changed.",
        )
    return found


def _subjects(card: Scorecard, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """The subjects, if the card weighs all of them."""
    found = {row.pk: row for row in queries.weighed(card).filter(pk__in=ids)}
    if len(found) != len(set(ids)):
        raise NotFound(card.about)
    return found


def _merged(factors: Mapping[str, Factor], entry: Entry) -> dict[str, Any]:
    """What is to be set (None: taken back), as it is stored."""
    for name in entry.values:
        if name not in factors:
            raise Refusal(
                "score.no_such_factor",
                f"“{name}” is no factor of this scorecard. There are: {', '.join(factors)}. Nothing was changed.",
            )
        if factors[name].field:
            raise Refusal(
                "score.from_a_field",
                f"{factors[name].title} is read from a field of what is weighed: change it there. Nothing was changed.",
            )
    return {
        name: None if given is None else stored.estimate_stored(checked_estimate(factors[name], given))
        for name, given in entry.values.items()
    }


def _write(
    card: Scorecard, round: ScoringRound | None, entry: Entry, given: Mapping[str, Any], by: Scope
) -> tuple[Score, dict[str, Any]]:
    """Compare and set one row; answers it and what it held before."""
    voter = by.member_id if round else None
    row = Score.objects.filter(
        scorecard=card, round=round, voter_id=voter, subject_id=entry.subject_id
    ).first()
    if (row.version if row else 0) != entry.version:
        raise Stale(row)
    before = dict(row.values) if row else {}
    values = {name: value for name, value in (before | dict(given)).items() if value is not None}
    if row is None:
        row = Score(
            workspace_id=by.workspace_id,
            scorecard=card,
            subject_id=entry.subject_id,
            round=round,
            voter_id=voter,
        )
        row.values, row.by_id = values, by.member_id
        row.words = stored.in_words(values, stored.factors_of(card))
        row.save(force_insert=True)
    else:
        swap_values(card, row, expected=entry.version, values=values, by=by)
    return row, before


def swap_values(card: Scorecard, row: Score, *, expected: int, values: dict[str, Any], by: Scope) -> None:
    words = stored.in_words(values, stored.factors_of(card))
    written = Score.objects.filter(pk=row.pk, version=expected).update(
        values=values, words=words, version=F("version") + 1, by_id=by.member_id, at=timezone.now()
    )
    row.refresh_from_db()
    if not written:
        raise Stale(row)


@transaction.atomic
def note_kano_answers(
    card: Scorecard, *, answers: Sequence[tuple[UUID, str, int, int]], by: Scope
) -> list[KanoAnswer]:
    """Take down answers: subject, respondent, if it is there, if it is not. A respondent's later answer replaces theirs.

    Raises NotFound for what the card does not weigh and Conflict `scorecard.not_kano` or `scorecard.archived`.
    """
    card = held(card)
    if card.method != "kano":
        raise Conflict(
            "scorecard.not_kano", f"{card.key} asks no questions. Make a Kano scorecard. Nothing was changed."
        )
    _subjects(card, [subject for subject, *_ in answers])
    noted = [
        KanoAnswer.objects.update_or_create(
            workspace_id=by.workspace_id,
            scorecard=card,
            subject_id=subject,
            respondent=respondent,
            defaults={"functional": there, "dysfunctional": absent, "by_id": by.member_id},
        )[0]
        for subject, respondent, there, absent in answers
    ]
    # Not to be undone: a respondent's next answer replaces it.
    changes.record(by, "asked", card, after={"answers": len(noted)})
    return noted


def _set_back(change: Change, by: Scope) -> None:
    card = access.scorecard(by, change.object_id, right="contribute")
    restored: dict[str, Any] = {}
    for said in change.undo["rows"]:
        row = Score.objects.filter(scorecard=card, pk=said["id"]).first()
        if row is None:
            raise Stale(card)
        swap_values(card, row, expected=said["version"], values=said["values"], by=by)
        restored[str(row.subject_id)] = row.values
    hidden = Score.objects.filter(
        pk__in=[said["id"] for said in change.undo["rows"]], round__revealed_at=None, round__isnull=False
    ).exists()
    changes.record(by, "undid", card, after={} if hidden else restored, cause=change)


undo.register(SCORES, _set_back)
