import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("delivery", "0005_states_and_owners_of_work"),
    ]

    operations = [
        migrations.CreateModel(
            name="Transition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("state", models.CharField(max_length=40)),
                ("category", models.CharField(max_length=5)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.workitem"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="delivery.project"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["project", "id"], name="transition_of_project"),
                    models.Index(fields=["item", "-id"], name="transition_of_item"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("category__in", ["to_do", "doing", "done"])),
                        name="transition_category_known",
                    )
                ],
            },
        ),
    ]
