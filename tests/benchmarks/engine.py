"""1,000 scenarios of one company per scenario: against the same in plain Python, and against copying what comes out.

All three are timed in turn, round by round, so that what else the machine does falls on all of them.
"""

import dataclasses
import random
import statistics
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import numpy as np

from planner.inputs.catalog import load_catalog
from planner.inputs.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.projection.assumptions import Assumptions, plan_assumptions
from planner.projection.engine import project_scenarios
from tests.planner.twin import project_slowly

COMPANIES = ("young-living-us", "amway-eu")  # a unilevel with compression and ranks; a stairstep with breakaway
SCENARIOS, MONTHS, ROUNDS = 1000, 60, 9


def scenario_plans(currency: str) -> list[Plan]:
    """Plans that differ in everything that a person would turn to see what it does."""
    dice = random.Random(20261123)  # noqa: S311

    def around(value: float) -> float:
        return value * dice.uniform(0.5, 1.5)

    return [
        Plan.model_validate(
            {
                "currency": currency,
                "horizon_months": MONTHS,
                "stock": {"opening_stock": around(200)},
                "customers": {"new_a_month": around(2), "attrition": around(0.2), "retail_per_order": around(60)},
                "team": {
                    "recruits_a_month": around(1),
                    "duplication": around(0.05),
                    "annual_attrition": around(0.6),
                    "member_monthly_purchases": around(130),
                },
            }
        )
        for _ in range(SCENARIOS)
    ]


def beside_each_other(plans: list[Plan]) -> Assumptions:
    """The plans as the scenarios of one projection."""
    alone = [plan_assumptions(plan) for plan in plans]
    arrays = {
        field.name: np.concatenate([getattr(one, field.name) for one in alone], axis=-1)
        for field in dataclasses.fields(Assumptions)
        if isinstance(getattr(alone[0], field.name), np.ndarray)
    }
    return dataclasses.replace(alone[0], **arrays)


def arrays_in(record: Any) -> Iterator[np.ndarray]:
    """Every array that a record holds, however deep."""
    if isinstance(record, np.ndarray):
        yield record
    elif isinstance(record, dict):
        for value in record.values():
            yield from arrays_in(value)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            if field.name not in {"assumptions", "terms"}:
                yield from arrays_in(getattr(record, field.name))


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def report() -> None:
    """Medians of several rounds for each company, and their ratios. Nothing passes or fails."""
    print(f"Engine: {SCENARIOS:,} scenarios of {MONTHS} months; microseconds a scenario, medians of {ROUNDS} rounds")
    for company_id in COMPANIES:
        company = load_catalog().companies[company_id]
        plans = scenario_plans(company.currency)
        assumptions, terms = beside_each_other(plans), resolve_terms(company, plans[0])
        output = list(arrays_in(project_scenarios(assumptions, terms)))
        times: dict[str, list[float]] = {"engine": [], "plain Python": [], "copying the output": []}
        for plan in plans[:ROUNDS]:
            times["engine"].append(seconds(lambda: project_scenarios(assumptions, terms)) / SCENARIOS)
            times["plain Python"].append(seconds(lambda plan=plan: project_slowly(plan, company)))
            times["copying the output"].append(seconds(lambda: [np.copy(array) for array in output]) / SCENARIOS)
        median = {name: statistics.median(values) for name, values in times.items()}
        print(f"  {company_id}: " + ", ".join(f"{name} {value * 1e6:,.1f}" for name, value in median.items()))
        print(
            f"    {median['plain Python'] / median['engine']:,.0f} times as fast as plain Python, "
            f"{median['engine'] / median['copying the output']:,.0f} times what copying takes"
        )
