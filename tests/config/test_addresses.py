"""A request to the API meets the operation that a look through all addresses would find."""

from __future__ import annotations

import re

import pytest
from django.urls import Resolver404, path

from northline.config.api import api
from northline.config.urls import Operations
from northline.core.ids import uuid7

WHOLE = path("api/", api.urls)
QUICK = Operations(WHOLE)


def test_every_address_leads_where_it_led_in_the_whole_list() -> None:
    for one in WHOLE.url_patterns:
        filled = re.sub(r"<uuid\w*:\w+>", str(uuid7()), f"api/{one.pattern}")
        address = re.sub(r"<[^>]+>", "word", filled)
        known, found = WHOLE.resolve(address), QUICK.resolve(address)
        assert (found.func, found.kwargs, found.route, found.view_name) == (
            known.func,
            known.kwargs,
            known.route,
            known.view_name,
        )


@pytest.mark.parametrize("nowhere", ["unheard-of", "products/a/b/c/d", "Products"])
def test_what_no_operation_has_is_not_found(nowhere: str) -> None:
    for addresses in (WHOLE, QUICK):
        with pytest.raises(Resolver404):
            addresses.resolve(f"api/{nowhere}")
