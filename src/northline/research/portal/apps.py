from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "northline.research.portal"
    label = "portal"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.research.portal import access, listening, lists, queries, schemas  # noqa: F401 - listening hears of releases
        from northline.research.portal.actions import undoing
        from northline.research.portal.models import ChangelogEntry, Portal, Post, PostComment, Vote

        kinds.register(
            kinds.Kind("portal", Portal, edits="steer", show=schemas.show_portal, searchable=False)
        )
        kinds.register(kinds.Kind("post", Post, edits="contribute", show=schemas.show_post))
        kinds.register(kinds.Kind("changelog_entry", ChangelogEntry, edits="steer", show=schemas.show_entry))
        kinds.register(
            kinds.Kind(
                "vote",
                Vote,
                edits="contribute",
                show=lambda row, _scope: queries.show_voice(row),
                searchable=False,
                door=access.vote,
            )
        )
        kinds.register(
            kinds.Kind(
                "post_comment",
                PostComment,
                edits="contribute",
                show=schemas.show_comment,
                searchable=False,
                door=access.post_comment,
            )
        )
        sources.register("portal", texts=("slug", "intro"))
        sources.register("post_comment", texts=("words", "author__name", "by__name"))
        sources.register("vote", texts=("visitor__name", "customer__title"))
        sources.register("post", labels=("category",))
        lists.register_all()
        undoing.register()
