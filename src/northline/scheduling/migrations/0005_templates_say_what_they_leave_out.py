"""Templates say what of a plan they could not keep."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("scheduling", "0004_templates")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="plantemplate",
            name="left_out",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
