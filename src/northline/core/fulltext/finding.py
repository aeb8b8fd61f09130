"""Search: of one kind as a list does, of every kind as a person does."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any, TypeVar

from django.db.models import F, Q, QuerySet

from northline.core.doors import visible
from northline.core.fulltext import index, snippets, sources
from northline.core.fulltext.models import Entry
from northline.core.fulltext.words import Query, folded, parsed, said
from northline.core.models import Editable
from northline.core.scope import Scope

T = TypeVar("T", bound=Editable)

# Of more entries than this that match, the newest are ranked, in titles and in all words apart.
RANKED = 1_000
MOST = 60


def matching(rows: QuerySet[T], q: str) -> QuerySet[T]:
    """The rows among these, all of one kind, in which every word of `q` stands: in key, title, labels, words or one
    remark. Words may go on, "phrases" stand as they are, -words are absent. Adds no query of its own. Of a kind that the
    index does not hold, the columns themselves are looked through.

        finding.matching(Insight.objects.filter(product=product), "export -pdf")
    """
    query = parsed(q)
    if not query:
        return rows
    kind = rows.model.KIND
    if rows.model not in sources.all_sources():
        return _looked_through(rows, q)
    if query.wanted:
        return rows.filter(index.Matches(F("pk"), kind=kind, query=query))
    for term in query.unwanted:
        rows = rows.exclude(index.Matches(F("pk"), kind=kind, query=Query(wanted=(term,))))
    return rows


def _looked_through(rows: QuerySet[T], q: str) -> QuerySet[T]:
    columns = ("key", "title", *sources.texts_of(rows.model.KIND))
    for text, wanted in said(q):
        stands = reduce(or_, (Q(**{f"{column}__icontains": text}) for column in columns))
        rows = rows.filter(stands if wanted else ~stands)
    return rows


def found(
    scope: Scope, q: str, *, only: Iterable[str] = (), most: int = MOST, product_id: Any = None
) -> list[dict[str, Any]]:
    """The objects that the member may read and that match, the best first. Five queries.

    An object whose key is `q` comes first, then those whose title begins with it, then by the database's own measure
    (bm25, ts_rank). What was found in a remark is shown by that remark.
    """
    query = parsed(q)
    if not query.wanted:
        return []
    entries = _readable(scope, frozenset(only), product_id)
    ranks: dict[Any, tuple[int, float]] = {}
    told: dict[Any, Entry] = {}
    for entry in chain(*_groups(entries, query, q.strip())):
        rank = (_step(entry, q.strip()), getattr(entry, "score", 0.0))
        ranks[entry.object_id] = max(rank, ranks.get(entry.object_id, rank))
        # A remark stands for its object only where the object's own words do not match.
        if entry.object_id not in told or entry.row_id == entry.object_id:
            told[entry.object_id] = entry
    best = sorted(ranks, key=lambda object_id: ranks[object_id], reverse=True)
    return [_shown(told[object_id], query) for object_id in best[:most]]


def _readable(scope: Scope, only: frozenset[str], product_id: Any) -> QuerySet[Entry]:
    # Of kinds that are not found themselves it takes more to see one than to see where it lives: nor are its remarks.
    kept = Entry.objects.filter(archived=False, kind__in=sources.searched_kinds())
    entries = visible(scope, kept, product="product_id", project="project_id")
    if only:
        entries = entries.filter(kind__in=only)
    return entries.filter(product_id=product_id) if product_id else entries


def _groups(entries: QuerySet[Entry], query: Query, q: str) -> list[list[Entry]]:
    """By key, by title, by all words; of each the best of the newest that match."""
    keyed = list(entries.filter(key=q.upper(), row_id=F("object_id"))[:MOST]) if "\0" not in q else []
    return [keyed, *(_ranked(entries, query, title_only=title_only) for title_only in (True, False))]


def _ranked(entries: QuerySet[Entry], query: Query, *, title_only: bool) -> list[Entry]:
    newest = index.newest(entries, query, title_only=title_only, most=RANKED)
    scored = dict(newest.values_list("pk", "score"))  # type: ignore[misc]
    best = sorted(scored, key=lambda pk: -scored[pk])[:MOST]
    named = {entry.pk: entry for entry in Entry.objects.filter(pk__in=best)}
    for pk, entry in named.items():
        entry.score = scored[pk]  # type: ignore[attr-defined]
    return list(named.values())


def _step(entry: Entry, q: str) -> int:
    if entry.key == q.upper():
        return 2
    return int(folded(entry.title).startswith(folded(q)))


def _shown(entry: Entry, query: Query) -> dict[str, Any]:
    """`excerpt` and `marked` are runs of plain text, each with whether it is what was looked for."""
    said = entry.row_id != entry.object_id
    return {
        "kind": entry.kind,
        "id": entry.object_id,
        "key": entry.key,
        "title": entry.title,
        "marked": snippets.marked(entry.title, query),
        "excerpt": snippets.excerpt(entry.words or entry.labels, query),
        "remark_id": entry.row_id if said else None,
    }
