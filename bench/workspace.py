"""How long lists, searches and roadmap views take in a large workspace, through the API.

    python bench/workspace.py [--database sqlite|postgres] [--insights 100000] [--write]

Makes the rows in a scratch database of its own: insights with evidence links, 2,000 customers, ideas, opportunities,
5,000 initiatives over five products and 200 stakeholders. Asks each question as the browser does, forty times, and
prints the median and the 95th percentile in milliseconds and the number of queries. In process: no socket, no proxy.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
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
TYPED = ("export", "inv", "export invoice", '"the report"', "report -export", "kalo", "INS-777", "the")
TIMES = 40
BATCH = 5_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--insights", type=int, default=100_000)
    parser.add_argument("--initiatives", type=int, default=5_000)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="northline-bench-") as home:
        _boot(home, asked.database)
        member, products = _workspace(asked.insights, asked.initiatives)
        rows = list(_measured(member, products))
    title = f"{asked.insights:,} insights, {asked.initiatives:,} initiatives, {asked.database}"
    text = _table(title, rows)
    print(text)
    if asked.write:
        _write(asked.database, text)


def _boot(home: str, database: str) -> None:
    os.environ["NORTHLINE_HOME"] = home
    if database == "postgres":
        from tests import pg

        os.environ["NORTHLINE_DATABASE"] = pg.address()
    from northline.config.boot import boot, migrate

    boot(level="ERROR")
    migrate()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]


class Writer:
    """Text whose words come as in a language: few everywhere, most of them rare (Zipf's law)."""

    def __init__(self) -> None:
        self.chance = random.Random(7)
        self._words = [
            "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4))) for _ in range(30_000)
        ]

    def text(self, length: int) -> str:
        words = (self._words[min(int(self.chance.paretovariate(0.6)) - 1, 29_999)] for _ in range(length))
        return " ".join(self.chance.choice(COMMON) if self.chance.random() < 0.4 else word for word in words)


def _workspace(insights: int, initiatives: int) -> tuple[Any, list[Any]]:
    from django.db import connection

    from northline.accounts.models import Member, Person, Workspace
    from northline.products.models import Product

    started, writer = time.perf_counter(), Writer()
    workspace = Workspace.objects.create(slug="bench", name="Bench")
    person = Person.objects.create_user("b@bench.example", name="B")
    member = Member.objects.create(workspace=workspace, person=person, name="B", role="owner")
    products = [
        Product.objects.create(workspace=workspace, key=f"PROD-{n}", title=f"Bench {n}") for n in range(5)
    ]
    targets = _research(workspace, products, writer, insights)
    _plans(workspace, products, member, writer, initiatives, targets)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"written in {time.perf_counter() - started:.0f} s", flush=True)
    return member, products


def _research(workspace: Any, products: list[Any], writer: Writer, count: int) -> list[Any]:
    from northline.core.models import Link
    from northline.research.models import Customer, Idea, Insight, Opportunity

    chance, today = writer.chance, date.today()
    customers = Customer.objects.bulk_create(
        Customer(
            workspace=workspace, key=f"CUS-{n}", title=writer.text(2), segment=chance.choice(["S", "M", "L"]),
            size=chance.randint(1, 9_000), value=chance.randint(0, 900_000),
        )
        for n in range(2_000)
    )  # fmt: skip
    opportunities = Opportunity.objects.bulk_create(
        Opportunity(workspace=workspace, product=products[n % 5], key=f"OPP-{n}", title=writer.text(6), words=writer.text(30))
        for n in range(1_000)
    )  # fmt: skip
    ideas = Idea.objects.bulk_create(
        Idea(workspace=workspace, product=products[n % 5], key=f"IDEA-{n}", title=writer.text(6), words=writer.text(30))
        for n in range(5_000)
    )  # fmt: skip
    for first in range(0, count, BATCH):
        made = Insight.objects.bulk_create(
            Insight(
                workspace=workspace, product=products[0 if n % 2 else chance.randrange(5)], key=f"INS-{n}",
                title=writer.text(7), words=writer.text(45), tags=[writer.text(1)],
                source=chance.choice(Insight.Source.values), evidence=chance.choice(Insight.Evidence.values),
                state="new" if n % 20 == 0 else "processed", customer=chance.choice(customers),
                observed_on=today - timedelta(days=chance.randrange(900)),
            )
            for n in range(first, min(count, first + BATCH))
        )  # fmt: skip
        Link.objects.bulk_create(
            Link(
                workspace=workspace, type="supports", source_kind="insight", source_id=one.pk,
                target_kind=target.KIND, target_id=target.pk,
            )
            for one in made[::3]
            for target in [chance.choice(chance.choice((opportunities, ideas)))]
        )  # fmt: skip
    return ideas


