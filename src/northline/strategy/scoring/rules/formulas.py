"""The small language of score formulas: figures, factor names, arithmetic, comparisons and a few functions.

A formula is parsed and walked, never run as code; what it may hold is listed here and nothing else passes.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from northline.core.refusal import Refusal

Figures: TypeAlias = npt.NDArray[np.float64]

LONGEST, MOST_NODES, MOST_ARGUMENTS = 500, 120, 12
_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: np.divide,
    ast.Pow: np.float_power,
}
_COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: np.less,
    ast.LtE: np.less_equal,
    ast.Gt: np.greater,
    ast.GtE: np.greater_equal,
    ast.Eq: np.equal,
    ast.NotEq: np.not_equal,
}
_UNARY: Mapping[type[ast.unaryop], Callable[[Any], Any]] = {ast.USub: np.negative, ast.UAdd: np.positive}
_ONE: Mapping[str, Callable[[Any], Any]] = {
    "abs": np.abs,
    "sqrt": np.sqrt,
    "log": np.log,
    "round": np.rint,
}
_MANY: Mapping[str, Callable[[Any, Any], Any]] = {"min": np.minimum, "max": np.maximum}
FUNCTIONS = (*_ONE, *_MANY)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood, and the names it takes."""

    text: str
    names: frozenset[str]
    tree: ast.expr

    def of(self, values: Mapping[str, Any]) -> Figures:
        """The formula's value; arrays are taken element by element. Not a number where it has none (5 / 0).

        >>> float(understood("reach * impact / effort", names={"reach", "impact", "effort"}).of(
        ...     {"reach": 500, "impact": 2, "effort": 4}))
        250.0
        """
        with np.errstate(all="ignore"):
            found = np.asarray(_value(self.tree, values), dtype=np.float64)
        return np.where(np.isfinite(found), found, np.nan)


def understood(text: str, *, names: frozenset[str] | set[str]) -> Formula:
    """Read a formula over factors of these names.

    Raises Refusal `formula.not_understood` with the `position` (characters from 0, blanks joined) of what does not fit.
    """
    if len(text) > LONGEST:
        raise _refusal(f"A formula has at most {LONGEST} characters.", LONGEST)
    # One line, not indented: Python's parser minds both.
    line = " ".join(text.split())
    tree = _parsed(line)
    if sum(1 for _ in ast.walk(tree)) > MOST_NODES:
        raise _refusal(f"A formula has at most {MOST_NODES} parts. Split it into factors.", 0)
    _check(tree, names, ", ".join(sorted(names)) or "none")
    return Formula(line, frozenset(_names(tree)), tree)


def _parsed(line: str) -> ast.expr:
    try:
        return ast.parse(line, mode="eval").body
    except SyntaxError as error:
        # Where it breaks off, Python names no character.
        where = (error.offset or len(line) + 1) - 1
        raise _refusal(f"It breaks off or cannot be read at character {where + 1}.", where) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise _refusal("It cannot be read: it is nested too deeply or holds odd characters.", 0) from error


def _check(node: ast.expr, names: frozenset[str] | set[str], known: str) -> None:
    """Refuse the first part, from the left, that the language does not have."""
    match node:
        case ast.Constant(value=value) if type(value) not in (int, float):
            raise _refusal("Only plain figures are known, such as 2 or 0.5.", node.col_offset)
        case ast.Name(id=name):
            if name not in names:
                raise _refusal(
                    f"“{name}” is no factor of this scorecard. There are: {known}.", node.col_offset
                )
        case ast.Call(ast.Name(id=name), arguments, []):
            _check_call(node, name, arguments)
    for part in _parts(node):
        _check(part, names, known)


def _parts(node: ast.expr) -> list[ast.expr]:
    """The parts of a node that the language has, from the left."""
    match node:
        case ast.Constant() | ast.Name():
            return []
        case ast.BinOp(left, op, right) if type(op) in _BINARY:
            return [left, right]
        case ast.UnaryOp(op, operand) if type(op) in _UNARY:
            return [operand]
        case ast.Compare(left, [op], [right]) if type(op) in _COMPARE:
            return [left, right]
        case ast.IfExp(test, body, orelse):
            return [body, test, orelse]
        case ast.Call(ast.Name(), arguments, []):
            return arguments
    raise _refusal(
        "Only figures, factors, + - * / **, comparisons, “a if b > c else d” and "
        f"{', '.join(FUNCTIONS)} are known.",
        node.col_offset,
    )


def _check_call(node: ast.expr, name: str, arguments: list[ast.expr]) -> None:
    if name not in FUNCTIONS:
        raise _refusal(f"There is no function {name}. There are: {', '.join(FUNCTIONS)}.", node.col_offset)
    one = name in _ONE
    if any(isinstance(argument, ast.Starred) for argument in arguments):
        raise _refusal(f"{name} takes figures, no lists.", node.col_offset)
    if (one and len(arguments) != 1) or not 1 <= len(arguments) <= MOST_ARGUMENTS:
        wanted = "one figure" if one else f"1 to {MOST_ARGUMENTS} figures"
        raise _refusal(f"{name} takes {wanted}.", node.col_offset)


def _names(tree: ast.expr) -> Iterator[str]:
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and id(node) not in called:
            yield node.id


def _value(node: ast.expr, values: Mapping[str, Any]) -> Any:
    found = [_value(part, values) for part in _parts(node)]
    match node:
        case ast.Constant(value=value):
            return np.float64(value)  # type: ignore[arg-type]
        case ast.Name(id=name):
            return np.asarray(values[name], dtype=np.float64)
        case ast.BinOp(_, op, _):
            return _BINARY[type(op)](*found)
        case ast.UnaryOp(op, _):
            return _UNARY[type(op)](*found)
        case _:
            return _chosen(node, found)


def _chosen(node: ast.expr, found: list[Any]) -> Any:
    """Comparisons, choices and functions."""
    match node:
        case ast.Compare(_, [op], _):
            return _COMPARE[type(op)](*found).astype(np.float64)
        case ast.Call(ast.Name(id=name)) if name in _ONE:
            return _ONE[name](found[0])
        case ast.Call(ast.Name(id=name)):
            return reduce(_MANY[name], found)
    body, test, orelse = found
    # Any figure but nought is a yes, as in a spreadsheet.
    return np.where(test != 0, body, orelse)


def _refusal(message: str, position: int) -> Refusal:
    return Refusal(
        "formula.not_understood",
        f"The formula was not understood: {message} Nothing was changed.",
        position=position,
    )
