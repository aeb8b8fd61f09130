"""The product: what is being built. Everything a product manager owns hangs on one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.core import richtext
from northline.core.models import Editable
from northline.core.scope import Place


def no_words() -> dict[str, object]:
    return dict(richtext.EMPTY)


class Product(Editable):
    KIND: ClassVar[str] = "product"
    PREFIX: ClassVar[str] = "PROD"

    body = models.JSONField(default=no_words)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="product_key_once")
        ]

    def place(self) -> Place:
        return Place(product_id=self.pk)
