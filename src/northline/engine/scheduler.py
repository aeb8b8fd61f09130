"""A plan that stays computed: after an edit, only what the edit reaches is computed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan, compile_plan
from northline.engine.cpm import Early, Late, Passes, settled
from northline.engine.fast import kernels
from northline.engine.laid import gathered
from northline.engine.model import Project
from northline.engine.patch import Edited, edited, patch
from northline.engine.relink import LinkEdits, relink
from northline.engine.remaining import with_remaining_work
from northline.engine.report import schedule_from
from northline.engine.reseat import Seated, reseat
from northline.engine.result import Schedule


class Scheduler:
    """Keeps a plan and its dates; `reschedule` gives exactly what `schedule` gives, for the work of the difference.

    Edits to the values of tasks (durations, dates, progress) and to links, and tasks that come or go, are followed
    through the network as far as they move anything. Links against the order in which the plan was laid, tasks that
    become summaries or cease to be some, other calendars and other people are computed from the beginning, as are plans
    laid from their finish or with as-late-as-possible tasks. `visited` counts the nodes that the last call computed in
    each direction, None if all.

    Raises what `schedule` raises, and then keeps the last good state.

    >>> from dataclasses import replace
    >>> from northline.engine.model import Link, Minutes, Task, standard_calendar
    >>> shed = Project(id="p", name="Shed", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(480))),
    ...     links=(Link("a", "b"),))
    >>> held = Scheduler(shed)
    >>> longer = replace(shed, tasks=(shed.tasks[0], replace(shed.tasks[1], duration=Minutes(960))))
    >>> held.reschedule(longer)["b"].finish, held.visited
    (datetime.datetime(2026, 3, 4, 17, 0), (1, 2))
    """

    def __init__(self, project: Project, *, status_date: datetime | None = None) -> None:
        self.visited: tuple[int, int] | None = None
        taken = with_remaining_work(project)
        self._from_the_beginning(taken, status_date, compile_plan(taken, status_date=status_date))

    def reschedule(self, project: Project, *, status_date: datetime | None = None) -> Schedule:
        """Take the plan's new state and return its dates."""
        project = with_remaining_work(project)
        found = edited(self.project, project) if status_date == self.status_date else None
        if found is None or not self._follow(project, found):
            plan = compile_plan(project, status_date=status_date)
            self._from_the_beginning(project, status_date, plan)
        return self.schedule

    def _from_the_beginning(self, project: Project, status_date: datetime | None, plan: CompiledPlan) -> None:
        run, dates = settled(plan, project, status_date=status_date)
        self.schedule = schedule_from(run.plan, dates, project)
        self.project, self.status_date, self.visited = project, status_date, None
        self._run: Passes | None = run
        self._ends = (dates.project_start, dates.project_finish)
        self._kept: _Kept | None = None

    def _follow(self, project: Project, found: Edited) -> bool:
        """Compute the cone of an edit; False where that cannot be done (then all is compiled anew)."""
        run, kept = self._run, self._kept
        if run is None or not project.schedule_from_start or _late_wishes(run):
            return False
        kept = kept or _Kept(run, *self._ends)
        self._run = None  # until all went well: an edit half written in is of no use
        shaped = kept.reshape(project, found, self.status_date)
        touched = None if shaped is None else patch(run.laid, project, found, status_date=self.status_date)
        if shaped is None or touched is None or _late_wishes(run):
            return False
        visited = kept.follow(np.union1d(touched, shaped).astype(np.int64))
        if run.flag[0]:
            return False
        dates = run.dates(kept.early, kept.late, kept.begin, kept.finish)
        self.schedule = schedule_from(run.plan, dates, project)
        self.project, self.visited, self._run, self._kept = project, visited, run, kept
        return True


def _late_wishes(run: Passes) -> bool:
    """Does any task want to be as late as possible? Its place depends on the late dates of all."""
    return bool((run.plan.rows.constraint == k.ALAP).any())


