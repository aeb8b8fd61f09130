from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "northline.accounts"
    label = "accounts"
