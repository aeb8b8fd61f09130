"""What lists compute in the database."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateField,
    Expression,
    F,
    FloatField,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Greatest, NullIf, Power
from django.db.models.lookups import GreaterThanOrEqual

from northline.core.days import DayOf, Today
from northline.core.listing.counting import counted, links_at
from northline.core.models import Link
from northline.research import rules
from northline.research.models import Highlight, Insight


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
        When(snoozed_until__gt=Today(), then=Value("snoozed")),
        default=F("state"),
        output_field=CharField(),
    )


def insights_of_customer() -> Combinable:
    """How many insights are noted of a customer, or have one merged into them that is."""
    mine = Insight.objects.filter(customer=OuterRef("pk"))
    noted = mine.filter(archived_at=None)
    merged = mine.filter(merger__isnull=False, merger__kept__archived_at=None)
    elsewhere = merged.exclude(merger__kept__customer=OuterRef("pk"))
    return counted(noted) + counted(elsewhere, "merger__kept")


def linked_from(name: str) -> Coalesce:
    """How many links of that name start from a row."""
    return counted(links_at("source_id", type=name))


def linked_to(name: str) -> Coalesce:
    """How many links of that name lead to a row."""
    return counted(links_at("target_id", type=name))


def importance(target: Any) -> Coalesce:
    """Of insights: how important their most important passage is to the target, the usual where none is marked."""
    marked = Highlight.objects.filter(target_id=target)
    # One after the other: to look for either takes all that is marked for the target.
    own, merged = marked.filter(insight=OuterRef("pk")), marked.filter(insight__merger__kept=OuterRef("pk"))
    most = NullIf(Greatest(_most_important(own), _most_important(merged)), 0)
    return Coalesce(most, rules.USUAL_IMPORTANCE, output_field=IntegerField())


def _most_important(rows: QuerySet[Highlight]) -> Coalesce:
    """The highest importance of the rows; 0 of none."""
    grouped = rows.order_by().annotate(all=Value(1)).values("all").annotate(most=Max("importance"))
    return Coalesce(Subquery(grouped.values("most")), 0, output_field=IntegerField())


def impact() -> Coalesce:
    """The impact of an opportunity or idea: `rules.points` of every insight that supports it, added up."""
    supporting = Link.objects.filter(
        workspace=OuterRef(OuterRef("workspace")),
        type="supports",
        source_kind="insight",
        target_id=OuterRef(OuterRef("pk")),
    ).values("source_id")
    weight = _strength() * _value_weight() * _freshness() * _importance_weight()
    added = (
        Insight.objects.filter(heard_already(), pk__in=supporting, archived_at=None)
        .order_by()
        # One group, however many insights.
        .annotate(all=Value(1))
        .values("all")
        .annotate(impact=Sum(weight, output_field=FloatField()))
        .values("impact")
    )
    return Coalesce(Subquery(added), 0.0, output_field=FloatField())


def heard_already() -> Q:
    """Insights that are of no day to come, as those of planned interviews are."""
    return Q(observed_on=None) | Q(observed_on__lte=Today())


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


def _importance_weight() -> Expression:
    weight: Expression = Cast(importance(OuterRef(OuterRef("pk"))), FloatField()) / float(
        rules.USUAL_IMPORTANCE
    )
    return weight


def _freshness() -> Expression:
    day = Coalesce("observed_on", DayOf("created_at"), output_field=DateField())
    age = Greatest(DayNumber(Today()) - DayNumber(day), 0.0)
    half_lives: Expression = Cast(age, FloatField()) / float(rules.HALF_LIFE_DAYS)
    return Power(0.5, half_lives, output_field=FloatField())
