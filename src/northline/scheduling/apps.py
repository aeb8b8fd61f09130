from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "northline.scheduling"
    label = "scheduling"

    def ready(self) -> None:
        from northline.core import undo
        from northline.roadmap import outlook
        from northline.scheduling import actions, effort
        from northline.scheduling.outlook import outlooks_of
        from northline.scheduling.theming import effort_by_theme
        from northline.strategy.scoring import told
        from northline.strategy.themes.told import tell_effort

        told.tell_order("initiative", effort.waits_for)
        told.tell_work("initiative", effort.work_of)
        told.tell_work("idea", effort.work_of_ideas)
        told.tell_capacity(effort.capacity_of)
        tell_effort(effort_by_theme)
        undo.register("plan", actions.take_back)
        outlook.register(outlooks_of)
