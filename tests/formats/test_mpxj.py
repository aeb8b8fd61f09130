"""Plans of other tools come in through MPXJ, in a process of its own, or are refused with the way out."""

import subprocess
from pathlib import Path

import pytest

from northline.formats import HasDoctype, MissingTool, ToolFailed, mpxj, mspdi

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def java() -> Path:
    """MPXJ's archives; skips where it or Java is not installed."""
    if not mpxj.is_there():
        pytest.skip("Java or MPXJ is not installed")
    found = mpxj._jars()
    assert found is not None
    return found


@pytest.mark.parametrize("suffix", ["mpx", "xml"])
def test_a_plan_of_another_tool_has_the_same_tasks_and_links(
    java: Path, datasets: Path, tmp_path: Path, suffix: str
) -> None:
    source = datasets / "mspdi" / "mpxj" / "task-links-project2003-mspdi.xml"
    other = tmp_path / f"plan.{suffix}"
    command = ["java", "-cp", f"{java}/*", mpxj.CONVERTER, str(source), str(other)]
    subprocess.run(command, check=True, capture_output=True)
    made, given = mpxj.read(other).project, mspdi.read(source).project
    assert [t.name for t in made.tasks if t.name] == [t.name for t in given.tasks if t.name]
    assert [(k.kind, k.lag.amount) for k in made.links] == [(k.kind, k.lag.amount) for k in given.links]


def test_a_file_that_nobody_knows_is_refused(java: Path) -> None:
    with pytest.raises(ToolFailed):
        mpxj.read(b"\xd0\xcf\x11\xe0 but not a plan")


def test_mpxj_that_takes_too_long_is_stopped(java: Path) -> None:
    with pytest.raises(ToolFailed, match="stopped"):
        mpxj.read(b"\xd0\xcf\x11\xe0", seconds=0.001)


def test_without_java_the_refusal_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingTool, match="Java"):
        mpxj.read(b"\xd0\xcf\x11\xe0")


def test_a_document_type_never_reaches_java() -> None:
    with pytest.raises(HasDoctype):
        mpxj.read(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><project>&b;</project>')
