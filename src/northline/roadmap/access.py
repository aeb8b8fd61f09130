"""The doors to the roadmap."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.roadmap.models import (
    Initiative,
    InitiativeDependency,
    Lane,
    Launch,
    LaunchStep,
    LaunchTemplate,
    Milestone,
    OutcomeReview,
    Promise,
    Snapshot,
)


def lane(scope: Scope, lane_id: UUID, *, right: Right = "read") -> Lane:
    return opened(scope, Lane.objects.all(), lane_id, right=right)


def held_lane(scope: Scope, lane_id: UUID, *, right: Right) -> Lane:
    """The lane, held until the transaction ends: nobody fills it while it is archived."""
    return opened(scope, Lane.objects.select_for_update(), lane_id, right=right)


def initiative(scope: Scope, initiative_id: UUID, *, right: Right = "read") -> Initiative:
    return opened(scope, Initiative.objects.select_related("owner"), initiative_id, right=right)


def milestone(scope: Scope, milestone_id: UUID, *, right: Right = "read") -> Milestone:
    return opened(scope, Milestone.objects.all(), milestone_id, right=right)


def dependency(scope: Scope, dependency_id: UUID, *, right: Right) -> InitiativeDependency:
    return opened(
        scope, InitiativeDependency.objects.select_related("before", "after"), dependency_id, right=right
    )


def promise(scope: Scope, promise_id: UUID, *, right: Right = "read") -> Promise:
    rows = Promise.objects.select_related("initiative", "customer", "made_by")
    return opened(scope, rows, promise_id, right=right)


def launch(scope: Scope, launch_id: UUID, *, right: Right = "read") -> Launch:
    return opened(scope, Launch.objects.select_related("owner"), launch_id, right=right)


def launch_step(scope: Scope, launch_step_id: UUID, *, right: Right = "read") -> LaunchStep:
    rows = LaunchStep.objects.select_related("launch", "owner", "done_by")
    return opened(scope, rows, launch_step_id, right=right)


def launch_template(scope: Scope, launch_template_id: UUID, *, right: Right = "read") -> LaunchTemplate:
    return opened(scope, LaunchTemplate.objects.all(), launch_template_id, right=right)


def outcome_review(scope: Scope, outcome_review_id: UUID, *, right: Right = "read") -> OutcomeReview:
    rows = OutcomeReview.objects.select_related("initiative", "launch", "key_result", "decided_by")
    return opened(scope, rows, outcome_review_id, right=right)


def snapshot(scope: Scope, snapshot_id: UUID, *, right: Right = "read") -> Snapshot:
    return opened(scope, Snapshot.objects.all(), snapshot_id, right=right)
