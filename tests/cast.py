"""The cast. The same people play in every test.

Acme: ada owns it, adam administers it. pia is product manager of the product Atlas, piet its project manager,
carl contributes to it, vera views it, stan is a stakeholder who may see it and nothing else. dora is disabled.
Beyond: nora owns it and is a stranger to Acme.

    def test_a_viewer_may_not_note_an_insight(cast):
        answer = cast.client("vera").post("/api/insights", {"product_id": cast.product.pk, "title": "x"})
        assert answer.status_code == 403

`cast.acme.row("insight")` makes, once, a row of that kind in Acme; `cast.beyond.row("insight")` the stranger's.
An area tells how its kinds are made by an entry in MAKERS.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone
from pydantic import TypeAdapter

from northline.accounts.actions.invitations import invite
from northline.accounts.actions.roles import give
from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Invitation, Member, Person, RoleGrant, Workspace
from northline.core import editing, links
from northline.core.listing import custom_fields, views
from northline.core.listing.models import CustomField, SavedView
from northline.core.models import Change, Row
from northline.core.richtext import of_text
from northline.core.scope import Scope
from northline.delivery.actions import start_project
from northline.delivery.amendments import actions as amendments
from northline.delivery.amendments.models import Amendment
from northline.delivery.chartering import accept, propose
from northline.delivery.item_types.actions import add_item_type
from northline.delivery.models import Charter, Dependency, PlanCalendar, Project, Resource, WorkItem
from northline.delivery.resources import actions as resources
from northline.products.models import Product
from northline.reporting.audiences.actions import address
from northline.reporting.digests import actions as digests
from northline.reporting.models import Audience, Digest, Share
from northline.reporting.shares.actions import open_share
from northline.reporting.status import actions as status
from northline.reporting.status.models import StatusReport
from northline.research.discovery.actions.assumptions import assume
from northline.research.discovery.actions.branches import dismiss
from northline.research.discovery.actions.experiments import finish, plan_experiment, start
from northline.research.discovery.models import Experiment
from northline.research.highlights.actions import mark
from northline.research.highlights.passages import Passage
from northline.research.interviews.actions import note_interview
from northline.research.market.actions.objects import add_criterion, describe_persona
from northline.research.market.models import Competitor, JobToBeDone, Persona
from northline.research.mergers.actions import merge
from northline.research.models import Customer, Highlight, Idea, Insight, Opportunity
from northline.research.portal.actions.changelog import draft, publish
from northline.research.portal.actions.portals import invite_guest, open_portal
from northline.research.portal.actions.posts import add_post, mark_as_spam
from northline.research.portal.actions.voices import vote_for
from northline.research.portal.models import (
    ChangelogEntry,
    Portal,
    PortalGuest,
    Post,
    PostComment,
    ShippedProposal,
)
from northline.roadmap.actions.dependencies import wait_for
from northline.roadmap.actions.launches import add_step, decide, plan_launch, release
from northline.roadmap.actions.moments import expect, take_snapshot
from northline.roadmap.actions.promises import promise
from northline.roadmap.models import Initiative, Lane, Launch, LaunchTemplate, Milestone, OutcomeReview
from northline.scheduling.actions import edit_plan
from northline.scheduling.baselines.actions import set_baseline
from northline.scheduling.edits import Add, Edit, LinkEdit
from northline.scheduling.levelling import actions as levelling_actions
from northline.scheduling.levelling.models import Levelling
from northline.scheduling.models import Baseline, PlanTemplate, Scenario
from northline.scheduling.programme.actions import link_across
from northline.scheduling.programme.models import CrossLink
from northline.scheduling.recovery import actions as recovery_actions
from northline.scheduling.recovery.models import Recovery
from northline.scheduling.scenarios.actions import open_scenario
from northline.scheduling.templates.actions import save_template
from northline.strategy.actions import add_key_result, check_in, envision
from northline.strategy.canvases.actions import Thought, draw_canvas, write_version
from northline.strategy.models import (
    Canvas,
    CanvasVersion,
    KanoAnswer,
    KeyResult,
    Objective,
    Score,
    Scorecard,
    ScoringRound,
    Standing,
    Statement,
    Theme,
    Vision,
)
from northline.strategy.scoring.actions import Entry as GivenScore
from northline.strategy.scoring.actions import give_scores, make_scorecard, note_kano_answers
from northline.strategy.scoring.rounds import open_round
from northline.strategy.scoring.rules.factors import Estimate
from northline.strategy.scoring.standings import up_to_date
from northline.strategy.stakeholders.actions import ask_for_sign_off, register_stakeholder, tell
from northline.strategy.stakeholders.documents import of_canvas, of_vision
from northline.strategy.stakeholders.models import SignOff, Stakeholder, Verdict
from northline.talk.actions import remove, resolve, say
from northline.talk.models import Comment, Reaction
from northline.tracking.budgets import actions as budgets
from northline.tracking.budgets.models import BudgetLine, CostLine
from northline.tracking.change_requests import actions as change_requests
from northline.tracking.change_requests.models import ChangeRequest
from northline.tracking.change_requests.rules import Asked as AskedToApprove
from northline.tracking.forecasts.models import DeadlineAlert
from northline.tracking.gates import actions as gates
from northline.tracking.gates.models import Gate
from northline.tracking.iterations.actions import plan_iteration
from northline.tracking.iterations.models import Iteration
from northline.tracking.raid.actions.entries import note
from northline.tracking.raid.models import (
    Decision,
    Entry,
    Issue,
    Lesson,
    OutsideDependency,
    ProjectAssumption,
    Risk,
)
from northline.tracking.timesheets import actions as timesheets
from northline.tracking.timesheets.models import TimeEntry, Timesheet
from northline.tracking.timesheets.writing import Cell

PASSWORD = "correct horse battery staple"
# name: workspace role, role on the product
ACME = {
    "ada": ("owner", ""),
    "adam": ("admin", ""),
    "pia": ("member", "product_manager"),
    "piet": ("member", "project_manager"),
    "carl": ("member", "contributor"),
    "vera": ("member", "viewer"),
    "stan": ("stakeholder", "viewer"),
    "dora": ("member", "contributor"),
}


@cache
def _way_in() -> ClientHandler:
    """Made once: to line the middleware up takes as long as a short answer."""
    return ClientHandler(enforce_csrf_checks=False)


class Browser(Client):
    """A client that speaks JSON and names its workspace."""

    def __init__(self, **told: Any) -> None:
        super().__init__(**told)
        self.handler = _way_in()

    def generic(
        self, method: str, path: str, data: Any = "", content_type: str = "application/json", **extra: Any
    ) -> Any:  # type: ignore[override]
        if isinstance(data, dict | list):
            data = json.dumps(data, cls=DjangoJSONEncoder)
        return super().generic(method, path, data, content_type, **extra)

    def post(self, path: str, data: Any = None, content_type: str = "application/json", **extra: Any) -> Any:  # type: ignore[override]
        return super().post(path, {} if data is None else data, content_type, **extra)


@dataclass
class Home:
    """A workspace with its owner and its product, and the rows made in it so far."""

    workspace: Workspace
    owner: Member
    product: Product
    rows: dict[str, Any] = field(default_factory=dict)

    @property
    def scope(self) -> Scope:
        """The owner's."""
        return scope_of_member(self.owner)

    def row(self, kind: str) -> Any:
        """The row of that kind, made at the first asking."""
        if kind not in self.rows:
            self.rows[kind] = MAKERS[kind](self)
        return self.rows[kind]


