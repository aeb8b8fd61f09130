from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "northline.reporting"
    label = "reporting"

    def ready(self) -> None:
        from northline.core import jobs, kinds
        from northline.core.fulltext import sources
        from northline.reporting import lists
        from northline.reporting.audiences.schemas import show_audience
        from northline.reporting.digests import access, sending
        from northline.reporting.digests.models import Digest
        from northline.reporting.digests.schemas import show_digest
        from northline.reporting.models import Audience, Share
        from northline.reporting.overseeing import lists as overseeing
        from northline.reporting.overseeing import queries
        from northline.reporting.overseeing.models import InitiativeUpdate
        from northline.reporting.schemas import show_share
        from northline.reporting.shares.actions import share_for

        kinds.register(kinds.Kind("audience", Audience, edits="steer", show=show_audience, searchable=False))
        kinds.register(
            kinds.Kind(
                "digest", Digest, edits="steer", show=show_digest, searchable=False, door=access.digest
            )
        )
        kinds.register(
            kinds.Kind(
                "share",
                Share,
                edits="plan",
                show=lambda row, _scope: show_share(row),
                searchable=False,
                door=share_for,
            )
        )
        sources.register_remarks(
            sources.Remarks(InitiativeUpdate, columns=frozenset({"words"}), rows=queries.to_be_found)
        )
        lists.register_all()
        overseeing.register_all()
        jobs.rounds(sending.enqueue_due)
