"""The verbs of change requests: raise one, revise it, weigh it, submit it, answer it, carry it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.accounts.models import Member
from northline.core import changes, editing
from northline.core.deeds import deed
from northline.core.models import Change
from northline.core.refusal import NotAllowed, NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery.access import refuse_archived
from northline.delivery.models import Project
from northline.scheduling.baselines.actions import set_baseline
from northline.scheduling.models import Scenario
from northline.scheduling.scenarios import access as scenarios
from northline.scheduling.scenarios.merging import Wish, merge_scenario
from northline.tracking.change_requests import access, rules
from northline.tracking.change_requests.impact import basis_of, impact_of
from northline.tracking.change_requests.models import Approval, ChangeRequest

State = ChangeRequest.State
ASKED = "asked to approve"
WEIGHED = ("impact", "impact_for", "impact_at", "finish_days")


@transaction.atomic
def raise_request(project: Project, *, fields: Mapping[str, Any], by: Scope) -> ChangeRequest:
    """Ask for a change of a project's plan. Raises Conflict `project.archived`, `scenario.closed`, NotFound."""
    refuse_archived(project)
    row = ChangeRequest(workspace_id=by.workspace_id, project=project, raised_by_id=by.member_id, **fields)
    _check_scenario(row, row.scenario_id, by)
    return editing.create(row, prefix=ChangeRequest.PREFIX, by=by, verb="raised")


