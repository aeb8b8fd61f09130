from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "northline.accounts"
    label = "accounts"

    def ready(self) -> None:
        from northline.accounts.actions import undoing
        from northline.accounts.authentication import scope_of_member
        from northline.core.exports import making

        undoing.register()
        making.register_scopes(scope_of_member)
