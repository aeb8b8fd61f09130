from django.apps import AppConfig


class RaidConfig(AppConfig):
    name = "northline.tracking.raid"
    label = "raid"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.scheduling import risks as plan_risks
        from northline.tracking.raid import lists, telling
        from northline.tracking.raid.register import LINES

        for line in LINES:
            kinds.register(kinds.Kind(line.model.KIND, line.model, edits="contribute", show=line.show))
            sources.register(line.model.KIND, texts=line.texts)
        # Upwards from an issue one meets the risk that it was.
        for kind in ("risk", "issue"):
            kinds.register_link("became", source="project_assumption", target=kind, reason="source")
        kinds.register_link("became", source="risk", target="issue", reason="source")
        lists.register_all()
        plan_risks.register(telling.risks_of)
        telling.listen()
