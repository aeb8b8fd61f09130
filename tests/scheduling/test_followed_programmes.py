"""A link between projects is changed from either plan, and whoever owns or watches what moves by it hears of it."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.models import Touch
from northline.delivery.models import WorkItem
from northline.talk.models import Watch
from tests.scheduling.plans import chain, start
from tests.scheduling.test_programme import lengthen, linked, starts
from tests.working import work

pytestmark = pytest.mark.django_db


def crossing_of(cast: Any, item: WorkItem, *, by: str) -> Any:
    (link,) = cast.client(by).get(f"/api/work-items/{item.pk}").json()["crossing"]
    return link


def told(cast: Any, who: str) -> list[tuple[str, str]]:
    """Of which items somebody heard since, by the verb."""
    found = Touch.objects.filter(to=getattr(cast, who)).order_by("change__seq")
    return [(one.change.verb, str(one.object_id)) for one in found.select_related("change")]


def test_a_link_is_changed_from_either_plan_and_those_who_watch_what_moves_are_told(cast: Any) -> None:
    piet = cast.scope("piet")
    first, second = (start(piet, product_id=cast.product.pk, code=code) for code in ("CLD", "VAN"))
    (build,), (fit, drive) = chain(first, "build", by=piet), chain(second, "fit", "drive", by=piet)
    WorkItem.objects.filter(pk=fit.pk).update(owner=cast.carl)
    Watch.objects.create(
        workspace_id=second.workspace_id, member=cast.vera, object_kind="work_item", object_id=drive.pk
    )
    assert linked(cast, build, fit).status_code == 201
    assert told(cast, "carl") == [("cross_linked", str(fit.pk))]
    assert told(cast, "vera") == [("cross_linked", str(drive.pk))]

    # The item that is waited for shows the same link, which whoever plans the other project changes there.
    link = crossing_of(cast, build, by="piet")
    assert (link["end"], link["can"], crossing_of(cast, build, by="vera")["can"]) == (
        "before",
        {"edit": True},
        {"edit": False},
    )
    how, seen = {"kind": "SS", "lag_minutes": 960}, {"if-match": f'"{link["version"]}"'}
    address = f"/api/cross-links/{link['id']}"
    assert cast.client("vera").patch(address, how, headers=seen).status_code == 403
    assert cast.client("piet").patch(address, how, headers=seen).status_code == 200
    assert crossing_of(cast, fit, by="piet")["kind"] == "SS"
    # Both begin together, and the lag counts all the same.
    assert starts(cast, fit) == "2026-03-04T08:00"

    # What moves in the one plan moves those of the other: its owner and its watcher hear of that by themselves.
    before = len(told(cast, "carl"))
    link = crossing_of(cast, fit, by="piet")
    back = {"kind": "FS", "lag_minutes": 0}
    cast.client("piet").patch(address, back, headers={"if-match": f'"{link["version"]}"'})
    lengthen(build, days=5, by=piet)
    work()
    assert told(cast, "carl")[before:] == [("cross_linked", str(fit.pk)), ("followed", str(fit.pk))]
    news = cast.client("vera").get("/api/inbox").json()["items"]
    assert [item["why"] for item in news if item["verb"] == "followed"] == ["watching"]
    assert cast.client("piet").delete(address).status_code == 204
    assert told(cast, "vera")[-1] == ("cross_parted", str(drive.pk))
