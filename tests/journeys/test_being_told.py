"""Somebody says when they want to be told, ticks what they were given of a checklist, and reads a gate on the timeline."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey
# Chromium's headless shell shows no notices: keeps those that the page raises, and says that nobody looks when told so.
WATCH_NOTICES = """
  window.notices = [];
  window.isAway = false;
  window.Notification = class {
    static permission = "granted";
    static requestPermission = async () => "granted";
    constructor(title, options) { Object.assign(this, options, { title }); notices.push(this); }
    close() {}
  };
  Object.defineProperty(document, "visibilityState", { get: () => (isAway ? "hidden" : "visible") });
"""


def test_quiet_hours_are_kept_and_what_one_was_given_is_ticked_in_ones_own_work(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("lena")
    page.goto("/fernhaven/settings/notifications")
    page.get_by_role("radio", name="Once a day").check()
    page.get_by_role("switch", name="Quiet at these hours of every day").focus()
    page.keyboard.press("Space")
    page.get_by_label("From").fill("19:30")
    days = page.get_by_role("group", name="Quiet all day on")
    days.get_by_role("checkbox", name="Sunday").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("radio", name="Once a day")).to_be_checked()
    expect(page.get_by_label("From")).to_have_value("19:30")
    expect(days.get_by_role("checkbox", name="Sunday")).to_be_checked()
    assert grave_findings(page) == []

    # A colleague's task has something for her.
    projects = page.request.get("/api/projects").json()["items"]
    cold = next(project for project in projects if project["code"] == "CLD")
    manager = visitor("marek")
    manager.goto(f"/fernhaven/projects/{cold['id']}")
    manager.get_by_role("button", name="Fit", exact=True).click()
    gate = manager.get_by_role("list", name="Gates").get_by_role("button").first
    expect(gate).to_have_accessible_name(re.compile("GATE-"))
    gate.focus()
    manager.keyboard.press("Enter")
    expect(manager.get_by_role("region", name=re.compile("in the side panel"))).to_contain_text("GATE-")
    assert grave_findings(manager) == []
    manager.goto("/fernhaven/o/work_item/CLD-15")
    checks = manager.get_by_role("region", name="Checklist")
    checks.get_by_role("textbox", name="Add an entry, or paste a list").fill("Borrow a climate chamber")
    manager.keyboard.press("Enter")
    checks.get_by_role("combobox", name="Who does Borrow a climate chamber").click()
    manager.get_by_role("option", name="Lena Brandt").click()

    page.goto("/fernhaven/my-work")
    box = page.get_by_role("checkbox", name="Borrow a climate chamber")
    box.click()  # it leaves the list with its tick: nothing stays whose state could be read
    expect(page.get_by_text(re.compile("CLD-15 is noted"))).to_be_visible()
    expect(box).to_be_hidden()
    assert grave_findings(page) == []


def test_a_notice_of_the_browser_says_who_said_what_and_opens_it(visitor: Callable[..., Page]) -> None:
    page = visitor("priya", own_tab=True)
    page.add_init_script(WATCH_NOTICES)
    page.goto("/fernhaven/settings/notifications")
    page.get_by_role("switch", name="Notices of the browser").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.goto("/fernhaven/roadmap")
    page.wait_for_function("() => localStorage.getItem('northline.noticed.fernhaven') !== null")
    page.evaluate("window.isAway = true")

    colleague = visitor("marek")
    colleague.goto("/fernhaven/o/initiative/INI-2")
    initiative = colleague.request.get("/api/objects/initiative/INI-2").json()
    priya = page.request.get("/api/session").json()["member"]
    token = next(one["value"] for one in colleague.context.cookies() if one["name"] == "northline_csrf")
    said = [
        {"type": "text", "text": "Look at this, "},
        {"type": "mention", "attrs": {"id": priya["id"], "label": ""}},
    ]
    answer = colleague.request.post(
        f"/api/objects/initiative/{initiative['id']}/comments",
        data={"body": {"type": "doc", "content": [{"type": "paragraph", "content": said}]}},
        headers={"X-CSRFToken": token},
    )
    assert answer.ok, answer.text()

    page.wait_for_function("() => notices.length > 0")
    assert page.evaluate("notices.map(({ title, body }) => [title, body])") == [
        [f"Marek Novák commented on {initiative['title']}", "Look at this, @Priya Raman"]
    ]
    page.evaluate("notices[0].onclick()")
    page.wait_for_url("**/o/initiative/INI-2")


def test_a_reminder_is_asked_for_beside_an_object_put_off_and_deleted(visitor: Callable[..., Page]) -> None:
    page = visitor("tomas")
    page.goto("/fernhaven/projects")
    project = next(one for one in page.request.get("/api/projects").json()["items"] if one["code"] == "CLD")
    page.goto(f"/fernhaven/projects?peek=project:{project['id']}")
    page.get_by_role("region", name=re.compile("in the side panel")).get_by_role(
        "button", name="Remind me"
    ).click()
    form = page.get_by_role("dialog", name="Remind me of this project")
    form.get_by_role("button", name="Next Monday").click()
    expect(form.get_by_label("Hour")).to_have_value("09:00")
    form.get_by_label("Note").fill("Ask about the probes")
    assert grave_findings(page) == []
    form.get_by_role("button", name="Remind me").click()
    expect(page.get_by_text(re.compile("^You are reminded on"))).to_be_visible()

    # The palette offers the same of what one looks at.
    page.keyboard.press("Control+k")
    page.get_by_placeholder("Search or jump to…").or_(page.get_by_role("searchbox")).first.fill("remind")
    expect(page.get_by_role("button", name="Remind me").last).to_be_visible()
    page.keyboard.press("Escape")

    page.goto("/fernhaven/settings/reminders")
    expect(page.get_by_text("Ask about the probes")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Change the reminder of")).click()
    edit = page.get_by_role("dialog", name="Reminder")
    edit.get_by_label("Note").fill("Ask about the new probes")
    edit.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Ask about the new probes")).to_be_visible()
    assert grave_findings(page) == []
    page.get_by_role("button", name=re.compile("^Delete the reminder of")).click()
    expect(page.get_by_text("Ask about the new probes")).to_be_hidden()
