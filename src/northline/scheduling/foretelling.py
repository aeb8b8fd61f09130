"""What the list of initiatives tells of their plans: when they end, and how likely that is within the window."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, FloatField, Func, OuterRef, Subquery, Value, When

from northline.core.listing.listings import Field, tell_more
from northline.core.models import Link
from northline.scheduling.models import SavedForecast


class ChanceBy(Func):
    """`promising.chance_by` of a forecast's ends and a day, in the database."""

    arity = 2
    output_field = FloatField()
    sqlite = (
        "(SELECT 1.0 * SUM(CASE WHEN CAST(one.key AS INTEGER)"
        " <= julianday({day}) - julianday(json_extract({ends}, '$.first')) THEN one.value ELSE 0 END)"
        " / SUM(one.value) FROM json_each({ends}, '$.counts') AS one)"
    )
    postgresql = (
        "(SELECT SUM(CASE WHEN one.place - 1 <= {day} - ({ends} ->> 'first')::date THEN one.told::bigint"
        " ELSE 0 END)::float / SUM(one.told::bigint)"
        " FROM jsonb_array_elements_text({ends} -> 'counts') WITH ORDINALITY AS one(told, place))"
    )

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self._filled(self.sqlite, compiler)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self._filled(self.postgresql, compiler)

    def _filled(self, template: str, compiler: Any) -> Any:
        # Both are columns, which take no parameters, so each may be named as often as is needed.
        (ends, _), (day, _) = (compiler.compile(each) for each in self.get_source_expressions())
        return template.format(ends=ends, day=day), []


def _of_plan(value: Any) -> Subquery:
    """Of the plan that realises a row; of several the one that finishes last speaks. Those of other products are left
    out: whoever reads the initiative need not read them."""
    realising = Link.objects.filter(type="realises", target_id=OuterRef(OuterRef("pk"))).values("source_id")
    plans = SavedForecast.objects.filter(
        pk__in=realising, project__archived_at=None, project__product_id=OuterRef("product_id")
    )
    return Subquery(plans.order_by("-p85", "pk").annotate(told=value).values("told")[:1])


def register_all() -> None:
    tell_more(
        "initiative",
        Field("p50", "date", label="Likely finish", value=_of_plan(F("p50")), text_date=True),
        Field("p85", "date", label="Finish, 85 % sure", value=_of_plan(F("p85")), text_date=True),
        Field(
            "chance",
            "number",
            label="Chance in time",
            value=Case(
                When(window_finish=None, then=Value(None)),
                default=_of_plan(ChanceBy(F("ends"), OuterRef("window_finish"))),
                output_field=FloatField(),
            ),
            sums=False,
            description="Of finishing within the window by its plan, 0 to 1.",
        ),
    )
