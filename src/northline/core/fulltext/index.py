"""The index itself, in the language of each database: write entries, and say which entries a search matches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet

from northline.core.fulltext.models import Entry
from northline.core.fulltext.words import MOST_TOKENS, Query, Term, tokens

# How much more a word counts in the title, the labels and the running text.
WEIGHTS = (8.0, 3.0, 1.0)
# Phrases do not reach from one of the three into the next.
_GAP = 20
SAMPLE = 1_000


def on_postgres() -> bool:
    return connection.vendor == "postgresql"


def put(entries: Iterable[Entry]) -> None:
    """Write the words of the entries, which are stored already."""
    rows = [(entry.pk, *_columns(entry)) for entry in entries]
    with connection.cursor() as cursor:
        if on_postgres():
            cursor.executemany(
                "UPDATE fulltext_entry SET vector = %s::tsvector WHERE id = %s",
                [(vector(*columns), pk) for pk, *columns in rows],
            )
        else:
            cursor.executemany(
                "INSERT OR REPLACE INTO fulltext_index(rowid, title, labels, words) VALUES (%s, %s, %s, %s)",
                [(pk, *map(" ".join, columns)) for pk, *columns in rows],
            )


def drop(ids: Sequence[int]) -> None:
    """Forget the words of these entries."""
    if not on_postgres():
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM fulltext_index WHERE rowid = %s", [(pk,) for pk in ids])


def clear() -> None:
    """Forget every word."""
    if not on_postgres():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM fulltext_index")


def matched(entries: QuerySet[Entry], query: Query, *, title_only: bool = False) -> QuerySet[Entry]:
    """The entries among these that match, each with its `score`: the higher, the better."""
    if on_postgres():
        text = tsquery(query, title_only=title_only)
        return entries.extra(
            where=["vector @@ %s::tsquery"],
            params=[_in_titles(query) if title_only else text],
            select={"score": "ts_rank('{0.1, 0.1, 0.4, 1.0}', vector, %s::tsquery, 1)"},
            select_params=[text],
        )
    return entries.extra(  # noqa: S610 - every value is a parameter
        tables=["fulltext_index"],
        where=["fulltext_index.rowid = fulltext_entry.id", "fulltext_index MATCH %s"],
        params=[fts5(query, title_only=title_only)],
        select={"score": "-bm25(fulltext_index, {}, {}, {})".format(*WEIGHTS)},
    )


def newest(entries: QuerySet[Entry], query: Query, *, title_only: bool = False, most: int) -> QuerySet[Entry]:
    """The newest of those that match, each with its `score`: only of them it is computed."""
    found = matched(entries, query, title_only=title_only)
    if on_postgres():
        # A phrase is far rarer than its words, by which PostgreSQL guesses: by the ids' own order it looks through all.
        rare = any(len(term.tokens) > 1 for term in query.wanted)
        ids = found.order_by((F("id") + 0).desc() if rare else "-id").values("pk")[:most]
        return matched(Entry.objects.filter(pk__in=ids), query, title_only=title_only)
    # By the index's own number: by the entries', SQLite would measure and sort all that match.
    return found.extra(order_by=["-fulltext_index.rowid"])[:most]


def holding_any(entries: QuerySet[Entry], words: Sequence[str]) -> QuerySet[Entry]:
    """The entries among these that hold any of the words, those that hold the most and rarest first."""
    if not words:
        return entries.none()
    if on_postgres():
        text = " | ".join(f"'{word}'" for word in words)
        held = entries.extra(
            where=["vector @@ %s::tsquery"],
            params=[text],
            select={"score": "ts_rank(vector, %s::tsquery)"},
            select_params=[text],
        )
    else:
        held = entries.extra(
            tables=["fulltext_index"],
            where=["fulltext_index.rowid = fulltext_entry.id", "fulltext_index MATCH %s"],
            params=[" OR ".join(f'"{word}"' for word in words)],
            select={"score": "-bm25(fulltext_index)"},
        )
    return held.extra(order_by=["-score", "-id"])


def document_counts(words: Sequence[str], *, workspace_id: UUID) -> tuple[dict[str, int], int]:
    """In how many entries each of the words stands, and of how many. Two queries.

    PostgreSQL keeps no such figures: there the workspace's newest SAMPLE entries are counted and scaled up.
    """
    of = Entry.objects.filter(workspace_id=workspace_id).count()
    with connection.cursor() as cursor:
        if on_postgres():
            newest = f"SELECT vector FROM fulltext_entry WHERE workspace_id = '{UUID(str(workspace_id))}'"  # noqa: S608
            newest += f" ORDER BY id DESC LIMIT {SAMPLE}"
            cursor.execute("SELECT word, ndoc FROM ts_stat(%s) WHERE word = ANY(%s)", [newest, list(words)])
        else:
            slots = ", ".join(["%s"] * len(words))
            cursor.execute(f"SELECT term, doc FROM fulltext_terms WHERE term IN ({slots})", list(words))  # noqa: S608
        counts = dict(cursor.fetchall())
    scale = max(1.0, of / SAMPLE) if on_postgres() else 1.0
    return {word: round(count * scale) for word, count in counts.items()}, of


class Matches(Func):
    """Is the id among the objects of that kind whose words match?"""

    output_field = BooleanField()
    conditional = True

    def __init__(self, column: Any, *, kind: str, query: Query) -> None:
        super().__init__(column)
        self.kind, self.query = kind, query

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self._among(
            compiler,
            "SELECT e.object_id FROM fulltext_index i JOIN fulltext_entry e ON e.id = i.rowid"
            " WHERE i.fulltext_index MATCH %s AND e.kind = %s",
            fts5(self.query),
        )

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self._among(
            compiler,
            "SELECT e.object_id FROM fulltext_entry e WHERE e.vector @@ %s::tsquery AND e.kind = %s",
            tsquery(self.query),
        )

    def _among(self, compiler: Any, found: str, text: str) -> tuple[str, tuple[Any, ...]]:
        column, params = compiler.compile(self.source_expressions[0])
        return f"{column} IN ({found})", (*params, text, self.kind)


def fts5(query: Query, *, title_only: bool = False) -> str:
    """The search in FTS5's language.

    >>> fts5(Query((Term(("expo",), True),), (Term(("pdf",), False),)))
    '("expo" *) NOT ("pdf")'
    """
    wanted = " AND ".join(_fts5(term) for term in query.wanted)
    if title_only:
        wanted = f"title : ({wanted})"
    unwanted = " OR ".join(_fts5(term) for term in query.unwanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def tsquery(query: Query, *, title_only: bool = False) -> str:
    """The search as PostgreSQL writes a tsquery.

    >>> tsquery(Query((Term(("per", "mon"), True),), (Term(("pdf",), False),)))
    "('per' <-> 'mon':*) & !('pdf')"
    """
    place = "A" if title_only else ""
    wanted = [_tsquery(term, place) for term in query.wanted]
    return " & ".join(wanted + [f"!{_tsquery(term, '')}" for term in query.unwanted])


def _in_titles(query: Query) -> str:
    """The same of titles alone, in words that the index finds by itself as far as order does not matter."""
    marked = tuple(
        Term((f"={word}",), prefix=term.prefix and place == len(term.tokens))
        for term in query.wanted
        for place, word in enumerate(term.tokens, 1)
    )
    phrases = [_tsquery(term, "A") for term in query.wanted if len(term.tokens) > 1]
    return " & ".join([tsquery(Query(marked, query.unwanted)), *phrases])


def vector(title: Sequence[str], labels: Sequence[str], words: Sequence[str]) -> str:
    """The three columns as PostgreSQL writes a tsvector: each word with its places and its column's weight, and those of the
    title once more behind a mark, as its index knows no weights.

    >>> vector(["pdf"], [], ["as", "pdf"])
    "'pdf':1A,43 'as':42 '=pdf'"
    """
    places: dict[str, list[str]] = {}
    start = 1
    for column, weight in ((title, "A"), (labels, "B"), (words, "")):
        for at, token in enumerate(column, start=start):
            places.setdefault(token, []).append(f"{at}{weight}")
        start += len(column) + _GAP
    said = [f"'{token}':{','.join(found[:250])}" for token, found in places.items()]
    return " ".join(said + [f"'={token}'" for token in dict.fromkeys(title)])


def _columns(entry: Entry) -> tuple[list[str], list[str], list[str]]:
    title = tokens(f"{entry.key} {entry.title}")
    labels = tokens(entry.labels)[:1_000]
    return title, labels, tokens(entry.words)[: MOST_TOKENS - len(labels) - len(title)]


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.tokens)}"' + (" *" if term.prefix else "")


def _tsquery(term: Term, place: str) -> str:
    *first, last = term.tokens
    marks = ("*" if term.prefix else "") + place
    words = [f"'{token}'" + (f":{place}" if place else "") for token in first]
    words.append(f"'{last}'" + (f":{marks}" if marks else ""))
    return f"({' <-> '.join(words)})"
