"""What strangers may read: one or two queries a list, and never a row that its portal does not show them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from northline.core.fulltext import index
from northline.core.fulltext.likeness import shared, told, weights
from northline.core.fulltext.models import Entry
from northline.core.fulltext.words import parsed
from northline.core.refusal import NotFound
from northline.research.portal.models import ChangelogEntry, Portal, Post, PostComment, Vote
from northline.research.portal.rules import TRENDING_DAYS
from northline.research.portal.visiting import Visit

PAGE = 20
MOST_SUGGESTED, LOOKED_AT, MOST_WORDS = 5, 30, 12
ALIKE_FROM = 0.25
FOUND_AT_MOST = 500


def visible_posts(visit: Visit) -> QuerySet[Post]:
    """What is shown to everybody and what waits of one's own; where posts are only taken in, one's own alone."""
    mine = Q(author=visit.visitor, state__in=["pending", "shown"]) if visit.visitor else Q(pk__in=[])
    shown = Q(state="shown")
    seen = mine if visit.portal.access == Portal.Access.SUBMIT_ONLY else shown | mine
    rows = Post.objects.filter(seen, portal=visit.portal, archived_at=None)
    return rows.select_related("author")


def page_of_posts(
    visit: Visit, *, q: str, status: str, category: str, sort: str, page: int
) -> tuple[list[Post], bool, set[UUID]]:
    """One page, whether there is more, and for which of them this visitor voted. Two queries, three for a search."""
    rows = visible_posts(visit)
    if status:
        rows = rows.filter(status=status)
    if category:
        rows = rows.filter(category=category)
    if q.strip():
        rows = rows.filter(pk__in=_found(visit.portal, q))
    start = max(0, page) * PAGE
    found = list(_sorted(rows, sort)[start : start + PAGE + 1])
    return found[:PAGE], len(found) > PAGE, voted_for(visit, found[:PAGE])


def voted_for(visit: Visit, rows: list[Post]) -> set[UUID]:
    if visit.visitor is None:
        return set()
    mine = Vote.objects.filter(visitor=visit.visitor, post__in=rows)
    return set(mine.values_list("post_id", flat=True))


def suggestions(visit: Visit, q: str) -> list[Post]:
    """Posts that may say the same as what is being typed, the likest first: they hold ALIKE_FROM of its words, by
    tf-idf, in title or text. Four queries."""
    counts = told(q, "")
    common = [word for word, _ in counts.most_common(MOST_WORDS)]
    if not common:
        return []
    best = index.holding_any(_entries(visit.portal), common).values_list("object_id", flat=True)[:LOOKED_AT]
    said = [(told(row.title, row.words), row) for row in visible_posts(visit).filter(pk__in=list(best))]
    # A word that none of them holds, mistyped or in another form, speaks against none of them.
    known = [word for word in common if any(word in words for words, _ in said)]
    documents, of = index.document_counts(known, workspace_id=visit.portal.workspace_id) if known else ({}, 0)
    weighed = weights({word: counts[word] for word in known}, documents=documents, of=of)
    alike = [(shared(weighed, words), row) for words, row in said]
    alike.sort(key=lambda found: (-found[0], -found[1].vote_count, found[1].pk))
    return [row for score, row in alike if score >= ALIKE_FROM][:MOST_SUGGESTED]


def visible_post(visit: Visit, post_id: UUID) -> Post:
    """The post, or the one into which it was merged; NotFound where this visitor may not see it."""
    row = visible_posts(visit).filter(pk=post_id).first()
    if row is None:
        row = visible_posts(visit).filter(merged__pk=post_id).first()
    if row is None:
        raise NotFound("post")
    return row


def comments_of(post: Post, visit: Visit) -> list[PostComment]:
    seen = Q(state="shown")
    if visit.visitor:
        seen |= Q(state="pending", author=visit.visitor)
    return list(
        PostComment.objects.filter(seen, post=post).select_related("author").order_by("created_at", "pk")
    )


def page_of_changelog(visit: Visit, page: int) -> tuple[list[tuple[ChangelogEntry, list[Post]]], bool]:
    """Published entries, the newest first, with the posts they answer that this visitor may see. Two queries."""
    start = max(0, page) * PAGE
    rows = list(published(visit.portal)[start : start + PAGE + 1])
    wanted = {post_id for row in rows for post_id in row.post_ids}
    posts = {str(post.pk): post for post in visible_posts(visit).filter(pk__in=wanted, state="shown")}
    told_of = [(row, [posts[one] for one in row.post_ids if one in posts]) for row in rows[:PAGE]]
    return told_of, len(rows) > PAGE


def published(portal: Portal) -> QuerySet[ChangelogEntry]:
    rows = ChangelogEntry.objects.filter(portal=portal, archived_at=None, published_at__isnull=False)
    return rows.order_by("-day", "-published_at", "-pk")


def _sorted(rows: QuerySet[Post], sort: str) -> QuerySet[Post]:
    if sort == "new":
        return rows.order_by(F("shown_at").desc(nulls_first=True), "-pk")
    if sort == "trending":
        since = timezone.now() - timedelta(days=TRENDING_DAYS)
        # Counted by the index of votes: a join would carry every post's text along for each of its votes.
        votes = Vote.objects.filter(post=OuterRef("pk"), created_at__gte=since).order_by().values("post")
        lately = Coalesce(Subquery(votes.annotate(n=Count("pk")).values("n")), 0)
        return rows.annotate(lately=lately).order_by("-lately", "-vote_count", "-pk")
    return rows.order_by("-vote_count", "-pk")


def _entries(portal: Portal) -> QuerySet[Entry]:
    """Entries of the posts themselves: what members say about a post among themselves is not searched."""
    return Entry.objects.filter(
        workspace_id=portal.workspace_id,
        kind=Post.KIND,
        product_id=portal.product_id,
        row_id=F("object_id"),
        archived=False,
    )


def _found(portal: Portal, q: str) -> list[UUID]:
    query = parsed(q)
    if not query.wanted:
        return []
    matched = index.matched(_entries(portal), query).order_by("-pk")
    return list(matched.values_list("object_id", flat=True)[:FOUND_AT_MOST])
