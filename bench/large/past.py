"""What happened: every thing noted once, initiatives edited again and again, and what people said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from bench.large.writer import Writer, body, written

from northline.accounts.models import Member, Workspace
from northline.core.models import Change, Counter
from northline.roadmap.models import Initiative
from northline.talk.models import Comment

EDITS, COMMENTS = 5, 5_000


def happened(
    workspace: Workspace,
    members: list[Member],
    writer: Writer,
    *,
    noted: Iterable[Any],
    planned: list[Initiative],
) -> None:
    """Write the changes in the order of their time."""
    made = [(row.created_at, row, "created", {}, {"title": row.title}) for row in (*noted, *planned)]
    for row in planned:
        for n in range(EDITS):
            at = row.created_at + (writer.at(EDITS, of=EDITS) - row.created_at) * (n + 1) / (EDITS + 1)
            before, after = _edit(row, n, writer)
            made.append((at, row, "edited", before, after))
    made.sort(key=lambda one: (one[0], one[1].pk))
    written(
        Change(
            workspace=workspace, seq=seq, by=(by := writer.chance.choice(members)), by_name=by.name, verb=verb,
            object_kind=row.KIND, object_id=row.pk, object_key=row.key, object_title=row.title, product_id=row.product_id,
            version=1, before=before, after=after, created_at=at, request_id=f"r{seq}",
        )
        for seq, (at, row, verb, before, after) in enumerate(made, start=1)
    )  # fmt: skip
    Counter.objects.update_or_create(
        workspace=workspace,
        name="changes",
        defaults={"value": len(made)},
        create_defaults={"value": len(made)},
    )
    written(_said(workspace, members, writer, planned))


def _edit(row: Initiative, number: int, writer: Writer) -> tuple[dict[str, Any], dict[str, Any]]:
    if number % 2 and row.window_finish:
        was = row.window_finish - timedelta(days=writer.chance.randrange(60))
        return {"window_finish": was.isoformat()}, {"window_finish": row.window_finish.isoformat()}
    return {"status": "idea"}, {"status": row.status}


def _said(
    workspace: Workspace, members: list[Member], writer: Writer, planned: list[Initiative]
) -> Iterator[Comment]:
    for n in range(COMMENTS):
        row, words = writer.chance.choice(planned), writer.text(25)
        yield Comment(
            workspace=workspace, object_kind=row.KIND, object_id=row.pk, by=writer.chance.choice(members), words=words,
            body=body(words), created_at=writer.at(n, of=COMMENTS),
        )  # fmt: skip
