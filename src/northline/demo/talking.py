"""Comments, mentions, reactions and a thread that came to an end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from northline.core.richtext import of_text
from northline.demo.content.talk import TALK, Said
from northline.demo.making import Making
from northline.talk import actions
from northline.talk.models import Comment


def remember(making: Making) -> None:
    for number, said in enumerate(TALK):
        making.past.ago(said.days_ago, _saying(making, number, said))


def _saying(making: Making, number: int, said: Said) -> Callable[[], None]:
    def deed() -> None:
        about = making.rows[said.kind, said.number]
        about.refresh_from_db()
        parent = making.rows["comment", said.answers] if said.answers is not None else None
        row = actions.say(about, body=_text(making, said), parent=parent, by=making.by(said.by))
        at = making.past.now - timedelta(days=said.days_ago)
        Comment.objects.filter(pk=row.pk).update(created_at=at)
        making.keep("comment", number, row)
        for handle, sign in said.signs:
            actions.react(row, about, sign=sign, on=True, by=making.by(handle))
        if said.resolved:
            actions.resolve(row, about, done=True, expected=row.version, by=making.by(said.by))

    return deed


def _text(making: Making, said: Said) -> dict[str, Any]:
    doc = of_text(said.text)
    for handle in said.calls:
        member = making.members[handle]
        mention = {"type": "mention", "attrs": {"id": str(member.pk), "label": member.name}}
        doc["content"][-1]["content"] += [{"type": "text", "text": " "}, mention]
    return doc
