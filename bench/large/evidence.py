"""Customers, insights and what they speak for; opportunities, ideas, assumptions, experiments; a portal's posts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bench.large.writer import Part, body, written

from northline.core.listing.models import CustomField
from northline.core.models import Link
from northline.products.models import Product
from northline.research.discovery.models import Assumption, Branch, Experiment, Risk
from northline.research.models import Customer, Highlight, Idea, Insight, Interview, Merger, Opportunity
from northline.research.portal.models import Portal, Post


class Evidence(Part):
    """Writes all that research holds of a workspace."""

    def write(self) -> None:
        self._fields()
        companies = written(self._companies())
        self.customers = companies + written(self._people(companies))
        self.needs, self.ideas = self._tree()
        self._risks()
        self.insights = written(self._insights())
        written(self._support())
        written(self._highlights())
        written(self._interviews())
        self._mergers()
        self._portal()

    def _fields(self) -> None:
        said = {"workspace": self.workspace, "object_kind": "insight"}
        CustomField.objects.create(key="FIELD-1", name="reach", title="Reach", type="number", **said)
        options = [{"value": name, "label": name.title()} for name in ("north", "south", "east", "west")]
        CustomField.objects.create(
            key="FIELD-2", name="region", title="Region", type="choice", options=options, **said
        )

    def _companies(self) -> Iterator[Customer]:
        for n in range(self.size.customers * 3 // 4):
            yield Customer(
                workspace=self.workspace, key=f"CUS-{n}", title=self.writer.text(2), size=self.chance.randint(1, 9_000),
                segment=self.chance.choice(["Small", "Middle", "Large"]), value=self.chance.randint(0, 900_000),
            )  # fmt: skip

    def _people(self, companies: list[Customer]) -> Iterator[Customer]:
        for n in range(len(companies), self.size.customers):
            yield Customer(
                workspace=self.workspace, key=f"CUS-{n}", title=self.writer.text(2), type="person",
                company=self.chance.choice(companies),
            )  # fmt: skip

    def _tree(self) -> tuple[list[Opportunity], list[Idea]]:
        needs = written(self._needs())
        for row in needs:
            # A third at the top, the others below an earlier one of the same product.
            mine = [one for one in needs if one.product_id == row.product_id][:20]
            row.parent = None if row in mine else self.chance.choice([None, *mine])
        Opportunity.objects.bulk_update(needs, ["parent"], batch_size=500)
        written(
            Branch(workspace=self.workspace, opportunity=row, status=self.chance.choice(Branch.Status.values), is_target=n % 40 == 0)
            for n, row in enumerate(needs[::2])
        )  # fmt: skip
        ideas = written(self._made_ideas())
        of = {product.pk: [row for row in needs if row.product_id == product.pk] for product in self.products}
        written(
            self._link("addresses", idea, self.chance.choice(of[idea.product_id]))
            for idea in ideas
            if idea.pk
        )
        return needs, ideas

    def _needs(self) -> Iterator[Opportunity]:
        for n in range(self.size.needs):
            words = self.writer.text(30)
            yield Opportunity(
                workspace=self.workspace, product=self._product(n, self.size.small_tree[0]), key=f"OPP-{n}", words=words,
                title=self.writer.text(6), body=body(words), created_at=self.writer.at(n, of=self.size.needs),
            )  # fmt: skip

    def _made_ideas(self) -> Iterator[Idea]:
        for n in range(self.size.ideas):
            words = self.writer.text(30)
            yield Idea(
                workspace=self.workspace, product=self._product(n, self.size.small_tree[1]), key=f"IDEA-{n}", words=words,
                title=self.writer.text(6), body=body(words), status=self.chance.choice(Idea.Status.values),
                created_at=self.writer.at(n, of=self.size.ideas),
            )  # fmt: skip

    def _product(self, number: int, small: int) -> Product:
        return self.products[-1] if number < small else self.products[number % (len(self.products) - 1)]

    def _risks(self) -> None:
        assumed = written(
            Assumption(
                workspace=self.workspace, product_id=idea.product_id, idea=idea, risk=risk, key=f"ASM-{4 * n + at}",
                title=self.writer.text(6), importance=self.chance.randint(1, 5), owner=self.chance.choice(self.members),
                confidence=self.chance.choice([None, 20, 50, 80]), created_at=idea.created_at,
            )
            for n, idea in enumerate(self.ideas[::10])
            for at, risk in enumerate(Risk.values)
        )  # fmt: skip
        written(
            Experiment(
                workspace=self.workspace, product_id=row.product_id, assumption=row, key=f"EXP-{n}", title=self.writer.text(5),
                threshold=10, state="done" if n % 2 else "running", measured=self.chance.randint(0, 20) if n % 2 else None,
                starts_on=self.writer.today - timedelta(days=n % 300), created_at=row.created_at,
            )
            for n, row in enumerate(assumed[::3])
        )  # fmt: skip

    def _insights(self) -> Iterator[Insight]:
        """Three of five are of the first product."""
        count = self.size.insights
        for n in range(count):
            at, words = self.writer.at(n, of=count), self.writer.text(45)
            new = self.writer.some(0.05)
            yield Insight(
                workspace=self.workspace, key=f"INS-{n}", title=self.writer.text(7), words=words, body=body(words),
                product=self.products[0 if n % 2 else self.chance.randrange(5)], created_at=at, updated_at=at,
                tags=self.writer.tags(), source=self.chance.choice(Insight.Source.values),
                evidence=self.chance.choice(Insight.Evidence.values), state="new" if new else "processed",
                snoozed_until=self.writer.today + timedelta(days=9) if new and n % 5 == 0 else None,
                customer=self.chance.choice(self.customers) if n % 10 else None,
                observed_on=at.date() - timedelta(days=self.chance.randrange(30)) if n % 7 else None,
                archived_at=at if n % 50 == 7 else None,
                custom={"reach": self.chance.randint(0, 999), "region": self.chance.choice(["north", "south", "east"])}
                if n % 3 == 0
                else {},
            )  # fmt: skip

    def _support(self) -> Iterator[Link]:
        """A third of the insights speaks for something."""
        for row in self.insights[::3]:
            yield self._link(
                "supports", row, self.chance.choice(self.chance.choice((self.needs, self.ideas)))
            )

    def _highlights(self) -> Iterator[Highlight]:
        links = Link.objects.filter(type="supports").values_list("source_id", "target_kind", "target_id")
        for insight_id, kind, target_id in list(links)[::2]:
            yield Highlight(
                workspace=self.workspace, insight_id=insight_id, target_kind=kind, target_id=target_id,
                quote=self.writer.text(8), importance=self.chance.randint(1, 5),
            )  # fmt: skip

    def _interviews(self) -> Iterator[Interview]:
        for n, row in enumerate(self.insights[::50]):
            yield Interview(
                workspace=self.workspace, insight=row, participant=f"Person {n}",
                keep_until=self.writer.today + timedelta(days=n % 400),
            )  # fmt: skip

    def _mergers(self) -> None:
        """Of a hundred insights one says what the one before it says."""
        pairs = list(zip(self.insights[107::100], self.insights[106::100], strict=False))
        mergers = written(Merger(workspace=self.workspace, kept=kept) for _, kept in pairs)
        for (row, _), merger in zip(pairs, mergers, strict=True):
            row.merger, row.archived_at = merger, row.created_at
        Insight.objects.bulk_update([row for row, _ in pairs], ["merger", "archived_at"], batch_size=500)

    def _portal(self) -> None:
        product = self.products[0]
        portal = Portal.objects.create(
            workspace=self.workspace, product=product, key="PTL-1", title="Wishes", slug=self.workspace.slug
        )
        written(
            Post(
                workspace=self.workspace, product=product, portal=portal, key=f"POST-{n}", title=self.writer.text(6),
                words=self.writer.text(40), state="pending" if n % 20 == 0 else "shown", category=self.chance.choice(["A", "B"]),
                status=self.chance.choice(Post.Status.values), vote_count=self.chance.randint(0, 400),
                shown_at=self.writer.at(n, of=self.size.customers), created_at=self.writer.at(n, of=self.size.customers),
            )
            for n in range(self.size.customers)
        )  # fmt: skip

    def _link(self, name: str, source: Any, target: Any) -> Link:
        return Link(
            workspace=self.workspace, type=name, source_kind=source.KIND, source_id=source.pk,
            target_kind=target.KIND, target_id=target.pk,
        )  # fmt: skip
