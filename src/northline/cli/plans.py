"""What all commands on plan files share: find the reader by content, turn errors into refusals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from northline.cli import refuse
from northline.engine import PlanError
from northline.formats import FormatError, ImportedPlan, WrongSchema

HEAD = 4096


def load(file: Path) -> ImportedPlan:
    """Read a plan of any known format; refuses with the reason."""
    with refusing():
        with file.open("rb") as opened:
            head = opened.read(HEAD)
        if not head.strip():
            raise WrongSchema("The file is empty.")
        return _reader(head)(file)


def _reader(head: bytes) -> Callable[[Path], ImportedPlan]:
    """Choose by content, never by name. Further formats are added here."""
    from northline.formats import mspdi

    return mspdi.read


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what readers and the engine raise into a refusal."""
    try:
        yield
    except (FormatError, PlanError) as error:
        refuse(f"{error.message} ({error.code})")
    except OSError as error:
        refuse(f"{error.filename}: {error.strerror}.")
