"""A pay plan as it is typed: its tables, in which something may be missing or unreadable, and what changes them.

Every change gives new tables. Numbers of parts and names of ranks that stand elsewhere in the plan follow.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from planner.errors import Fault
from planner.inputs.cited.figure import YOURS
from planner.inputs.faults import checked, path_of
from planner.inputs.path import Path, at, put
from planner.inputs.pay.pay_plan import PayPlan

Tables = dict[str, Any]
RANK_KEYS = ("rank", "from_rank", "ends_rank", "leader_rank", "after", "paid_as")  # under which a rank is named


@dataclass(frozen=True, slots=True)
class Unread:
    """What was typed and is no value. faults: why not, without a place."""

    text: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """The plan of some tables, None where its rules are not whole; of its proofs those that are, by their places.

    faults: everything that is missing or wrong, in the proofs too, with the tables' places.
    """

    plan: PayPlan | None
    proofs: tuple[int, ...]
    faults: tuple[Fault, ...]


def tables_of_plan(plan: PayPlan) -> Tables:
    """What a file would state of it: nothing that is as it is where it is left out."""
    return plan.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def read_draft(tables: Tables) -> ReadPlan:
    """The rules first; then each example by itself, so that one that is not whole keeps nothing else from counting."""
    clean, unread = _without_unread(tables, ())
    rules = {key: value for key, value in clean.items() if key != "proofs"}
    plan, faults = checked(PayPlan, rules)
    kept: list[int] = []
    proofs = clean.get("proofs", [])
    found = [*unread, *faults]
    for number, proof in enumerate(proofs):
        alone = {**(rules if plan is not None else _names_only(rules)), "proofs": [proof]}
        _plan, wrong = checked(PayPlan, alone)
        front, place = "proofs[1]", f"proofs[{number + 1}]"
        found += [replace(each, path=place + each.path.removeprefix(front)) for each in wrong if each.path[:9] == front]
        if not wrong and not any(each.path.startswith(place) for each in unread):
            kept.append(number)
    if any(not each.path.startswith("proofs[") for each in unread):
        plan = None
    if plan is not None:
        plan, _faults = checked(PayPlan, {**rules, "proofs": [proofs[number] for number in kept]})
    return ReadPlan(plan, tuple(kept), tuple(_once(found)))


def _names_only(rules: Tables) -> Tables:
    """As much of rules that are not whole as an example's figures name."""
    ranks = [
        {"name": each["name"], "personal_volume": n} for n, each in enumerate(rules.get("ranks", [])) if "name" in each
    ]
    parts = [{"rule": "unilevel", "rates": [0.0]} for _each in rules.get("parts", [])]
    return {"ranks": ranks, "parts": parts}


def _once(faults: list[Fault]) -> list[Fault]:
    """The first at each place: what cannot be read is not called missing too."""
    return list({each.path: each for each in reversed(faults)}.values())[::-1]


def _without_unread(found: Any, path: Path) -> tuple[Any, list[Fault]]:
    """The data without what could not be read, and why it could not, with its places."""
    faults: list[Fault] = []
    if isinstance(found, Unread):
        return None, [replace(each, path=path_of(path)) for each in found.faults]
    if isinstance(found, dict):
        clean: Any = {}
        for key, value in found.items():
            clean[key], wrong = _without_unread(value, (*path, key))
            faults += wrong
        return {key: value for key, value in clean.items() if value is not None}, faults
    if isinstance(found, list):
        inside = [_without_unread(each, (*path, number)) for number, each in enumerate(found)]
        return [each for each, _ in inside], [fault for _, wrong in inside for fault in wrong]
    return found, faults


def with_value(tables: Tables, path: Path, value: Any, year: int) -> Tables:
    """The tables with a value at a place; None leaves it out. A rank that is called otherwise is so everywhere.

    year: in which the person states it; a part or an example that they change rests on them from then on.
    """
    changed = deepcopy(tables)
    before = at(changed, path)
    if value is not None:
        put(changed, path, value)
    elif isinstance(group := at(changed, path[:-1]) if len(path) > 1 else changed, dict):
        group.pop(str(path[-1]), None)
    if path[0] == "ranks" and path[-1] == "name" and isinstance(before, str) and isinstance(value, str):
        _rename(changed, before, value)
    return _yours(changed, path, year)


def with_row(tables: Tables, path: Path, row: Tables, year: int) -> Tables:
    """The tables with one more row at the end of a list."""
    changed = deepcopy(tables)
    put(changed, path, [*(at(changed, path) or []), deepcopy(row)])
    return _yours(changed, (*path, len(at(changed, path)) - 1), year)


def without_row(tables: Tables, path: Path, number: int, year: int) -> Tables:
    """The tables without a row of a list."""
    changed = deepcopy(tables)
    rows = at(changed, path)
    del rows[number]
    if path == ("parts",):
        _renumber(changed, lambda part: None if part == number + 1 else part - (part > number + 1))
    return _yours(changed, path, year)


def with_row_moved(tables: Tables, path: Path, number: int, by: int, year: int) -> Tables:
    """The tables with a row in the place of the one before it (by = -1) or after it (1)."""
    changed = deepcopy(tables)
    rows, other = at(changed, path), number + by
    rows[number], rows[other] = rows[other], rows[number]
    if path == ("parts",):
        places = {number + 1: other + 1, other + 1: number + 1}
        _renumber(changed, lambda part: places.get(part, part))
    return _yours(changed, path, year)


def _yours(tables: Tables, path: Path, year: int) -> Tables:
    """A part or an example that is changed rests on the person's own documents."""
    if len(path) > 1 and path[0] in ("parts", "proofs") and isinstance(row := at(tables, path[:2]), dict):
        row |= {"source": YOURS, "year": year}
    return tables


def _rename(found: Any, before: str, after: str) -> None:
    """Every place that names a rank."""
    for key, value in _pairs(found):
        if key in RANK_KEYS and value == before:
            found[key] = after
        else:
            _rename(value, before, after)


def _pairs(found: Any) -> list[tuple[Any, Any]]:
    if isinstance(found, dict):
        return list(found.items())
    return list(enumerate(found)) if isinstance(found, list) else []


def _renumber(tables: Tables, number_of: Callable[[int], int | None]) -> None:
    """Every place that names a part by its number; what was said of one that is gone goes with it."""
    lists = [(part, "of") for part in tables.get("parts", [])]
    lists += [(each, "parts") for key in ("gates", "caps") for each in tables.get(key, [])]
    lists += [(tables["payout_cap"], "exempt")] if "payout_cap" in tables else []
    for group, key in lists:
        if isinstance(group.get(key), list):
            group[key] = [new for old in group[key] if (new := _numbered(old, number_of)) is not None]
    for proof in tables.get("proofs", []):
        figures = [
            {**each, "part": _numbered(each["part"], number_of)} if "part" in each else each
            for each in proof.get("printed", [])
        ]
        proof["printed"] = [each for each in figures if each.get("part", 0) is not None]


def _numbered(part: Any, number_of: Callable[[int], int | None]) -> Any:
    return number_of(part) if isinstance(part, int) else part


def changed_by(tables: Tables, values: Mapping[Path, Any], year: int) -> Tables:
    """The tables with other values at some places, as with_value states each."""
    for path, value in values.items():
        tables = with_value(tables, path, value, year)
    return tables