class _Kept:
    """Dates of the laid plan as both passes left them, before summaries are rolled up."""

    def __init__(self, run: Passes, begin: int, finish: int) -> None:
        count = len(run.laid.node)
        self.run, self.begin, self.finish = run, begin, finish
        self.early: Early = (np.zeros(count, np.int64), np.zeros(count, np.int64), np.zeros(count, np.int64))
        self.late: Late = tuple(np.zeros(count, np.int64) for _ in range(4))
        self._look_up()
        p = run.laid
        self.kernels.forward(p.steps, *run.forward_arguments(begin, self.nothing, self.early))
        self.kernels.backward(p.steps, *run.backward_arguments(self.early[:2], finish, self.late))

    def _look_up(self) -> None:
        """What follows from the nodes alone."""
        p = self.run.laid
        count = len(p.node)
        self.nothing = np.full(count, k.NONE, np.int64)
        self.kernels = kernels(count)
        self.gate_of = np.full(count, k.NONE, np.int64)
        gates = np.flatnonzero(p.node_kind == k.GATE)
        self.gate_of[p.roll_of[gates]] = gates

    def reshape(self, project: Project, found: Edited, status_date: datetime | None) -> Ints | None:
        """Go over to other tasks and links; the nodes concerned, or None if that cannot be done."""
        seats, links = found.seats, found.links
        if seats is None:
            return self._relink(project, links)
        before = self._relink(project, replace(links, come=[]))
        if before is None:
            return None
        come = [project.links[n] for n in links.come]
        seated = reseat(self.run.laid, project, seats, links=come, status_date=status_date)
        if seated is None:
            return None
        self._reseat(seated)
        # Links that went have given all others their new numbers already.
        number = np.arange(len(project.links), dtype=np.int64) if links.gone else links.number
        after = self._relink(project, LinkEdits([], links.come, number))
        place = seated.place[before]
        return None if after is None else np.concatenate([place[place != k.NONE], seated.nodes, after])

    def _relink(self, project: Project, links: LinkEdits) -> Ints | None:
        relaid = relink(self.run.laid, project, links)
        if relaid is None:
            return None
        if relaid.laid is not self.run.laid:
            self._renumber(relaid.row)
            self.run.laid, self.run.plan = relaid.laid, relaid.laid.plan
        return np.array(relaid.nodes, np.int64)

    def _reseat(self, seated: Seated) -> None:
        self._renumber(seated.row)
        stay = np.flatnonzero(seated.place != k.NONE)
        count = len(seated.laid.node)
        columns = [np.full(count, k.NONE, np.int64) for _ in range(7)]
        for column, old in zip(columns, (*self.early, *self.late), strict=True):
            column[seated.place[stay]] = old[stay]
        self.early, self.late = (columns[0], columns[1], columns[2]), tuple(columns[3:])
        self.run.laid, self.run.plan = seated.laid, seated.laid.plan
        self._look_up()

    def _renumber(self, row: Ints) -> None:
        """Edges have other numbers now, and so have those that drive a start."""
        driver = self.early[2]
        linked = driver >= 0
        driver[linked] = row[driver[linked]]

    def follow(self, touched: Ints) -> tuple[int, int]:
        """Both passes over what the touched nodes reach."""
        run, p = self.run, self.run.laid
        count = len(p.node)
        dirty, moved, one = (np.zeros(n, np.int64) for n in (count, count, 1))
        dirty[touched] = 1
        forth = self.kernels.forward_cone(
            dirty, moved, one, p.succ_ptr, p.succ_edge, p.target,
            *run.forward_arguments(self.begin, self.nothing, self.early),
        )  # fmt: skip
        finish = run.last_finish(p.at_home(self.early[1]), self.begin)
        back = self._backwards(touched, np.flatnonzero(moved), finish)
        again = self.kernels.backward_cone(
            back, one, p.edges.ptr, p.edges.source, *run.backward_arguments(self.early[:2], finish, self.late)
        )
        self.finish = finish
        return int(forth), int(again)

    def _backwards(self, touched: Ints, moved: Ints, finish: int) -> Ints:
        """Whose late dates to ask for again: all if the end moved, else what changed and what leads to it."""
        p = self.run.laid
        if finish != self.finish:
            return np.ones(len(p.node), np.int64)
        changed = np.union1d(touched, moved)
        gates = self.gate_of[changed]
        changed = np.union1d(changed, gates[gates != k.NONE])
        dirty = np.zeros(len(p.node), np.int64)
        dirty[changed] = 1
        _, edges = gathered(p.edges.ptr, changed)
        dirty[p.edges.source[edges]] = 1
        return dirty
