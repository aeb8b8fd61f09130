from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0008_what_jobs_count"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="link",
            index=models.Index(
                fields=["workspace", "source_kind", "source_id"], name="link_by_source_kind"
            ),
        ),
    ]
