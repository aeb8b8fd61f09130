"""What lists compute in the database."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    DateField,
    Expression,
    F,
    FloatField,
    Func,
    IntegerField,
    OuterRef,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest, Now, Power, TruncDate
from django.db.models.lookups import GreaterThanOrEqual

from northline.core.models import Link
from northline.research import rules
from northline.research.models import Insight


class DayNumber(Func):
    """A date as a number that grows by one a day."""

    output_field = FloatField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return super().as_sql(compiler, connection, template="julianday(%(expressions)s)", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "(EXTRACT(EPOCH FROM %(expressions)s) / 86400.0)"
        return super().as_sql(compiler, connection, template=template, **extra)


def standing() -> Case:
    """Where an insight that is not archived stands in the triage today: new, snoozed or processed."""
    return Case(
        When(snoozed_until__gt=TruncDate(Now()), then=Value("snoozed")),
        default=F("state"),
        output_field=CharField(),
    )


def insights_of_customer() -> Coalesce:
    """How many insights are noted of a customer."""
    noted = (
        Insight.objects.filter(customer=OuterRef("pk"), archived_at=None)
        .order_by()
        .values("customer")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return Coalesce(Subquery(noted), 0, output_field=IntegerField())


def impact() -> Coalesce:
    """The impact of an opportunity or idea: `rules.points` of every insight that supports it, added up."""
    supporting = Link.objects.filter(
        type="supports", source_kind="insight", target_id=OuterRef(OuterRef("pk"))
    ).values("source_id")
    added = (
        Insight.objects.filter(pk__in=supporting, archived_at=None)
        .order_by()
        # One group, however many insights.
        .annotate(all=Value(1))
        .values("all")
        .annotate(impact=Sum(_strength() * _value_weight() * _freshness(), output_field=FloatField()))
        .values("impact")
    )
    return Coalesce(Subquery(added), 0.0, output_field=FloatField())


def _strength() -> Case:
    steps = (When(evidence=name, then=Value(weight)) for name, weight in rules.STRENGTH.items())
    return Case(*steps, output_field=FloatField())


def _value_weight() -> Case:
    """A person is worth what their company is, unless a value of their own is known."""
    value = Coalesce("customer__value", "customer__company__value", 0, output_field=BigIntegerField())
    steps = (
        When(GreaterThanOrEqual(value, least), then=Value(weight))
        for least, weight in reversed(rules.VALUE_WEIGHTS)
    )
    return Case(*steps, output_field=FloatField())


def _freshness() -> Expression:
    day = Coalesce("observed_on", TruncDate("created_at"), output_field=DateField())
    age = Greatest(DayNumber(TruncDate(Now())) - DayNumber(day), 0.0)
    half_lives: Expression = Cast(age, FloatField()) / float(rules.HALF_LIFE_DAYS)
    return Power(0.5, half_lives, output_field=FloatField())
