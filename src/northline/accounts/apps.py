from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "northline.accounts"
    label = "accounts"

    def ready(self) -> None:
        from northline.accounts.actions import undoing

        undoing.register()
