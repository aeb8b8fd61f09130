"""A link between projects keeps what was recorded of the date that it waits for."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("programme", "0001_links_between_projects")]

    operations: ClassVar = [
        migrations.AddField(model_name="crosslink", name="spread", field=models.JSONField(null=True)),
    ]
