"""axe finds nothing serious on any page, in either theme, and no heading out of order; a phone cuts nothing off."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import ORDERLY, grave_findings
from tests.journeys.phone import phone_findings

pytestmark = [pytest.mark.journey, pytest.mark.slow]

PAGES = (
    "home",
    "morning",
    "o/gate/GATE-2",
    "resources",
    "resources?tab=load",
    "resources?tab=demand",
    "resources?tab=free",
    "resources?tab=calendars",
    "timesheet",
    "timesheet?tab=hours",
    "timesheet?tab=approve",
    "timesheet?tab=missing",
    "levelling",
    "status",
    "o/status_report/STAT-1",
    "o/status_report/STAT-2",
    "inbox",
    "search?q=cold",
    "discover",
    "discover?tab=opportunities&shape=canvas",
    "discover?tab=risks",
    "discover?tab=personas",
    "discover?tab=jobs",
    "discover?tab=competitors",
    "discover?tab=coverage",
    "o/persona/PER-1",
    "o/job_to_be_done/JTBD-1",
    "o/competitor/CMP-1",
    "o/idea/IDEA-1",
    "o/experiment/EXP-6",
    "discover?tab=inbox",
    "discover/interviews",
    "o/opportunity/OPP-2",
    "o/customer/CUS-1",
    "strategy",
    "strategy?since=1",
    "strategy?tab=canvases",
    "strategy?tab=canvases&canvas=CAN-2",
    "strategy?tab=themes",
    "strategy?tab=lists",
    "o/canvas/CAN-1",
    "o/statement/ST-1",
    "o/theme/THM-1",
    "roadmap?rows=theme&colour=theme",
    "roadmap",
    "roadmap?view=table",
    "roadmap?view=board&columns=custom.market&colour=custom.depots_reached",
    "portfolio?by=theme&colour=health",
    "roadmap?view=horizon",
    "roadmap?view=goals",
    "roadmap?view=board&columns=status&rows=lane",
    "roadmap?panel=findings",
    "roadmap?panel=history&colour=status",
    "promises",
    "responsibilities",
    "my-work",
    "risks?register=decision",
    "o/risk/RSK-1",
    "o/issue/ISS-1",
    "o/change_request/CR-1",
    "health",
    "present",
    "o/stakeholder/STK-5",
    "launches",
    "launches?tab=steps",
    "launches?tab=templates",
    "o/launch_step/LCS-9",
    "o/launch_template/LCT-1",
    "portal?tab=comments",
    "o/launch/LCH-1",
    "gaps",
    "portfolio",
    "projects",
    "projects?view=timeline",
    "projects?view=timeline&table=true",
    "projects?view=work",
    "projects?view=work&kind=iteration",
    "projects?view=work&kind=charter",
    "projects?view=work&kind=charter_amendment",
    "o/charter/CHA-1",
    "o/charter_amendment/AMD-1",
    "o/calendar/CAL-1",
    "settings/calendars",
    "projects/import",
    "o/insight/INS-8",
    "o/initiative/INI-8",
    "o/work_item/CLD-5",
    "o/objective/OBJ-1",
    "settings/profile",
    "settings/notifications",
    "settings/members",
    "settings/types",
    "settings/shares",
    "settings/lists",
    "settings/lists?kind=snapshot",
    "settings/lists?kind=saved_view",
    "settings/lists?kind=custom_field",
    "settings/sessions",
    "settings/tokens",
)
PLAN_VIEWS = (
    "projects/{plan}",
    "projects/{plan}?view=forecast",
    "projects/{plan}?view=network",
    "projects/{plan}?view=calendar",
    "projects/{plan}?view=phases",
    "projects/{plan}?view=board&lanes=owner",
    "projects/{plan}?view=mindmap",
    "projects/{plan}?view=storymap",
    "projects/templates",
    "projects/{plan}?view=iterations",
    "projects/{plan}?view=flow",
    "projects/{plan}?view=baselines",
    "projects/{plan}?view=changes&scenario={scenario}",
    "projects/{plan}?view=register",
    "projects/{plan}?view=requests",
    "projects/{plan}?view=gates",
    "projects/{plan}?view=charter",
)


@pytest.mark.parametrize("pages", [PAGES[::2], (*PAGES[1::2], *PLAN_VIEWS)], ids=["even", "odd"])
def test_no_page_has_a_serious_finding_or_is_cut_off(
    visitor: Callable[..., Page], pages: tuple[str, ...]
) -> None:
    page = visitor("greta")
    found: dict[str, list[str]] = {}
    projects = page.request.get("/api/projects").json()["items"]
    plan = next(project["id"] for project in projects if project["code"] == "CLD")
    page.goto("/fernhaven/home")
    scenario = page.request.get(f"/api/projects/{plan}/scenarios").json()[0]["id"]
    for address in (written.format(plan=plan, scenario=scenario) for written in pages):
        # As a person goes there: the client is loaded once, which takes as long as looking at a page.
        page.evaluate("to => self.__TSR_ROUTER__.navigate({ href: to })", f"/fernhaven/{address}")
        expect(page).to_have_url(re.compile(re.escape(address.partition("?")[0])))
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        if wrong := grave_findings(page, also=ORDERLY) + phone_findings(page):
            found[address] = wrong

    assert found == {}


def test_the_doors_have_no_serious_finding(visitor: Callable[..., Page]) -> None:
    page = visitor()
    found: dict[str, list[str]] = {}
    for address in ("sign-in", "reset", "setup?token=x", "invitation/x", "s/not-a-share", "unsubscribe/x"):
        page.goto(f"/{address}")
        expect(page.get_by_role("main").first).to_be_visible()
        if grave := grave_findings(page):
            found[address] = grave

    assert found == {}
