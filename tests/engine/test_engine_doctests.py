"""The examples in the engine's and the formats' docstrings run."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import northline.engine
import northline.formats.mspdi

PACKAGES = (northline.engine, northline.formats.mspdi)
MODULES = [
    module.name
    for package in PACKAGES
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_run(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
