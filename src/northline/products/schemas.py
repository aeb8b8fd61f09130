from __future__ import annotations

from typing import Any

from northline.core.richtext import RichText
from northline.core.schemas import In, ObjectOut, Patch, Title, object_fields
from northline.core.scope import Scope
from northline.products.models import Product


class ProductIn(In):
    title: Title
    body: RichText = {}


class ProductPatch(Patch):
    title: Title | None = None
    body: RichText | None = None


class ProductOut(ObjectOut):
    body: RichText


def show_product(row: Product, scope: Scope) -> dict[str, Any]:
    rights = scope.rights_at(row.place())
    can = {"edit": "steer" in rights, "contribute": "contribute" in rights, "plan": "plan" in rights}
    return object_fields(row, can=can) | {"body": row.body}
