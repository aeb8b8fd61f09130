"""Search across kinds: every word must stand in the key, the title or the words of the object."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Manager, Q

from northline.core import kinds
from northline.core.models import Editable
from northline.core.scope import Scope

EACH = 8
LOOKED_AT = 60


def search(scope: Scope, q: str, *, only: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Up to EACH objects of every kind, those whose key or title begins with the words first."""
    words = q.split()[:8]
    if not words:
        return []
    found: list[tuple[int, dict[str, Any]]] = []
    for kind in kinds.all_kinds():
        if kind.searchable and issubclass(kind.model, Editable) and (not only or kind.name in only):
            found += _of_kind(scope, kind, words)
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _of_kind(scope: Scope, kind: kinds.Kind, words: list[str]) -> list[tuple[int, dict[str, Any]]]:
    manager: Manager[Any] = kind.model._default_manager
    rows = manager.filter(workspace_id=scope.workspace_id, archived_at=None)
    worded = _has_words(kind.model)
    for word in words:
        holds = Q(title__icontains=word) | Q(key__iexact=word)
        rows = rows.filter(holds | Q(words__icontains=word) if worded else holds)
    readable = [row for row in rows.order_by("-updated_at")[:LOOKED_AT] if scope.may("read", row.place())]
    return [(_rank(row, words), _shown(kind.name, row)) for row in readable[:EACH]]


def _rank(row: Any, words: list[str]) -> int:
    title = row.title.lower()
    if row.key.lower() == words[0].lower():
        return 0
    if title.startswith(" ".join(words).lower()):
        return 1
    return 2 if all(word.lower() in title for word in words) else 3


def _shown(kind: str, row: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "id": row.pk,
        "key": row.key,
        "title": row.title,
        "context": (getattr(row, "words", "") or "")[:140],
    }


def _has_words(model: Any) -> bool:
    try:
        model._meta.get_field("words")
    except FieldDoesNotExist:
        return False
    return True
