"""The arrays that the levelling kernels work on, in named tuples that numba understands.

All are int64 unless said otherwise; dates are absolute minutes, needs and capacities thousandths of a unit.
"""

from typing import Any, NamedTuple

Row = Any

# What levelling may do with a node of the plan.
# REST: a begun task of which what is left may be taken up later.
NODE, PINNED, FOLLOW, LEVEL, REST = 0, 1, 2, 3, 4
# The parts of an answer's price, worse parts first: broken rules, minutes of overload left, days of tardiness times
# weight, last finish, minutes by which starts leave the current plan.
HARD, OVERLOAD, TARDY, FINISH, SHIFT, PRICES = 0, 1, 2, 3, 4, 5
MOST_CUTS = 6
MODULUS, FACTOR = 2_147_483_647, 48_271  # the minimal standard generator of Park and Miller (1988)


class Time(NamedTuple):
    """Working-time tables as the engine's passes take them; two look-up bounds in `index`."""

    begin: Row
    end: Row
    before: Row
    offset: Row
    index: Row
    flag: Row


class Net(NamedTuple):
    """The plan's graph and what each node may do.

    Rows `ptr[v]` to `ptr[v + 1]` are the links into node v, `succ_ptr`/`succ` the nodes that wait for it.
    `least` and `limit` are the earliest and the latest start that levelling may give (of REST: the dates at which what
    is left may be taken up; before `usual` nobody takes it up anyway), `rank` the priority (higher goes first), `weight`
    float64.
    Rows `choice_ptr[v]` to `choice_ptr[v + 1]` are its choices (modes × people); choice x uses rows `use_ptr[x]` to
    `use_ptr[x + 1]` and eats rows `eat_ptr[x]` to `eat_ptr[x + 1]` of the stocks.
    Choice x takes `span[x]` minutes on its calendar and may be interrupted into pieces of at least `piece[x]`; 0: never.
    By project: `ceiling`, past which nothing may end, `deadline` and its `price` (float64) per minute.
    Rows `far_ptr[v]` to `far_ptr[v + 1]` are the maximum lags into it.
    """

    role: Row
    project: Row
    limit: Row
    least: Row
    usual: Row
    rank: Row
    now: Row
    due: Row
    weight: Row
    counts: Row
    ptr: Row
    source: Row
    kind: Row
    lag: Row
    lag_cal: Row
    succ_ptr: Row
    succ: Row
    far_ptr: Row
    far_from: Row
    far_kind: Row
    far_lag: Row
    far_cal: Row
    choice_ptr: Row
    use_ptr: Row
    use_res: Row
    use_cal: Row
    use_delay: Row
    use_minutes: Row
    use_need: Row
    eat_ptr: Row
    eat_res: Row
    eat_need: Row
    least_eaten: Row
    seg_from: Row
    piece: Row
    span: Row
    ceiling: Row
    deadline: Row
    price: Row


class Pool(NamedTuple):
    """Free capacity over time: resource r has `free[r, i]` from `pos[r, i]` on, in minutes of calendar `axis[r]`.

    `base_*` hold what is left beside pinned work; the others are the profile that a pass fills.
    """

    axis: Row
    base_pos: Row
    base_free: Row
    base_count: Row
    pos: Row
    free: Row
    count: Row
    base_stock: Row
    stock: Row


class Call(NamedTuple):
    """The engine's own forward pass, bound to the plan: all of its arguments but the nodes and the answers.

    `scalars` (projects, 3) holds the figures that differ by project. `rows` are the segment columns that depend on
    the choice, `shelf` the same columns for all choices.
    """

    before: Any
    scalars: Row
    after: Any
    seg_ptr: Row
    rows: Any
    shelf: Any


class State(NamedTuple):
    """What a pass fills in: dates, delays, the choice taken; and room to work in.

    `begin` is the start, or where what is left of begun work is taken up; `resume` is what the engine is told of that.
    `wish` is the choice asked for, -1 for whichever ends first. `torn` tasks are laid in pieces: `cuts[v]` breaks, the
    i-th after `cut_at[v, i]` minutes and `cut_for[v, i]` long, of which the engine has been told `added[v]` minutes.
    `was` is the price before a round of improvement. `line` are the nodes that a pass dates, those ahead of them being dated
    already; `inside` is 1 for each of them; `order` has room for as many. `raised` counts by maximum lag how often its
    predecessor was put off.
    """

    start: Row
    finish: Row
    driver: Row
    begin: Row
    resume: Row
    delay: Row
    taken: Row
    wish: Row
    torn: Row
    cuts: Row
    cut_at: Row
    cut_for: Row
    added: Row
    release: Row
    single: Row
    price: Row
    was: Row
    line: Row
    inside: Row
    order: Row
    waiting: Row
    heap: Row
    keys: Row
    right: Row
    back_start: Row
    back_finish: Row
    ends: Row
    raised: Row


class Herd(NamedTuple):
    """The population (size, nodes): begins as keys, choices taken, prices; the best answer in full; the generator.

    `goal` lists the parts of a price in the order in which they count. `tears[0]`: may children be torn?
    """

    start: Row
    taken: Row
    price: Row
    best_start: Row
    best_finish: Row
    best_delay: Row
    best_taken: Row
    best_cuts: Row
    best_cut_at: Row
    best_cut_for: Row
    torn: Row
    tears: Row
    best_price: Row
    luck: Row
    goal: Row
    order: Row
