import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_time_zones_of_members"),
        ("core", "0009_links_by_the_kind_they_lead_from"),
    ]

    operations = [
        migrations.CreateModel(
            name="Touch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("object_kind", models.CharField(max_length=24)),
                ("object_id", models.UUIDField()),
                ("parts", models.JSONField(default=list)),
                ("dates", models.JSONField(default=dict)),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "Given"),
                            ("owner", "Owner"),
                            ("owned", "Owned"),
                            ("watching", "Watching"),
                            ("deputy", "Deputy"),
                            ("relieved", "Relieved"),
                        ],
                        max_length=12,
                    ),
                ),
                ("more", models.PositiveIntegerField(default=0)),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="touches", to="core.change"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.member",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("to", None)),
                        fields=["object_id", "change"],
                        name="touch_of_object",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to", None), ("why", "")),
                            models.Q(("to__isnull", False), models.Q(("why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="touch_says_why_to_whom",
                    )
                ],
            },
        ),
    ]
