"""How a valid request of each operation is made: the slots of the path by their names, the rest by ASKS.

An id is written `Id(kind)`: the row of that kind in whichever workspace is asked about, so that the tests can put a
stranger's row into each slot in turn. `Own(kind)` is a row that belongs to the asking member alone; `Key(kind)` a
short key; `Secret(name)` a token that came by mail or link.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.tokens import default_token_generator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.http import urlsafe_base64_encode

from northline.accounts.actions.api_tokens import make_token
from northline.accounts.authentication import scope_of_member
from northline.accounts.models import ApiToken, Invitation, Member, Person, Session
from northline.accounts.tokens import new_token
from northline.core.ids import uuid7
from northline.core.models import Export, Job
from northline.core.uploads import answer_of
from northline.delivery.models import Import
from northline.products.models import Product
from northline.reporting.digests.letters import token_of
from northline.reporting.feeds.actions import make_feed
from northline.reporting.feeds.models import CalendarFeed
from northline.reporting.reminders.models import Reminder
from northline.reporting.shares.actions import open_share
from northline.research.imports.importing import as_json
from northline.research.imports.mapping import Plan
from northline.research.imports.models import ResearchImport
from northline.research.portal.actions.portals import set_passphrase
from northline.research.portal.keys import key_for, leaving_key
from northline.research.portal.models import Visitor
from northline.research.portal.visiting import met_at
from northline.strategy.models import SignOff
from tests.cast import PASSWORD, Cast, Home


@dataclass(frozen=True)
class Id:
    kind: str


@dataclass(frozen=True)
class Own:
    kind: str


@dataclass(frozen=True)
class Key:
    kind: str


@dataclass(frozen=True)
class Secret:
    name: str


@dataclass(frozen=True)
class File:
    name: str
    content: bytes


Slot = Id | Own | Key | Secret
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Ask:
    """A request: slots of the path where their name does not say the kind, the query, the body, a form."""

    path: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    form: dict[str, Any] | None = None

    def slots(self) -> Iterator[tuple[Place, Slot]]:
        """Every id in the request and where it stands."""
        for part in ("path", "query", "body", "form"):
            yield from _slots(getattr(self, part), (part,))

    def with_slot(self, place: Place, value: Any) -> Ask:
        """The same request with another value in one place."""
        return replace(self, **{str(place[0]): _put(getattr(self, str(place[0])), place[1:], value)})


# Slots of paths whose name is not the kind's name followed by _id.
KINDS_OF_PATHS: dict[str, Slot] = {
    "item_id": Id("work_item"),
    "view_id": Id("saved_view"),
    "field_id": Id("custom_field"),
    "session_id": Own("session"),
    "api_token_id": Own("api_token"),
    "job_id": Own("job"),
    "import_id": Own("import"),
    "export_id": Own("export"),
    "reminder_id": Own("reminder"),
    "research_import_id": Own("research_import"),
}


def of_path(name: str) -> Slot:
    return KINDS_OF_PATHS.get(name) or Id(name.removesuffix("_id"))


def archived(kind: str) -> Ask:
    return Ask(path={f"{kind}_id": Id(f"archived_{kind}")})


TITLE = {"title": "Another title"}
SPAN = {"first": "2026-03-02", "last": "2026-03-08"}
PRODUCT = {"product_id": Id("product")}
OWNER = {"owner_id": Id("member")}
LOADED = PRODUCT | {"project_id": Id("project"), "role_id": Id("job_role"), "team_id": Id("crew")}
PERSON = {
    "calendar_id": Id("calendar"),
    "member_id": Id("member"),
    "role_id": Id("job_role"),
    "team_id": Id("crew"),
}
HOLDING = {
    "accountable": [Id("member")],
    "deputy_id": Id("colleague"),
    "deputy_until": (date.today() + timedelta(days=7)).isoformat(),
}
REMINDED = {"day": (date.today() + timedelta(days=7)).isoformat(), "hour": "09:00"}
HELD = {**HOLDING, "initiative_id": Id("initiative"), "function": "roadmap", "version": 1}
ON_ROADMAP = {"lane_id": Id("lane"), "theme_id": Id("theme"), "parent_id": Id("container")}
INSIGHTS = {"kind": "insight"}
REGISTERED = ("risk", "issue", "project_assumption", "outside_dependency", "decision", "lesson")
SEVERAL = {"items": [{"id": Id("insight"), "version": 1}], "fields": TITLE}
AT_PORTAL = Ask(path={"slug": Secret("portal_slug")})
ON_INSIGHT = Ask(path={"kind": "insight", "object_id": Id("insight")})

PUBLISHED: dict[str, Any] = {"status_report_id": Id("published_report")}
ASKS: dict[str, Ask] = {
    "set_up": Ask(
        body={
            "token": "guessed",
            "name": "Eve",
            "email": "eve@x.example",
            "password": PASSWORD,
            "workspace_name": "X",
        }
    ),
    "sign_in": Ask(body={"email": "vera@acme.example", "password": PASSWORD}),
    "ask_for_password_reset": Ask(body={"email": "vera@acme.example"}),
    "choose_password": Ask(
        body={"uid": Secret("uid"), "token": Secret("reset"), "password": "another long sentence"}
    ),
    "read_invitation": Ask(path={"token": Secret("invitation")}),
    "accept_invitation": Ask(
        path={"token": Secret("invitation")}, body={"name": "Ines", "password": "a long enough sentence"}
    ),
    "describe_oneself": Ask(body={"name": "Another name"}),
    "make_api_token": Ask(body={"name": "Nightly sync"}),
    "change_member_role": Ask(body={"role": "stakeholder"}),
    "change_member_role/to_admin": Ask(body={"role": "admin"}),
    "suspend_member/the_owner": Ask(path={"member_id": Id("owner")}),
    "reactivate_member": Ask(path={"member_id": Id("suspended_member")}),
    "invite": Ask(body={"email": "hanna@acme.example", "role": "member"}),
    "invite/an_admin": Ask(body={"email": "hanna@acme.example", "role": "admin"}),
    "list_roles": Ask(query={"kind": "product", "id": Id("product")}),
    "give_role": Ask(
        body={"kind": "product", "id": Id("product"), "member_id": Id("member"), "role": "contributor"}
    ),
    "list_changes": Ask(query={"kind": "insight", "id": Id("insight")}),
    "find_object": Ask(path={"kind": "insight", "key": Key("insight")}),
    "list_links": Ask(query={"kind": "insight", "id": Id("insight")}),
    "make_link": Ask(
        body={
            "type": "addresses",
            "source": {"kind": "idea", "id": Id("idea")},
            "target": {"kind": "opportunity", "id": Id("opportunity")},
        }
    ),
    "list_objects": Ask(path=INSIGHTS, query=PRODUCT),
    "list_ids": Ask(path=INSIGHTS, query=PRODUCT),
    "list_groups": Ask(path=INSIGHTS, query=PRODUCT | {"by": "source"}),
    "list_fields": Ask(path=INSIGHTS, query=PRODUCT),
    "export_list": Ask(path=INSIGHTS, query=PRODUCT | {"format": "json"}),
    "start_list_export": Ask(path=INSIGHTS, body=PRODUCT | {"format": "json"}),
    "bulk_edit": Ask(path=INSIGHTS, body=SEVERAL),
    "bulk_edit/of_initiatives": Ask(
        path={"kind": "initiative"},
        body={"items": [{"id": Id("initiative"), "version": 1}], "fields": TITLE},
    ),
    "bulk_edit/preview": Ask(path=INSIGHTS, body=SEVERAL | {"dry_run": True}),
    "list_saved_views": Ask(path=INSIGHTS, query=PRODUCT),
    "save_view": Ask(path=INSIGHTS, body=TITLE | PRODUCT),
    "save_view/for_all": Ask(path=INSIGHTS, body=TITLE | PRODUCT | {"shared": True}),
    "choose_default_view": Ask(path=INSIGHTS, body=PRODUCT | {"view_id": Id("saved_view")}),
    "edit_saved_view": Ask(body=TITLE),
    "restore_saved_view": Ask(path={"view_id": Id("archived_saved_view")}),
    "list_custom_fields": Ask(query=PRODUCT | INSIGHTS),
    "add_custom_field": Ask(body=TITLE | PRODUCT | {"object_kind": "insight", "type": "number"}),
    "add_custom_field/of_the_workspace": Ask(body=TITLE | {"object_kind": "insight", "type": "number"}),
    "edit_custom_field": Ask(body=TITLE),
    "restore_custom_field": Ask(path={"field_id": Id("archived_custom_field")}),
    "add_product": Ask(body=TITLE),
    "edit_product": Ask(body=TITLE),
    "note_customer": Ask(body=TITLE | {"type": "person", "company_id": Id("customer")}),
    "edit_customer": Ask(path={"customer_id": Id("person")}, body=TITLE | {"company_id": Id("customer")}),
    "restore_customer": archived("customer"),
    "list_insights": Ask(query=PRODUCT | {"customer_id": Id("customer")}),
    "note_insight": Ask(body=TITLE | PRODUCT | {"customer_id": Id("customer")}),
    "edit_insight": Ask(body=TITLE | {"customer_id": Id("customer")}),
    "restore_insight": archived("insight"),
    "highlight_passage": Ask(
        path={"insight_id": Id("said_insight")},
        body={"quote": "said", "target_kind": "opportunity", "target_id": Id("opportunity")},
    ),
    "edit_highlight": Ask(
        body={"importance": 5, "target_kind": "opportunity", "target_id": Id("opportunity")}
    ),
    "merge_insight": Ask(body={"into": Id("said_insight")}),
    "unmerge_insight": Ask(path={"insight_id": Id("merged_insight")}),
    "read_interview": Ask(path={"insight_id": Id("interviewed_insight")}),
    "note_interview": Ask(
        path={"insight_id": Id("interviewed_insight")}, body={"version": 1, "participant": "Sam"}
    ),
    "erase_interview": Ask(path={"insight_id": Id("interviewed_insight")}, body={}),
    "list_due_interviews": Ask(query=PRODUCT),
    "set_research_policy": Ask(body={"version": 0, "keep_days": 90, "erases": "words"}),
    "list_opportunities": Ask(query=PRODUCT),
    "name_opportunity": Ask(body=TITLE | PRODUCT | {"parent_id": Id("opportunity")}),
    "edit_opportunity": Ask(
        path={"opportunity_id": Id("second_opportunity")}, body=TITLE | {"parent_id": Id("opportunity")}
    ),
    "restore_opportunity": archived("opportunity"),
    "propose_idea": Ask(body=TITLE | PRODUCT | OWNER),
    "edit_idea": Ask(body=TITLE | OWNER),
    "restore_idea": archived("idea"),
    "describe_persona": Ask(body=TITLE | PRODUCT),
    "edit_persona": Ask(body=TITLE),
    "restore_persona": archived("persona"),
    "state_job": Ask(body=TITLE | PRODUCT),
    "edit_job_to_be_done": Ask(body=TITLE),
    "restore_job_to_be_done": archived("job_to_be_done"),
    "name_competitor": Ask(body=TITLE | PRODUCT),
    "edit_competitor": Ask(body=TITLE),
    "restore_competitor": archived("competitor"),
    "add_criterion": Ask(body=TITLE | PRODUCT),
    "edit_criterion": Ask(body=TITLE),
    "restore_criterion": archived("criterion"),
    "describe_persona/of_the_workspace": Ask(body=TITLE),
    "edit_persona/of_the_workspace": Ask(path={"persona_id": Id("shared_persona")}, body=TITLE),
    "rate_by_criterion": Ask(body={"competitor_id": Id("competitor"), "version": 0, "score": 4}),
    "list_covering_evidence": Ask(query={"persona_id": Id("persona"), "opportunity_id": Id("opportunity")}),
    "plan_interview": Ask(
        body={
            "persona_id": Id("persona"),
            "opportunity_id": Id("opportunity"),
            "customer_id": Id("customer"),
            "on": "2126-03-02",
        }
    ),
    "assume": Ask(body={"risk": "usable", "confidence": 40, **OWNER}),
    "edit_assumption": Ask(body={"confidence": 60, **OWNER}),
    "restore_assumption": archived("assumption"),
    "plan_experiment": Ask(body=TITLE | OWNER | {"idea_id": Id("idea"), "risk": "valuable"}),
    "edit_experiment": Ask(body=TITLE | OWNER),
    "restore_experiment": archived("experiment"),
    "start_experiment": Ask(body={}),
    "finish_experiment": Ask(path={"experiment_id": Id("running_experiment")}, body={"measured": 9}),
    "stop_experiment": Ask(body={"learning": "Nobody came"}),
    "weigh_experiment": Ask(path={"experiment_id": Id("done_experiment")}, body={"accept": True}),
    "answer_opportunity": Ask(body=TITLE),
    "name_opportunity_below": Ask(
        path={"kind": "objective", "object_id": Id("objective")}, body=TITLE | PRODUCT
    ),
    "move_opportunity": Ask(
        path={"opportunity_id": Id("second_opportunity")},
        body={"to": {"kind": "opportunity", "id": Id("opportunity")}},
    ),
    "move_opportunity/to_an_outcome": Ask(body={"to": {"kind": "objective", "id": Id("objective")}}),
    "move_idea": Ask(body={"away_from_id": Id("second_opportunity"), "to_id": Id("opportunity")}),
    "mark_branch": Ask(body={"status": "exploring", "is_target": True}),
    "dismiss_warning": Ask(
        body={
            "warning": "no_opportunity",
            "object_kind": "idea",
            "object_id": Id("idea"),
        }
    ),
    "envision": Ask(body={"boxes": {"statement": [{"text": "Further"}]}}),
    "compare_visions": Ask(query={"since": Id("vision")}),
    "draw_canvas": Ask(body=TITLE | PRODUCT | {"template": "swot"}),
    "edit_canvas": Ask(body=TITLE),
    "restore_canvas": archived("canvas"),
    "write_canvas_version": Ask(
        path={"canvas_id": Id("written_canvas")},
        body={"boxes": {"threats": [{"id": Id("statement"), "text": "Rain"}]}, "based_on": 1},
    ),
    "compare_canvas_versions": Ask(query={"since": Id("canvas_version")}),
    "ask_for_canvas_sign_off": Ask(path={"canvas_version_id": Id("unsigned_canvas_version")}, body={}),
    "give_canvas_verdict": Ask(
        path={"canvas_version_id": Id("signed_canvas_version")},
        body={"word": "agree", "content_hash": Secret("canvas_hash")},
    ),
    "read_theme_balance": Ask(query={"period": "2026-Q4"}),
    "set_theme": Ask(body=TITLE | PRODUCT | OWNER | {"shares": {"2026-Q4": 40}}),
    "edit_theme": Ask(body=TITLE | OWNER),
    "restore_theme": archived("theme"),
    "list_objectives": Ask(query=PRODUCT | OWNER),
    "set_objective": Ask(body=TITLE | PRODUCT | OWNER | {"parent_id": Id("objective")}),
    "edit_objective": Ask(
        path={"objective_id": Id("second_objective")}, body=TITLE | OWNER | {"parent_id": Id("objective")}
    ),
    "restore_objective": archived("objective"),
    "add_key_result": Ask(body=TITLE | OWNER | {"target": 10}),
    "edit_key_result": Ask(body=TITLE | OWNER),
    "restore_key_result": archived("key_result"),
    "check_in": Ask(body={"value": 3, "confidence": 60}),
    "make_scorecard": Ask(body=TITLE | PRODUCT | {"method": "rice"}),
    "edit_scorecard": Ask(body=TITLE),
    "restore_scorecard": archived("scorecard"),
    "give_scores": Ask(
        body={"entries": [{"subject_id": Id("initiative"), "values": {"reach": {"likely": 5}}}]}
    ),
    "note_kano_answers": Ask(
        path={"scorecard_id": Id("kano_scorecard")},
        body={
            "answers": [
                {"subject_id": Id("initiative"), "respondent": "Ines", "functional": 1, "dysfunctional": 5}
            ]
        },
    ),
    "open_round": Ask(body={"members": [Id("owner")]}),
    "reveal_round": Ask(path={"scorecard_id": Id("scored_scorecard")}),
    "settle_round": Ask(path={"scorecard_id": Id("scored_scorecard")}, body={"adopt": False}),
    "read_cost_of_yes": Ask(path={"subject_id": Id("initiative")}),
    "export_plan": Ask(query={"baseline_id": Id("baseline")}),
    "start_plan_export": Ask(body={"format": "pdf", "baseline_id": Id("baseline")}),
    "read_forecast_calibration": Ask(query={"project_id": Id("project")}),
    "read_capacity": Ask(query={"first": "2026-03-02", "last": "2026-03-31"}),
    "register_stakeholder": Ask(body=TITLE | {"member_id": Id("member")}),
    "edit_stakeholder": Ask(
        path={"stakeholder_id": Id("bare_stakeholder")}, body=TITLE | {"member_id": Id("member")}
    ),
    "restore_stakeholder": archived("stakeholder"),
    "tell_stakeholder": Ask(body={"summary": "What is new", "version_id": Id("vision")}),
    "ask_for_sign_off": Ask(path={"vision_id": Id("unsigned_vision")}, body={}),
    "give_verdict": Ask(
        path={"vision_id": Id("signed_vision")},
        body={"word": "agree", "content_hash": Secret("content_hash")},
    ),
    "add_lane": Ask(body=TITLE),
    "edit_lane": Ask(body=TITLE),
    "restore_lane": archived("lane"),
    "list_initiatives": Ask(query=PRODUCT | OWNER | {"lane_id": Id("lane"), "theme_id": Id("theme")}),
    "add_initiative": Ask(body=TITLE | PRODUCT | OWNER | ON_ROADMAP),
    "edit_initiative": Ask(body=TITLE | OWNER | ON_ROADMAP),
    "restore_initiative": archived("initiative"),
    "edit_initiatives": Ask(body={"edits": [{"id": Id("initiative"), "version": 1, "fields": TITLE}]}),
    "move_initiatives": Ask(body={"initiatives": [{"id": Id("initiative"), "version": 1}]}),
    "wait_for_initiative": Ask(body={"before_id": Id("container")}),
    "add_milestone": Ask(body=TITLE | {"day": "2026-03-02", "lane_id": Id("lane")}),
    "edit_milestone": Ask(body=TITLE | {"lane_id": Id("lane")}),
    "restore_milestone": archived("milestone"),
    "list_promises": Ask(query=PRODUCT | {"initiative_id": Id("initiative")}),
    "make_promise": Ask(
        body={
            "initiative_id": Id("initiative"),
            "customer_id": Id("customer"),
            "promised_to": "Nordlicht",
            "made_on": "2026-01-05",
            "due": "2026-06-30",
        }
    ),
    "edit_promise": Ask(path={"promise_id": Id("fielded_promise")}, body={"custom": {"centre": "4711"}}),
    "edit_timesheet": Ask(
        path={"timesheet_id": Id("fielded_timesheet")}, body={"custom": {"centre": "4711"}}
    ),
    "settle_promise": Ask(body={"verdict": "kept"}),
    "restore_promise": archived("promise"),
    "list_launches": Ask(query=PRODUCT),
    "plan_launch": Ask(
        body=TITLE
        | PRODUCT
        | OWNER
        | {
            "day": "2026-03-02",
            "initiative_ids": [Id("initiative")],
            "template_id": Id("launch_template"),
        }
    ),
    "edit_launch": Ask(body=TITLE | OWNER | {"initiative_ids": [Id("initiative")]}),
    "restore_launch": archived("launch"),
    "decide_launch": Ask(body={"verdict": "go"}),
    "release_launch": Ask(path={"launch_id": Id("ready_launch")}, body={"on": "2026-03-02"}),
    "add_launch_step": Ask(body=TITLE | OWNER),
    "edit_launch_step": Ask(body=TITLE | OWNER),
    "add_launch_template": Ask(body=TITLE),
    "edit_launch_template": Ask(body=TITLE),
    "conclude_outcome_review": Ask(body={"verdict": "keep", "key_result_id": Id("key_result")}),
    "compare_roadmaps": Ask(query={"since": "0"}),
    "take_snapshot": Ask(body=TITLE),
    "set_roadmap_policy": Ask(body={"version": 1, "now_weeks": 12}),
    "read_roadmap_text": Ask(body={"text": "lanes: [{title: Trust}]", "preview": False}),
    "read_roadmap_text/preview": Ask(body={"text": "lanes: [{title: Trust}]"}),
    "list_projects": Ask(query=PRODUCT),
    "start_project": Ask(
        body=TITLE
        | PRODUCT
        | {"code": "NEW", "start": "2026-03-02T08:00"}
        | {"calendar_id": Id("workspace_calendar")}
    ),
    "start_project/of_no_product": Ask(body=TITLE | {"code": "NEW", "start": "2026-03-02T08:00"}),
    "edit_project": Ask(body=TITLE | PRODUCT | {"calendar_id": Id("calendar")}),
    "restore_project": archived("project"),
    "propose_charter": Ask(
        path={"initiative_id": Id("initiative")},
        body={"project_id": Id("project"), "project_manager_id": Id("member")},
    ),
    "edit_charter": Ask(body={"success_criteria": ["It flies"], "project_manager_id": Id("member")}),
    "list_amendments": Ask(path={"charter_id": Id("accepted_charter")}),
    "propose_amendment": Ask(
        path={"charter_id": Id("accepted_charter")},
        body={
            "side": "project",
            "reason": "A reason",
            "deadline": "2026-07-01",
            "project_manager_id": Id("member"),
        },
    ),
    "sign_amendment": Ask(body={"side": "project"}),
    "decline_amendment": Ask(body={"reason": "Too late"}),
    "set_up_usual_gates": Ask(body={"template": "light"}),
    "set_up_gate": Ask(
        body=TITLE
        | {"project_id": Id("project"), "milestone_id": Id("milestone_item"), "owner_id": Id("member")}
    ),
    "edit_gate": Ask(body=TITLE | {"milestone_id": Id("milestone_item"), "owner_id": Id("member")}),
    "restore_gate": Ask(path={"gate_id": Id("archived_gate")}),
    "check_criterion": Ask(path={"criterion": "c1"}, body={"met": True}),
    "decide_at_gate": Ask(body={"verdict": "hold", "note": "A note"}),
    "settle_condition": Ask(path={"gate_id": Id("conditional_gate"), "condition": "d1"}, body={"met": True}),
    "decline_charter": Ask(body={"reason": "Too much"}),
    "import_plan": Ask(
        form={"file": File("plan.xml", b"<Project/>"), "title": "Imported", "code": "IMP"} | PRODUCT
    ),
    "confirm_import": Ask(body={"title": "Imported", "code": "IMP"}),
    "import_research": Ask(form={"file": File("notes.csv", b"title\nSlow"), **PRODUCT}),
    "map_research_import": Ask(body={"source": "notes", "kind": "idea"}),
    "edit_plan": Ask(
        body={
            "edits": [
                {
                    "op": "set",
                    "id": Id("work_item"),
                    "version": 1,
                    "fields": {"duration_minutes": 960, "calendar_id": Id("calendar")},
                },
                {
                    "op": "add",
                    "temp_id": "new",
                    "parent_id": None,
                    "after_id": Id("work_item"),
                    "title": "More",
                },
                {"op": "link", "before": Id("work_item"), "after": "new"},
                {"op": "unlink", "id": Id("dependency")},
            ]
        }
    ),
    "edit_plan/progress": Ask(
        body={
            "edits": [{"op": "set", "id": Id("work_item"), "version": 1, "fields": {"percent_complete": 50}}]
        }
    ),
    "edit_plan/preview": Ask(
        query={"preview": "true"},
        body={
            "edits": [{"op": "set", "id": Id("work_item"), "version": 1, "fields": {"duration_minutes": 960}}]
        },
    ),
    "read_forecast": Ask(path={"project_id": Id("planned_project")}),
    "set_baseline": Ask(path={"project_id": Id("planned_project")}, body=TITLE),
    "edit_baseline": Ask(body=TITLE),
    "restore_baseline": archived("baseline"),
    **{
        operation: Ask(query={"baseline_id": Id("baseline"), "to_baseline_id": Id("second_baseline")})
        for operation in ("compare_moments", "export_moments")
    },
    "save_plan_template": Ask(
        path={"project_id": Id("planned_project")}, body=TITLE | {"item_id": Id("work_item")}
    ),
    "edit_plan_template": Ask(body=TITLE),
    "restore_plan_template": archived("plan_template"),
    **{
        operation: Ask(body=TITLE | PRODUCT | {"code": "NEW", "start": "2026-03-02T08:00"}, query=query)
        for operation, query in (
            ("start_project_from_template", {}),
            ("start_project_from_template/preview", {"preview": "true"}),
        )
    },
    "open_scenario": Ask(
        path={"project_id": Id("planned_project")},
        body=TITLE | {"edits": [{"op": "remove", "id": Id("work_item"), "version": 1}]},
    ),
    "edit_scenario": Ask(body=TITLE),
    "restore_scenario": archived("scenario"),
    "edit_scenario_plan": Ask(body={"edits": [{"op": "remove", "id": Id("work_item"), "version": 1}]}),
    "edit_scenario_plan/preview": Ask(
        query={"preview": "true"}, body={"edits": [{"op": "remove", "id": Id("work_item"), "version": 1}]}
    ),
    "merge_scenario": Ask(
        path={"scenario_id": Id("changed_scenario")}, body={"items": [Id("work_item")], "rows": []}
    ),
    "merge_scenario/preview": Ask(
        path={"scenario_id": Id("changed_scenario")}, query={"preview": "true"}, body={}
    ),
    "drop_scenario_changes": Ask(
        path={"scenario_id": Id("changed_scenario")}, body={"items": [Id("work_item")]}
    ),
    "list_project_forecasts": Ask(query=PRODUCT),
    **{
        f"{verb}_{kind}": Ask(
            path={"entry_id": Id(prefix + kind)}, body=TITLE | OWNER if verb == "edit" else None
        )
        for kind in REGISTERED
        for verb, prefix in (("read", ""), ("edit", ""), ("archive", ""), ("restore", "archived_"))
    },
    **{f"note_{kind}": Ask(body=TITLE | OWNER | {"project_id": Id("project")}) for kind in REGISTERED},
    "note_risk": Ask(
        body=TITLE | OWNER | {"project_id": Id("project"), "task_ids": [Id("work_item")], "likely_days": 3}
    ),
    "create_resource": Ask(body=TITLE | PERSON | {"project_id": Id("project")}),
    "create_resource/of_the_workspace": Ask(body=TITLE | {"member_id": Id("member")}),
    "edit_resource": Ask(body=TITLE | PERSON),
    "restore_resource": archived("resource"),
    "read_resource_rates/of_the_workspace": Ask(path={"resource_id": Id("shared_resource")}),
    "set_resource_rates": Ask(body={"rates": [{"per_hour": 80}]}),
    "add_item_type": Ask(body=TITLE),
    "edit_item_type": Ask(body=TITLE),
    "restore_item_type": archived("item_type"),
    "list_calendars": Ask(query={"project_id": Id("project")}),
    "create_calendar": Ask(body=TITLE | {"project_id": Id("project")}),
    "edit_calendar": Ask(body=TITLE),
    "restore_calendar": archived("calendar"),
    "read_load": Ask(query=SPAN | LOADED),
    "list_overloads": Ask(query=SPAN | LOADED),
    "read_demand": Ask(query=SPAN),
    "list_free_people": Ask(query=SPAN | LOADED),
    "read_resource_load": Ask(query=SPAN),
    "read_project_values": Ask(query={"project_id": Id("project")}),
    "level_projects": Ask(body={"project_ids": [Id("project")]}),
    "apply_levelling": Ask(path={"levelling_id": Id("found_levelling")}, body={}),
    "recover_project": Ask(
        body={"item_id": Id("due_item"), "keep": [Id("work_item")], "people": [Id("resource")]}
    ),
    "link_across": Ask(body={"before": Id("item_elsewhere"), "after": Id("work_item")}),
    "link_across_otherwise": Ask(path={"link_id": Id("cross_link")}, body={"lag_minutes": 480}),
    "part_across": Ask(path={"link_id": Id("cross_link")}),
    "open_way_back": Ask(path={"recovery_id": Id("found_recovery")}, body={"way": "lever-1"}),
    "note_decision": Ask(body=TITLE | OWNER | {"project_id": Id("project"), "decided_by_id": Id("member")}),
    "edit_risk": Ask(path={"entry_id": Id("risk")}, body=TITLE | OWNER | {"task_ids": [Id("work_item")]}),
    "edit_decision": Ask(
        path={"entry_id": Id("decision")}, body=OWNER | {"decided_by_id": Id("member"), "outcome": "Yes"}
    ),
    "guard_deadline": Ask(body={"chance": 0.6, "deputy_id": Id("member")}),
    "guard_item": Ask(path={"item_id": Id("due_item")}, body={"chance": 0.6, "deputy_id": Id("member")}),
    "answer_item_alert": Ask(path={"item_id": Id("endangered_item")}, body={"note": "On it"}),
    "answer_deadline_alert": Ask(path={"project_id": Id("endangered_project")}, body={"note": "On it"}),
    "read_board": Ask(query={"item_type_id": Id("item_type")}),
    "draw_workflow": Ask(
        body={
            "states": [
                {"name": name, "category": category}
                for name, category in (("Asked", "to_do"), ("On it", "doing"), ("Over", "done"))
            ]
        }
    ),
    "plan_iteration": Ask(body=TITLE | {"start": "2026-03-02", "finish": "2026-03-13"}),
    "edit_iteration": Ask(body=TITLE),
    "commit_to_iteration": Ask(
        path={"project_id": Id("planned_project")},
        body={"item_ids": [Id("work_item")], "iteration_id": Id("iteration")},
    ),
    "edit_and_commit": Ask(
        path={"project_id": Id("planned_project")},
        body={
            "edits": [{"op": "set", "id": Id("work_item"), "version": 1, "fields": {"percent_complete": 40}}],
            "promises": [{"item_ids": [Id("work_item")], "iteration_id": Id("iteration")}],
        },
    ),
    "close_iteration": Ask(body={"into_id": Id("next_iteration")}),
    "draft_status_report": Ask(body={"project_id": Id("project")}),
    "read_status_report/published": Ask(path=PUBLISHED),
    "edit_status_report": Ask(body=TITLE),
    "restore_status_report": Ask(path={"status_report_id": Id("archived_report")}),
    "list_status_readers": Ask(path=PUBLISHED),
    "send_status_report": Ask(
        path=PUBLISHED, body={"stakeholder_ids": [Id("stakeholder")], "member_ids": [Id("member")]}
    ),
    "share_status_report": Ask(path=PUBLISHED, body=TITLE),
    "download_status_report": Ask(path=PUBLISHED),
    "read_status_wall": Ask(query=PRODUCT),
    "raise_change_request": Ask(body=TITLE | {"project_id": Id("project"), "scenario_id": Id("scenario")}),
    "edit_change_request": Ask(body=TITLE | {"scenario_id": Id("scenario")}),
    "submit_change_request": Ask(body={"approvers": [{"member_id": Id("member")}]}),
    "restore_change_request": Ask(path={"change_request_id": Id("archived_change_request")}),
    "answer_change_request": Ask(
        path={"change_request_id": Id("submitted_change_request")}, body={"verdict": "approved"}
    ),
    **{
        operation: Ask(path={"member_id": Id("member"), "week": "2026-03-02"}, body=body)
        for operation, body in (
            ("read_timesheet", None),
            ("submit_timesheet", {"version": 0}),
            (
                "report_hours",
                {"version": 0, "cells": [{"item_id": Id("work_item"), "on": "2026-03-02", "minutes": 60}]},
            ),
        )
    },
    "read_time_entry": Ask(path={"entry_id": Id("time_entry")}),
    "return_timesheet": Ask(body={"reason": "Another task"}),
    "approve_timesheets": Ask(
        body={"weeks": [{"timesheet_id": Id("timesheet"), "version": 2, "project_ids": [Id("project")]}]}
    ),
    "approve_timesheets/preview": Ask(
        query={"preview": True},
        body={"weeks": [{"timesheet_id": Id("timesheet"), "version": 2, "project_ids": [Id("project")]}]},
    ),
    "start_timer": Ask(body={"item_id": Id("work_item")}),
    "approve_budget": Ask(path={"project_id": Id("budgeted_project")}),
    "add_budget_line": Ask(body=TITLE | {"project_id": Id("project"), "phase_id": Id("work_item")}),
    "add_cost_line": Ask(body=TITLE | {"project_id": Id("project"), "item_id": Id("work_item")}),
    **{
        f"{verb}_{kind}_line": Ask(
            path={"line_id": Id(f"archived_{kind}_line" if verb == "restore" else f"{kind}_line")},
            body=TITLE | {field: Id("work_item")} if verb == "edit" else None,
        )
        for kind, field in (("budget", "phase_id"), ("cost", "item_id"))
        for verb in ("read", "edit", "archive", "restore")
    },
    "carry_out_change_request": Ask(
        path={"change_request_id": Id("approved_change_request")}, body={"choices": []}
    ),
    "read_risk_matrix": Ask(query=PRODUCT | {"project_id": Id("project")}),
    "occur_risk": Ask(body=OWNER | {"reason": "It did"}),
    "disprove_project_assumption": Ask(body={"finding": "It does not", "becomes": "risk"}),
    "read_throughline": Ask(path={"kind": "insight", "object_id": Id("insight")}),
    "list_gaps": Ask(query=PRODUCT),
    "search": Ask(query=PRODUCT | {"q": "insight"}),
    "list_related": ON_INSIGHT,
    "list_activity": ON_INSIGHT,
    "list_comments": ON_INSIGHT,
    "comment": replace(ON_INSIGHT, body={"body": "A word"}),
    "comment/in_a_thread": replace(ON_INSIGHT, body={"body": "An answer", "parent_id": Id("comment")}),
    "edit_comment": Ask(body={"body": "Another word"}),
    "put_back_comment": Ask(path={"comment_id": Id("removed_comment")}),
    "reopen_thread": Ask(path={"comment_id": Id("resolved_comment")}),
    "react": Ask(path={"sign": "agree"}),
    "unreact": Ask(path={"comment_id": Id("signed_comment"), "sign": "agree"}),
    "list_mentionable": ON_INSIGHT,
    "read_watch": ON_INSIGHT,
    "watch_object": replace(ON_INSIGHT, body={"on": True}),
    "visit": replace(ON_INSIGHT, body={"view": "peek"}),
    "list_visits": ON_INSIGHT,
    "list_since": ON_INSIGHT,
    "snooze_finding": Ask(
        body={
            "code": "late",
            "subject_id": Id("work_item"),
            "until": (date.today() + timedelta(days=2)).isoformat(),
        }
    ),
    "wake_finding": Ask(path={"code": "late", "subject_id": Id("work_item")}),
    "choose_notifications": Ask(body={"mail": "soon", "browser": True, "time_zone": "Europe/Berlin"}),
    "mark_inbox_seen": Ask(body={"seq": 1}),
    "open_share": Ask(
        body=TITLE | {"view": "roadmap", "object_id": Id("product"), "audience_id": Id("audience")}
    ),
    "edit_share": Ask(body=TITLE | {"audience_id": Id("audience")}),
    "make_calendar_feed": Ask(body={"project_id": Id("project")}),
    "revoke_calendar_feed": Ask(path={"feed_id": Own("calendar_feed")}),
    "read_calendar_feed": Ask(path={"token": Secret("calendar_feed")}),
    "read_shared": Ask(path={"token": Secret("share")}),
    "look_at_shared": Ask(path={"token": Secret("share")}),
    "read_shared_news": Ask(path={"token": Secret("share")}, query={"since": "2026-03-02T09:00:00Z"}),
    "download_shared": Ask(path={"token": Secret("share")}, query={"format": "csv"}),
    "list_audiences": Ask(query={"product_id": Id("product")}),
    "address_audience": Ask(body=TITLE | PRODUCT | {"group": "sales"}),
    "edit_audience": Ask(body=TITLE),
    "restore_audience": Ask(path={"audience_id": Id("archived_audience")}),
    "arrange_digest": Ask(path={"stakeholder_id": Id("stakeholder")}, body={"audience_id": Id("audience")}),
    "edit_digest": Ask(body={"audience_id": Id("audience"), "frequency": "monthly"}),
    "switch_digest_off": Ask(path={"digest_id": Id("running_digest")}),
    "read_digest_subscription": Ask(path={"token": Secret("digest")}),
    "unsubscribe_from_digest": Ask(path={"token": Secret("digest")}),
    "allow_digest_again": Ask(path={"token": Secret("refused_digest")}),
    "share_out_function": Ask(path={"function": "roadmap"}, body=HOLDING),
    "share_out_function_of_product": Ask(path={"function": "roadmap"}, body=HOLDING),
    "read_project_responsibilities": Ask(query={"under": Id("work_item"), "person_id": Id("member")}),
    "export_project_responsibilities": Ask(
        query={"under": Id("work_item"), "person_id": Id("member"), "format": "json"}
    ),
    "name_circles": Ask(
        body={"items": [{"item_id": Id("work_item"), "version": 0, "consulted": [Id("member")]}]}
    ),
    "remind_me": Ask(body=REMINDED | {"kind": "insight", "object_id": Id("insight")}),
    "put_off_reminder": Ask(body=REMINDED),
    "finish_reminder": Ask(body={"done": True}),
    "share_out_functions": Ask(body={"shares": [HELD]}),
    "export_responsibilities": Ask(query={"initiative_id": Id("initiative")}),
    "say_how_it_goes": Ask(body={"health": "at_risk", "words": "The supplier is late."}),
    "export_roadmap": Ask(query={"format": "csv", "audience_id": Id("audience")}),
    "unlock_shared": Ask(path={"token": Secret("locked_share")}, body={"password": "open sesame"}),
    "list_portals": Ask(query={"product_id": Id("product")}),
    "open_portal": Ask(body=TITLE | PRODUCT),
    "edit_portal": Ask(body=TITLE),
    "reopen_portal": Ask(path={"portal_id": Id("closed_portal")}),
    "set_portal_passphrase": Ask(body={"passphrase": "open sesame"}),
    "invite_portal_guest": Ask(body={"email": "gil@x.example"}),
    "list_posts": Ask(query={"portal_id": Id("portal")}),
    "add_post": Ask(body=TITLE | {"portal_id": Id("portal"), "customer_id": Id("customer")}),
    "edit_post": Ask(body=TITLE),
    "approve_post": Ask(path={"post_id": Id("pending_post")}),
    "mark_post_as_no_spam": Ask(path={"post_id": Id("spam_post")}),
    "merge_post": Ask(body={"into_id": Id("other_post")}),
    "connect_post": Ask(body={"kind": "idea", "id": Id("idea")}),
    "settle_shipped_post": Ask(path={"post_id": Id("proposed_post")}, body={"shipped": True}),
    "vote_for_customer": Ask(body={"customer_id": Id("customer")}),
    "unvote_for_customer": Ask(path={"post_id": Id("voted_post")}),
    "comment_on_post": Ask(body={"text": "A word"}),
    "judge_post_comment": Ask(body={"state": "shown"}),
    "list_changelog": Ask(query={"portal_id": Id("portal")}),
    "draft_changelog_entry": Ask(body=TITLE | {"portal_id": Id("portal"), "day": "2026-03-02"}),
    "edit_changelog_entry": Ask(body=TITLE),
    "unpublish_changelog_entry": Ask(path={"changelog_entry_id": Id("published_entry")}),
    "restore_changelog_entry": Ask(path={"changelog_entry_id": Id("archived_entry")}),
    "read_public_portal": AT_PORTAL,
    "list_public_posts": AT_PORTAL,
    "suggest_public_posts": replace(AT_PORTAL, query={"q": "post"}),
    "read_public_post": AT_PORTAL,
    "submit_public_post": replace(AT_PORTAL, body=TITLE),
    "vote_for_public_post": AT_PORTAL,
    "unvote_for_public_post": AT_PORTAL,
    "comment_on_public_post": replace(AT_PORTAL, body={"text": "A word"}),
    "unlock_public_portal": replace(
        AT_PORTAL, path={"slug": Secret("locked_portal")}, body={"passphrase": "open sesame"}
    ),
    "ask_for_portal_key": replace(AT_PORTAL, body={"email": "gil@x.example"}),
    "use_portal_key": replace(AT_PORTAL, body={"key": Secret("portal_key")}),
    "leave_public_portal": AT_PORTAL,
    "read_public_changelog": AT_PORTAL,
    "follow_public_changelog": replace(AT_PORTAL, body={"email": "gil@x.example"}),
    "unfollow_public_changelog": AT_PORTAL,
    "unsubscribe_from_portal": replace(AT_PORTAL, body={"key": Secret("leaving_key")}),
}


@dataclass
class Asking:
    """Fills a request's slots for one actor, from one workspace."""

    cast: Cast
    home: Home
    actor: str

    def filled(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self.filled(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.filled(inner) for inner in value]
        return self.slot(value) if isinstance(value, Slot) else value

    def slot(self, slot: Slot) -> str:
        if isinstance(slot, Key):
            return str(self.home.row(slot.kind).key)
        if isinstance(slot, Secret):
            return SECRETS[slot.name](self.home)
        return str(row_id(self.row(slot)))

    def row(self, slot: Id | Own) -> Any:
        if isinstance(slot, Own):
            return OWNED[slot.kind](self.cast.members[self.actor] if self.actor else self.home.owner)
        return self.home.row(slot.kind)


def row_id(row: Any) -> UUID:
    return row.public_id if isinstance(row, Session) else row.pk


def multipart(form: dict[str, Any]) -> dict[str, Any]:
    return {
        name: SimpleUploadedFile(value.name, value.content) if isinstance(value, File) else value
        for name, value in form.items()
    }


def _job(member: Member) -> Job:
    return Job.objects.create(workspace_id=member.workspace_id, by=member, name="read_plan")


def _import(member: Member) -> Import:
    name = f"plan-{member.pk.hex}"
    answer_of(name).write_text(json.dumps({}))
    return Import.objects.create(
        workspace_id=member.workspace_id, by=member, state="ready", file=name, title="Plan", code="PLA"
    )


def _research_import(member: Member) -> ResearchImport:
    name = f"export-{member.pk.hex}"
    export = {"system": "github", "items": [{"row": 1, "id": "1", "title": "Slow"}]}
    answer_of(name).write_text(json.dumps({"export": export}))
    return ResearchImport.objects.create(
        workspace_id=member.workspace_id,
        by=member,
        product=Product.objects.filter(workspace_id=member.workspace_id).earliest("created_at"),
        state="ready",
        file=name,
        mapping=as_json(Plan(source="github", kind="idea")),
    )


def _export(member: Member) -> Export:
    made = {
        "content": b"A list",
        "content_type": "text/csv",
        "made_at": timezone.now(),
        "name": "insight.csv",
    }
    asked = {"kind": "insight", "product_id": None}
    return Export.objects.create(
        workspace_id=member.workspace_id, by=member, sort="list", asked=asked, **made
    )


def _session(member: Member) -> Session:
    return Session.objects.create(
        session_key=uuid7().hex,
        session_data="",
        person=member.person,
        expire_date=member.created_at + timedelta(days=1),
    )


def _api_token(member: Member) -> ApiToken:
    return make_token(member.person, name="Nightly sync", days=30, may_write=False)[0]


def _calendar_feed(member: Member) -> CalendarFeed:
    return make_feed(None, by=scope_of_member(member))[0]


def _reminder(member: Member) -> Reminder:
    return Reminder.objects.create(
        workspace_id=member.workspace_id,
        member=member,
        object_kind="product",
        object_id=Product.objects.filter(workspace_id=member.workspace_id).earliest("created_at").pk,
        at=timezone.now() + timedelta(days=1),
    )


OWNED: dict[str, Callable[[Member], Any]] = {
    "api_token": _api_token,
    "calendar_feed": _calendar_feed,
    "job": _job,
    "export": _export,
    "import": _import,
    "reminder": _reminder,
    "research_import": _research_import,
    "session": _session,
}


def _invitation_token(home: Home) -> str:
    """The mail took the real one along."""
    if "invitation_token" not in home.rows:
        token, hashed = new_token()
        Invitation.objects.filter(pk=home.row("invitation").pk).update(token_hash=hashed)
        home.rows["invitation_token"] = token
    return str(home.rows["invitation_token"])


def _share_token(home: Home, password: str | None = None) -> str:
    asked = {"view": "roadmap", "object_id": home.product.pk, "title": "A share", "fields": ["status"]}
    return open_share(**asked, password=password, expires_at=None, by=home.scope)[1]


def _asking_person(home: Home) -> Person:
    return Person.objects.get(pk=home.row("member").person_id)


def _content_hash(home: Home, kind: str) -> str:
    return SignOff.objects.get(document_id=home.row(kind).pk).content_hash


def _locked_portal(home: Home) -> str:
    portal = home.row("portal")
    if not portal.passphrase_hash:
        set_passphrase(portal, expected=portal.version, passphrase="open sesame", by=home.scope)
    return str(portal.slug)


def _visitor(home: Home) -> Visitor:
    return met_at(home.row("portal"), "gil@x.example")


def _feed_token(home: Home) -> str:
    """One address: a second one would end it."""
    if "feed_token" not in home.rows:
        home.rows["feed_token"] = make_feed(None, by=home.scope)[1]
    return str(home.rows["feed_token"])


SECRETS: dict[str, Callable[[Home], str]] = {
    "portal_slug": lambda home: home.row("portal").slug,
    "locked_portal": _locked_portal,
    "portal_key": lambda home: key_for(home.row("portal"), "gil@x.example", purpose="enter"),
    "leaving_key": lambda home: leaving_key(_visitor(home)),
    "invitation": _invitation_token,
    "share": _share_token,
    "calendar_feed": _feed_token,
    "digest": lambda home: token_of(home.row("digest")),
    "refused_digest": lambda home: token_of(home.row("refused_digest")),
    "locked_share": lambda home: _share_token(home, "open sesame"),
    "content_hash": lambda home: _content_hash(home, "signed_vision"),
    "canvas_hash": lambda home: _content_hash(home, "signed_canvas_version"),
    "uid": lambda home: urlsafe_base64_encode(str(_asking_person(home).pk).encode()),
    "reset": lambda home: default_token_generator.make_token(_asking_person(home)),
}


def _slots(value: Any, place: Place) -> Iterator[tuple[Place, Slot]]:
    if isinstance(value, Slot):
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _slots(inner, (*place, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _slots(inner, (*place, number))


def _put(value: Any, place: Place, new: Any) -> Any:
    if not place:
        return new
    copied = value.copy()
    copied[place[0]] = _put(value[place[0]], place[1:], new)
    return copied
