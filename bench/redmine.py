"""Redmine beside Northline: one plan of 1,000 issues, its list, its Gantt, one issue more: `python bench/redmine.py --write`.

Debian's redmine behind puma, in production mode and on SQLite, on a copy of its fresh database (`scripts/system-packages
--peers` installs it). Both are asked in turn by the same Chromium; `--write` puts the table into docs/speed.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import APIResponse, Page

import browser
import gantt
from serving import awaited, free_port
from tables import write_table

SIZE, ROUNDS = 1_000, 5
HOME = Path("/usr/share/redmine")
DATABASE = Path("/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default")
# A page counts as opened in the first frame after all of it is loaded and its scripts have drawn.
LOADED = (
    "addEventListener('load', () => requestAnimationFrame(() => { window.openedAt = performance.now(); }));"
)
# The same tasks under the same summaries, with their dates and their waiting.
SEED = """
plan = JSON.parse(File.read(ARGV.fetch(0)))
admin = User.find_by_login("admin")
admin.update!(must_change_passwd: false, language: "en", password: plan["password"], password_confirmation: plan["password"])
Setting.rest_api_enabled = 1
Setting.gantt_items_limit = plan["items"].size + 100
Setting.gantt_months_limit = 60
tracker, status, priority = Tracker.first, IssueStatus.first, IssuePriority.default || IssuePriority.first
project = Project.create!(name: "Plan", identifier: "plan", trackers: [tracker], enabled_module_names: %w[issue_tracking gantt])
ids, last = {}, 0
plan["items"].each_with_index { |item, number| ids[item["id"]] = number + 1 }
roots = {}
rows = plan["items"].map do |item|
  id = ids[item["id"]]
  root = item["parent"] ? ids[item["parent"]] : id
  roots[root] ||= []
  roots[root] << id unless root == id
  { id: id, project_id: project.id, tracker_id: tracker.id, status_id: status.id, priority_id: priority.id, author_id: admin.id,
    subject: item["title"], start_date: item["start"], due_date: item["finish"], estimated_hours: item["hours"],
    parent_id: item["parent"] && root, root_id: root, done_ratio: 0, created_on: Time.now, updated_on: Time.now }
end
rows.each do |row|
  children = roots[row[:root_id]]
  if row[:parent_id]
    row[:lft] = 2 + 2 * children.index(row[:id])
    row[:rgt] = row[:lft] + 1
  else
    row[:lft], row[:rgt] = 1, 2 + 2 * children.size
  end
end
Issue.insert_all!(rows)
IssueRelation.insert_all!(plan["links"].map { |a, b| { issue_from_id: ids[a], issue_to_id: ids[b], relation_type: "precedes", delay: 0 } })
puts "key=" + admin.api_key
"""


@dataclass(frozen=True)
class Site:
    """A Redmine with the plan in it, and its administrator's key."""

    address: str
    key: str


