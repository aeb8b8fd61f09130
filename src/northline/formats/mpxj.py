"""Plans of other tools (MPP, MPX, PMXML, Planner, Asta and more), read by MPXJ in a Java process of its own.

MPXJ is an optional extra and needs a Java runtime. It writes MSPDI, which our own hardened reader takes; nothing of it
is loaded into this process.
"""

import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

from northline.formats import HasDoctype, ImportedPlan, MissingTool, ToolFailed, mspdi
from northline.formats.sources import MEBIBYTE, content_of

CONVERTER = "org.mpxj.sample.MpxjConvert"
SECONDS = 120
MEMORY = "1g"
# Java keeps a gigabyte of addresses for its classes if it is let, more than an import's process has left.
_SMALL = ("-XX:CompressedClassSpaceSize=64m", "-XX:ReservedCodeCacheSize=64m", "-XX:+UseSerialGC")
# No document of any kind may make the parsers reach out or unfold without end.
_HARDENED = (
    "-Djava.awt.headless=true",
    "-Djavax.xml.accessExternalDTD=",
    "-Djavax.xml.accessExternalSchema=",
    "-Djavax.xml.accessExternalStylesheet=",
    "-Djdk.xml.entityExpansionLimit=1000",
    "-Djdk.xml.totalEntitySizeLimit=1000000",
)


def is_there() -> bool:
    """Whether Java and MPXJ are installed."""
    return shutil.which("java") is not None and _jars() is not None


def read(source: bytes | Path, *, max_bytes: int = 256 * MEBIBYTE, seconds: float = SECONDS) -> ImportedPlan:
    """A plan in any format that MPXJ knows; takes a second or two for the Java process.

    Raises FormatError: TooLarge, HasDoctype, MissingTool without Java or MPXJ, ToolFailed where MPXJ gives up or takes
    longer than `seconds` or more than 1 GiB, and what the MSPDI reader raises.
    """
    content = content_of(source, max_bytes=max_bytes)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and b"<!DOCTYPE" in content:
        raise HasDoctype("The file declares a document type, which is not read. Save it again without one.")
    java, jars = shutil.which("java"), _jars()
    if java is None or jars is None:
        missing = "a Java runtime" if java is None else "MPXJ (pip install 'northline[mpxj]')"
        raise MissingTool(f"Plans of this kind are read with the help of MPXJ, which needs {missing}.")
    with tempfile.TemporaryDirectory(prefix="northline-") as folder:
        given, made = Path(folder) / "plan", Path(folder) / "plan.xml"
        given.write_bytes(content)
        _run(
            [
                java,
                f"-Xmx{MEMORY}",
                *_SMALL,
                *_HARDENED,
                "-cp",
                f"{jars}/*",
                CONVERTER,
                given.name,
                made.name,
            ],
            folder,
            seconds,
        )
        if not made.exists():
            raise ToolFailed("MPXJ could not read this file. Save the plan in another format and try again.")
        return mspdi.read(made, max_bytes=4 * max_bytes)


def _run(command: list[str], folder: str, seconds: float) -> None:
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        # The command is made of our own words and two fixed file names; no shell reads it.
        done = subprocess.run(command, cwd=folder, timeout=seconds, check=False, **quiet)  # type: ignore[call-overload]  # noqa: S603
    except subprocess.TimeoutExpired:
        raise ToolFailed(
            f"MPXJ took more than {seconds:.0f} seconds over this file and was stopped."
        ) from None
    except OSError as error:
        raise ToolFailed(f"Java could not be started: {error.strerror}.") from None
    if done.returncode:
        raise ToolFailed("MPXJ does not know this kind of file, or it is damaged.")


def _jars() -> Path | None:
    """The folder of MPXJ's archives, found without loading the package."""
    try:
        found = find_spec("mpxj")
    except (ImportError, ValueError):
        return None
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place) / "lib"
        if (folder / "mpxj.jar").is_file():
            return folder
    return None
