from django.db import migrations


def name_after_products(apps, schema_editor):
    """Products that were renamed are called so where it stands what their roadmaps are checked against."""
    alias = schema_editor.connection.alias
    policies = apps.get_model("roadmap", "RoadmapPolicy").objects.using(alias)
    for policy in policies.select_related("product"):
        title = f"Roadmap of {policy.product.title}"[:300]
        if policy.title != title:
            policy.title = title
            policy.save(update_fields=["title"])


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0007_every_product_has_a_policy")]

    operations = [migrations.RunPython(name_after_products, migrations.RunPython.noop)]
