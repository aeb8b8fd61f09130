"""Describe personas, state jobs, name competitors, list criteria. Each records one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from northline.core import editing
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research.market.models import Competitor, Criterion, JobToBeDone, Persona


def describe_persona(product: Product | None, *, fields: Mapping[str, Any], by: Scope) -> Persona:
    """Describe whom the product, or without one any product of the workspace, is for."""
    row = Persona(workspace_id=by.workspace_id, product=product, **fields)
    return editing.create(row, prefix=Persona.PREFIX, by=by)


def state_job(product: Product, *, fields: Mapping[str, Any], by: Scope) -> JobToBeDone:
    """State what people want to get done."""
    row = JobToBeDone(workspace_id=by.workspace_id, product=product, **fields)
    return editing.create(row, prefix=JobToBeDone.PREFIX, by=by)


def name_competitor(product: Product, *, fields: Mapping[str, Any], by: Scope) -> Competitor:
    """Name what people could use instead."""
    row = Competitor(workspace_id=by.workspace_id, product=product, **fields)
    return editing.create(row, prefix=Competitor.PREFIX, by=by)


@transaction.atomic
def add_criterion(product: Product, *, fields: Mapping[str, Any], by: Scope) -> Criterion:
    """Compare by one more criterion, at the end of the list."""
    Product.objects.select_for_update().get(pk=product.pk)
    last = Criterion.objects.filter(product=product).aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    row = Criterion(workspace_id=by.workspace_id, product=product, position=position, **fields)
    return editing.create(row, prefix=Criterion.PREFIX, by=by)
