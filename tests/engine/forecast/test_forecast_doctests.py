"""The examples in the forecast's docstrings run."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import northline.engine.forecast as package

MODULES = [f"{package.__name__}.{module.name}" for module in pkgutil.iter_modules(package.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_run(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
