"""What the guide says to type is typed, in order, and works."""

from __future__ import annotations

import json
import os
import re
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

from northline.accounts.actions.api_tokens import make_token
from northline.strategy.models import CheckIn

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "api.md"


def typed(command: str, told: dict[str, str]) -> Any:
    answer = subprocess.run(
        ["bash", "-euc", command], env=os.environ | told, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_the_commands_of_the_guide_work(lasting_cast: Any, live_server: Any) -> None:
    key_result = lasting_cast.acme.row("key_result")
    type(key_result).objects.filter(pk=key_result.pk).update(title="Sign-ups a week")
    told = {
        "NORTHLINE": live_server.url,
        "TOKEN": make_token(lasting_cast.pia.person, name="Metrics", days=1, may_write=True)[1],
        "WORKSPACE": "acme",
        "KEY_RESULT": str(key_result.pk),
    }
    products, found, checked_in = [
        typed(one, told) for one in re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text(), re.M | re.S)
    ]
    assert [one["title"] for one in products] == ["Atlas"]
    assert [one["title"] for one in found["items"]] == ["Sign-ups a week"]
    assert checked_in["note"] == "From the warehouse"
    assert CheckIn.objects.latest("created_at").value == Decimal(1240)
