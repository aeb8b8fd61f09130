"""What a browser asks: every list in every order, searches, roadmap views, pages of objects."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from bench.large import making
from bench.large.writer import Writer
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from northline.accounts.models import Workspace
from northline.core.listing import listings
from northline.core.models import Link
from northline.research.models import Customer, Idea, Insight, Opportunity
from northline.roadmap.models import Initiative
from northline.strategy.models import Objective, Scorecard
from northline.talk.models import Comment

Question = tuple[str, str, Callable[[], Any]]
SEARCHES = {
    "a common word": "export",
    "a very common word": "the",
    "a rare word": Writer().rare,
    "two words": "export invoice",
    "a phrase": '"the report"',
    "without a word": "report -export",
    "a prefix of one letter": "e",
    "a prefix of two letters": "ex",
    "a prefix of three letters": "exp",
    "a key": "INS-777",
    "a prefix with a word": "export in",
}


class Questions:
    def __init__(self, workspace: Workspace) -> None:
        member = making.manager(workspace)
        self.workspace, self.member = workspace, member
        self.products = making.whom(workspace)
        self.browser = Client(headers={"northline-workspace": workspace.slug})
        self.browser.force_login(member.person)
        self.stranger = Client()
        self.product = self.products[0].pk

    def all(self) -> Iterator[Question]:
        for part, questions in (
            ("lists", self._lists()),
            ("filters", self._filters()),
            ("groups", self._groups()),
            ("older lists", self._older()),
            ("search", self._searches()),
            ("discovery", self._discovery()),
            ("roadmap", self._roadmap()),
            ("strategy", self._strategy()),
            ("pages", self._pages()),
        ):
            for name, ask in questions:
                yield part, name, ask

    def get(self, path: str, *, browser: Client | None = None, **query: Any) -> Any:
        answer = (browser or self.browser).get(f"/api/{path}", query)
        assert answer.status_code == 200, (path, query, answer.content[:300])
        return answer

    def ask(self, path: str, **query: Any) -> Callable[[], Any]:
        return lambda: self.get(path, **query)

    def _lists(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        """Each list from its first page, a deep one, and in each order both ways."""
        for listing in listings.all_listings():
            kind = listing.kind
            where = {"product_id": self.product} if listing.product else {}
            yield f"{kind}, first page", self.ask(f"lists/{kind}", **where)
            if listing.product:
                yield f"{kind}, of all products", self.ask(f"lists/{kind}")
            yield f"{kind}, deep page", self._deep(kind, **where)
            yield f"{kind}, archived", self.ask(f"lists/{kind}", archived=True, **where)
            fields = self.get(f"lists/{kind}/fields", **where).json()["fields"]
            for field in fields:
                if field["sortable"]:
                    for sort in (field["name"], f"-{field['name']}"):
                        yield f"{kind} by {sort}", self.ask(f"lists/{kind}", sort=sort, **where)
            yield f"{kind}, how many", self.ask(f"lists/{kind}/groups", sums="none", **where)

    def _deep(self, kind: str, *, pages: int = 40, **where: Any) -> Callable[[], Any]:
        """The page behind so many of 200, found when it is asked for the first time."""
        found: dict[str, str] = {}

        def ask() -> Any:
            for _ in range(0 if found else pages):
                page = self.get(f"lists/{kind}", limit=200, **where, **found).json()
                if page["next"] is None:
                    break
                found["cursor"] = page["next"]
            return self.get(f"lists/{kind}", **where, **found)

        return ask

    def _filters(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        customer = str(Insight.objects.filter(product=self.product).exclude(customer=None)[0].customer_id)
        since = (timezone.localdate() - timedelta(days=90)).isoformat()
        conditions: dict[str, list[Any]] = {
            "of a source, of late": [["source", "is", "interview"], ["observed_on", "after", since]],
            "of a tag": [["tags", "any_of", ["report"]]],
            "of a tag that none has": [["tags", "any_of", ["unheard of"]]],
            "of a customer": [["customer", "is", customer]],
            "of a segment": [["segment", "is", "Large"]],
            "whose title contains a rare word": [["title", "contains", SEARCHES["a rare word"]]],
            "whose title contains nothing there": [["title", "contains", "xyzzy"]],
            "new": [["state", "is", "new"]],
            "snoozed": [["state", "is", "snoozed"]],
            "of a region (own field)": [["custom.region", "is", "north"]],
            "with a reach above (own field)": [["custom.reach", "at_least", 990]],
            "this or that": [{"any": [["evidence", "is", "paid"], ["customer", "is", customer]]}],
            "whose interview is kept until": [["keep_until", "before", timezone.localdate().isoformat()]],
        }
        yield from self._asked("insight", conditions)
        for name, q in SEARCHES.items():
            yield f"insights matching {name}", self.ask("lists/insight", product_id=self.product, q=q)
        yield (
            "insights matching a common word, by title",
            self.ask("lists/insight", product_id=self.product, q="export", sort="title"),
        )
        yield (
            "insights matching a common word, how many",
            self.ask("lists/insight/groups", product_id=self.product, q="export", sums="none"),
        )
        for name, sort in (("title", "title"), ("two fields", "-segment,customer")):
            yield f"insights by {name}, deep page", self._deep("insight", sort=sort, product_id=self.product)
        where = [["status", "any_of", ["planned", "committed"]], ["horizon", "is", "now"]]
        yield from self._asked("initiative", {"planned now": where, "mine": [["owner", "is", "me"]]})
        yield from self._asked("idea", {"with impact": [["impact", "at_least", 1]]})
        yield from self._asked("customer", {"with insights": [["insights", "at_least", 55]]})

    def _asked(self, kind: str, conditions: dict[str, list[Any]]) -> Iterator[tuple[str, Callable[[], Any]]]:
        where = {} if kind == "customer" else {"product_id": self.product}
        for name, condition in conditions.items():
            said = {"where": json.dumps(condition), **where}
            yield f"{kind}s {name}", self.ask(f"lists/{kind}", **said)
            yield f"{kind}s {name}, how many", self.ask(f"lists/{kind}/groups", sums="none", **said)

    def _groups(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        """Each with the sums of every number, however few of them a browser shows."""
        for listing in listings.all_listings():
            where = {"product_id": self.product} if listing.product else {}
            fields = self.get(f"lists/{listing.kind}/fields", **where).json()["fields"]
            for field in fields:
                if field["groupable"]:
                    name = field["name"]
                    yield (
                        f"{listing.kind} by {name}",
                        self.ask(f"lists/{listing.kind}/groups", by=name, **where),
                    )

    def _older(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        """The lists that have addresses of their own."""
        product = self.product
        yield "insights", self.ask("insights", product_id=product)
        yield "insights of a tag", self.ask("insights", product_id=product, tag="report")
        customer = Customer.objects.filter(workspace=self.workspace, type="company")[0].pk
        yield "insights of a customer", self.ask("insights", customer_id=customer)
        yield (
            "insights of a customer and product",
            self.ask("insights", product_id=product, customer_id=customer),
        )
        yield "insights of a source", self.ask("insights", product_id=product, source="support")
        yield "insights matching two words", self.ask("insights", product_id=product, q="export invoice")
        for kind in ("opportunities", "initiatives", "objectives", "promises", "launches"):
            yield kind, self.ask(kind, product_id=product)
        yield "customers", self.ask("customers")
        yield "customers matching a prefix", self.ask("customers", q="ka")
        yield "posts", self.ask("posts")
        yield "initiatives of a horizon", self.ask("initiatives", product_id=product, horizon="now")
        for kind in ("reminders", "shares", "changelog", "item-types", "calendars"):
            yield kind, self.ask(kind)
        for kind in ("digests", "canvases"):
            yield f"{kind} of a product", self.ask(f"products/{product}/{kind}")
        yield "endangered promises", self.ask("promises", product_id=product, endangered=True)

    def _searches(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        for name, q in SEARCHES.items():
            yield name, self.ask("search", q=q)
        yield "a common word, in one product", self.ask("search", q="export", product_id=self.product)
        yield "a common word, among ideas", self.ask("search", q="export", kinds="idea")
        yield "in the palette, a prefix", self.ask("search", q="inv", limit=8)

    def _discovery(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        product = self.product
        yield "tree of 300 cards", self.ask(f"products/{self.products[-1].pk}/discovery-tree")
        yield "tree of the first product", self.ask(f"products/{product}/discovery-tree")
        yield "coverage", self.ask(f"products/{product}/research-coverage")
        yield "comparison of competitors", self.ask(f"products/{product}/comparison")
        yield "riskiest assumptions", self.ask(f"products/{product}/riskiest-assumptions")
        yield "interviews due", self.ask("interviews/due", product_id=product)
        for model in (Insight, Idea, Opportunity, Initiative):
            rows = model.objects.filter(workspace=self.workspace, product=product, archived_at=None)
            *_, row = rows.order_by("pk")[:5]
            yield f"related to an {model.KIND}", self.ask(f"objects/{model.KIND}/{row.pk}/related")
        for kind in ("opportunity", "idea"):
            most = self._most("supports", kind)
            plural = {"opportunity": "opportunities", "idea": "ideas"}[kind]
            yield f"impact of an {kind}", self.ask(f"{plural}/{most}/impact")
            yield f"highlights of an {kind}", self.ask(f"{plural}/{most}/highlights")
        portal = f"public/portals/{self.workspace.slug}"
        for sort in ("votes", "new", "trending"):
            yield (
                f"portal, {sort}",
                lambda sort=sort: self.get(f"{portal}/posts", browser=self.stranger, sort=sort),
            )
        yield (
            "portal, suggestions",
            lambda: self.get(f"{portal}/suggestions", browser=self.stranger, q="export inv"),
        )

    def _most(self, name: str, kind: str) -> Any:
        """The object of that kind for which the most speaks."""
        rows = Link.objects.filter(workspace=self.workspace, type=name, target_kind=kind).values("target_id")
        return rows.annotate(n=Count("pk")).order_by("-n", "target_id")[0]["target_id"]

    def _most_said(self, kind: str) -> Any:
        """The object of that kind about which the most is said."""
        said = Comment.objects.filter(workspace=self.workspace, object_kind=kind).values("object_id")
        return said.annotate(n=Count("pk")).order_by("-n", "object_id")[0]["object_id"]

    def _roadmap(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        at = f"products/{self.product}"
        then = (timezone.localdate() - timedelta(days=200)).isoformat()
        yield "views of 1,000 initiatives (timeline, board, table, list)", self.ask(f"{at}/roadmap")
        yield (
            "which match two conditions",
            self.ask(f"{at}/roadmap/matching", where=json.dumps([["horizon", "is", "now"]])),
        )
        for by in ("product", "theme", "goal"):
            yield f"portfolio of 5,000 by {by}", self.ask("portfolio", by=by)
        yield "chances", self.ask(f"{at}/forecasts")
        yield "check", self.ask(f"{at}/roadmap/findings")
        yield "time machine", self.ask(f"{at}/roadmap/past", at=then)
        yield "differences", self.ask(f"{at}/roadmap/differences", since=then)
        yield "since the last look", self.ask(f"{at}/since", view="roadmap")
        yield "as text", self.ask(f"{at}/roadmap/text")
        audience = self._audience()
        yield "as an audience sees it", self.ask(f"audiences/{audience}/roadmap")
        token = making.shared(self.workspace, self.products[0], self.member)
        yield "share page", lambda: self.get(f"public/shares/{token}", browser=self.stranger)
        yield "product health", self.ask(f"{at}/health")
        yield "status wall", self.ask("status-wall")
        yield "morning list", self.ask("morning")
        yield "gaps of a product", self.ask("gaps", product_id=self.product)
        yield "gaps of the workspace", self.ask("gaps")

    def _audience(self) -> Any:
        making.shared(self.workspace, self.products[0], self.member)
        every = self.get("audiences", product_id=self.product).json()
        return next(one["id"] for one in every if one["key"] == "AUD-1")

    def _strategy(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        at = f"products/{self.product}"
        yield "stakeholders (grid)", self.ask(f"{at}/stakeholders")
        yield "themes", self.ask(f"{at}/themes")
        yield "balance of themes", self.ask(f"{at}/theme-balance", period="2026-Q4")
        for card in Scorecard.objects.filter(workspace=self.workspace):
            yield f"ranking of {card.about}s", self.ask(f"scorecards/{card.pk}/ranking")
        objective = Objective.objects.filter(product=self.product)[0]
        yield "an objective's work", self.ask(f"objectives/{objective.pk}/contributions")

    def _pages(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        yield "home", self.ask("home")
        yield "inbox", self.ask("inbox")
        yield "activity", self.ask("changes")
        for model, plural in (
            (Insight, "insights"), (Idea, "ideas"), (Opportunity, "opportunities"), (Initiative, "initiatives"),
        ):  # fmt: skip
            kind = model.KIND
            row = model.objects.filter(
                workspace=self.workspace, product=self.product, archived_at=None
            ).order_by("pk")[0]
            yield f"{kind}", self.ask(f"{plural}/{row.pk}")
            yield f"{kind}, its links", self.ask("links", kind=kind, id=row.pk)
            yield f"{kind}, its activity", self.ask(f"objects/{kind}/{row.pk}/activity")
            yield f"{kind}, its comments", self.ask(f"objects/{kind}/{self._most_said(kind)}/comments")
            yield f"{kind}, throughline", self.ask(f"throughline/{kind}/{row.pk}")
        for kind in ("opportunity", "idea"):
            yield (
                f"{kind} with the most evidence, throughline",
                self.ask(f"throughline/{kind}/{self._most('supports', kind)}"),
            )
        objective = Objective.objects.filter(product=self.product)[0]
        yield "objective, throughline", self.ask(f"throughline/objective/{objective.pk}")
        begun = self._most("realises", "initiative")
        yield "initiative, delivery", self.ask(f"initiatives/{begun}/delivery")
        customer = Customer.objects.filter(workspace=self.workspace, type="company")[0]
        yield "customer", self.ask(f"customers/{customer.pk}")
