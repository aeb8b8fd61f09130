"""The live stream: what a member may see, replayed after a reconnect, silent once the right is gone."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from uuid import UUID

from asgiref.sync import async_to_sync

from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Member, RoleGrant
from northline.core import stream
from northline.core.models import Change
from northline.core.scope import Scope
from tests.cast import Cast


def heard(cast: Cast, who: str, *, after: int, count: int) -> list[dict[str, object]]:
    """The first `count` events after that number."""
    member = cast.members[who]

    def rescope() -> Scope | None:
        current = Member.objects.get(pk=member.pk)
        return None if current.suspended_at else scope_of_member(current)

    async def listen() -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        events: AsyncIterator[bytes] = stream.events(member.workspace_id, after=after, rescope=rescope)
        async for message in events:
            text = message.decode()
            if "event: closed" in text:
                break
            if "event: change" in text:
                found.append(json.loads(text.split("data: ")[1]))
            if len(found) >= count:
                break
        return found

    return async_to_sync(listen)()


def newest(workspace_id: UUID) -> int:
    return Change.objects.filter(workspace_id=workspace_id).order_by("-seq").values_list("seq", flat=True)[0]


def test_a_reconnect_replays_what_was_missed(lasting_cast: Cast) -> None:
    cast = lasting_cast
    start = newest(cast.acme.workspace.pk)
    insight, idea = cast.acme.row("insight"), cast.acme.row("idea")

    events = heard(cast, "vera", after=start, count=2)

    assert [event["id"] for event in events] == [str(insight.pk), str(idea.pk)]


def test_nothing_of_another_workspace_is_heard(lasting_cast: Cast) -> None:
    cast = lasting_cast
    start = newest(cast.acme.workspace.pk)
    cast.beyond.row("insight")
    mine = cast.acme.row("insight")

    events = heard(cast, "ada", after=start, count=1)

    assert [event["id"] for event in events] == [str(mine.pk)]


def test_rights_are_asked_anew_for_every_batch(lasting_cast: Cast) -> None:
    cast = lasting_cast
    start = newest(cast.acme.workspace.pk)
    cast.acme.row("insight")
    RoleGrant.objects.filter(member=cast.members["stan"]).delete()
    Member.objects.filter(pk=cast.members["stan"].pk).update(suspended_at="2026-01-01T00:00:00Z")

    assert heard(cast, "stan", after=start, count=1) == []


def test_an_event_holds_ids_and_no_content(lasting_cast: Cast) -> None:
    cast = lasting_cast
    start = newest(cast.acme.workspace.pk)
    cast.acme.row("insight")

    event = heard(cast, "ada", after=start, count=1)[0]

    assert "title" not in event
    assert "before" not in event
