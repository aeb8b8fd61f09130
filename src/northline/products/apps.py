from django.apps import AppConfig


class ProductsConfig(AppConfig):
    name = "northline.products"
    label = "products"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.products import lists
        from northline.products.models import Product
        from northline.products.schemas import show_product

        kinds.register(kinds.Kind("product", Product, edits="steer", show=show_product))
        lists.register_all()
