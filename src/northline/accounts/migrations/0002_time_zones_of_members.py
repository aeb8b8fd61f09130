"""Members say where their days begin and end."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("accounts", "0001_initial")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="member",
            name="time_zone",
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
