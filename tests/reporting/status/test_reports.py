"""Status reports over the API: drafted, edited, published for good, compared, mailed, shared, taken away as files."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from pptx import Presentation

from northline.core.models import Change
from northline.delivery.models import Project, WorkItem
from northline.reporting.status.models import StatusReport
from northline.strategy.stakeholders.models import Telling
from northline.tracking.raid.actions.entries import note
from northline.tracking.raid.models import Risk
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_iterations import answered, undo_last
from tests.working import work

pytestmark = pytest.mark.django_db


def at(version: int) -> dict[str, str]:
    return {"if-match": f'"{version}"'}


def running(cast: Any, code: str) -> Project:
    """Three days of work, then a milestone, with a deadline that the plan just meets, and one open risk."""
    scope = cast.scope("piet")
    project = start(scope, product_id=cast.product.pk, code=code)
    items = chain(project, "dig", "pour", "dry", "opening", by=scope)
    made = {"type": "milestone", "deadline": "2026-03-06T17:00"}
    edit(project, {"op": "set", "id": str(items[3].pk), "version": 1, "fields": made}, by=scope)
    Project.objects.filter(pk=project.pk).update(deadline="2099-03-06T17:00")
    fields = {"title": "Late steel", "probability": 40, "likely_days": 4.0}
    note(Risk, project, fields=fields, by=scope)
    project.refresh_from_db()
    return project


def kept(report: dict[str, Any], **rewritten: str) -> list[dict[str, Any]]:
    """All sentences as they stand, some rewritten."""
    return [
        {"id": one["id"], "section": one["section"], "text": rewritten.get(one["id"], one["text"])}
        for one in report["sentences"]
        if not one["removed"]
    ]


def test_a_report_is_drafted_edited_published_for_good_and_compared_with_by_the_next(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    """One story, from the first draft to the second report."""
    project = running(cast, "STS")
    piet, vera = cast.client("piet"), cast.client("vera")
    with django_assert_max_num_queries(60):
        draft = answered(piet.post("/api/status-reports", {"project_id": str(project.pk)}), 201)
    here, told = f"/api/status-reports/{draft['id']}", {one["id"]: one for one in draft["sentences"]}
    assert (draft["state"], draft["compared"], draft["said"]) == ("draft", None, draft["proposed"])
    assert draft["reasons"]
    assert draft["title"].startswith("Status of Atlas, ")
    assert all(one["evidence"] and not one["own"] for one in draft["sentences"])
    (risk,) = told[next(id for id in told if id.startswith("risk-"))]["evidence"]
    assert (risk["kind"], risk["title"], risk["old"]) == ("risk", "Late steel", False)

    # There is one draft at a time, which only whoever plans the project reads.
    again = answered(piet.post("/api/status-reports", {"project_id": str(project.pk)}), 409)
    assert (again["code"], again["id"]) == ("status_report.drafted", draft["id"])
    answered(vera.get(here), 403)
    listed = f"/api/projects/{project.pk}/status-reports"
    assert [one["id"] for one in answered(piet.get(listed))["items"]] == [draft["id"]]
    assert answered(vera.get(listed)) == {"items": [], "next": None, "can": {"draft": False}}

    # Edited: a sentence rewritten, one removed, an own one; another health only with a reason.
    said = [one for one in kept(draft, finish="We end in time.") if one["id"] != "progress"]
    said.append({"section": "risks", "text": "The team is tired."})
    unfounded = piet.patch(here, {"health": "off_track", "sentences": said}, headers=at(1))
    assert answered(unfounded, 422)["code"] == "status_report.health_needs_reason"
    body = {"health": "off_track", "health_reason": "The harbour is closed.", "sentences": said}
    edited = answered(piet.patch(here, body, headers=at(1)))
    assert (edited["said"], edited["version"]) == ("off_track", 2)
    by_id = {one["id"]: one for one in edited["sentences"]}
    assert (by_id["finish"]["edited"], by_id["progress"]["removed"], by_id["own-1"]["own"]) == (True,) * 3
    assert answered(piet.patch(here, {"title": "x"}, headers=at(1)), 412)["current"]["version"] == 2
    undo_last(cast, "piet")
    assert answered(piet.get(here))["said"] == draft["proposed"]
    edited = answered(piet.patch(here, body, headers=at(3)))

    # The data are read again under what was written.
    scope = cast.scope("piet")
    first = chain(project, "paint", by=scope)[0]
    assert answered(piet.get(here))["moved_on"]
    fresh = answered(piet.post(f"{here}/redraft", headers=at(edited["version"])))
    by_id = {one["id"]: one for one in fresh["sentences"]}
    assert (by_id["finish"]["text"], by_id["own-1"]["text"]) == ("We end in time.", "The team is tired.")
    assert by_id["progress"]["removed"]
    assert (fresh["moved_on"], fresh["figures"]["items"]) == (False, draft["figures"]["items"] + 1)

    # Published it is read by everybody and never changes again, by no way.
    done = answered(piet.post(f"{here}/publication", headers=at(fresh["version"])))
    assert (done["state"], done["published_by"]["name"]) == ("published", cast.piet.name)
    texts = [one["text"] for one in done["sentences"]]
    assert "We end in time." in texts
    assert not any("planned effort" in text for text in texts)
    assert answered(vera.get(here))["sentences"] == done["sentences"]
    for deed in (
        lambda: piet.patch(here, {"title": "x"}, headers=at(done["version"])),
        lambda: piet.post(f"{here}/redraft", headers=at(done["version"])),
        lambda: piet.post(f"{here}/publication", headers=at(done["version"])),
        lambda: piet.post(f"{here}/archival", headers=at(done["version"])),
    ):
        assert answered(deed(), 409)["code"] == "status_report.published"
    edits = Change.objects.filter(object_id=draft["id"], verb="edited").order_by("-seq")
    answer = piet.post(f"/api/changes/{edits[0].pk}/undo")
    assert answered(answer, 409)["code"] == "status_report.published"
    (line,) = answered(piet.get("/api/lists/status_report", {"where": '[["said","is","off_track"]]'}))[
        "items"
    ]
    assert (line["id"], line["can"]["edit"]) == (draft["id"], False)
    wanted = {"items": [{"id": draft["id"], "version": done["version"]}], "archived": True}
    answer = piet.post("/api/lists/status_report/bulk", wanted)
    assert b"status_report.published" in answer.content
    assert StatusReport.objects.get(pk=draft["id"]).archived_at is None

    # The next one says what changed since, and supersedes it.
    progress = {"op": "set", "id": str(first.pk), "version": 1, "fields": {"percent_complete": 100}}
    edit(project, progress, by=scope)
    second = answered(piet.post("/api/status-reports", {"project_id": str(project.pk)}), 201)
    assert (second["compared"]["report"]["key"], second["compared"]["items_done"]) == (done["key"], 1)
    assert second["compared"]["was_health"] == "off_track"
    assert any(one["id"] == "progress_moved" for one in second["sentences"])
    there = f"/api/status-reports/{second['id']}"
    away = answered(piet.post(f"{there}/archival", headers=at(1)))
    third = answered(piet.post("/api/status-reports", {"project_id": str(project.pk)}), 201)
    back = piet.delete(f"{there}/archival", headers=at(away["version"]))
    assert answered(back, 409)["code"] == "status_report.drafted"
    nothing = answered(piet.patch(f"/api/status-reports/{third['id']}", {"sentences": []}, headers=at(1)))
    address = f"/api/status-reports/{third['id']}/publication"
    assert (
        answered(piet.post(address, headers=at(nothing["version"])), 422)["code"]
        == "status_report.says_nothing"
    )
    words = [{"section": "summary", "text": "All is well."}]
    ready = answered(
        piet.patch(f"/api/status-reports/{third['id']}", {"sentences": words}, headers=at(nothing["version"]))
    )
    answered(piet.post(address, headers=at(ready["version"])))
    assert answered(vera.get(here))["superseded_by"]["id"] == third["id"]


def test_a_published_report_is_mailed_once_shared_by_link_and_taken_away_as_slides(cast: Any) -> None:
    project, piet, pia = running(cast, "STM"), cast.client("piet"), cast.client("pia")
    person = {"title": "Dr. Krug", "organisation": "Nordlicht"}
    outside = answered(pia.post(f"/api/products/{cast.product.pk}/stakeholders", person), 201)
    inside = {"title": "Stan", "member_id": str(cast.members["stan"].pk)}
    stan = answered(pia.post(f"/api/products/{cast.product.pk}/stakeholders", inside), 201)
    answered(cast.client("vera").put(f"/api/objects/project/{project.pk}/watch", {"on": True}))
    draft = answered(piet.post("/api/status-reports", {"project_id": str(project.pk)}), 201)
    here = f"/api/status-reports/{draft['id']}"
    for early in (piet.post(f"{here}/mailing", {}), piet.post(f"{here}/shares", {"title": "x"})):
        assert answered(early, 409)["code"] == "status_report.not_published"
    answered(piet.post(f"{here}/publication", headers=at(1)))

    readers = {one["name"]: one for one in answered(piet.get(f"{here}/readers"))}
    assert [readers[name]["reachable"] for name in ("Dr. Krug", "Stan", cast.vera.name)] == [
        False,
        True,
        True,
    ]
    unreachable = piet.post(f"{here}/mailing", {"stakeholder_ids": [outside["id"]]})
    assert answered(unreachable, 422)["code"] == "status_report.no_address"
    chosen = {"stakeholder_ids": [stan["id"]], "member_ids": [str(cast.vera.pk)]}
    answered(piet.post(f"{here}/mailing", chosen))
    work()
    assert sorted(one.to[0] for one in mail.outbox) == sorted(
        member.person.email for member in (cast.members["stan"], cast.vera)
    )
    letter = mail.outbox[0]
    assert "Late steel" in letter.body
    assert f"/o/status_report/{draft['key']}" in letter.body
    assert "Late steel" in letter.alternatives[0][0]
    assert Telling.objects.get(stakeholder_id=stan["id"]).channel == "status report"
    again = piet.post(f"{here}/mailing", chosen)
    assert answered(again, 422)["code"] == "status_report.nobody_new"
    sent = {one["name"]: one["state"] for one in answered(piet.get(f"{here}/readers"))}
    assert (sent["Stan"], sent["Dr. Krug"]) == ("sent", "")

    # By link: as it stands, without keys, until it is closed.
    made = answered(piet.post(f"{here}/shares", {"title": "For the board"}), 201)
    token = made["address"].rsplit("/", 1)[1]
    nobody = cast.client("")
    seen = answered(nobody.get(f"/api/public/shares/{token}"))
    assert (seen["view"], seen["roadmap"], seen["status"]["title"]) == ("status", None, draft["title"])
    sentences = [one["text"] for section in seen["status"]["sections"] for one in section["sentences"]]
    assert sentences == [one["text"] for one in answered(piet.get(here))["sentences"]]
    assert answered(nobody.get(f"/api/public/shares/{token}/file?format=csv"), 422)["code"] == "share.no_file"
    assert nobody.get(f"/api/public/shares/{token}/file").content[:5] == b"%PDF-"
    answered(piet.delete(f"/api/shares/{made['id']}"))
    answered(nobody.get(f"/api/public/shares/{token}"), 404)

    # As slides: every sentence is on them, however many it takes.
    assert cast.client("vera").get(f"{here}/file").content[:5] == b"%PDF-"
    deck = Presentation(io.BytesIO(piet.get(f"{here}/file?format=pptx").content))
    words = " ".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )
    assert all(" ".join(text.split()[:4]) in words for text in sentences)
    assert "…" not in words


def test_the_wall_has_a_card_for_each_project_in_a_fixed_number_of_queries(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    told, silent = running(cast, "WLA"), running(cast, "WLB")
    piet, vera = cast.client("piet"), cast.client("vera")
    draft = answered(piet.post("/api/status-reports", {"project_id": str(told.pk)}), 201)
    here = f"/api/status-reports/{draft['id']}"
    said = {"health": "at_risk", "health_reason": "Ice."}
    draft = answered(piet.patch(here, said, headers=at(1)))
    answered(piet.post(f"{here}/publication", headers=at(draft["version"])))
    answered(piet.post("/api/status-reports", {"project_id": str(told.pk)}), 201)
    first = WorkItem.objects.get(project=told, title="dig")
    done = {"op": "set", "id": str(first.pk), "version": first.version, "fields": {"percent_complete": 100}}
    edit(told, done, by=cast.scope("piet"))

    with django_assert_max_num_queries(16):
        cards = {one["id"]: one for one in answered(vera.get("/api/status-wall"))["cards"]}
    for code in ("WLC", "WLD", "WLE"):
        running(cast, code)
    with django_assert_max_num_queries(16):
        wall = answered(piet.get(f"/api/status-wall?product_id={cast.product.pk}"))
    card = cards[str(told.pk)]
    assert (card["health"], card["live"], card["stale"]) == ("at_risk", "on_track", False)
    assert (card["report"]["key"], card["report"]["health"]) == (draft["key"], "at_risk")
    assert (card["milestone"]["title"], card["milestone"]["late"]) == ("opening", False)
    assert (card["threat"]["title"], card["trend"]["share"]) == ("Late steel", 33)
    assert [one["name"] for one in card["owners"]] == [cast.piet.name]
    assert (card["draft"], card["can"]) == (None, {"draft": False})
    quiet = cards[str(silent.pk)]
    assert (quiet["health"], quiet["report"], quiet["stale"]) == ("on_track", None, True)
    assert quiet["trend"]["way"] == "unknown"
    mine = {one["id"]: one for one in wall["cards"]}
    assert mine[str(told.pk)]["draft"]["kind"] == "status_report"
    assert wall["cards"][0]["id"] == str(told.pk)

    # A report of long ago does not hide what the data say now.
    long_ago = timezone.now() - timedelta(days=15)
    StatusReport.objects.filter(pk=draft["id"]).update(published_at=long_ago)
    card = next(one for one in answered(vera.get("/api/status-wall"))["cards"] if one["id"] == str(told.pk))
    assert (card["health"], card["stale"]) == ("on_track", True)
