"""People choose the columns of a plan's outline."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("accounts", "0002_time_zones_of_members")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="person",
            name="plan_columns",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
