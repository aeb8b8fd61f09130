from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "northline.delivery"
    label = "delivery"

    def ready(self) -> None:
        from northline.core import kinds, undo
        from northline.core.fulltext import sources
        from northline.delivery import actions, importing, lists, schemas  # noqa: F401 - importing registers its jobs
        from northline.delivery.models import Charter, Project, WorkItem

        kinds.register(kinds.Kind("project", Project, edits="plan", show=schemas.show_project))
        kinds.register(kinds.Kind("work_item", WorkItem, edits="plan", show=schemas.show_work_item))
        kinds.register(kinds.Kind("charter", Charter, edits="plan", show=schemas.show_charter))
        sources.register("project", labels=("code",))
        sources.register("work_item", texts=("notes",))
        sources.register("charter", texts=("scope", "success_criteria", "reason"))
        kinds.register_link("realises", source="project", target="initiative", reason="target")
        undo.register("project", actions.set_back)
        lists.register_all()
