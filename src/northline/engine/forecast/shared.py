"""Factors and risks as rows: what several tasks are multiplied by, or what is added to them, in every sample."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.errors import BadValue, DuplicateId, UnknownId
from northline.engine.forecast import luck
from northline.engine.forecast.luck import Keys
from northline.engine.forecast.shapes import Table
from northline.engine.forecast.uncertain import Doubt, Factor, Impact, Lognormal, Risk, ThreePoints
from northline.engine.forecast.values import Spread

MOST = (1 << 32) - 1
Cut = tuple[float, float, int]
Cutter = Callable[["Spread | Lognormal | ThreePoints"], Cut]


@dataclass(frozen=True, slots=True)
class Shared:
    """Row r is `low[r]` + `width[r]` · y while its second random bits are at most `limit[r]`, else `otherwise[r]`.

    y comes from row `table[r]` of the tables by key 2r, the second bits from key 2r + 1 of `key` (2·rows, 2).
    """

    key: Keys
    table: Ints
    low: Table
    width: Table
    limit: Keys
    otherwise: Table


@dataclass(frozen=True, slots=True)
class Extras:
    """Rows `ptr[v]` to `ptr[v + 1]` say what task v is multiplied by (`kind` MULTIPLY), then what is added (ADD)."""

    ptr: Ints
    kind: Ints
    row: Ints


def extras_of(
    doubt: Doubt, *, index: dict[str, int], leaf: list[bool], seed: int, cut: Cutter
) -> tuple[Extras, Shared]:
    """What factors and risks do to every task; raises UnknownId, DuplicateId and BadValue."""
    _refuse_twins("factor", [f.name for f in doubt.factors])
    _refuse_twins("risk", [r.id for r in doubt.risks])
    rows: list[tuple[float, float, int, int, float, bytes, bytes]] = []
    held: list[tuple[int, int, int]] = []
    for factor in doubt.factors:
        low, width, table = cut(factor.spread)
        seeds = keys_of(f"factor:{factor.name}", seed)
        held += [(v, luck.MULTIPLY, len(rows)) for v in _leaves(factor, factor.tasks, index, leaf)]
        rows.append((low, width, table, MOST, 1.0, *seeds))
    for risk in doubt.risks:
        known = _leaves(risk, [i.task for i in risk.impacts], index, leaf)
        for v, impact in zip(known, risk.impacts, strict=True):
            if risk.probability:
                held.append((v, luck.MULTIPLY if impact.as_share else luck.ADD, len(rows)))
                rows.append(_impact_row(risk, impact, seed, cut))
    return _extras(held, len(index)), _shared(rows)


def _refuse_twins(kind: str, names: list[str]) -> None:
    """Two of one name would always happen together, as their luck comes from it."""
    twice = sorted({n for n in names if names.count(n) > 1}) if len(set(names)) < len(names) else []
    if twice:
        raise DuplicateId(f"The {kind} {twice[0]} is given twice. Give each a name of its own.", ids=twice)


def limit_of(probability: float) -> int:
    """The largest random bits (0 to 2³² - 1) at which an event of this probability, above 0, happens."""
    return max(0, min(MOST, round(probability * (MOST + 1)) - 1))


def keys_of(name: str, seed: int) -> tuple[bytes, bytes]:
    """The keys for how bad, and for whether, of a factor or risk."""
    digest = blake2b(name.encode(), digest_size=16, key=salt(seed)).digest()
    return digest[:8], digest[8:]


def salt(seed: int) -> bytes:
    """What sets the seeds apart."""
    return blake2b(str(seed).encode(), digest_size=16).digest()


def _impact_row(
    risk: Risk, impact: Impact, seed: int, cut: Cutter
) -> tuple[float, float, int, int, float, bytes, bytes]:
    low, width, table = cut(ThreePoints(impact.low, impact.likely, impact.high))
    base = 1.0 if impact.as_share else 0.0
    return base + low, width, table, limit_of(risk.probability), base, *keys_of(f"risk:{risk.id}", seed)


def _leaves(
    what: Factor | Risk, names: "tuple[str, ...] | list[str]", index: dict[str, int], leaf: list[bool]
) -> list[int]:
    label = f"Factor {what.name}" if isinstance(what, Factor) else f"Risk {what.id}"
    missing = sorted({n for n in names if n not in index})
    if missing:
        raise UnknownId(f"{label} names task {missing[0]}, which is not in the plan.", ids=missing)
    summaries = sorted({n for n in names if not leaf[index[n]]})
    if summaries:
        raise BadValue(
            f"{label} names {summaries[0]}, a summary. Name the tasks below it instead.", ids=summaries
        )
    twice = sorted({n for n in names if list(names).count(n) > 1}) if len(set(names)) < len(names) else []
    if twice:
        raise BadValue(f"{label} names task {twice[0]} twice.", ids=twice)
    return [index[n] for n in names]


def _extras(held: list[tuple[int, int, int]], count: int) -> Extras:
    made = np.array(sorted(held), np.int64).reshape(-1, 3)
    ptr = np.concatenate(([0], np.cumsum(np.bincount(made[:, 0], minlength=count)))).astype(np.int64)
    return Extras(ptr, np.ascontiguousarray(made[:, 1]), np.ascontiguousarray(made[:, 2]))


def _shared(rows: list[tuple[float, float, int, int, float, bytes, bytes]]) -> Shared:
    joined = b"".join(r[5] + r[6] for r in rows)
    return Shared(
        key=np.frombuffer(joined, dtype="<u4").astype(np.uint32).reshape(-1, 2),
        table=np.array([max(r[2], 0) for r in rows], np.int64),
        low=np.array([r[0] for r in rows], np.float32),
        width=np.array([r[1] for r in rows], np.float32),
        limit=np.array([r[3] for r in rows], np.uint32),
        otherwise=np.array([r[4] for r in rows], np.float32),
    )
