"""Who holds which function: of one initiative, and of all of a product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from northline.accounts.models import Member
from northline.products.models import Product
from northline.roadmap.models import Holder, Initiative, Responsibility
from northline.roadmap.rules.responsibilities import Holding, Person

# By initiative (None for the product's own) and function.
Held = dict[tuple[UUID | None, str], Holding]


def held_in(product: Product, initiatives: Iterable[Initiative] = ()) -> Held:
    """What is said of the product and of these initiatives: two queries."""
    ids = [row.pk for row in initiatives]
    rows = list(
        Responsibility.objects.filter(product=product, initiative=None)
        .union(Responsibility.objects.filter(initiative__in=ids), all=True)
        .values_list("pk", "initiative_id", "function", "deputy_id", "deputy_until")
    )
    holders: dict[UUID, list[tuple[UUID, bool]]] = {}
    people = _people(product.workspace_id)
    for responsibility, member, accountable in (
        Holder.objects.filter(responsibility__in=[row[0] for row in rows])
        .order_by("created_at", "id")
        .values_list("responsibility_id", "member_id", "accountable")
    ):
        holders.setdefault(responsibility, []).append((member, accountable))
    return {
        (initiative, function): Holding(
            accountable=tuple(people[member] for member, answers in holders.get(pk, []) if answers),
            shares=tuple(people[member] for member, answers in holders.get(pk, []) if not answers),
            deputy=people.get(deputy),
            until=until,
        )
        for pk, initiative, function, deputy, until in rows
    }


def _people(workspace_id: UUID) -> Mapping[UUID | None, Person]:
    rows = Member.objects.filter(workspace_id=workspace_id).values_list(
        "pk", "name", "suspended_at", "person__is_active"
    )
    return {
        pk: Person(id=pk, name=name, active=suspended is None and active)
        for pk, name, suspended, active in rows
    }
