from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "northline.core"
    label = "core"

    def ready(self) -> None:
        from northline.core import analysing, jobs, kinds
        from northline.core.exports import making
        from northline.core.listing import custom_fields, lists, schemas, views
        from northline.core.listing.api.views import show_view
        from northline.core.listing.exporting import asking
        from northline.core.listing.models import CustomField, SavedView

        asking.register()
        jobs.rounds(making.forget_old)
        jobs.rounds(analysing.look_again)
        kinds.register(
            kinds.Kind(
                "saved_view",
                SavedView,
                edits="contribute",
                show=show_view,
                searchable=False,
                door=views.opened,
            )
        )
        kinds.register(
            kinds.Kind(
                "custom_field",
                CustomField,
                edits="steer",
                show=schemas.show_custom_field,
                searchable=False,
                door=custom_fields.opened,
            )
        )
        lists.register_all()
