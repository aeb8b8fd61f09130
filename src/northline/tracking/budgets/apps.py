from django.apps import AppConfig


class BudgetsConfig(AppConfig):
    name = "northline.tracking.budgets"
    label = "budgets"

    def ready(self) -> None:
        from northline.core import events, kinds
        from northline.tracking.budgets import access, lists
        from northline.tracking.budgets.importing import keep_fixed_costs

        for line in lists.LINES:
            kinds.register(
                kinds.Kind(
                    line.model.KIND,
                    line.model,
                    edits="plan",
                    show=line.show,
                    searchable=False,
                    door=access.door_to(line.model),
                )
            )
        lists.register_all()
        events.on("costs_imported")(keep_fixed_costs)
