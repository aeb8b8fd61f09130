"""A post's way into research: what was shown is an insight, and every customer's voice is one of its own.

Evidence flows one way. Nothing of an insight, an idea or a customer is read back into what the public sees.
"""

from __future__ import annotations

from uuid import UUID

from northline.core import editing, links
from northline.core.models import Change, Editable, Link
from northline.core.richtext import of_text
from northline.core.scope import Scope
from northline.research.models import Customer, Idea, Insight
from northline.research.portal.models import Post, Vote

TAG = "portal"


def change_just_made(row: Editable) -> Change | None:
    """The change that the row's last edit recorded, as the cause of what follows from it."""
    return Change.objects.filter(object_id=row.pk).order_by("-seq").first()


def take_up(post: Post, *, by: Scope, cause: Change | None) -> None:
    """Note the post as a new insight, once; it waits in the inbox as every other."""
    if post.insight_id is not None:
        return
    insight = _note(
        post, title=post.title, text=post.words, state=Insight.State.NEW, customer=None, by=by, cause=cause
    )
    # No version of the post: to the public and to whoever edits it nothing has changed.
    Post.objects.filter(pk=post.pk).update(insight=insight)
    post.insight = insight
    _support(post, [insight], by=by, cause=cause)


def note_voice(post: Post, vote: Vote, customer: Customer, *, by: Scope, cause: Change | None) -> None:
    """Note that this customer wants it, so that their value counts in the impact of what the post is connected to."""
    title = f"{customer.title} wants: {post.title}"[:300]
    insight = _note(
        post, title=title, text="", state=Insight.State.PROCESSED, customer=customer, by=by, cause=cause
    )
    Vote.objects.filter(pk=vote.pk).update(insight=insight)
    vote.insight = insight
    _support(post, [insight], by=by, cause=cause)


def withdraw_voice(vote: Vote, *, by: Scope, cause: Change | None) -> None:
    """The insight of a voice that was taken back is put away with it."""
    insight = vote.insight
    if insight is not None and insight.archived_at is None:
        editing.archive(insight, expected=insight.version, by=by, cause=cause)


def put_away(post: Post, *, by: Scope, cause: Change | None) -> None:
    """The insight of a post that is spam is no evidence."""
    insight = post.insight
    if insight is not None and insight.archived_at is None:
        editing.archive(insight, expected=insight.version, by=by, cause=cause)


def bring_back(post: Post, *, by: Scope, cause: Change | None) -> None:
    """The insight of a post that was no spam after all is evidence again."""
    insight = post.insight
    if insight is not None and insight.archived_at is not None and post.state == Post.State.SHOWN:
        editing.restore(insight, expected=insight.version, by=by, cause=cause)


def insights_behind(post: Post) -> list[Insight]:
    """The post's own evidence, that of its customers' voices and that of the posts merged into it. Two queries."""
    own = Insight.objects.filter(pk__in=Post.objects.filter(pk=post.pk).values("insight"))
    merged = Insight.objects.filter(pk__in=Post.objects.filter(merged_into=post).values("insight"))
    voiced = Insight.objects.filter(pk__in=Vote.objects.filter(post=post).values("insight"))
    return list((own | merged | voiced).filter(archived_at=None).distinct().order_by("created_at", "pk"))


def support(post: Post, *, by: Scope, cause: Change | None) -> None:
    """Let all evidence behind the post support the idea it is connected to."""
    _support(post, insights_behind(post), by=by, cause=cause)


def support_no_more(post: Post, idea_id: UUID | None, *, by: Scope, cause: Change | None) -> None:
    """Part the evidence behind the post from an idea it is no longer connected to."""
    if idea_id is None:
        return
    ids = [insight.pk for insight in insights_behind(post)]
    rows = Link.objects.filter(
        workspace_id=post.workspace_id, type="supports", source_id__in=ids, target_id=idea_id
    )
    for row in rows:
        links.unlink(row, by=by, cause=cause)


def _support(post: Post, insights: list[Insight], *, by: Scope, cause: Change | None) -> None:
    if post.target_kind != Idea.KIND or post.target_id is None:
        return
    idea = Idea.objects.filter(workspace_id=post.workspace_id, pk=post.target_id, archived_at=None).first()
    if idea is None:
        return
    joined = Link.objects.filter(workspace_id=post.workspace_id, type="supports", target_id=idea.pk)
    held = set(joined.values_list("source_id", flat=True))
    for insight in insights:
        if insight.pk not in held:
            links.link("supports", insight, target=idea, by=by, cause=cause)


def _note(
    post: Post,
    *,
    title: str,
    text: str,
    state: str,
    customer: Customer | None,
    by: Scope,
    cause: Change | None,
) -> Insight:
    row = Insight(
        workspace_id=post.workspace_id,
        product_id=post.product_id,
        title=title,
        body=of_text(text),
        words=text,
        source=Insight.Source.FEEDBACK,
        evidence=Insight.Evidence.REQUEST,
        state=state,
        customer=customer,
        tags=[TAG],
    )
    return editing.create(row, prefix=Insight.PREFIX, by=by, cause=cause)
