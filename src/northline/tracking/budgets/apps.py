from django.apps import AppConfig


class BudgetsConfig(AppConfig):
    name = "northline.tracking.budgets"
    label = "budgets"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.tracking.budgets import access, lists

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
