"""Sorting the graph: edges by their ends, nodes so that each comes after all that it waits for."""

from northline.engine.kernels import NONE
from northline.engine.worktime import Row


def topological(order: Row, waiting: Row, succ_ptr: Row, succ_node: Row) -> int:
    """Fill `order` with the nodes such that each comes after all that it waits for; return how many fit.

    What was freed last goes next, so that chains stay together in memory. `waiting`, at first how many each node
    waits for, becomes the stack: a freed node's entry is the one below it.
    """
    top = NONE
    for node in range(len(waiting) - 1, -1, -1):
        if waiting[node] == 0:
            waiting[node] = top
            top = node
    filled = 0
    while top != NONE:
        node = top
        top = waiting[node]
        order[filled] = node
        filled += 1
        for k in range(succ_ptr[node + 1] - 1, succ_ptr[node] - 1, -1):
            after = succ_node[k]
            waiting[after] -= 1
            if waiting[after] == 0:
                waiting[after] = top
                top = after
    return filled


def spread(keys: Row, place: Row, rows: Row) -> None:
    """Put the number of each key where `place` says that the next row of that key goes."""
    for number in range(len(keys)):
        key = keys[number]
        rows[place[key]] = number
        place[key] += 1


def gather(order: Row, ptr: Row, source: Row, own: Row, found: Row) -> None:
    """Fill `found` with the bits in `own` of all nodes from which a way leads to each node."""
    for node in order:
        bits = 0
        for x in range(ptr[node], ptr[node + 1]):
            bits |= own[source[x]] | found[source[x]]
        found[node] = bits
