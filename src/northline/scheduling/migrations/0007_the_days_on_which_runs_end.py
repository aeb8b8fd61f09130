"""A forecast keeps how many runs end on each day: its histogram's bars, until it is made anew."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import migrations, models


def spread(apps: Any, editor: Any) -> None:
    """A bar's runs end on its first day, as far as is known; the next computation, which comes daily, knows better."""
    forecasts = apps.get_model("scheduling", "SavedForecast").objects.using(editor.connection.alias)
    for row in forecasts.only("pk", "histogram"):
        days = [(date.fromisoformat(bar["at"][:10]), bar["count"]) for bar in row.histogram]
        if not days:
            continue
        first = days[0][0]
        counts = [0] * ((days[-1][0] - first).days + 1)
        for day, count in days:
            counts[(day - first).days] += count
        forecasts.filter(pk=row.pk).update(ends={"first": first.isoformat(), "counts": counts})


class Migration(migrations.Migration):
    dependencies: ClassVar = [("scheduling", "0006_files_of_large_plans")]

    operations: ClassVar = [
        migrations.AddField("savedforecast", "ends", models.JSONField(default=dict)),
        migrations.RunPython(spread, migrations.RunPython.noop),
    ]
