"""Values that are made quickly are the values that the usual way makes."""

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields, replace
from inspect import signature
from pickle import dumps, loads

import pytest

from northline.engine import Minutes, NegativeDuration, Task
from northline.engine.model.quick import quickly_made


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    name: str
    size: int = 3
    marks: dict[str, int] = field(default_factory=dict)


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    name: str
    size: int = 3
    marks: dict[str, int] = field(default_factory=dict)


def test_a_quick_value_is_of_its_class_equal_hashed_copied_and_kept_like_any_other() -> None:
    paint = Task(id="1", name="Paint", duration=Minutes(480))
    assert type(paint) is Task
    assert paint == Task(id="1", name="Paint", duration=Minutes(480)) == loads(dumps(paint))
    assert hash(paint) == hash(loads(dumps(paint)))
    assert replace(paint, name="Wash").name == "Wash"
    assert {item.name: getattr(Task(id="1"), item.name) for item in fields(Task) if item.name != "id"} == {
        item.name: item.default for item in fields(Task) if item.default is not MISSING
    }


def test_a_quick_value_stays_frozen() -> None:
    paint = Task(id="1")
    with pytest.raises(FrozenInstanceError):
        paint.name = "Wash"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del paint.name


def test_a_quick_value_checks_what_it_is_given() -> None:
    with pytest.raises(NegativeDuration):
        Task(id="1", duration=Minutes(-1))
    with pytest.raises(TypeError, match="id"):
        Task()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Task(id="1", colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Task("1")  # type: ignore[call-arg,misc]


def test_a_quick_value_takes_the_same_arguments() -> None:
    assert list(signature(Quick).parameters) == list(signature(Usual).parameters)
    assert repr(Quick(name="a", marks={"b": 1})) == repr(Usual(name="a", marks={"b": 1})).replace(
        "Usual", "Quick"
    )
    assert Quick(name="a").marks == {}
    assert Quick(name="a").marks is not Quick(name="a").marks
