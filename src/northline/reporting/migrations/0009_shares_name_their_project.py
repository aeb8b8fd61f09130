import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

SHOWS_ONE_THING = models.CheckConstraint(
    condition=Q(view="roadmap", product_id__isnull=False, project_id=None)
    | Q(view="timeline", project_id__isnull=False, product_id=None)
    | Q(view="status", project_id__isnull=False, product_id=None, frozen__isnull=False),
    name="share_shows_one_thing",
)


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0008_planned_overtime"),
        ("reporting", "0008_shares_of_reports"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="share", name="share_shows_one_thing"),
        migrations.RenameField(model_name="share", old_name="project_id", new_name="project"),
        migrations.AlterField(
            model_name="share",
            name="project",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="delivery.project",
            ),
        ),
        migrations.AddConstraint(model_name="share", constraint=SHOWS_ONE_THING),
    ]
