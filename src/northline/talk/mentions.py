"""Members named in rich text: who they are, and whether they may see what they are called to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from northline.accounts.models import Member
from northline.core.models import Editable
from northline.core.refusal import Refusal
from northline.core.richtext import Doc
from northline.core.scope import Scope
from northline.talk import access


def resolved(about: Editable, body: Doc, *, by: Scope) -> tuple[Doc, list[Member]]:
    """The text with every mention by the member's own name, and the members. Two queries, none without a mention.

    Raises Refusal `mention.unknown`, or `mention.cannot_see`, which names those who may not see the object.
    """
    named = [_id(node) for node in _named(body)]
    if not named:
        return body, []
    ids = {one for one in named if one is not None}
    known = access.known_to(by, access.active(by.workspace_id), about)
    members = {member.pk: member for member in known.filter(pk__in=ids)}
    if None in named or len(members) < len(ids):
        raise Refusal(
            "mention.unknown",
            "Somebody named there is no active member here. Nothing was saved; take the mention out.",
        )
    readers = set(access.readers_of(about).filter(pk__in=members).values_list("pk", flat=True))
    if blind := sorted(member.name for member in members.values() if member.pk not in readers):
        raise Refusal(
            "mention.cannot_see",
            f"{', '.join(blind)} may not see {about.key}, so nobody was told and nothing was saved. "
            "Take the mention out, or give them a role first.",
            members=blind,
        )
    return _renamed(body, members), sorted(members.values(), key=lambda member: member.name)


def _named(node: Doc) -> Iterator[Doc]:
    if node.get("type") == "mention":
        yield node
    for child in node.get("content", ()):
        yield from _named(child)


def _id(node: Doc) -> UUID | None:
    try:
        return UUID(str(node.get("attrs", {}).get("id")))
    except ValueError:
        return None


def _renamed(node: Doc, members: dict[UUID, Member]) -> Any:
    """A mention says the member's name as it is, whatever the request called them."""
    if node.get("type") == "mention":
        member = members[UUID(str(node["attrs"]["id"]))]
        return node | {"attrs": {"id": str(member.pk), "label": member.name}}
    if "content" in node:
        return node | {"content": [_renamed(child, members) for child in node["content"]]}
    return node
