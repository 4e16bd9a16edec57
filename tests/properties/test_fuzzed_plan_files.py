"""Plan files as nobody would write them: each is refused with its faults, or computed without a NaN.

A good file is changed step by step, and a step that is still a good file is gone on from, so that strange plans are
computed and not only refused.
"""

import dataclasses
import json
import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import numpy as np
import pytest

from planner.analysis.beside.what_if import differences
from planner.analysis.case import Case
from planner.analysis.measures.income_sources import income_sources
from planner.analysis.measures.quitting import quitting
from planner.analysis.measures.team_worth import team_worth
from planner.export.json import projection_record, to_json
from planner.inputs.company.catalog import load_catalog
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.speech import Speech
from tests.random_cases import TIMES

FILES = 240 * TIMES
COMPANIES = list(load_catalog().companies.values())
RATES = {"EUR": 1.1, "SEK": 0.1, "USD": 1.0}
NUMBERS = [0, 1, -1, 0.5, 1e9, 1e-9, 1e308, -0.0, 2, 3, 12, 120, 0.999999, 10**30, 1e6, 0.05, 0.3, 5000, True, None]
WORDS = ["x", "", "always", "while_it_pays", "address_book", "from_start", "past_threshold", "flat", "SEK", "2027-12"]
WORDS += ["sweden-sole-trader-2026", "united-states-self-employment-2025"]
LISTS: list[Any] = [[], {}, [1] * 12, [0, 1, 2], {"first": 0, "last": 3, "months": 6}]


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where a value stands, lists themselves too."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from places(value, (*path, key))
    else:
        yield path
        for index, value in enumerate(data if isinstance(data, list) else ()):
            yield from places(value, (*path, index))


def changed_somewhere(content: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    changed = deepcopy(content)
    *front, last = dice.choice([path for path in places(changed["plan"]) if path])
    place = changed["plan"]
    for part in front:
        place = place[part]
    place[last] = dice.choice(NUMBERS + WORDS + LISTS)
    return changed


def computed(file: PlanFile, dice: random.Random) -> None:
    company = dice.choice(COMPANIES)
    if missing_rate(company, file.plan):
        return
    case = Case.of(file.plan, company)
    projection = case.projection
    speech = Speech.of(dice.choice(["en", "sv"]), file.plan)
    to_json(projection_record(case, speech))  # every measure, caution and month in words and figures
    leaving, worth = quitting(case), team_worth(case)
    records = (projection.statement, case.measures, income_sources(projection), leaving, worth)
    records += tuple(each.otherwise.measures for each in differences(case)) if dice.random() < 0.1 else ()
    for record in records:
        assert not list(without_a_number(record)), record


def without_a_number(value: Any, name: str = "") -> Iterator[str]:
    """Where a record holds NaN or infinity, however deep."""
    if isinstance(value, (float, np.ndarray)):
        if not np.isfinite(value).all():
            yield name
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from without_a_number(inner, f"{name}.{key}")
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from without_a_number(getattr(value, each.name), f"{name}.{each.name}")


@pytest.mark.random
@pytest.mark.parametrize("seed", [1, 2])
def test_no_plan_file_brings_a_traceback_or_a_nan(seed):
    dice = random.Random(seed)  # noqa: S311
    first = json.loads(dump_plan_file(PlanFile(plan=Plan(exchange_rates=RATES))))
    content, good = first, 0
    for _ in range(FILES // 2):
        content = first if dice.random() < 0.06 else content
        changed = changed_somewhere(content, dice)
        data = json.dumps(changed).encode()
        file, faults = read_plan_file(data, "mine.json")
        if file is None:
            assert faults
            assert all(Speech.of("sv", Plan()).say_fault(fault) for fault in faults)
            continue
        content, good = changed, good + 1
        assert read_plan_file(dump_plan_file(file), "again.json") == (file, ())
        computed(file, dice)
    assert good > FILES // 20  # or nothing but refusals would have been tried