@dataclass
class Cast:
    acme: Home
    beyond: Home
    members: dict[str, Member]
    doors: dict[str, str] = field(default_factory=dict)  # the sessions of those who have come in, by name

    def __getattr__(self, name: str) -> Member:
        try:
            return self.__dict__["members"][name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def product(self) -> Product:
        return self.acme.product

    def scope(self, name: str) -> Scope:
        return scope_of_member(self.members[name])

    def client(self, name: str, *, of: str = "") -> Browser:
        """A signed-in browser of the named member, in their own workspace; "" for somebody not signed in."""
        if not name:
            return Browser(headers={"host": "localhost"})
        member = self.members[name]
        slug = of or member.workspace.slug
        browser = Browser(headers={"host": "localhost", "northline-workspace": slug})
        if name in self.doors:
            browser.cookies[settings.SESSION_COOKIE_NAME] = self.doors[name]
        else:
            browser.force_login(member.person)
        return browser

    def let_in(self) -> None:
        """Sign everybody in, once for all the browsers that they will open."""
        for name in self.members:
            browser = self.client(name)
            session = browser.session
            # However long the run takes, no request of it is the one that has to note a visit.
            session["seen"] = int(time.time()) + 86_400
            session.save()
            self.doors[name] = str(session.session_key)

    def grant(self, name: str, kind: str, object_id: UUID, role: str) -> RoleGrant:
        """Give a member a role on a product or project, past the API."""
        member = self.members[name]
        return RoleGrant.objects.create(
            workspace_id=member.workspace_id, member=member, object_kind=kind, object_id=object_id, role=role
        )


def assemble() -> Cast:
    """Bring everybody on stage."""
    acme = Workspace.objects.create(slug="acme", name="Acme")
    beyond = Workspace.objects.create(slug="beyond", name="Beyond")
    members = {name: _member(acme, name, role) for name, (role, _) in ACME.items()}
    members["nora"] = _member(beyond, "nora", "owner")
    cast = Cast(acme=_home(acme, members["ada"]), beyond=_home(beyond, members["nora"]), members=members)
    for name, (_, role) in ACME.items():
        if role:
            cast.grant(name, "product", cast.product.pk, role)
    Person.objects.filter(pk=members["dora"].person_id).update(is_active=False)
    return cast


def _member(workspace: Workspace, name: str, role: str) -> Member:
    person = Person.objects.create_user(
        f"{name}@{workspace.slug}.example", name=name.title(), password=PASSWORD
    )
    return Member.objects.create(workspace=workspace, person=person, name=person.name, role=role)


def _home(workspace: Workspace, owner: Member) -> Home:
    product = Product(workspace=workspace, title="Atlas")
    editing.create(product, prefix=Product.PREFIX, by=scope_of_member(owner))
    return Home(workspace=workspace, owner=owner, product=product)


def _made(model: type[Any], **fields: Any) -> Callable[[Home], Any]:
    def make(home: Home) -> Any:
        of_product = {"product_id": home.product.pk} if hasattr(model, "product") else {}
        row = model(workspace=home.workspace, title=f"A {model.KIND}", **of_product, **fields)
        return editing.create(row, prefix=model.PREFIX, by=home.scope)

    return make


def _link(home: Home) -> Row:
    return links.link("supports", home.row("insight"), target=home.row("opportunity"), by=home.scope)


def _change(home: Home) -> Change:
    insight = home.row("insight")
    return Change.objects.filter(object_id=insight.pk).order_by("seq")[0]


def _highlight(home: Home) -> Highlight:
    passage = Passage("said", before="", after="")
    target = home.row("opportunity")
    return mark(home.row("said_insight"), passage, target=target, importance=3, by=home.scope)


def _interviewed_insight(home: Home) -> Insight:
    """One whose interview names somebody."""
    row: Insight = _made(Insight, source="interview")(home)
    note_interview(row, expected=0, fields={"participant": "Dana"}, by=home.scope)
    return row


def _merged_insight(home: Home) -> Insight:
    """One that was merged into another."""
    return merge(_made(Insight)(home), into=home.row("insight"), expected=1, by=home.scope)


def _saved_view(home: Home) -> SavedView:
    """A shared view of the owner's."""
    config = {"where": [], "sort": "", "columns": [], "group": ""}
    return views.save(
        "insight",
        product_id=home.product.pk,
        title="A saved_view",
        shared=True,
        config=config,
        by=home.scope,
    )


def _fielded(name: str) -> Callable[[Home], Any]:
    """That row, where its kind has a field of one's own, called `centre`."""

    def make(home: Home) -> Any:
        row = home.row(name)
        given: dict[str, Any] = {"title": "Centre", "type": "text", "options": [], "description": ""}
        custom_fields.add(row.KIND, product_id=None, **given, by=home.scope)
        return row

    return make


def _custom_field(home: Home) -> CustomField:
    return custom_fields.add(
        "insight",
        product_id=home.product.pk,
        title="A custom_field",
        type="number",
        options=[],
        description="",
        by=home.scope,
    )


def _vision(home: Home) -> Vision:
    return envision(
        home.product,
        boxes={"statement": [Thought(None, "A vision", "assumption")]},
        based_on=None,
        by=home.scope,
    )


def _key_result(home: Home) -> KeyResult:
    fields = {"title": "A key_result", "direction": "up", "start": Decimal(0), "target": Decimal(10)}
    return add_key_result(home.row("objective"), fields=fields, by=home.scope)


def _scorecard(home: Home, method: str = "rice") -> Scorecard:
    return make_scorecard(home.product, title="A scorecard", method=method, about="initiative", by=home.scope)


def _score(home: Home) -> Score:
    values = {"reach": Estimate(500.0), "impact": Estimate(2.0)}
    entry = GivenScore(home.row("initiative").pk, values, 0)
    return give_scores(home.row("scorecard"), entries=[entry], as_team=True, by=home.scope)[0]


def _kano_answer(home: Home) -> KanoAnswer:
    answers = [(home.row("initiative").pk, "Somebody", 1, 5)]
    return note_kano_answers(home.row("kano_scorecard"), answers=answers, by=home.scope)[0]


def _standing(home: Home) -> Standing:
    home.row("score")
    rows = Standing.objects.filter(scorecard=home.row("scorecard"))
    return up_to_date(rows, home.scope)[0]


def _scoring_round(home: Home) -> ScoringRound:
    return open_round(home.row("scorecard"), asked=[home.owner.pk], by=home.scope)


def _stakeholder(home: Home) -> Stakeholder:
    """The owner, so that there is somebody who could sign."""
    return register_stakeholder(
        home.product, fields={"title": "A stakeholder", "member_id": home.owner.pk}, by=home.scope
    )


def _signed_vision(home: Home) -> Vision:
    """A version that is up for sign-off by the owner."""
    home.row("stakeholder")
    vision = home.row("vision")
    ask_for_sign_off(of_vision(vision), material=[], by=home.scope)
    return vision


def _verdict(home: Home) -> Verdict:
    """The word of a stakeholder on the vision."""
    person, signed = home.row("bare_stakeholder"), home.row("signed_vision")
    asked = SignOff.objects.get(document_id=signed.pk)
    return Verdict.objects.create(
        workspace=home.workspace,
        sign_off=asked,
        stakeholder=person,
        word="agree",
        content_hash=asked.content_hash,
    )


def _canvas(home: Home) -> Canvas:
    return draw_canvas(home.product, title="A canvas", template="swot", by=home.scope)


def _canvas_version(home: Home) -> CanvasVersion:
    boxes = {"threats": [Thought(None, "A statement", "assumption")]}
    return write_version(home.row("canvas"), boxes=boxes, note="", based_on=None, by=home.scope)


def _signed_canvas_version(home: Home) -> CanvasVersion:
    """A version that is up for sign-off by the owner."""
    home.row("stakeholder")
    version = home.row("canvas_version")
    ask_for_sign_off(of_canvas(version), material=[], by=home.scope)
    return version


def _project(home: Home, code: str = "ATL") -> Project:
    return start_project(
        title="A project", code=code, start="2026-03-02T08:00", product_id=home.product.pk, by=home.scope
    )


def _work_item(home: Home) -> WorkItem:
    add = Add(op="add", temp_id="new", title="A work item")
    edited = edit_plan(home.row("project").pk, edits=[add], by=home.scope)
    return WorkItem.objects.get(pk=edited.editor.temporary["new"])


def _iteration(start: str, finish: str) -> Callable[[Home], Iteration]:
    days = {"start": date.fromisoformat(start), "finish": date.fromisoformat(finish)}
    return lambda home: plan_iteration(
        home.row("project"), fields={"title": "An iteration"} | days, by=home.scope
    )


def _item_elsewhere(home: Home) -> WorkItem:
    """An item of another project."""
    project = _project(home, code="ELS")
    edited = edit_plan(project.pk, edits=[Add(op="add", temp_id="new", title="Elsewhere")], by=home.scope)
    return WorkItem.objects.get(pk=edited.editor.temporary["new"])


def _cross_link(home: Home) -> CrossLink:
    ends = (home.row("item_elsewhere").pk, home.row("work_item").pk)
    return link_across(*ends, by=home.scope)


LEVELLING = {"seconds": 1.0, "alternatives": False, "within_slack": False, "goal": "finish", "first": None,
             "last": None, "keep_delays": False, "move_remaining": True, "may_split": False}  # fmt: skip


def _resource(home: Home, **fields: Any) -> Resource:
    """One of the project's own, unless it is said to be the workspace's."""
    said = {"title": "A resource", "project_id": home.row("project").pk} | fields
    return resources.create_resource(said, by=home.scope)


def _found_levelling(home: Home) -> Levelling:
    """A proposal that moves the work item by a day."""
    item = home.row("work_item")
    row = levelling_actions.start([home.row("project")], LEVELLING, by=home.scope)
    row.state, row.found = "ready", FOUND
    row.columns = {"fastest": {str(item.project_id): {str(item.pk): {"levelling_delay_minutes": 1440}}}}
    row.plans[0]["plan_version"] = Project.objects.get(pk=item.project_id).plan_version
    row.save()
    return row


def _milestone_item(home: Home) -> WorkItem:
    add = Add(op="add", temp_id="new", title="A milestone", type="milestone", duration_minutes=0)
    edited = edit_plan(home.row("project").pk, edits=[add], by=home.scope)
    return WorkItem.objects.get(pk=edited.editor.temporary["new"])


def _due_item(home: Home) -> WorkItem:
    item = _work_item(home)
    item.deadline = "2026-03-31T17:00"
    item.save(update_fields=["deadline"])
    return item


def _endangered_project(home: Home) -> Project:
    """Its deadline has become unlikely, and nobody has said anything yet."""
    project = start_project(
        title="Endangered", code="EDG", start="2026-03-02T08:00", product_id=home.product.pk, by=home.scope
    )
    DeadlineAlert.objects.create(project=project, fell_at=timezone.now(), guarded=0.6, chance=0.4)
    return project


def _endangered_item(home: Home) -> WorkItem:
    """Its deadline has become unlikely, and nobody has said anything yet."""
    item = home.row("due_item")
    DeadlineAlert.objects.create(
        project=item.project, item=item, fell_at=timezone.now(), guarded=0.6, chance=0.4
    )
    return item


RECOVERY = {
    "target": 0.8,
    "budget": None,
    "keep": [],
    "people": [],
    "first": None,
    "last": None,
    "kinds": ["cut"],
}


def _recovery(home: Home) -> Recovery:
    return recovery_actions.start(home.row("project"), home.row("due_item"), RECOVERY, by=home.scope)


def _found_recovery(home: Home) -> Recovery:
    """One way back, which cuts the item that is due."""
    row, item = _recovery(home), home.row("due_item")
    row.state, row.found = "ready", {"ways": [WAY]} | RECOVERED
    row.edits = {"lever-1": [{"op": "remove", "id": str(item.pk), "version": item.version}]}
    row.plan_version = Project.objects.get(pk=item.project_id).plan_version
    row.save()
    return row


_DATES = {"deadline": "2026-03-31T17:00", "p50": "2026-04-01T17:00", "p80": "2026-04-02T17:00",
          "finish": "2026-04-01T17:00", "probability": 0.1, "reached": False}  # fmt: skip
WAY: dict[str, Any] = _DATES | {
    "name": "lever-1", "kind": "drop", "title": "Leave it out", "steps": [], "new_deadline": False, "cost": None,
    "gain": {"gain": 0.1, "low": 0.0, "high": 0.2}, "hours": -8.0, "value_lost": 1.0, "cut": [], "people": [],
    "later": [], "later_count": 0, "opens": True, "edit_count": 1,
}  # fmt: skip
RECOVERED: dict[str, Any] = _DATES | {
    "target": 0.8, "value": {"unit": "scope", "total": 100.0, "initiatives": []}, "priced": False,
    "simulations": 1, "samples": 1,
}  # fmt: skip

FOUND: dict[str, Any] = {
    "projects": [], "moves": [], "overloads": [], "alternatives": [], "lower_bound": "2026-03-02T17:00",
    "optimal": True, "tried": 1, "seconds": 0.1, "warnings": [],
}  # fmt: skip


def _noted(model: type[Entry], **fields: Any) -> Callable[[Home], Any]:
    """A line of the project's register."""

    def make(home: Home) -> Any:
        said = {"title": f"A {model.KIND}"} | fields
        return note(model, home.row("project"), fields=said, by=home.scope)

    return make


def _dependency(home: Home) -> Dependency:
    before = str(home.row("work_item").pk)
    edits = [Add(op="add", temp_id="new", title="After it"), LinkEdit(op="link", before=before, after="new")]
    edit_plan(home.row("project").pk, edits=edits, by=home.scope)
    return Dependency.objects.get(before_id=before)


def _charter(home: Home, initiative: Initiative | None = None) -> Charter:
    terms = {"project_id": home.row("project").pk, "project_name": None, "code": None}
    return propose(initiative or home.row("initiative"), terms=terms, by=home.scope)


def _accepted_charter(home: Home) -> Charter:
    """Of another initiative than the one that waits for an answer."""
    charter = _charter(home, _made(Initiative)(home))
    return accept(charter, expected=charter.version, by=home.scope)


def _charter_amendment(home: Home) -> Amendment:
    """One that waits for the project's signature."""
    charter = home.row("accepted_charter")
    return amendments.propose(
        charter,
        side="product",
        terms={"deadline": date(2026, 6, 1)},
        reason="A reason",
        expected=charter.version,
        by=home.scope,
    )


def _gate(home: Home) -> Gate:
    criteria = [{"id": "c1", "text": "A criterion", "measure": "person", "must": True, "threshold": None}]
    return gates.set_up(home.row("project"), fields={"title": "A gate", "criteria": criteria}, by=home.scope)


def _conditional_gate(home: Home) -> Gate:
    """One with a condition of the owner's."""
    row = _gate(home)
    condition = {
        "id": "d1",
        "text": "A condition",
        "owner_id": str(home.owner.pk),
        "due": "2026-06-01",
        "met_on": "",
    }
    Gate.objects.filter(pk=row.pk).update(conditions=[condition])
    return gates.access.again(row)


def _baseline(home: Home) -> Baseline:
    return set_baseline(home.row("work_item").project_id, title="A baseline", note="", by=home.scope)


def _plan_template(home: Home) -> PlanTemplate:
    return save_template(
        home.row("work_item").project_id,
        title="A template",
        note="",
        item_id=None,
        anchor="start",
        names={},
        by=home.scope,
    )


def _scenario(home: Home, *edits: dict[str, Any]) -> Scenario:
    made = TypeAdapter(list[Edit]).validate_python(list(edits))
    return open_scenario(home.row("work_item").project, title="A scenario", edits=made, by=home.scope)


def _changed_scenario(home: Home) -> Scenario:
    item = home.row("work_item")
    fields = {"duration_minutes": 60}
    return _scenario(home, {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields})


def _change_request(home: Home) -> ChangeRequest:
    fields = {"title": "A change", "scenario_id": home.row("changed_scenario").pk}
    return change_requests.raise_request(home.row("project"), fields=fields, by=home.scope)


def _submitted_change_request(home: Home) -> ChangeRequest:
    """Raised by the guest, for the owner to approve."""
    row = _change_request(home)
    ChangeRequest.objects.filter(pk=row.pk).update(raised_by=home.row("member"))
    row.refresh_from_db()
    chain = [AskedToApprove(home.owner.pk)]
    return change_requests.submit(row, expected=row.version, chain=chain, by=home.scope)


def _timesheet(home: Home) -> Timesheet:
    """A week of the owner that waits for approval."""
    week = date(2026, 3, 2)
    cells = [Cell(home.row("work_item").pk, week, 60)]
    row = timesheets.report(home.owner, week, cells=cells, expected=0, by=home.scope)
    return timesheets.submit(home.owner, week, expected=row.version, by=home.scope)


def _open_timesheet(home: Home) -> Timesheet:
    """A week of the owner that is not handed in."""
    week = date(2026, 3, 9)
    cells = [Cell(home.row("work_item").pk, week, 60)]
    return timesheets.report(home.owner, week, cells=cells, expected=0, by=home.scope)


def _line(model: type[Any]) -> Callable[[Home], Any]:
    """A line of the project's budget or costs."""
    fields = {"title": f"A {model.KIND}", "amount": 100.0}
    return lambda home: budgets.put_down(model, home.row("project"), fields=fields, by=home.scope)


def _approved_change_request(home: Home) -> ChangeRequest:
    row = _submitted_change_request(home)
    row.approvals.update(verdict="approved", given_at=timezone.now(), given_by=home.owner)
    ChangeRequest.objects.filter(pk=row.pk).update(state="approved")
    row.refresh_from_db()
    return row


def _archived(kind: str) -> Callable[[Home], Any]:
    def make(home: Home) -> Any:
        row = _project(home, code="OLD") if kind == "project" else MAKERS[kind](home)
        return editing.archive(row, expected=row.version, by=home.scope)

    return make


def _experiment(home: Home) -> Experiment:
    """With all that it takes to start."""
    fields = {"title": "An experiment", "metric": "Of ten who buy", "threshold": Decimal(8)}
    return plan_experiment(home.row("idea"), risk="valuable", fields=fields, by=home.scope)


def _running_experiment(home: Home) -> Experiment:
    return start(_experiment(home), expected=1, on=None, by=home.scope)


def _promise(home: Home) -> Row:
    fields = {"promised_to": "Nordlicht", "made_on": date(2026, 1, 5), "due": date(2026, 6, 30)}
    return promise(home.row("initiative"), fields=fields, by=home.scope)


def _launch(home: Home) -> Launch:
    fields = {"title": "A launch", "day": date(2026, 3, 2)}
    ids = [home.row("initiative").pk]
    return plan_launch(home.product, fields=fields, initiative_ids=ids, template=None, by=home.scope)


def _ready_launch(home: Home) -> Launch:
    launch = _launch(home)
    decide(launch, verdict="go", reason="", by=home.scope)
    return launch


def _outcome_review(home: Home) -> OutcomeReview:
    released = release(_ready_launch(home), expected=1, on=date(2026, 3, 2), by=home.scope)
    return OutcomeReview.objects.filter(launch=released).order_by("due")[0]


def _comment(home: Home) -> Comment:
    return say(home.row("insight"), body=of_text("A comment"), by=home.scope)


def _removed_comment(home: Home) -> Comment:
    return remove(_comment(home), home.row("insight"), expected=1, by=home.scope)


def _resolved_comment(home: Home) -> Comment:
    return resolve(_comment(home), home.row("insight"), done=True, expected=1, by=home.scope)


def _signed_comment(home: Home) -> Comment:
    """Everybody agrees."""
    row, owned = _comment(home), {"workspace": home.workspace, "sign": "agree"}
    members = Member.objects.filter(workspace=home.workspace)
    Reaction.objects.bulk_create([Reaction(comment=row, member=member, **owned) for member in members])
    return row


def _role(home: Home) -> RoleGrant:
    return give("viewer", home.row("member"), on=home.product, by=home.scope)


def _invitation(home: Home) -> Invitation:
    return invite("ines@acme.example", role="member", by=home.scope, origin="http://localhost")


def _audience(home: Home) -> Audience:
    return address(home.product, title="The board", group="executives", chosen={}, by=home.scope)


def _digest(home: Home) -> Digest:
    """Of somebody outside, who has an address."""
    person, fields = home.row("bare_stakeholder"), {"email": "stake@holder.example", "frequency": "weekly"}
    return digests.arrange(person, audience=home.row("audience"), fields=fields, by=home.scope)


def _status_report(home: Home, code: str = "TOA") -> StatusReport:
    """A draft, of a project of its own: there is one draft of each."""
    product_id = home.product.pk
    project = start_project(
        title="Told of", code=code, start="2026-03-02T08:00", product_id=product_id, by=home.scope
    )
    return status.draft_report(project, by=home.scope)


def _published_report(home: Home) -> StatusReport:
    row = _status_report(home, "TOB")
    return status.publish(row, expected=row.version, by=home.scope)


def _share(home: Home, password: str | None = None) -> Share:
    share, _ = open_share(
        view="roadmap",
        object_id=home.product.pk,
        title="A share",
        fields=["status"],
        password=password,
        expires_at=None,
        by=home.scope,
    )
    return share


def _guest(home: Home) -> Member:
    """A plain member without any role on anything."""
    return _member(home.workspace, "gus", "member")


def _suspended(home: Home) -> Member:
    member = _member(home.workspace, "sue", "member")
    Member.objects.filter(pk=member.pk).update(suspended_at=timezone.now())
    member.refresh_from_db()
    return member


def _portal(home: Home) -> Portal:
    fields = {"title": "A portal", "slug": f"{home.workspace.slug}-ideas", "categories": ["Maps"]}
    return open_portal(home.product, fields=fields, origin="http://localhost", by=home.scope)


def _closed_portal(home: Home) -> Portal:
    """The same portal, put away: a product has one."""
    return editing.archive(home.row("portal"), expected=1, by=home.scope)


def _portal_guest(home: Home) -> PortalGuest:
    return invite_guest(home.row("portal"), f"gwen@{home.workspace.slug}.example", by=home.scope)


def _post(home: Home, title: str = "A post", *, waits: bool = False) -> Post:
    return add_post(home.row("portal"), fields={"title": title, "words": ""}, waits=waits, by=home.scope)


def _voted_post(home: Home) -> Post:
    """With the voice of the home's customer."""
    post = _post(home, "A voted post")
    vote_for(post, customer=home.row("customer"), by=home.scope)
    return post


def _proposed_post(home: Home) -> Post:
    post = _post(home, "A proposed post")
    ShippedProposal.objects.create(workspace=home.workspace, post=post, released="LCH-1 A launch")
    return post


def _post_comment(home: Home) -> PostComment:
    return PostComment.objects.create(workspace=home.workspace, post=home.row("post"), words="A comment")


def _changelog_entry(home: Home) -> ChangelogEntry:
    fields = {"title": "An entry", "day": date(2026, 3, 2)}
    return draft(home.row("portal"), fields=fields, by=home.scope)


def _published_entry(home: Home) -> ChangelogEntry:
    return publish(_changelog_entry(home), expected=1, by=home.scope)


# kind → how to make one in a home
MAKERS: dict[str, Callable[[Home], Any]] = {
    "product": lambda home: home.product,
    "customer": _made(Customer),
    "person": _made(Customer, type="person"),
    "insight": _made(Insight),
    "opportunity": _made(Opportunity),
    "idea": _made(Idea),
    "assumption": lambda home: assume(home.row("idea"), risk="viable", fields={}, by=home.scope),
    "experiment": _experiment,
    "running_experiment": _running_experiment,
    "done_experiment": lambda home: finish(
        _running_experiment(home), expected=2, measured=Decimal(9), learning="", on=None, by=home.scope
    ),
    "dismissal": lambda home: dismiss(
        home.product, home.row("second_opportunity"), warning="few_ideas", by=home.scope
    ),
    "persona": _made(Persona),
    # Of no product.
    "shared_persona": lambda home: describe_persona(None, fields={"title": "A persona"}, by=home.scope),
    "job_to_be_done": _made(JobToBeDone),
    "competitor": _made(Competitor),
    "criterion": lambda home: add_criterion(home.product, fields={"title": "A criterion"}, by=home.scope),
    # One with words in it.
    "said_insight": _made(Insight, body=of_text("Somebody said it")),
    "merged_insight": _merged_insight,
    "interviewed_insight": _interviewed_insight,
    "highlight": _highlight,
    "saved_view": _saved_view,
    "custom_field": _custom_field,
    "vision": _vision,
    "canvas": _canvas,
    "canvas_version": _canvas_version,
    "written_canvas": lambda home: home.row("canvas_version").canvas,
    "signed_canvas_version": _signed_canvas_version,
    "unsigned_canvas_version": lambda home: (home.row("stakeholder"), home.row("canvas_version"))[1],
    "statement": lambda home: Statement.objects.get(canvas=home.row("canvas_version").canvas),
    "theme": _made(Theme),
    "objective": _made(Objective),
    "key_result": _key_result,
    "check_in": lambda home: check_in(
        home.row("key_result"), value=Decimal(4), confidence=60, note="", by=home.scope
    ),
    "scorecard": _scorecard,
    "kano_scorecard": lambda home: _scorecard(home, "kano"),
    "score": _score,
    "kano_answer": _kano_answer,
    "standing": _standing,
    # A scorecard on which a round of group scoring is open.
    "scored_scorecard": lambda home: home.row("scoring_round").scorecard,
    "scoring_round": _scoring_round,
    "stakeholder": _stakeholder,
    "telling": lambda home: tell(
        home.row("bare_stakeholder"), summary="The plan", channel="", version_id=None, by=home.scope
    ),
    "verdict": _verdict,
    "bare_stakeholder": _made(Stakeholder),
    "archived_stakeholder": lambda home: editing.archive(_made(Stakeholder)(home), expected=1, by=home.scope),
    "signed_vision": _signed_vision,
    # A version that could be put up for sign-off: there is a stakeholder who could sign.
    "unsigned_vision": lambda home: (home.row("stakeholder"), home.row("vision"))[1],
    "lane": _made(Lane),
    "initiative": _made(Initiative),
    "container": _made(Initiative),
    "initiative_dependency": lambda home: wait_for(
        home.row("initiative"), before=home.row("container"), by=home.scope
    ),
    "milestone": _made(Milestone, day=date(2026, 3, 2)),
    "promise": _promise,
    "fielded_promise": _fielded("promise"),
    "launch": _launch,
    "ready_launch": _ready_launch,
    "launch_step": lambda home: add_step(home.row("launch"), fields={"title": "Write it up"}, by=home.scope),
    "launch_template": _made(LaunchTemplate, steps=[{"title": "Tell sales", "offset_days": -7}]),
    "outcome_review": _outcome_review,
    "roadmap_policy": lambda home: expect(home.product, expected=1, fields={"stale_days": 30}, by=home.scope),
    "snapshot": lambda home: take_snapshot(home.product, title="A snapshot", by=home.scope),
    "project": _project,
    "resource": _resource,
    "job_role": lambda home: _resource(home, type="role"),
    "crew": lambda home: _resource(home, type="team"),
    "shared_resource": lambda home: _resource(home, project_id=None),
    "levelling": lambda home: levelling_actions.start([home.row("project")], LEVELLING, by=home.scope),
    "found_levelling": _found_levelling,
    "due_item": _due_item,
    "item_elsewhere": _item_elsewhere,
    "cross_link": _cross_link,
    "recovery": _recovery,
    "found_recovery": _found_recovery,
    "calendar": lambda home: PlanCalendar.objects.get(pk=home.row("project").calendar_id),
    "workspace_calendar": lambda home: resources.create_calendar(
        {"title": "The house's week"}, by=home.scope
    ),
    "work_item": _work_item,
    "item_type": lambda home: add_item_type({"title": "A type"}, by=home.scope),
    "archived_item_type": lambda home: editing.archive(
        add_item_type({"title": "An old type"}, by=home.scope), expected=1, by=home.scope
    ),
    "dependency": _dependency,
    "charter": _charter,
    "accepted_charter": _accepted_charter,
    "charter_amendment": _charter_amendment,
    "milestone_item": _milestone_item,
    "gate": _gate,
    "conditional_gate": _conditional_gate,
    "baseline": _baseline,
    "second_baseline": _baseline,
    "plan_template": _plan_template,
    "scenario": _scenario,
    "changed_scenario": _changed_scenario,
    "risk": _noted(Risk, likely_days=3),
    "issue": _noted(Issue),
    "project_assumption": _noted(ProjectAssumption),
    "outside_dependency": _noted(OutsideDependency),
    "decision": _noted(Decision),
    "lesson": _noted(Lesson),
    "change_request": _change_request,
    "submitted_change_request": _submitted_change_request,
    "approved_change_request": _approved_change_request,
    "timesheet": _timesheet,
    "open_timesheet": _open_timesheet,
    "fielded_timesheet": _fielded("open_timesheet"),
    "time_entry": lambda home: TimeEntry.objects.get(sheet=home.row("timesheet")),
    "budget_line": _line(BudgetLine),
    "cost_line": _line(CostLine),
    # One with a line that is not approved yet.
    "budgeted_project": lambda home: home.row("budget_line").project,
    "iteration": _iteration("2026-03-02", "2026-03-13"),
    "next_iteration": _iteration("2026-03-16", "2026-03-27"),
    **{
        f"archived_{kind}": _archived(kind)
        for kind in (
            "change_request",
            "gate",
            "customer",
            "insight",
            "opportunity",
            "idea",
            "assumption",
            "experiment",
            "persona",
            "job_to_be_done",
            "competitor",
            "criterion",
            "saved_view",
            "custom_field",
            "canvas",
            "theme",
            "objective",
            "key_result",
            "scorecard",
            "lane",
            "initiative",
            "milestone",
            "promise",
            "launch",
            "audience",
            "project",
            "baseline",
            "plan_template",
            "scenario",
            "risk",
            "issue",
            "project_assumption",
            "outside_dependency",
            "decision",
            "lesson",
            "budget_line",
            "cost_line",
            "resource",
            "calendar",
        )
    },
    "portal": _portal,
    "closed_portal": _closed_portal,
    "portal_guest": _portal_guest,
    "post": _post,
    "other_post": lambda home: _post(home, "Another post"),
    "spam_post": lambda home: mark_as_spam(_post(home, "Buy pills", waits=True), expected=1, by=home.scope),
    "pending_post": lambda home: _post(home, "A pending post", waits=True),
    "voted_post": _voted_post,
    "vote": lambda home: home.row("voted_post").votes.get(),
    "proposed_post": _proposed_post,
    "post_comment": _post_comment,
    "changelog_entry": _changelog_entry,
    "published_entry": _published_entry,
    "archived_entry": _archived("changelog_entry"),
    "comment": _comment,
    "removed_comment": _removed_comment,
    "resolved_comment": _resolved_comment,
    "signed_comment": _signed_comment,
    "audience": _audience,
    "digest": _digest,
    "running_digest": lambda home: digests.switch_on(
        home.row("digest"), expected=1, origin="http://localhost", by=home.scope
    ),
    "refused_digest": lambda home: digests.unsubscribe(home.row("digest")),
    "share": _share,
    "status_report": _status_report,
    "published_report": _published_report,
    "archived_report": lambda home: status.put_away(_status_report(home, "TOC"), expected=1, by=home.scope),
    "role": _role,
    "invitation": _invitation,
    "link": _link,
    "change": _change,
    "member": _guest,
    "colleague": lambda home: _member(home.workspace, "mia", "member"),
    "suspended_member": _suspended,
    "owner": lambda home: home.owner,
    "second_opportunity": _made(Opportunity),
    "second_objective": _made(Objective),
    # With work in it, so that there is something to forecast.
    "planned_project": lambda home: home.row("work_item").project,
    "endangered_project": _endangered_project,
    "endangered_item": _endangered_item,
}
