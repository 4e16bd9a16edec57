"""The same effort laid on several companies, and on none: what the same hours and the same money bring without joining.

Nothing here calls one company better: the differences are listed, the order is one of risk under the plan, never of the
best case, and a cost that is not disclosed is not a low one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isclose

import numpy as np

from planner.analysis.case import Case
from planner.analysis.company.facts import BESIDE_GOODS, NOT_DISCLOSED, Fact, facts_of_measures, facts_of_terms
from planner.analysis.measures.measure import time_cost
from planner.analysis.measures.milestones import Array
from planner.inputs.company.company import Company
from planner.inputs.own_years import in_own_years
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.messages import Unit
from planner.timeline import monthly_rate

FEWEST_COMPANIES, MOST_COMPANIES = 2, 6

COMPARED_MEASURES = (
    "peak_funding_need",
    "peak_funding_month",
    "payback",
    "result",
    "result_today",
    "earnings_per_hour",
    "operating_break_even",
    "net_present_value",
)


@dataclass(frozen=True, slots=True)
class NotJoining:
    """The same hours and the same money without joining, over the same months, in the plan's currency.

    Every hour of the plan is paid at the reference wage, from month 1, as tax counts in the plan. savings: the largest
    peak funding need of the compared companies, so that the money suffices for any of them; it is put in the bank at
    launch and earns the plan's annual saving rate, compounded monthly and left there. Only what is gained counts: the
    savings themselves are the person's own before and after. wage, interest: over the horizon. cumulative: both so
    far, (horizon + 1,).
    """

    savings: float
    wage: float
    interest: float
    cumulative: Array

    @property
    def total(self) -> float:
        """Wage and interest over the horizon."""
        return self.wage + self.interest

    @property
    def net_cash_flow(self) -> Array:
        """Wage and interest of each month, (horizon + 1,)."""
        return np.diff(self.cumulative, prepend=0.0)


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the table of differences: a fact of each company, in the order of the comparison."""

    key: str
    title: str
    facts: tuple[Fact, ...]

    @property
    def values(self) -> tuple[float | None, ...]:
        """None where it is not disclosed or not reached: the fact's reason says which."""
        return tuple(fact.value for fact in self.facts)

    @property
    def stated(self) -> bool:
        """Whether any company says something of it."""
        return any(fact.reason is not NOT_DISCLOSED for fact in self.facts)

    @property
    def differ(self) -> bool:
        """Whether any two companies differ in it; not disclosed differs from every figure."""
        return not all(_alike(self.facts[0], fact) for fact in self.facts[1:])

    @property
    def unit(self) -> Unit:
        """That of the first company that has a figure; another may have points where this one has money."""
        return next((fact.unit for fact in self.facts if fact.value is not None), self.facts[0].unit)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several companies under one plan, in the order in which they were named.

    not_joining: None without a reference wage, since hours that count as nothing would say that they are worth nothing.
    """

    plan: Plan
    cases: tuple[Case, ...]
    not_joining: NotJoining | None

    @property
    def rates(self) -> dict[str, float]:
        """What one unit of each other currency of these companies costs in the plan's, as the person states it."""
        rates = {case.company.currency: case.projection.terms.rate for case in self.cases}
        return {currency: rates[currency] for currency in sorted(rates) if currency != self.plan.currency}

    @property
    def shows_not_joining(self) -> bool:
        """Whether a picture has room for not joining: its line would not press those of the companies together."""
        if self.not_joining is None:
            return False
        amounts = (
            float(np.abs([*case.projection.statement.cumulative_cash_flow[:, 0], case.measures.result]).max())
            for case in self.cases
        )
        return self.not_joining.total <= max(amounts)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every listed term and measure, a line each; what few companies state where one of these does."""
        lines = (
            Difference(facts[0].key, facts[0].title, facts) for facts in zip(*map(facts_of, self.cases), strict=True)
        )
        return tuple(line for line in lines if line.key not in BESIDE_GOODS or line.stated)


def compare(plan: Plan, companies: Sequence[Company], case_of: Callable[[Plan, Company], Case] = Case.of) -> Comparison:
    """The plan unchanged on two to six companies, everything in the plan's currency; on a historic one in its years.

    case_of: what follows from the plan on one of them, such as Case.at_once for somebody who waits.

    ValueError for another number, a company twice, or a missing exchange rate: ask terms.missing_rate first.
    """
    if not FEWEST_COMPANIES <= len(companies) <= MOST_COMPANIES:
        raise ValueError(f"a comparison takes {FEWEST_COMPANIES} to {MOST_COMPANIES} companies, not {len(companies)}")
    if len({company.id for company in companies}) < len(companies):
        raise ValueError("a comparison takes each company once")
    cases = tuple(case_of(in_own_years(plan, company), company) for company in companies)
    return Comparison(plan, cases, not_joining(plan, max(case.measures.peak_funding_need for case in cases)))


def facts_of(case: Case) -> tuple[Fact, ...]:
    """The company's terms, then what the plan comes to under them."""
    measures = {fact.key: fact for fact in facts_of_measures(case.measures)}
    terms = facts_of_terms(case.company, case.projection.terms)
    return (*terms, *(measures[key] for key in COMPARED_MEASURES))


def not_joining(plan: Plan, savings: float) -> NotJoining | None:
    """What the plan's hours and so much money bring without joining; None without a reference wage."""
    hours = time_cost(plan)
    if hours is None:
        return None
    wage = np.cumsum(hours)
    growth = (1 + monthly_rate(plan.money_and_time.annual_saving_rate)) ** np.arange(plan.horizon_months + 1)
    interest = savings * (growth - 1)
    return NotJoining(savings, float(wage[-1]), float(interest[-1]), wage + interest)


# What is said beside "nobody recruited" of a plan that begins with a team.
TODAY_STAYS = mark("The team of today stays as it is, buys and leaves as the plan says, and nobody is added to it.")


def without_recruits(plan: Plan) -> Plan:
    """The whole plan with nobody recruited, so that there is no team; its recruiting hours and costs fall away.

    A team that is there when the plan starts stays as it is: its members recruit nobody either.
    """
    data = plan.model_dump()
    data["team"] |= {"recruits_from": "schedule", "recruits_a_month": 0.0}
    if plan.team.today:
        data["team"] |= {"duplication": 0.0, "recruit_at_once": 0.0}
    data["parties"]["become_recruits"] = 0.0
    data["running_costs"] = [cost for cost in data["running_costs"] if not cost["for_recruiting"]]
    time = data["money_and_time"]
    others = 1 - time["recruiting_hours_share"]
    time["hours_a_week"] *= others
    kinds = ("meeting_hours_share", "paperwork_hours_share")
    most = max(others, sum(time[kind] for kind in kinds))  # at least others: rounding must not make them more than all
    for kind in kinds:  # of the hours that are left
        time[kind] = min(time[kind] / most, 1.0) if most > 0 else 0.0
    time["recruiting_hours_share"] = 0.0
    return Plan.model_validate(data)


def _alike(one: Fact, other: Fact) -> bool:
    if one.value is None or other.value is None:
        return one.value == other.value and _kind(one) == _kind(other)
    return one.unit == other.unit and isclose(one.value, other.value, rel_tol=1e-9, abs_tol=1e-9)


def _kind(fact: Fact) -> str:
    """Why there is no figure, whatever amounts the reason names."""
    return fact.reason.template if fact.reason else ""
