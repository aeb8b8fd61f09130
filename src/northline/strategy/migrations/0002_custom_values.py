from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("strategy", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="objective",
            name="custom",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="keyresult",
            name="custom",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
