"""Who holds which function: of one initiative, and of all of a product."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.accounts.models import Member
from northline.products.models import Product
from northline.roadmap.models import Holder, Initiative, Responsibility
from northline.roadmap.rules.responsibilities import FUNCTIONS, NOBODY, ROLES, Holding, Person

# By initiative (None for the product's own) and function.
Held = dict[tuple[UUID | None, str], Holding]


def held_in(product: Product, initiatives: Iterable[Initiative] = ()) -> Held:
    """What is said of the product and of these initiatives: two queries."""
    said = Q(product=product, initiative=None) | Q(initiative__in=[row.pk for row in initiatives])
    return {(initiative, function): one for (_, initiative, function), one in _held(said).items()}


def open_initiatives(product: Product) -> QuerySet[Initiative]:
    """The initiatives of a product that are not done."""
    rows = Initiative.objects.filter(product=product, archived_at=None)
    return rows.exclude(status=Initiative.Status.DONE)


def in_force(held: Held, initiative: UUID | None, function: str) -> Holding:
    """What holds for a function of an initiative: what it says itself, else what its product says."""
    return held.get((initiative, function)) or held.get((None, function), NOBODY)


def informed_of(product: Product, initiatives: Iterable[Initiative]) -> dict[UUID, set[UUID]]:
    """The members who are to be told what happens to each of these initiatives: two queries."""
    rows = list(initiatives)
    held = held_in(product, rows)
    return {
        row.pk: {person.id for function in FUNCTIONS for person in in_force(held, row.pk, function).informed}
        for row in rows
    }


def holdings_of(initiatives: Iterable[Initiative]) -> dict[tuple[UUID, UUID | None, str], Holding]:
    """What is said of these initiatives and of all their products, by product, initiative and function: two queries."""
    rows = list(initiatives)
    of_products = Q(product__in={row.product_id for row in rows}, initiative=None)
    return _held(of_products | Q(initiative__in=[row.pk for row in rows]))


def _held(said: Q) -> dict[tuple[UUID, UUID | None, str], Holding]:
    rows = list(Responsibility.objects.filter(said).select_related("deputy__person"))
    holders: dict[UUID, list[Holder]] = defaultdict(list)
    named = Holder.objects.filter(responsibility__in=[row.pk for row in rows]).select_related(
        "member__person"
    )
    for one in named.order_by("created_at", "id"):
        holders[one.responsibility_id].append(one)
    return {
        (row.product_id, row.initiative_id, row.function): Holding(
            **{
                role: tuple(_person(one.member) for one in holders[row.pk] if one.role == role)
                for role in ROLES
            },
            deputy=_person(row.deputy) if row.deputy else None,
            since=row.deputy_from,
            until=row.deputy_until,
        )
        for row in rows
    }


def _person(member: Member) -> Person:
    active = member.suspended_at is None and member.person.is_active
    return Person(id=member.pk, name=member.name, active=active)
