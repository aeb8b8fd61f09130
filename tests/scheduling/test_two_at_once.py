"""Two people edit one plan at the same moment."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection

from northline.core.refusal import Refusal, Stale
from northline.delivery.models import Dependency, WorkItem
from northline.scheduling.actions import compute_anew
from tests.scheduling.plans import chain, edit, start


def at_once(*deeds: Any) -> list[Any]:
    """Do all of it at the same moment, each in a thread of its own; answers or refusals, in order."""
    answers: list[Any] = [None] * len(deeds)
    gate = threading.Barrier(len(deeds))

    def do(number: int) -> None:
        try:
            gate.wait()
            answers[number] = deeds[number]()
        except Refusal as refusal:
            answers[number] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=(number,)) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


@pytest.fixture
def pair(lasting_cast: Any) -> Any:
    cast = lasting_cast
    project = start(cast.scope("piet"), product_id=cast.product.pk)
    a, b = chain(project, "a", "b", by=cast.scope("piet"))
    Dependency.objects.filter(project=project).delete()
    compute_anew(project.pk)
    return cast, project, a, b


def test_of_two_links_that_close_a_circle_together_the_second_is_refused(pair: Any) -> None:
    cast, project, a, b = pair
    piet, pia = cast.scope("piet"), cast.scope("pia")
    answers = at_once(
        lambda: edit(project, {"op": "link", "before": str(a.pk), "after": str(b.pk)}, by=piet),
        lambda: edit(project, {"op": "link", "before": str(b.pk), "after": str(a.pk)}, by=pia),
    )
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    assert [refusal.code for refusal in refused] == ["link.makes_circle"]
    assert Dependency.objects.filter(project=project).count() == 1


def test_of_two_edits_of_one_item_the_second_is_stale(pair: Any) -> None:
    cast, project, a, _ = pair

    def say(who: str, minutes: int) -> Any:
        wish = {"op": "set", "id": str(a.pk), "version": 1, "fields": {"duration_minutes": minutes}}
        return lambda: edit(project, wish, by=cast.scope(who))

    answers = at_once(say("piet", 60), say("pia", 120))
    assert sum(isinstance(answer, Stale) for answer in answers) == 1
    assert WorkItem.objects.get(pk=a.pk).version == 2


def test_two_edits_of_different_items_both_stand(pair: Any) -> None:
    cast, project, a, b = pair

    def say(who: str, item: Any) -> Any:
        wish = {"op": "set", "id": str(item.pk), "version": 1, "fields": {"duration_minutes": 60}}
        return lambda: edit(project, wish, by=cast.scope(who))

    assert not any(isinstance(answer, Refusal) for answer in at_once(say("piet", a), say("pia", b)))
    assert list(WorkItem.objects.filter(project=project).values_list("duration_minutes", flat=True)) == [
        60,
        60,
    ]
