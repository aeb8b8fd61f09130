"""Who held a function before there were four roles holds it after, and the other way."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from northline.core.ids import uuid7

BEFORE, AFTER = "0005_responsibilities", "0006_a_role_in_each_function"


def migrated(name: str) -> Any:
    """The tables as they are after that migration."""
    executor = MigrationExecutor(connection)
    executor.migrate([("roadmap", name)])
    return MigrationExecutor(connection).loader.project_state([("roadmap", name)]).apps


@pytest.mark.slow
def test_holders_keep_what_they_were(lasting_cast: Any) -> None:
    cast = lasting_cast
    place = {"workspace_id": cast.acme.workspace.pk, "product_id": cast.product.pk}
    try:
        old = migrated(BEFORE)
        entry = old.get_model("roadmap", "Responsibility").objects.create(
            id=uuid7(), function="roadmap", **place
        )
        holders = old.get_model("roadmap", "Holder").objects
        for member, accountable in ((cast.pia, True), (cast.carl, False)):
            holders.create(
                id=uuid7(),
                workspace_id=place["workspace_id"],
                responsibility=entry,
                member_id=member.pk,
                accountable=accountable,
            )
        new = migrated(AFTER).get_model("roadmap", "Holder").objects
        roles = dict(new.values_list("member_id", "role"))
        assert roles == {cast.pia.pk: "accountable", cast.carl.pk: "shares"}

        new.filter(member_id=cast.carl.pk).update(role="informed")
        back = migrated(BEFORE).get_model("roadmap", "Holder").objects
        assert list(back.values_list("member_id", "accountable")) == [(cast.pia.pk, True)]
    finally:
        call_command("migrate", "roadmap", verbosity=0)
