from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("research", "0008_insights_in_the_order_of_their_keys"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="highlight",
            index=models.Index(
                fields=["workspace", "insight", "target_id", "target_kind", "id"], name="highlight_listed"
            ),
        ),
    ]
