"""Every operation of the API, by every actor; a stranger's id in every slot; and no trace of what was refused."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from northline.core.ids import uuid7
from northline.core.models import Change
from tests.access import operations as api
from tests.access.asking import ASKS, Asking, Id, Key, Own
from tests.access.table import ACTORS, STRANGER, TABLE
from tests.cast import Cast
from tests.standing import Scene

OPERATIONS = api.operations()
# What takes longest to make of all that the requests name.
PROPS = tuple(
    (home, kind) for home in ("acme", "beyond") for kind in ("project", "work_item", "insight", "opportunity")
)
# How many changes a yes records, where that is not the one that every action owes.
RECORDED = {
    "ask_for_password_reset": 0,  # people and their browsers belong to no workspace
    "choose_password": 0,
    "end_session": 0,
    "make_api_token": 0,  # one's own, as sessions are
    "revoke_api_token": 0,
    "sign_in": 0,
    "sign_out": 0,
    "bulk_edit/preview": 0,
    "choose_default_view": 0,  # a habit of one's own
    "cancel_job": 0,  # a job's outcome is the record
    "confirm_import": 0,  # its job records the project
    "drop_import": 0,
    "import_plan": 0,
    "edit_plan/preview": 0,
    "level_projects": 0,  # a proposal changes no plan
    "drop_levelling": 0,
    "recover_project": 0,
    "drop_recovery": 0,
    "remind_me": 0,  # a habit of one's own
    "put_off_reminder": 0,
    "finish_reminder": 0,
    "forget_reminder": 0,
    "start_plan_export": 0,  # a file of one's own
    "start_list_export": 0,  # a file of one's own
    "approve_timesheets/preview": 0,
    "start_project_from_template/preview": 0,
    "edit_scenario_plan/preview": 0,
    "merge_scenario/preview": 0,
    "answer_change_request": 2,  # the last approval, and the deed that it brings about, which is undone alone
    "weigh_change_request": 0,  # what is computed is no edit
    "start_timer": 0,  # what it measured is recorded once it is stopped
    "read_roadmap_text/preview": 0,
    "import_research": 0,
    "map_research_import": 0,
    "confirm_research_import": 0,  # its job records what came in
    "drop_research_import": 0,
    "look_at_shared": 0,  # a reader's look is no change of the workspace
    "visit": 0,  # reading is nobody else's business, nor what one follows
    "watch_object": 0,
    "snooze_finding": 0,  # what somebody wants to be told is their own
    "choose_notifications": 0,
    "mark_inbox_seen": 0,  # reading is nobody else's business
    "unlock_shared": 0,
    "make_calendar_feed": 0,  # one's own, as sessions are
    "revoke_calendar_feed": 0,
    "vote_for_public_post": 0,  # visitors' voices and habits are no changes of the workspace
    "unvote_for_public_post": 0,
    "unlock_public_portal": 0,
    "ask_for_portal_key": 0,
    "use_portal_key": 0,
    "leave_public_portal": 0,
    "follow_public_changelog": 0,
    "unfollow_public_changelog": 0,
    "unsubscribe_from_portal": 0,
}


def operation_of(row: str) -> api.Operation:
    return OPERATIONS[row.partition("/")[0]]


def named(row: str = "", place: tuple[str | int, ...] = ()) -> Scene:
    """What the row's request names, and what a stranger has that could stand in that place of it."""
    if not row:
        return ()
    slots = dict(operation_of(row).ask(row).slots())
    mine = {("acme", slot.kind) for slot in slots.values() if isinstance(slot, Id | Key)}
    theirs = {("beyond", slot.kind) for at, slot in slots.items() if at == place and isinstance(slot, Id)}
    return (PROPS, *((made,) for made in [*sorted(mine), *sorted(theirs)] if made not in PROPS))


pytestmark = pytest.mark.on_stage(scene=named)


def send(browser: Any, request: dict[str, Any]) -> Any:
    return browser.generic(**request)


def sent_in_vain(browser: Any, request: dict[str, Any]) -> Any:
    """The answer to a request that may leave no trace in the database."""
    with transaction.atomic():
        with connection.execute_wrapper(watch := api.Watch()):
            answer = send(browser, request)
        after = api.fingerprint() if watch.wrote else None
        transaction.set_rollback(True)
    assert after is None or after == api.fingerprint(), "it left a trace"
    return answer


def test_every_operation_has_its_row() -> None:
    rows = {row.partition("/")[0] for row in TABLE}
    assert sorted(OPERATIONS.keys() - rows) == [], "these operations have no row in the rights table"
    assert sorted(rows - OPERATIONS.keys()) == [], "these rows name no operation"
    assert sorted(ASKS.keys() - TABLE.keys()) == [], "these requests belong to no row"


def test_every_slot_for_an_id_is_filled_in_some_row() -> None:
    missing = []
    for name, operation in OPERATIONS.items():
        filled = {
            (place[0], place[1])
            for row in TABLE
            if operation_of(row) is operation
            for place, _ in operation.ask(row).slots()
        }
        missing += [(name, *slot) for slot in sorted(operation.uuids - filled)]
    assert missing == []


