"""One making of the demo: what its deeds share. Rows are kept by kind and number, for later deeds to find."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Member, Workspace
from northline.core import links
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.demo.calendar import Past
from northline.products.models import Product
from northline.strategy.models import KeyResult

FIRST_DAY = 121
WRITERS = ("priya", "tomas", "lena")


@dataclass(frozen=True, slots=True)
class Reading:
    """A key result's value in one of the weeks, and how sure (per cent) its owner was."""

    row: KeyResult
    week: int
    value: Decimal
    confidence: int


@dataclass(slots=True)
class Making:
    """`hashed` holds the people's password hashes by address."""

    workspace: Workspace
    past: Past
    today: date
    hashed: Mapping[str, str]
    product: Product = field(init=False)
    members: dict[str, Member] = field(default_factory=dict)
    rows: dict[tuple[str, int | str], Any] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    late_links: list[tuple[int, int]] = field(default_factory=list)

    def by(self, handle: str) -> Scope:
        """The scope of one of the people, with the roles held by then."""
        return scope_of_member(self.members[handle])

    def keep(self, kind: str, number: int | str, row: Any) -> Any:
        self.rows[kind, number] = row
        return row

    def project(self, handle: str = "cold") -> Project:
        """One of the projects, the large one unless another is named, as it is by then."""
        row: Project = self.rows["project", handle]
        row.refresh_from_db()
        return row

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def linking(
        self, name: str, source: tuple[str, int], target: tuple[str, int], handle: str
    ) -> Callable[[], None]:
        """The deed of linking two rows that will be there by then."""

        def deed() -> None:
            links.link(name, self.rows[source], target=self.rows[target], by=self.by(handle))

        return deed
