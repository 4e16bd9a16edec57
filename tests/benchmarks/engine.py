"""1,000 scenarios of one company per scenario: against the same in plain Python, and against copying what comes out.

And the plan of a new session alone, with and without a team, against the same in plain Python. All are timed in turn,
round by round, so that what else the machine does falls on all of them.
"""

import dataclasses
import random
import statistics
from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter, process_time
from typing import Any

import numpy as np

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.terms import resolve_terms
from planner.projection.engine import project, project_scenarios
from tests.companies_by_months import COMPANIES as BY_MONTHS
from tests.planner.twin import project_slowly
from tests.properties.situations import beside_each_other

COMPANIES = ("young-living-us", "amway-eu")  # a unilevel with compression and ranks; a stairstep with breakaway
SCENARIOS, MONTHS, ROUNDS = 1000, 60, 9
ALONE, ROUNDS_ALONE = ("scentsy-us", "young-living-us", "amway-eu"), 30


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


def processor_seconds(work: Callable[[], object]) -> float:
    """Of this process alone, so that what else the machine does falls out."""
    start = process_time()
    work()
    return process_time() - start


def measured(company: Company) -> dict[str, float]:
    """Seconds of processor a scenario, the median of several rounds in which each has its turn."""
    plans = scenario_plans(company.currency)
    assumptions, terms = beside_each_other(plans), resolve_terms(company, plans[0])
    output = list(arrays_in(project_scenarios(assumptions, terms)))
    times: dict[str, list[float]] = {"engine": [], "plain Python": [], "copying the output": []}
    for plan in plans[:ROUNDS]:
        times["engine"].append(processor_seconds(partial(project_scenarios, assumptions, terms)) / SCENARIOS)
        times["plain Python"].append(processor_seconds(partial(project_slowly, plan, company)))
        times["copying the output"].append(processor_seconds(lambda: [np.copy(array) for array in output]) / SCENARIOS)
    return {name: statistics.median(values) for name, values in times.items()}


def with_a_team(plan: Plan) -> Plan:
    """The plan over five years, with a recruit a month, each of whom recruits."""
    team = plan.team.model_dump() | {"recruits_a_month": 1, "duplication": 0.2}
    return Plan.model_validate(plan.model_dump() | {"horizon_months": MONTHS, "team": team})


def measured_alone(plan: Plan, company: Company) -> dict[str, float]:
    """Seconds of processor for one plan, the lower quartile of rounds in which each has its turn."""
    times: dict[str, list[float]] = {"engine": [], "plain Python": []}
    for _ in range(ROUNDS_ALONE):
        for name, work in (("engine", project), ("plain Python", project_slowly)):
            times[name].append(processor_seconds(partial(work, plan, company)))
    return {name: statistics.quantiles(values)[0] for name, values in times.items()}


def report() -> None:
    """For each company the times and their ratios. Nothing passes or fails."""
    print(
        f"Engine: {SCENARIOS:,} scenarios of {MONTHS} months; "
        f"microseconds of processor a scenario, medians of {ROUNDS} rounds"
    )
    for company_id in COMPANIES:
        times = measured(BY_MONTHS[company_id])
        print(f"  {company_id}: " + ", ".join(f"{name} {value * 1e6:,.1f}" for name, value in times.items()))
        print(
            f"    {times['plain Python'] / times['engine']:,.0f} times as fast as plain Python, "
            f"{times['engine'] / times['copying the output']:,.1f} times what copying takes"
        )
    print(f"One plan alone; milliseconds of processor, lower quartiles of {ROUNDS_ALONE} rounds")
    for company_id in ALONE:
        company = BY_MONTHS[company_id]
        plan = default_plan(company.currency)
        for kind, each in (("as a session begins", plan), (f"a team, {MONTHS} months", with_a_team(plan))):
            alone = measured_alone(each, company)
            ratio = alone["plain Python"] / alone["engine"]
            print(f"  {company_id}, {kind}: {alone['engine'] * 1e3:.1f}, {ratio:.1f} times as fast as plain Python")