def _plans(
    workspace: Any, products: list[Any], member: Any, writer: Writer, count: int, ideas: list[Any]
) -> None:
    from northline.core.models import Link
    from northline.roadmap.models import Initiative, Lane
    from northline.strategy.stakeholders.models import Stakeholder

    chance, today = writer.chance, date.today()
    lanes = {
        p.pk: [
            Lane.objects.create(workspace=workspace, product=p, key=f"{p.key}-LANE-{n}", title=f"Lane {n}")
            for n in range(8)
        ]
        for p in products
    }
    made = Initiative.objects.bulk_create(
        Initiative(
            workspace=workspace, product=p, key=f"INI-{n}", title=writer.text(5), words=writer.text(40),
            lane=chance.choice(lanes[p.pk]), owner=member, status=chance.choice(["idea", "planned", "committed", "in_progress"]),
            horizon=chance.choice(["now", "next", "later"]), window_start=start, window_finish=start + timedelta(days=60),
            window_precision="day", effort_weeks=chance.randint(1, 30),
        )
        for n in range(count)
        for p in [products[n % 5]]
        for start in [today + timedelta(days=chance.randrange(-200, 500))]
    )  # fmt: skip
    Link.objects.bulk_create(
        Link(
            workspace=workspace, type="delivers", source_kind="initiative", source_id=one.pk,
            target_kind="idea", target_id=chance.choice(ideas).pk,
        )
        for one in made[::2]
    )  # fmt: skip
    Stakeholder.objects.bulk_create(
        Stakeholder(
            workspace=workspace, product=products[0], key=f"STK-{n}", title=writer.text(2),
            power=chance.randint(0, 100), interest=chance.randint(0, 100),
        )
        for n in range(200)
    )  # fmt: skip


def _measured(member: Any, products: list[Any]) -> Iterator[tuple[str, float, float, int, int]]:
    from django.test import Client

    browser = Client(headers={"northline-workspace": "bench"})
    browser.force_login(member.person)

    def get(path: str, **query: Any) -> Any:
        answer = browser.get(f"/api/{path}", query)
        assert answer.status_code == 200, (path, answer.content[:300])
        return answer

    first = products[0].pk
    for name, ask in _questions(get, first):
        median, p95, queries, size = _spent(ask)
        print(f"{name:<36} {median:7.0f} {p95:7.0f} ms {queries:3} queries", flush=True)
        yield name, median, p95, queries, size


def _questions(get: Callable[..., Any], product: Any) -> Iterator[tuple[str, Callable[[], Any]]]:
    def lists(kind: str, *where: list[Any], **query: Any) -> Callable[[], Any]:
        conditions = {"where": json.dumps(where)} if where else {}
        return lambda: get(f"lists/{kind}", product_id=product, limit=50, **conditions, **query)

    deep = _deep(get, product)
    yield "insights, newest", lists("insight")
    yield "insights by title", lists("insight", sort="title")
    yield "insights by segment", lists("insight", sort="segment")
    yield "insights, the 40th page", lambda: get("lists/insight", product_id=product, limit=50, cursor=deep)
    yield (
        "insights of a source, this year",
        lists(
            "insight", ["source", "is", "interview"], ["observed_on", "after", f"{date.today().year}-01-01"]
        ),
    )
    yield "insights of a tag", lists("insight", ["tags", "any_of", ["report"]])
    yield "insights matching a search", lists("insight", q="export invoice")
    yield "insights grouped by source", lambda: get("lists/insight/groups", product_id=product, by="source")
    yield "inbox of new insights", lists("insight", ["state", "is", "new"])
    yield "opportunities by impact", lists("opportunity", sort="-impact")
    yield "ideas by impact", lists("idea", sort="-impact")
    yield "customers by value", lambda: get("lists/customer", limit=50, sort="-value")
    yield "initiatives by title", lists("initiative", sort="title")
    yield "stakeholders", lambda: get(f"products/{product}/stakeholders")
    yield "roadmap of 1,000 initiatives", lambda: get(f"products/{product}/roadmap")
    yield "roadmap findings", lambda: get(f"products/{product}/roadmap/findings")
    yield "gaps", lambda: get("gaps", product_id=product)
    yield "home", lambda: get("home")
    for typed in TYPED:
        yield f"search “{typed}”", lambda typed=typed: get("search", q=typed)


def _deep(get: Callable[..., Any], product: Any) -> str:
    cursor: dict[str, str] = {}
    for _ in range(39):
        page = get("lists/insight", product_id=product, limit=50, **cursor).json()
        cursor = {"cursor": page["next"]}
    return cursor["cursor"]


def _spent(ask: Callable[[], Any]) -> tuple[float, float, int, int]:
    from django.db import connection

    asked: list[str] = []

    def counted(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(counted):
        size = len(ask().content)
    spent = []
    for _ in range(TIMES):
        started = time.perf_counter()
        ask()
        spent.append((time.perf_counter() - started) * 1000)
    p95 = sorted(spent)[round(len(spent) * 0.95) - 1]
    return statistics.median(spent), p95, len(asked), size


def _table(title: str, rows: list[tuple[str, float, float, int, int]]) -> str:
    head = [
        "| " + title + " | median | 95th percentile | queries | answer |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    body = [
        f"| {name} | {median:.0f} ms | {p95:.0f} ms | {queries} | {size / 1024:.0f} KiB |"
        for name, median, p95, queries, size in rows
    ]
    return "\n".join([*head, *body])


def _write(database: str, text: str) -> None:
    page = ROOT / "docs" / "speed.md"
    before, _, rest = page.read_text().partition(f"<!-- workspace {database} -->")
    _, _, after = rest.partition(f"<!-- /workspace {database} -->")
    page.write_text(f"{before}<!-- workspace {database} -->\n{text}\n<!-- /workspace {database} -->{after}")


if __name__ == "__main__":
    main()
