"""The verb of overseeing: say how it goes."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from northline.core import changes
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.roadmap.models import Initiative
from northline.roadmap.outlook import outlooks
from northline.roadmap.rules.promising import chance_by


@transaction.atomic
def say_how_it_goes(initiative: Initiative, *, health: str, words: str, by: Scope) -> InitiativeUpdate:
    """Write down how the initiative goes, with what the plan says at this moment.

    Raises Refusal `update.words_missing` for anything but on track that is not explained.
    """
    if not words and health != InitiativeUpdate.Health.ON_TRACK:
        raise Refusal(
            "update.words_missing", "Say what stands in the way, so that others can help. Nothing was saved."
        )
    row = InitiativeUpdate.objects.create(
        workspace_id=by.workspace_id,
        initiative=initiative,
        health=health,
        words=words,
        by_id=by.member_id,
        **_known(initiative, by),
    )
    # Others have read it, so it is not undone: the next one says better.
    changes.record(by, "reported on", initiative, after={"health": health, "update": str(row.pk)})
    return row


def _known(initiative: Initiative, by: Scope) -> dict[str, Any]:
    """The target day and what the plan says of it, as far as the author may read plans."""
    finish = initiative.window_finish
    found = outlooks(by, [initiative.pk]).get(initiative.pk)
    if found is None:
        return {"window_finish": finish}
    chance = chance_by(finish, found.ends) if finish else None
    return {"window_finish": finish, "chance": chance, "p50": found.p50, "p85": found.p85}
