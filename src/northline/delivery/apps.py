from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "northline.delivery"
    label = "delivery"

    def ready(self) -> None:
        from northline.core import kinds, undo
        from northline.core.fulltext import sources
        from northline.delivery import actions, importing, lists, schemas  # noqa: F401 - importing registers its jobs
        from northline.delivery.item_types import access as type_access
        from northline.delivery.item_types import actions as type_actions
        from northline.delivery.item_types import lists as type_lists
        from northline.delivery.item_types.schemas import show_item_type
        from northline.delivery.models import Charter, ItemType, PlanCalendar, Project, Resource, WorkItem
        from northline.delivery.resources import access as resource_access
        from northline.delivery.resources import actions as resource_actions
        from northline.delivery.resources import lists as resource_lists
        from northline.delivery.resources import schemas as resource_schemas

        kinds.register(kinds.Kind("project", Project, edits="plan", show=schemas.show_project))
        kinds.register(kinds.Kind("work_item", WorkItem, edits="plan", show=schemas.show_work_item))
        kinds.register(kinds.Kind("charter", Charter, edits="plan", show=schemas.show_charter))
        kinds.register(
            kinds.Kind(
                "resource",
                Resource,
                edits="plan",
                show=resource_schemas.show_resource,
                door=resource_access.resource,
            )
        )
        kinds.register(
            kinds.Kind(
                "calendar",
                PlanCalendar,
                edits="plan",
                show=resource_schemas.show_calendar,
                door=resource_access.calendar,
            )
        )
        kinds.register(
            kinds.Kind(
                "item_type",
                ItemType,
                edits="administer",
                show=show_item_type,
                door=type_access.item_type,
                searchable=False,
            )
        )
        lists.register_all()
        undo.check("item_type", type_actions.check)
        type_lists.register_all()
        sources.register("resource")
        undo.register("resource", resource_actions.set_back)
        undo.register("rates", resource_actions.rates_back)
        resource_lists.register_all()
        sources.register("project", labels=("code",))
        sources.register("work_item", texts=("notes",))
        sources.register("charter", texts=("scope", "success_criteria", "reason"))
        kinds.register_link("realises", source="project", target="initiative", reason="target")
        undo.register("project", actions.set_back)
