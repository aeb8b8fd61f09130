import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Max, OuterRef, Q, Subquery


def note_last_check(apps, schema_editor):
    """When each key result was looked at last, from its check-ins."""
    CheckIn = apps.get_model("strategy", "CheckIn")
    KeyResult = apps.get_model("strategy", "KeyResult")
    newest = CheckIn.objects.filter(key_result=OuterRef("pk")).order_by().values("key_result")
    KeyResult.objects.update(
        checked_at=Subquery(newest.annotate(last=Max("created_at")).values("last"))
    )


class Migration(migrations.Migration):
    dependencies = [("strategy", "0004_stakeholders")]

    operations = [
        migrations.AddField(
            model_name="objective",
            name="parent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="children",
                to="strategy.objective",
            ),
        ),
        migrations.AddField(
            model_name="keyresult", name="checked_at", field=models.DateTimeField(null=True)
        ),
        migrations.AddField(
            model_name="keyresult", name="weight", field=models.PositiveSmallIntegerField(default=1)
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=Q(("parent", None), models.Q(("parent", F("id")), _negated=True), _connector="OR"),
                name="objective_is_not_its_own_parent",
            ),
        ),
        migrations.AddConstraint(
            model_name="keyresult",
            constraint=models.CheckConstraint(
                condition=Q(("weight__gte", 1), ("weight__lte", 100)), name="key_result_weight_counts"
            ),
        ),
        migrations.RunPython(note_last_check, migrations.RunPython.noop),
    ]
