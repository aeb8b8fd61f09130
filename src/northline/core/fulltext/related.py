"""What is like an object: related items, and those that may say the same."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q

from northline.core.doors import visible
from northline.core.fulltext import index
from northline.core.fulltext.likeness import alike, shared, titles_alike, told, weights
from northline.core.fulltext.models import Entry
from northline.core.models import Editable, Link
from northline.core.scope import Scope

# Terms that are asked for, and entries that may hold them together: rare words tell most and cost least.
MOST_TERMS, BUDGET = 12, 4_000
LOOKED_UP, CANDIDATES = 60, 40
MOST_SHOWN = 8
RELATED_FROM = 0.12
SAME_WORDS, SAME_TITLE = 0.72, 0.7


def related(scope: Scope, row: Editable) -> dict[str, Any]:
    """The objects most like this one that the member may read, the likest first, and apart from them those of the
    same kind that may say the same. Six queries.

    `score` is the share of this object's words, by tf-idf, that stand in the other too; 0 to 1.
    """
    entry = Entry.objects.filter(row_id=row.pk).first()
    if entry is None:
        return {"related": [], "duplicates": []}
    weighed, documents = _weighed(entry)
    asked = _asked(weighed, documents)
    linked = _linked(row)
    found = [_compared(entry, other, weighed, linked) for other in _candidates(scope, entry, asked)]
    found.sort(key=lambda item: -item["score"])
    same = [item for item in found if item.pop("same")]
    others = [item for item in found if item not in same and item["score"] >= RELATED_FROM]
    return {"related": others[:MOST_SHOWN], "duplicates": same[:MOST_SHOWN]}


def _weighed(entry: Entry) -> tuple[dict[str, float], dict[str, int]]:
    counts = told(entry.title, entry.words)
    common = dict(counts.most_common(LOOKED_UP))
    documents, of = index.document_counts(list(common), workspace_id=entry.workspace_id)
    return weights(common, documents=documents, of=of), documents


def _asked(weighed: dict[str, float], documents: dict[str, int]) -> list[str]:
    """The words to look for: the weightiest, as long as few enough entries hold them."""
    asked: list[str] = []
    spent = 0
    for word in sorted(weighed, key=lambda word: -weighed[word]):
        spent += (cost := documents.get(word, 0))
        if spent > BUDGET and asked:
            spent -= cost
        elif len(asked) < MOST_TERMS:
            asked.append(word)
    return asked


def _candidates(scope: Scope, entry: Entry, asked: list[str]) -> list[Entry]:
    """Those that hold most of the words. Two queries."""
    rows = visible(scope, Entry.objects.filter(archived=False), product="product_id", project="project_id")
    rows = rows.filter(row_id=F("object_id")).exclude(pk=entry.pk)
    best = index.holding_any(rows, asked).values_list("pk", flat=True)[:CANDIDATES]
    return list(Entry.objects.filter(pk__in=list(best)))


def _compared(entry: Entry, other: Entry, mine: dict[str, float], linked: set[Any]) -> dict[str, Any]:
    theirs = list(told(other.title, other.words))
    same = other.kind == entry.kind and (
        alike(mine, theirs) >= SAME_WORDS or titles_alike(entry.title, other.title) >= SAME_TITLE
    )
    return {
        "kind": other.kind,
        "id": other.object_id,
        "key": other.key,
        "title": other.title,
        "excerpt": other.words[:140],
        "score": round(shared(mine, theirs), 3),
        "linked": other.object_id in linked,
        "same": same,
    }


def _linked(row: Editable) -> set[Any]:
    ends = Link.objects.filter(Q(source_id=row.pk) | Q(target_id=row.pk), workspace_id=row.workspace_id)
    return {end for pair in ends.values_list("source_id", "target_id") for end in pair}