@transaction.atomic
def revise_request(
    row: ChangeRequest, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> ChangeRequest:
    """Change what is asked for, as long as nobody is asked to approve it.

    Raises Conflict `change_request.other_state`, `scenario.closed`, NotFound.
    """
    access.refuse_unless(row, State.DRAFT, State.DECLINED, to="change it")
    if fields.get("scenario_id", row.scenario_id) != row.scenario_id:
        _check_scenario(row, fields["scenario_id"], by)
        fields = {**fields, **dict.fromkeys(WEIGHED), "impact_for": ""}
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


def _check_scenario(row: ChangeRequest, scenario_id: UUID | None, by: Scope) -> None:
    if scenario_id is None:
        return
    found = scenarios.scenario(by, scenario_id)
    if found.project_id != row.project_id:
        raise NotFound("scenario")
    scenarios.refuse_closed(found)


@transaction.atomic
def weigh(row: ChangeRequest, *, by: Scope) -> ChangeRequest:
    """Compute the impact of a request that is already allowed anew; what is computed is no edit of it.

    Raises Refusal `change_request.no_scenario`, Conflict `change_request.other_state`.
    """
    access.refuse_unless(row, State.DRAFT, State.SUBMITTED, State.APPROVED, State.DECLINED, to="weigh it")
    found = impact_of(_scenario_of(row), today=timezone.localdate(), by=by)
    row.impact, row.impact_at = found, timezone.now()
    row.impact_for = basis_of(_scenario_of(row))
    row.finish_days = round(found["finish_minutes"] / found["minutes_per_day"], 2)
    row.save(update_fields=list(WEIGHED))
    return row


def _scenario_of(row: ChangeRequest) -> Scenario:
    if row.scenario is None:
        raise Refusal(
            "change_request.no_scenario",
            f"{row.key} has no scenario yet. Choose one that shows the change first.",
        )
    return row.scenario


@transaction.atomic
def submit(
    row: ChangeRequest, *, expected: int, chain: Sequence[rules.Asked[UUID]], by: Scope
) -> ChangeRequest:
    """Put the request before those who are to approve it, one after the other.

    Raises Refusal `change_request.own_approval`, `change_request.asked_twice`, what `weigh` raises, Stale, NotFound.
    """
    access.refuse_unless(row, State.DRAFT, State.DECLINED, to="submit it")
    _check_chain(row, chain, by)
    fields = {"state": State.SUBMITTED.value, "submitted_at": timezone.now(), "decided_at": None}
    editing.swap(row, expected=expected, fields=fields)
    weigh(row, by=by)
    Approval.objects.filter(request=row).delete()
    Approval.objects.bulk_create(
        Approval(request=row, position=place, member_id=one.member, deputy_id=one.deputy)
        for place, one in enumerate(chain)
    )
    # Not to be undone: the others have read it.
    put = changes.record(by, "submitted", row, after={"approvers": len(chain)})
    _ask(row, chain[0], by=by, cause=put)
    return access.again(row)


def _check_chain(row: ChangeRequest, chain: Sequence[rules.Asked[UUID]], by: Scope) -> None:
    for one in chain:
        for member in filter(None, (one.member, one.deputy)):
            active_colleague(by, member)
    asked = [one.member for one in chain]
    if len(set(asked)) != len(asked) or any(one.member == one.deputy for one in chain):
        raise Refusal(
            "change_request.asked_twice", "Somebody is asked twice in this chain. Nothing was changed."
        )
    others = Member.objects.filter(workspace_id=by.workspace_id, suspended_at=None, person__is_active=True)
    alone = not any(pk != row.raised_by_id for pk in others.values_list("pk", flat=True)[:2])
    if rules.own_approval(chain, raised_by=row.raised_by_id, alone=alone):
        raise Refusal(
            "change_request.own_approval",
            f"Whoever raised {row.key} cannot approve it, nor stand in for an approver. Ask somebody else.",
        )


def _ask(row: ChangeRequest, asked: rules.Asked[UUID], *, by: Scope, cause: Change) -> None:
    """A message to whoever is asked and to their deputy."""
    for member in filter(None, (asked.member, asked.deputy)):
        changes.record(by, ASKED, row, after={"to": str(member)}, cause=cause)


@transaction.atomic
def answer(
    row: ChangeRequest, *, expected: int, verdict: str, note: str, wish: Wish, by: Scope
) -> ChangeRequest:
    """Approve or decline where it is one's turn; the last approval carries the request out if its giver may plan.

    Raises NotAllowed, Refusal `change_request.says_no_why`, Stale, and what `carry_out` raises.
    """
    access.refuse_unless(row, State.SUBMITTED, to="answer it")
    places = list(row.approvals.all())
    chain = [rules.Asked(one.member_id, one.deputy_id, one.verdict) for one in places]
    place = rules.turn(chain)
    if place is None or not rules.may_answer(chain[place], by.member_id):
        raise NotAllowed("being the one whose approval is waited for, or their deputy")
    if verdict == Approval.Verdict.DECLINED and not note:
        raise Refusal("change_request.says_no_why", "Say why you decline. Nothing was changed.")
    is_last = place == len(places) - 1
    state = row.state
    if verdict == Approval.Verdict.DECLINED or is_last:
        state = State.DECLINED.value if verdict == Approval.Verdict.DECLINED else State.APPROVED.value
    now = timezone.now()
    fields = {"state": state, "decided_at": None if state == State.SUBMITTED else now}
    editing.swap(row, expected=expected, fields=fields)
    Approval.objects.filter(pk=places[place].pk).update(
        verdict=verdict, note=note, given_by=by.member_id, given_at=now
    )
    # An approval is not undone: others went on from it.
    said = changes.record(by, verdict, row, after={"state": state}, reason=note)
    if state == State.SUBMITTED:
        _ask(row, chain[place + 1], by=by, cause=said)
    row = access.again(row)
    if state == State.APPROVED and by.may("plan", row.place()):
        return carry_out(row, expected=row.version, wish=wish, by=by)
    return row


def carry_out(row: ChangeRequest, *, expected: int, wish: Wish, by: Scope) -> ChangeRequest:
    """Merge the scenario of an approved request into the plan and set a baseline: one deed, one undo.

    Raises Conflict `scenario.conflicts` with what nobody decided, and what else refuses merges and baselines.
    """
    access.refuse_unless(row, State.APPROVED, to="carry it out")
    scenario = _scenario_of(row)
    told = {"key": row.key, "title": row.title}
    with deed(row.title, place=row.place(), verb="carried out", by=by, said=told) as whole:
        merge_scenario(scenario, wish, by=by, reason=f"{row.key} {row.title}", cause=whole)
        title = f"{row.key} {row.title}"[:300]
        baseline = set_baseline(row.project_id, title=title, note=row.reason, by=by, cause=whole)
        fields = {"state": State.CARRIED_OUT.value, "baseline_id": baseline.pk}
        editing.revise(row, expected=expected, fields=fields, by=by, cause=whole)
    return access.again(row)
