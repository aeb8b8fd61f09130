from django.db import migrations


def give_policies(apps, schema_editor):
    """Products of which nobody said what their roadmaps are checked against expect the usual."""
    alias = schema_editor.connection.alias
    policies = apps.get_model("roadmap", "RoadmapPolicy").objects.using(alias)
    products = apps.get_model("products", "Product").objects.using(alias)
    counters = apps.get_model("core", "Counter").objects.using(alias)
    counter = None
    lacking = products.exclude(pk__in=policies.values("product_id"))
    for product in lacking.order_by("workspace_id", "created_at"):
        if counter is None or counter.workspace_id != product.workspace_id:
            counter, _ = counters.get_or_create(workspace_id=product.workspace_id, name="key:RMP")
        counter.value += 1
        counter.save(update_fields=["value"])
        policies.create(
            workspace_id=product.workspace_id,
            product_id=product.pk,
            key=f"RMP-{counter.value}",
            title=f"Roadmap of {product.title}"[:300],
        )


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_fields_of_types_of_objects"),
        ("products", "0001_initial"),
        ("roadmap", "0006_a_role_in_each_function"),
    ]

    operations = [migrations.RunPython(give_policies, migrations.RunPython.noop)]
