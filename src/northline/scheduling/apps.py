from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "northline.scheduling"
    label = "scheduling"

    def ready(self) -> None:
        from northline.core import undo
        from northline.roadmap import outlook
        from northline.scheduling import actions, effort
        from northline.scheduling.outlook import outlooks_of
        from northline.strategy.scoring import told

        told.tell_order("initiative", effort.waits_for)
        told.tell_work("initiative", effort.work_of)
        told.tell_work("idea", effort.work_of_ideas)
        told.tell_capacity(effort.capacity_of)
        undo.register("plan", actions.take_back)
        outlook.register(outlooks_of)
