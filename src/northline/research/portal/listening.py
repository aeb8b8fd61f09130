"""What portals hear of from above: something was released."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Member
from northline.core import changes, events
from northline.core.models import Change
from northline.research.portal.models import Post, ShippedProposal


@events.on("released")
def propose_shipped(*, change_id: UUID, member_id: UUID, title: str, object_ids: Sequence[UUID]) -> None:
    """Propose for every shown post that waits for one of these objects that it has shipped.

    `title` names what was released, `change_id` the change that released it. The proposal waits in the moderation
    queue; nobody outside is told before a member agrees.
    """
    waiting = Post.objects.filter(target_id__in=list(object_ids), state=Post.State.SHOWN, archived_at=None)
    waiting = waiting.exclude(status__in=[Post.Status.SHIPPED, Post.Status.DECLINED])
    proposed = ShippedProposal.objects.filter(settled_at=None).values("post")
    rows = list(waiting.exclude(pk__in=proposed).order_by("pk"))
    if not rows:
        return
    cause = Change.objects.get(pk=change_id)
    by = scope_of_member(Member.objects.get(pk=member_id))
    for row in rows:
        if row.workspace_id == cause.workspace_id:
            ShippedProposal.objects.create(workspace_id=row.workspace_id, post=row, released=title[:330])
            changes.record(by, "proposed as shipped", row, after={"released": title[:330]}, cause=cause)
