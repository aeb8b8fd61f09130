from django.db import migrations, models
from django.utils import timezone


def tell_nobody_of_the_past(apps, schema_editor):
    """Hand-overs that are over by now ended before anybody was told of that."""
    rows = apps.get_model("roadmap", "Responsibility").objects.using(schema_editor.connection.alias)
    rows.filter(deputy_until__lt=timezone.localdate()).update(end_told_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0008_policies_are_named_after_products")]

    operations = [
        migrations.AddField("responsibility", "deputy_from", models.DateField(null=True)),
        migrations.AddField("responsibility", "begin_told_at", models.DateTimeField(null=True)),
        migrations.AddField("responsibility", "end_told_at", models.DateTimeField(null=True)),
        migrations.RunPython(tell_nobody_of_the_past, migrations.RunPython.noop),
    ]
