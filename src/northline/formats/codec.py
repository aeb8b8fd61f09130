"""Frozen dataclasses ↔ plain JSON values: fields by name, defaults left out, every type checked on the way
in."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from northline.engine.errors import PlanError
from northline.formats import BadField

T = TypeVar("T")
Decoder = Callable[[Any, str], Any]


def encoded(value: Any) -> Any:  # noqa: PLR0911  one line a kind of value
    """A value as what JSON can say; a dataclass becomes an object without the fields that hold their default.

    >>> from northline.engine.model import Minutes, Task
    >>> encoded(Task(id="a", duration=Minutes(480)))
    {'id': 'a', 'duration': 480}
    """
    kind = type(value)
    if kind in (str, int, float, bool, types.NoneType):
        return value
    if is_dataclass(value):
        return _object(value, _plan_of(cast(Any, kind)))
    if kind in (tuple, list):
        return [encoded(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="auto" if value.second or value.microsecond else "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: encoded(item) for key, item in value.items()}
    return str(value)


def _object(value: Any, plan: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    made = {}
    for name, default in plan:
        item = getattr(value, name)
        if item is default or item == default:
            continue
        made[name] = encoded(item)
    return made


@cache
def _plan_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, _default(f)) for f in fields(kind))


def _default(item: Field[Any]) -> Any:
    if item.default_factory is not MISSING:
        return item.default_factory()
    return item.default


def decoded(kind: type[T], value: Any, *, where: str) -> T:
    """A value of a type from plain JSON values; raises BadField, which names the place and what it needs.

    >>> from northline.engine.model import Split
    >>> decoded(Split, {"after": 480, "length": 60}, where="split")
    Split(after=480, length=60)
    """
    made: T = _decoder(cast(Any, kind))(value, where)
    return made


@cache
def _decoder(kind: Any) -> Decoder:  # noqa: PLR0911  one line a kind of type
    if isinstance(kind, NewType):
        return _decoder(kind.__supertype__)
    if is_dataclass(kind):
        return _object_decoder(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(_decoder(next(i for i in inner if i is not types.NoneType)))
    if origin is tuple:
        return _sequence(inner)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_decoder(inner[1]))
    if issubclass(kind, StrEnum):
        return _choice(kind)
    return {str: _text, bool: _flag, int: _whole, float: _number, datetime: _moment, date: _day}[kind]


def _object_decoder(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    known = {f.name: _decoder(hints[f.name]) for f in fields(kind)}
    needed = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}

    def decode(value: Any, where: str) -> Any:
        if type(value) is not dict:
            raise _wrong(where, "an object", value)
        odd = value.keys() - known.keys()
        if odd or not needed <= value.keys():
            raise BadField(f"{where}: {_keys(odd, needed - value.keys())}.")
        here = f"{where} {value['id']}" if isinstance(value.get("id"), str) else where
        values = {name: known[name](item, f"{here}, {name}") for name, item in value.items()}
        try:
            return kind(**values)
        except PlanError as error:
            if error.ids:
                raise
            raise type(error)(f"{here}: {error.message}") from None  # what has no id is told by its place

    return decode


def _keys(odd: set[str], missing: set[str]) -> str:
    if odd:
        return f"the field {min(odd)[:60]!r} is not known"
    return f"the field {min(missing)!r} is missing"


def _optional(inner: Decoder) -> Decoder:
    return lambda value, where: None if value is None else inner(value, where)


def _sequence(inner: tuple[Any, ...]) -> Decoder:
    endless = inner[-1] is Ellipsis
    parts = [_decoder(i) for i in inner if i is not Ellipsis]

    def decode(value: Any, where: str) -> tuple[Any, ...]:
        if type(value) is not list or not (endless or len(value) == len(parts)):
            raise _wrong(where, "a list" if endless else f"a list of {len(parts)}", value)
        if endless:
            return tuple([parts[0](item, where) for item in value])
        return tuple([part(item, where) for part, item in zip(parts, value, strict=True)])

    return decode


def _mapping(inner: Decoder) -> Decoder:
    def decode(value: Any, where: str) -> dict[str, Any]:
        if type(value) is not dict:
            raise _wrong(where, "an object", value)
        return {key: inner(item, f"{where} {key}") for key, item in value.items()}

    return decode


def _choice(kind: type[StrEnum]) -> Decoder:
    known = {str(member): member for member in kind}

    def decode(value: Any, where: str) -> StrEnum:
        if type(value) is not str or value not in known:
            raise _wrong(where, f"one of {', '.join(known)}", value)
        return known[value]

    return decode


def _text(value: Any, where: str) -> str:
    if type(value) is not str:
        raise _wrong(where, "a text", value)
    return value


def _flag(value: Any, where: str) -> bool:
    if type(value) is not bool:
        raise _wrong(where, "true or false", value)
    return value


def _whole(value: Any, where: str) -> int:
    if type(value) is not int:
        raise _wrong(where, "a whole number", value)
    return value


def _number(value: Any, where: str) -> float:
    if type(value) not in (int, float) or abs(value) > 1e300:
        raise _wrong(where, "a number", value)
    return float(value)


def _moment(value: Any, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(value, where))
    except ValueError:
        raise _wrong(where, "a moment such as 2026-03-02T08:00", value) from None
    return moment


def _day(value: Any, where: str) -> date:
    try:
        return date.fromisoformat(_text(value, where))
    except ValueError:
        raise _wrong(where, "a day such as 2026-03-02", value) from None


def _wrong(where: str, needs: str, value: Any) -> BadField:
    return BadField(f"{where} needs {needs}, not {str(value)[:60]!r}.")