@pytest.mark.parametrize("row", TABLE)
def test_each_actor_meets_what_the_table_says(cast: Cast, row: str) -> None:
    operation, met, traces, recorded = operation_of(row), {}, [], {}
    expected = expected_of(row)
    browsers = {actor: cast.client(actor, of="acme" if actor == STRANGER else "") for actor in expected}
    ask = operation.ask(row)
    requests = {actor: api.prepared(operation, ask, Asking(cast, cast.acme, actor)) for actor in expected}
    known = set(Change.objects.values_list("pk", flat=True))
    for actor in expected:
        after = None
        with transaction.atomic():
            with connection.execute_wrapper(watch := api.Watch()):
                answer = send(browsers[actor], requests[actor])
            met[actor] = answer.status_code
            if answer.status_code < 400 and operation.method != "get":
                recorded[actor] = changes_beside(known)
            elif watch.wrote:
                after = api.fingerprint()
            transaction.set_rollback(True)
        if after is not None and after != api.fingerprint():
            traces.append(actor)
    assert met == expected
    assert traces == [], "a refusal or a read left a trace in the database"
    assert set(recorded.values()) <= {RECORDED.get(row, 1)}, f"changes recorded: {recorded}"


def expected_of(row: str) -> dict[str, int]:
    """What each actor meets; on the second database, where statements differ but who may do what does not, that of one
    actor for each answer, the least of those who get it."""
    everybody = {actor: TABLE[row].expected(actor) for actor in ACTORS}
    if connection.vendor == "sqlite":
        return everybody
    first = {status: actor for actor, status in reversed(everybody.items())}
    return {actor: status for status, actor in first.items()}


def changes_beside(known: set[UUID]) -> int:
    """How many changes there are that are new and not the effect of another new one."""
    new = dict(Change.objects.exclude(pk__in=known).values_list("pk", "cause_id"))
    return sum(cause not in new for cause in new.values())


SLOTS = [
    (row, place)
    for row in TABLE
    for place, slot in operation_of(row).ask(row).slots()
    if isinstance(slot, Id | Own)
]


@pytest.mark.either_database  # each operation meets both in the test of actors
@pytest.mark.parametrize(
    ("row", "place"), SLOTS, ids=[f"{row}-{'.'.join(map(str, place))}" for row, place in SLOTS]
)
def test_a_strangers_id_is_not_found(cast: Cast, row: str, place: tuple[str | int, ...]) -> None:
    """Acme's owner, who may do everything, puts an id of another workspace into one slot."""
    operation, owner = operation_of(row), cast.client("ada")
    ask = operation.ask(row)
    slot = dict(ask.slots())[place]
    theirs = Asking(cast, cast.beyond, "nora").slot(slot)
    mine = Asking(cast, cast.acme, "ada")
    # The version is that of the row which the path would have named.
    request = api.prepared(operation, ask, mine)
    foreign = api.prepared(operation, ask.with_slot(place, theirs), mine)
    foreign["headers"] = request["headers"]
    answer = sent_in_vain(owner, foreign)
    if place[0] == "query" and answer.status_code == 200:
        # A filter may answer that nothing is there, if it says the same of what never was.
        nowhere = api.prepared(operation, ask.with_slot(place, str(uuid7())), mine)
        assert answer.json() == send(owner, nowhere).json()
        assert not (answer.json()["items"] if isinstance(answer.json(), dict) else answer.json())
    else:
        assert (answer.status_code, answer.json()["code"]) == (404, "object.not_found")


PERSONAL = [row for row, place in SLOTS if isinstance(dict(operation_of(row).ask(row).slots())[place], Own)]


@pytest.mark.parametrize("row", PERSONAL)
def test_what_is_ones_own_is_not_found_by_the_owner_of_the_workspace(cast: Cast, row: str) -> None:
    operation = operation_of(row)
    request = api.prepared(operation, operation.ask(row), Asking(cast, cast.acme, "carl"))
    assert sent_in_vain(cast.client("ada"), request).status_code == 404


PATHS = [(row, place) for row, place in SLOTS if place[0] == "path"]


@pytest.mark.either_database  # each operation meets both in the test of actors
@pytest.mark.parametrize("row", dict(PATHS))
def test_what_is_no_id_at_all_is_not_found(cast: Cast, row: str) -> None:
    operation = operation_of(row)
    ask = operation.ask(row)
    for place, slot in ask.slots():
        if place[0] == "path" and isinstance(slot, Id | Own):
            mine = Asking(cast, cast.acme, "ada")
            request = api.prepared(operation, ask, mine)
            request["path"] = api.prepared(operation, ask.with_slot(place, "not-an-id"), mine)["path"]
            assert send(cast.client("ada"), request).status_code == 404


VERSIONED = [row for row in TABLE if operation_of(row).versioned]


@pytest.mark.either_database  # each operation meets both in the test of actors
@pytest.mark.parametrize("row", VERSIONED)
def test_a_write_without_a_version_or_with_an_old_one_changes_nothing(cast: Cast, row: str) -> None:
    operation = operation_of(row)
    owner, request = (
        cast.client("ada"),
        api.prepared(operation, operation.ask(row), Asking(cast, cast.acme, "ada")),
    )
    for headers, status, code in (({}, 428, "version.missing"), ({"If-Match": '"99"'}, 412, "version.stale")):
        answer = sent_in_vain(owner, request | {"headers": headers})
        assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_table_is_about_rows_that_exist(cast: Cast) -> None:
    for kind in ("insight", "project", "work_item", "charter", "share"):
        assert isinstance(cast.acme.row(kind).pk, UUID)
        assert cast.acme.row(kind).workspace_id != cast.beyond.row(kind).workspace_id
