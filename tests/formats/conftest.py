"""Where the third-party files lie: NORTHLINE_DATASETS, or shared/data beside the repository."""

import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("NORTHLINE_DATASETS", Path(__file__).resolve().parents[3] / "shared" / "data"))


@pytest.fixture
def datasets() -> Path:
    """The folder of third-party files; skips where it is absent."""
    if not DATA.is_dir():
        pytest.skip(f"no third-party files in {DATA}; set NORTHLINE_DATASETS")
    return DATA
