"""What every list says that it can be asked, it answers."""

from __future__ import annotations

import pytest

from northline.core.listing.listings import all_listings
from tests.core.listing.asking import asked


@pytest.mark.parametrize("kind", [listing.kind for listing in all_listings()])
def test_a_list_is_sorted_and_searched_by_all_that_it_offers(cast, kind):
    cast.acme.row(kind)
    fields = asked(cast, kind, part="/fields", who="ada").json()["fields"]
    asks = [{"sort": f"{sign}{field['name']}"} for field in fields if field["sortable"] for sign in ("", "-")]
    asks += [{"where": [[field["name"], "empty"]]} for field in fields if "empty" in field["operators"]]
    asks += [{"q": "a"}, {"q": "a -b"}]
    refused = [ask for ask in asks if asked(cast, kind, who="ada", limit=1, **ask).status_code != 200]
    assert refused == []
