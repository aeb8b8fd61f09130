"""Work items get checklists."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("delivery", "0006_resources_of_the_workspace")]

    operations: ClassVar = [
        migrations.AddField("workitem", "checklist", models.JSONField(blank=True, default=list)),
    ]
