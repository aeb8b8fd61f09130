"""Who is there, with which roles, and the product."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from northline.accounts.actions import roles
from northline.accounts.models import Member, Person
from northline.core import editing
from northline.core.richtext import of_text
from northline.demo.content.people import CUSTOMERS, CUSTOMERS_PEOPLE, PEOPLE, DemoPerson
from northline.demo.content.strategy import PRODUCT
from northline.demo.making import FIRST_DAY, Making
from northline.products.models import Product
from northline.research import actions as research


def remember(making: Making) -> None:
    for person in PEOPLE:
        row = Person.objects.create(
            email=person.email,
            name=person.name,
            password=making.hashed[person.email],
            perspective="project" if person.product_role == "project_manager" else "product",
        )
        making.members[person.handle] = Member.objects.create(
            workspace=making.workspace, person=row, name=person.name, role=person.workspace_role
        )
    owner = making.by("greta")
    title, text = PRODUCT
    making.product = Product(workspace_id=making.workspace.pk, title=title, body=of_text(text))
    making.past.ago(
        FIRST_DAY, lambda: making.keep("product", 1, editing.create(making.product, prefix="PROD", by=owner))
    )
    for person in PEOPLE:
        if person.product_role:
            making.past.ago(FIRST_DAY - 0.1, _give(making, person))
    for number, (name, segment, size, value) in enumerate(CUSTOMERS):
        given = {"title": name, "segment": segment, "size": size, "value": value}
        making.past.ago(FIRST_DAY - 0.2, _customer(making, number, given))
    for number, (name, role, company) in enumerate(CUSTOMERS_PEOPLE):
        making.past.ago(FIRST_DAY - 0.3, _person(making, number, name, role, company))


def _give(making: Making, person: DemoPerson) -> Callable[[], None]:
    def deed() -> None:
        roles.give(
            person.product_role, making.members[person.handle], on=making.product, by=making.by("greta")
        )

    return deed


def _customer(making: Making, number: int, given: dict[str, Any]) -> Callable[[], None]:
    def deed() -> None:
        row = research.note_customer(**given, by=making.by("amos"))
        making.keep("customer", number, row)

    return deed


def _person(making: Making, number: int, name: str, role: str, company: int) -> Callable[[], None]:
    def deed() -> None:
        given = {"type": "person", "segment": role, "company_id": making.rows["customer", company].pk}
        making.keep("person", number, research.note_customer(title=name, **given, by=making.by("amos")))

    return deed
