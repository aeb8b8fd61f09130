"""Plans that each break one rule of the lint, with the rule's code and the tasks concerned."""

from engine_plans import at, task

from northline.engine import Baseline, Constraint, ConstraintKind, Lag, Link, LinkKind, Minutes, Task

BROKEN: tuple[tuple[tuple[Task, ...], tuple[Link, ...], str, tuple[str, ...]], ...] = (
    ((task("s"), task("a", parent="s")), (), "wbs.single_child", ("s", "a")),
    ((task("a"),), (), "wbs.no_owner", ("a",)),
    ((task("a", 0),), (), "wbs.no_estimate", ("a",)),
    ((task("a", 1, milestone=True),), (), "wbs.long_milestone", ("a",)),
    ((task("a", 11),), (), "wbs.oversized", ("a",)),
    ((task("s"), task("a", parent="s"), task("b")), (Link("s", "b"),), "wbs.summary_links", ("s",)),
    ((task("a"), task("b"), task("c")), (Link("a", "b"),), "logic.no_links", ("c",)),
    ((task("a", 2), task("b", 1), task("c")), (Link("a", "c"), Link("b", "c", LinkKind.FF)),
     "logic.dangling_start", ("b",)),
    ((task("a", 2), task("b", 1), task("c", 5)), (Link("a", "b"), Link("b", "c", LinkKind.SS)),
     "logic.dangling_finish", ("b",)),
    ((task("a"), task("b"), task("c")), (Link("a", "b"), Link("b", "c"), Link("a", "c")),
     "logic.redundant_link", ("a", "c")),
    ((task("a"), task("b", actual_start=at("03-02 08:00"))), (Link("a", "b"),),
     "logic.out_of_sequence", ("a", "b")),
    ((task("a", actual_start=at("03-02 08:00"), actual_finish=at("03-02 17:00"),
           constraint=Constraint(ConstraintKind.SNET, at("03-02 08:00"))),), (),
     "logic.constraint_on_finished", ("a",)),
    ((task("a", 5, deadline=at("03-03 17:00")),), (), "logic.deadline_missed", ("a",)),
    ((task("a"), task("b")), (Link("a", "b", lag=Lag(-60)),), "logic.lead", ("a", "b")),
    *(((task("a", constraint=Constraint(kind, at("03-03 17:00"))),), (), "logic.hard_constraint", ("a",))
      for kind in (ConstraintKind.MSO, ConstraintKind.MFO, ConstraintKind.SNLT, ConstraintKind.FNLT)),
    ((task("s", manual=True, manual_start=at("03-02 08:00"), manual_finish=at("03-20 17:00")),
      task("a", parent="s"), task("b", parent="s")), (), "wbs.children_do_not_cover", ("s",)),
    ((task("s", manual=True, manual_start=at("03-02 08:00"), manual_finish=at("03-02 17:00")),
      task("a", 3, parent="s"), task("b", parent="s")), (), "wbs.children_outside", ("s",)),
    ((task("s", baselines=(Baseline(work=Minutes(3000)),)),
      task("a", parent="s", baselines=(Baseline(work=Minutes(960)),)), task("b", parent="s")), (),
     "wbs.children_do_not_cover", ("s", "a", "b")),
)  # fmt: skip