def main() -> None:
    """Fill both with one plan, ask both, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if not DATABASE.exists():
        raise SystemExit("There is no Redmine; `make bench` installs it.")
    project = gantt.seed([SIZE])[SIZE]
    with browser.page_of("piet", opened=gantt.OPENED) as ours:
        plan = ours.request.get(f"/api/projects/{project}/plan", headers=by(ours)).json()
        with redmine(plan) as site:
            rows = compared(ours, entered(ours, site), project, plan, site.key)
    header = ["what", "Northline, median", "slowest", "Redmine 5.0, median", "slowest", "Redmine ÷ Northline"]
    write_table("redmine", header, rows, write=asked.write, page="speed.md")


def compared(ours: Page, theirs: Page, project: str, plan: dict[str, Any], key: str) -> list[list[str]]:
    """A line of the table for each question."""
    parent = next(item["id"] for item in plan["items"] if item["type"] == "summary")
    months = "months=24&year=2026&month=3"
    fresh = {"subject": "One more", "project_id": "plan", "parent_issue_id": 1, "start_date": "2026-03-02"}
    edit = {"op": "add", "temp_id": "x", "parent_id": parent, "title": "One more"}
    return [
        line(
            "the first 100 issues as JSON",
            lambda: timed(lambda: ours.request.get("/api/lists/work_item?limit=100", headers=by(ours))),
            lambda: timed(lambda: theirs.request.get("/projects/plan/issues.json?limit=100")),
        ),
        line(
            "list in the browser (Northline all 1,000, Redmine its first 100)",
            lambda: opened(ours, f"/acme/projects/{project}"),
            lambda: opened(theirs, "/projects/plan/issues?per_page=100&set_filter=1"),
        ),
        line(
            "Gantt of all 1,000 in the browser",
            lambda: opened(ours, f"/acme/projects/{project}"),
            lambda: opened(theirs, f"/projects/plan/issues/gantt?{months}&set_filter=1"),
        ),
        line(
            "one issue more under a summary (Northline reschedules and forecasts)",
            lambda: timed(
                lambda: ours.request.post(
                    f"/api/projects/{project}/plan-edits", data={"edits": [edit]}, headers=by(ours)
                )
            ),
            lambda: timed(
                lambda: theirs.request.post(
                    "/issues.json", data={"issue": fresh}, headers={"X-Redmine-API-Key": key}
                )
            ),
        ),
    ]


def line(what: str, ours: Callable[[], float], theirs: Callable[[], float]) -> list[str]:
    """Both in turn, after one of each that is not counted."""
    ours()
    theirs()
    one, other = [], []
    for _ in range(ROUNDS):
        one.append(ours())
        other.append(theirs())
    ratio = statistics.median(other) / statistics.median(one)
    cells = (f"{found(side):,.0f} ms" for side in (one, other) for found in (statistics.median, max))
    return [what, *cells, f"{ratio:.1f}×"]


def opened(page: Page, path: str) -> float:
    """Milliseconds until a page is open; a page behind another one draws nothing."""
    page.bring_to_front()
    return browser.opened(page, path)


def timed(ask: Callable[[], APIResponse]) -> float:
    """Milliseconds until an answer is there. Raises RuntimeError where it is none."""
    began = time.perf_counter()
    answer = ask()
    spent = time.perf_counter() - began
    if not answer.ok:
        raise RuntimeError(f"{answer.status}: {answer.text()[:300]}")
    return 1000 * spent


def by(page: Page) -> dict[str, str]:
    """What a request to Northline carries beside the session."""
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    return {"Northline-Workspace": "acme", "X-CSRFToken": cookies["northline_csrf"]}


def entered(page: Page, site: Site) -> Page:
    """A page of the same browser where Redmine's administrator is signed in."""
    assert page.context.browser is not None
    context = page.context.browser.new_context(base_url=site.address, viewport={"width": 1440, "height": 900})
    theirs = context.new_page()
    theirs.set_default_timeout(60_000)
    theirs.goto("/login")
    theirs.locator("#username").fill("admin")
    theirs.locator("#password").fill(browser.PASSWORD)
    theirs.locator("#login-submit").click()
    theirs.wait_for_url("**/my/page")
    theirs.add_init_script(LOADED)
    return theirs


@contextmanager
def redmine(plan: dict[str, Any]) -> Iterator[Site]:
    """Redmine with the plan, served on a port of its own until it is left."""
    with tempfile.TemporaryDirectory(prefix="redmine-bench-") as folder:
        database = shutil.copy(DATABASE, folder)
        environment = os.environ | {"RAILS_ENV": "production", "DATABASE_URL": f"sqlite3:{database}"}
        given, script = Path(folder) / "plan.json", Path(folder) / "seed.rb"
        given.write_text(json.dumps(told(plan)))
        script.write_text(SEED)
        said = subprocess.run(
            ["rails", "runner", str(script), str(given)],
            cwd=HOME, env=environment, check=True, stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip
        port = free_port()
        server = subprocess.Popen(
            ["puma", "--environment", "production", "--bind", f"tcp://127.0.0.1:{port}"],
            cwd=HOME, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            awaited(f"{address}/login")
            yield Site(address, said.rpartition("key=")[2].strip())
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)


def told(plan: dict[str, Any]) -> dict[str, Any]:
    """The plan as the script that fills Redmine reads it."""
    return {
        "password": browser.PASSWORD,
        "items": [
            {
                "id": item["id"],
                "title": item["title"],
                "parent": item["parent_id"],
                "start": str(date.fromisoformat(item["schedule"]["start"][:10])),
                "finish": str(date.fromisoformat(item["schedule"]["finish"][:10])),
                "hours": item["duration_minutes"] / 60,
            }
            for item in plan["items"]
        ],
        "links": [(link["before"], link["after"]) for link in plan["links"]],
    }


if __name__ == "__main__":
    main()
