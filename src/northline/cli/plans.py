"""What all commands on plan files share: find the reader by content, turn errors into refusals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from northline.cli import refuse
from northline.engine import PlanError
from northline.formats import FormatError, ImportedPlan

if TYPE_CHECKING:
    from northline.formats.told import Told


def load(file: Path) -> ImportedPlan:
    """Read a plan of any known format; refuses with the reason."""
    from northline.formats.detect import read_plan

    with refusing():
        return read_plan(file)


def uncertainty_of(plan: ImportedPlan, file: Path | None) -> Told:
    """What the plan says about uncertainty, and over it what a file says; refuses with the reason."""
    from northline.formats import risk_files
    from northline.formats.told import told
    from northline.formats.uncertainty import joined

    with refusing():
        given = plan.uncertainty if file is None else joined(plan.uncertainty, risk_files.read(file))
        return told(given)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what readers and the engine raise into a refusal."""
    try:
        yield
    except (FormatError, PlanError) as error:
        refuse(f"{error.message} ({error.code})")
    except OSError as error:
        refuse(f"{error.filename}: {error.strerror}.")
