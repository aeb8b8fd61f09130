"""Issues of GitHub: the JSON of its REST API (`GET /repos/{owner}/{repo}/issues`) or of `gh issue list --json …`.

An issue's id is its address's end, `owner/repo#12`: numbers alone count afresh in every repository.
"""

from __future__ import annotations

import re
from typing import Any

from northline.formats.feedback.values import Export, Item, Loss, Said
from northline.formats.feedback.words import extras, many, names, of

_ADDRESS = re.compile(r"/([^/]+/[^/]+)/(?:issues|pull)/(\d+)")


def recognised(content: Any) -> bool:
    """Whether the JSON is a list of issues: numbered, with a title and a state of GitHub's."""
    first = next(iter(many(content)), None)
    return (
        first is not None
        and isinstance(first.get("number"), int)
        and "title" in first
        and ("html_url" in first or "body" in first or "createdAt" in first)
        and "votesCount" not in first
    )


def read(issues: list[Any]) -> Export:
    """The issues; pull requests that stand among them are left out and counted."""
    all_of_them = list(enumerate(many(issues), start=1))
    kept = [(row, one) for row, one in all_of_them if not isinstance(one.get("pull_request"), dict)]
    items = tuple(_item(row, one) for row, one in kept)
    losses = []
    if len(kept) < len(all_of_them):
        why = "A pull request is work that was done, not what somebody asked for."
        losses.append(Loss(what="pull requests", count=len(all_of_them) - len(kept), why=why))
    told = sum(one["comments"] for _, one in kept if isinstance(one.get("comments"), int))
    if told:
        why = "This file counts them without their words. `gh issue list --json comments,…` exports them."
        losses.append(Loss(what="comments", count=told, why=why))
    return Export(system="github", items=items, losses=tuple(losses))


def _item(row: int, issue: dict[str, Any]) -> Item:
    url = of(issue, "html_url") or of(issue, "url")
    found = _ADDRESS.search(url)
    reactions = issue.get("reactions")
    return Item(
        row=row,
        id=f"{found[1]}#{found[2]}" if found else of(issue, "number"),
        title=of(issue, "title"),
        text=of(issue, "body"),
        type=of(issue, "type", "name") or "issue",
        group=of(issue, "milestone", "title"),
        state=of(issue, "state").lower(),
        labels=names(issue.get("labels")),
        author=of(issue, "user", "login") or of(issue, "author", "login"),
        created=of(issue, "created_at") or of(issue, "createdAt"),
        closed=of(issue, "closed_at") or of(issue, "closedAt"),
        votes=of(reactions, "+1") if isinstance(reactions, dict) else "",
        url=url,
        comments=tuple(_said(one) for one in many(issue.get("comments"))),
        extra=extras(
            Assigned_to=", ".join(names(issue.get("assignees"), key="login")),
            Closed_as=of(issue, "state_reason") or of(issue, "stateReason"),
        ),
    )


def _said(comment: dict[str, Any]) -> Said:
    return Said(
        id=of(comment, "id"),
        text=of(comment, "body"),
        author=of(comment, "author", "login") or of(comment, "user", "login"),
        at=of(comment, "createdAt") or of(comment, "created_at"),
    )
