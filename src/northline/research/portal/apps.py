from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "northline.research.portal"
    label = "portal"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.research.portal import listening, lists, schemas  # noqa: F401 - listening hears of releases
        from northline.research.portal.actions import undoing
        from northline.research.portal.models import ChangelogEntry, Portal, Post

        kinds.register(
            kinds.Kind("portal", Portal, edits="steer", show=schemas.show_portal, searchable=False)
        )
        kinds.register(kinds.Kind("post", Post, edits="contribute", show=schemas.show_post))
        kinds.register(kinds.Kind("changelog_entry", ChangelogEntry, edits="steer", show=schemas.show_entry))
        sources.register("post", labels=("category",))
        lists.register_all()
        undoing.register()
