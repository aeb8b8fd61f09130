"""Interviews: who took part, what they agreed to, and the erasing of what is personal once its time is over."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from northline.core.jobs import Worker
from northline.core.models import Change, Job
from northline.core.richtext import of_text
from northline.research.interviews.erasing import enqueue_due
from northline.research.models import Highlight, Insight, Interview, ResearchPolicy

MARKER = "Quillfeather"


def day(ahead: int) -> date:
    return timezone.localdate() + timedelta(days=ahead)


@pytest.fixture
def insight(cast):
    row = cast.acme.row("insight")
    Insight.objects.update(source="interview", body=of_text(f"{MARKER} calls six drivers."), words=MARKER)
    row.refresh_from_db()
    return row


def note(cast, insight, *, by="carl", version=0, **fields):
    body = {"version": version, "participant": MARKER} | fields
    return cast.client(by).put(f"/api/insights/{insight.pk}/interview", body)


def read(cast, insight, by="carl"):
    return cast.client(by).get(f"/api/insights/{insight.pk}/interview").json()


def choose(cast, *, version=0, keep_days=365, erases="participant", by="adam"):
    body = {"version": version, "keep_days": keep_days, "erases": erases}
    return cast.client(by).put("/api/research/policy", body)


def erase(cast, insight, reason=""):
    insight.refresh_from_db()
    headers = {"if-match": f'"{insight.version}"'}
    return cast.client("carl").post(
        f"/api/insights/{insight.pk}/interview/erasure", {"reason": reason}, headers=headers
    )


def undo(cast, by="carl"):
    change = cast.client(by).get("/api/me/last-change").json()
    return cast.client(by).post(f"/api/changes/{change['id']}/undo")


def everything():
    """Every row that could hold a word of an interview."""
    rows = [Insight, Interview, Highlight, Change]
    return json.dumps([list(model.objects.values()) for model in rows], default=str)


def test_an_interview_says_who_took_part_and_what_they_agreed_to(cast, insight):
    answer = note(cast, insight, consent_on=day(-1), consent="quoted", keep_until=day(30))
    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    found = read(cast, insight)
    assert (found["participant"], found["consent"]) == (MARKER, "quoted")
    assert (found["consent_on"], found["keep_until"]) == (day(-1).isoformat(), day(30).isoformat())


def test_without_a_day_the_policy_says_how_long_it_is_kept(cast, insight):
    choose(cast, keep_days=90)
    assert note(cast, insight, consent_on=day(-10)).json()["keep_until"] == day(80).isoformat()


@pytest.mark.parametrize("by", ["vera", "stan"])
def test_who_took_part_is_told_to_those_who_contribute(cast, insight, by):
    note(cast, insight)
    assert read(cast, insight, by)["participant"] is None
    due = cast.client(by).get("/api/interviews/due", {"within_days": 400}).json()
    assert [row["participant"] for row in due] == [None]
    stream = cast.client(by).get("/api/changes", {"kind": "insight", "id": insight.pk})
    assert MARKER not in stream.content.decode()


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"keep_until": day(-1)}, 422, "interview.over_already"),
        ({"version": 3}, 412, "version.stale"),
    ],
)
def test_what_makes_no_sense_is_refused(cast, insight, fields, status, code):
    answer = note(cast, insight, **fields)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Interview.objects.exists()


def test_only_an_interview_names_a_participant(cast, insight):
    Insight.objects.update(source="support")
    assert note(cast, insight).json()["code"] == "interview.other_source"


def test_undo_takes_back_the_first_note_and_later_ones_that_name_nobody_else(cast, insight):
    note(cast, insight, keep_until=day(30))
    note(cast, insight, version=1, keep_until=day(60))
    assert undo(cast).status_code == 200
    assert read(cast, insight)["keep_until"] == day(30).isoformat()
    note(cast, insight, version=3, participant="Another", keep_until=day(30))
    assert Change.objects.order_by("-seq")[0].undo == {}


def test_undo_of_the_first_note_forgets_it(cast, insight):
    note(cast, insight)
    assert undo(cast).status_code == 200
    assert read(cast, insight) is None


def test_the_next_to_be_erased_come_first(cast, insight):
    other = Insight.objects.create(
        workspace_id=insight.workspace_id, product=insight.product, key="INS-X", title="X", source="interview"
    )
    note(cast, insight, keep_until=day(80))
    note(cast, other, keep_until=day(20))
    due = cast.client("carl").get("/api/interviews/due").json()
    assert [row["insight"]["key"] for row in due] == [other.key, insight.key]
    soon = cast.client("carl").get("/api/interviews/due", {"within_days": 30}).json()
    assert [row["insight"]["key"] for row in soon] == [other.key]
    where = json.dumps([["keep_until", "before", day(30).isoformat()]])
    listed = cast.client("vera").get("/api/lists/insight", {"where": where}).json()["items"]
    assert [row["key"] for row in listed] == [other.key]


def test_after_its_day_the_job_erases_the_name_and_records_it(cast, insight):
    note(cast, insight, keep_until=day(0))
    assert enqueue_due() == 0
    Interview.objects.update(keep_until=day(-1))
    assert (enqueue_due(), enqueue_due()) == (1, 0)
    assert Worker().work_once()
    assert Job.objects.get().result == {"erased": 1}
    row = Interview.objects.get()
    assert (row.participant, row.erased_at is not None) == ("", True)
    change = Change.objects.order_by("-seq")[0]
    assert (change.verb, change.by_name, change.after) == ("erased", "Northline", {"erased": ["participant"]})
    insight.refresh_from_db()
    assert MARKER in json.dumps(insight.body)
    assert enqueue_due() == 0


@pytest.mark.parametrize(("consent", "stays"), [("internal", False), ("quoted", True)])
def test_with_the_words_go_past_versions_and_quotes_nobody_agreed_to(cast, insight, consent, stays):
    choose(cast, erases="words")
    note(cast, insight, consent=consent)
    need = cast.acme.row("opportunity")
    body = {"quote": "six drivers", "target_kind": "opportunity", "target_id": need.pk}
    assert cast.client("carl").post(f"/api/insights/{insight.pk}/highlights", body).status_code == 201
    path, headers = f"/api/insights/{insight.pk}", {"if-match": '"1"'}
    assert cast.client("carl").patch(path, {"body": f"{MARKER}, again"}, headers=headers).status_code == 200
    assert MARKER in everything()
    assert erase(cast, insight, "Withdrew consent").status_code == 200
    assert MARKER not in everything()
    assert ("six drivers" in everything()) is stays
    [quote] = cast.client("vera").get(f"/api/opportunities/{need.pk}/highlights").json()
    assert (quote["quote"], quote["start"]) == ("six drivers" if stays else "", None)
    found = cast.client("vera").get("/api/search", {"q": MARKER}).json()
    assert insight.key not in json.dumps(found)


def test_what_was_erased_does_not_come_back(cast, insight):
    choose(cast, erases="words")
    note(cast, insight)
    cast.client("carl").patch(f"/api/insights/{insight.pk}", {"body": "Other"}, headers={"if-match": '"1"'})
    edited = Change.objects.order_by("-seq")[0]
    erase(cast, insight)
    assert cast.client("carl").post(f"/api/changes/{edited.pk}/undo").json()["code"] == "undo.impossible"
    assert erase(cast, insight).json()["code"] == "interview.erased"
    assert note(cast, insight, version=2).json()["code"] == "interview.erased"


def test_to_erase_where_nobody_is_named_is_refused(cast, insight):
    assert erase(cast, insight).json()["code"] == "interview.none"


def test_an_admin_chooses_the_policy_and_undo_sets_it_back(cast):
    assert choose(cast, by="pia").status_code == 403
    before = cast.client("vera").get("/api/research/policy").json()
    assert (before["version"], before["keep_days"], before["can"]) == (0, 365, {"edit": False})
    assert choose(cast, keep_days=30, erases="words").json()["version"] == 1
    assert choose(cast, keep_days=60).json()["code"] == "version.stale"
    assert undo(cast, "adam").status_code == 200
    row = ResearchPolicy.objects.get()
    assert (row.keep_days, row.erases, row.version) == (365, "participant", 2)
