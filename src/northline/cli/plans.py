"""What all commands on plan files share: find the reader by content, turn errors into refusals."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from northline.cli import refuse
from northline.engine import PlanError
from northline.formats import FormatError, ImportedPlan


def load(file: Path) -> ImportedPlan:
    """Read a plan of any known format; refuses with the reason."""
    from northline.formats.detect import read_plan

    with refusing():
        return read_plan(file)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what readers and the engine raise into a refusal."""
    try:
        yield
    except (FormatError, PlanError) as error:
        refuse(f"{error.message} ({error.code})")
    except OSError as error:
        refuse(f"{error.filename}: {error.strerror}.")
