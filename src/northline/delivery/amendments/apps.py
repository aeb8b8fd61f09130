from django.apps import AppConfig


class AmendmentsConfig(AppConfig):
    name = "northline.delivery.amendments"
    label = "amendments"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.delivery.amendments import access, lists, schemas
        from northline.delivery.amendments.models import Amendment

        kinds.register(
            kinds.Kind(
                Amendment.KIND,
                Amendment,
                edits="plan",
                show=schemas.show_amendment,
                door=access.open_amendment,
            )
        )
        sources.register(Amendment.KIND, texts=("reason", "terms", "decline_reason"))
        lists.register_all()
