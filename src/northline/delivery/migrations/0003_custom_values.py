from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0002_what_moves_dates"),
    ]

    operations = [
        migrations.AddField(
            model_name="project",
            name="custom",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
