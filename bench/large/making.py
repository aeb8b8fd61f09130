"""The made workspace: written once into a database, and found there again."""

from __future__ import annotations

import time
from typing import Any

from bench.large.agreements import Agreements
from bench.large.beside import Beside
from bench.large.evidence import Evidence
from bench.large.market import market
from bench.large.past import happened
from bench.large.plans import Plans
from bench.large.voices import Voices
from bench.large.writer import Size, Writer
from django.db import connection, transaction

from northline.accounts.models import Member, Person, RoleGrant, Workspace
from northline.core.scope import Scope
from northline.products.models import Product
from northline.reporting.models import Audience
from northline.reporting.shares import actions as shares

SLUG = "bench"
PRODUCTS, MEMBERS = 5, 20


def made(size: Size) -> Workspace:
    """The workspace of that size, made where there is none."""
    slug = f"{SLUG}-{size.insights}-{size.initiatives}"
    found = Workspace.objects.filter(slug=slug).first()
    if found is None:
        started = time.perf_counter()
        with transaction.atomic():
            found = _write(slug, size)
        if not connection.in_atomic_block:
            analyse()
        print(f"written in {time.perf_counter() - started:.0f} s", flush=True)
    return found


def _write(slug: str, size: Size) -> Workspace:
    writer = Writer()
    workspace = Workspace.objects.create(slug=slug, name="Bench")
    members = [_member(workspace, number) for number in range(MEMBERS)]
    products = [
        Product.objects.create(workspace=workspace, key=f"PROD-{n}", title=f"Bench {n}")
        for n in range(PRODUCTS)
    ]
    for product in products:
        RoleGrant.objects.create(
            workspace=workspace,
            member=members[0],
            object_kind="product",
            object_id=product.pk,
            role="product_manager",
        )
    evidence = Evidence(workspace, products, members, writer, size)
    plans = Plans(workspace, products, members, writer, size)
    evidence.write()
    plans.write(ideas=evidence.ideas, needs=evidence.needs, customers=evidence.customers)
    market(workspace, products[0], writer, insights=evidence.insights, customers=evidence.customers)
    happened(workspace, members, writer, noted=evidence.insights, planned=plans.initiatives)
    Voices(workspace, products, members, writer, size).write(evidence, plans)
    Beside(workspace, products, members, writer, size).write(plans.initiatives)
    # Last, so that what was made before is the same as ever.
    Agreements(workspace, products, members, writer, size).write(plans.initiatives)
    return workspace


def _member(workspace: Workspace, number: int) -> Member:
    person = Person(email=f"{number}@{workspace.slug}.example", name=f"Person {number}", password="!")
    person.save()
    return Member.objects.create(workspace=workspace, person=person, name=person.name, role="member")


def analyse() -> None:
    """As PostgreSQL does by itself after a while; SQLite never does unless it is asked."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def manager(workspace: Workspace) -> Member:
    """The product manager of all products, who asks."""
    return Member.objects.select_related("person").get(
        workspace=workspace, person__email=f"0@{workspace.slug}.example"
    )


def shared(workspace: Workspace, product: Product, member: Member) -> str:
    """The token of a share of the roadmap with everything on it."""
    scope = Scope(
        workspace_id=workspace.pk,
        member_id=member.pk,
        person_id=member.person_id,
        name=member.name,
        role="member",
    )
    audience = Audience.objects.filter(product=product, key="AUD-1").first() or _audience(workspace, product)
    return shares.open_share(
        view="roadmap", object_id=product.pk, title="Bench", fields=[], password=None, expires_at=None, by=scope,
        audience=audience,
    )[1]  # fmt: skip


def _audience(workspace: Workspace, product: Product) -> Audience:
    from northline.reporting.audiences.sight import USUAL

    fields, precision = USUAL["engineering"]
    return Audience.objects.create(
        workspace=workspace, product=product, key="AUD-1", title="Engineers", group="engineering", fields=sorted(fields),
        precision=precision,
    )  # fmt: skip


def whom(workspace: Workspace) -> list[Any]:
    """The products, the largest first."""
    return list(Product.objects.filter(workspace=workspace).order_by("key"))
