"""How long search, lists narrowed by a search, and suggestions take in a workspace of many insights.

    python bench/search.py [--database sqlite|postgres] [--insights 100000]

Makes the rows in a scratch database of its own, asks each question as a person types it, and prints the median and
the 95th percentile in milliseconds and the number of queries.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "re",
    "su",
    "ta",
    "ve",
    "no",
    "pi",
    "da",
    "fe",
    "gu",
    "ho",
    "ja",
    "be",
    "ri",
    "zu",
    "ne",
]
COMMON = [
    "the",
    "a",
    "of",
    "to",
    "and",
    "we",
    "in",
    "is",
    "that",
    "it",
    "for",
    "when",
    "every",
    "customer",
    "month",
    "report",
    "export",
    "invoice",
]
TYPED = (
    "export",
    "inv",
    "export invoice",
    '"the report"',
    "report -export",
    "ka",
    "kalo",
    "INS-777",
    "the",
    "re",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--insights", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="northline-bench-") as home:
        _boot(home, asked.database)
        scope, rows = _workspace(asked.insights)
        _measure(scope, rows)


def _boot(home: str, database: str) -> None:
    os.environ["NORTHLINE_HOME"] = home
    if database == "postgres":
        from tests import pg

        os.environ["NORTHLINE_DATABASE"] = pg.address()
    from northline.config.boot import boot, migrate

    boot(level="ERROR")
    migrate()


def _workspace(count: int) -> tuple[Any, Any]:
    from django.db import connection

    from northline.accounts.authentication import scope_of_member
    from northline.accounts.models import Member, Person, Workspace
    from northline.products.models import Product
    from northline.research.models import Insight

    workspace = Workspace.objects.create(slug="bench", name="Bench")
    person = Person.objects.create_user("b@bench.example", name="B")
    member = Member.objects.create(workspace=workspace, person=person, name="B", role="owner")
    product = Product.objects.create(workspace=workspace, key="PROD-1", title="Bench")
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(30_000)]

    def text(length: int) -> str:
        # Zipf's law: few words are everywhere, most are rare.
        words = (vocabulary[min(int(chance.paretovariate(0.6)) - 1, 29_999)] for _ in range(length))
        return " ".join(chance.choice(COMMON) if chance.random() < 0.4 else word for word in words)

    started = time.perf_counter()
    for first in range(0, count, 5_000):
        Insight.objects.bulk_create(
            Insight(
                workspace=workspace,
                product=product,
                key=f"INS-{number}",
                title=text(7),
                words=text(45),
                tags=[text(1)],
            )
            for number in range(first, min(count, first + 5_000))
        )
    print(f"{count:,} insights with their index written in {time.perf_counter() - started:.0f} s", flush=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return scope_of_member(member), Insight.objects.order_by("?")[:40]


def _measure(scope: Any, rows: Any) -> None:
    from northline.core.fulltext import finding
    from northline.core.fulltext.related import related
    from northline.research.models import Insight

    def listed(q: str) -> None:
        list(finding.matching(Insight.objects.order_by("-created_at"), q)[:50])

    for q in TYPED:
        _told(f"search {q}", [lambda q=q: finding.found(scope, q)] * 12)
        _told(f"list   {q}", [lambda q=q: listed(q)] * 12)
    _told("related", [lambda row=row: related(scope, row) for row in rows])


def _told(name: str, asking: list[Callable[[], Any]]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    asking[0]()
    spent = []
    for ask in asking:
        started = time.perf_counter()
        ask()
        spent.append((time.perf_counter() - started) * 1000)
    with CaptureQueriesContext(connection) as queries:
        asking[0]()
    p95 = sorted(spent)[max(0, round(len(spent) * 0.95) - 1)]
    median = statistics.median(spent)
    print(f"{name:<24} median {median:7.1f} ms   p95 {p95:7.1f} ms   {len(queries)} queries", flush=True)


if __name__ == "__main__":
    main()
