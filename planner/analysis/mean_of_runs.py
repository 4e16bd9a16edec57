"""What a company pays in the mean of many runs, where pay on averages would be wrong: by ranks, caps and weaker legs.

The runs are those of the headline: the plan's seed, as many of them, carried through to the horizon with more money put
in where it runs out. What was drawn is kept, a few hundred answers in the process, since many figures rest on one.
"""

from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass, fields, replace
from threading import Lock
from typing import Any

import numpy as np

from planner.analysis.chance.duration import expected_seconds
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import Terms
from planner.projection.assumptions import Assumptions
from planner.projection.given_pay import GivenPay
from planner.projection.team.network import brought_by_newcomers
from planner.simulation.engine import (
    USUAL_PATHS,
    Progress,
    Simulation,
    draws_of,
    mean_pay,
    simulate,
)
from planner.simulation.paths import Draws
from planner.simulation.workers import Maps

AT_ONCE = 0.5  # expected seconds: most that somebody waits for them
FEWEST_FIRST = 4  # of teams however large, two at a time on two cores
MOST_KEPT = 512  # means, of a few kilobytes each
MOST_SIMULATIONS = 3  # with all their runs, which are a megabyte or two each
# What no pay hangs on: money of one's own, and costs beside the goods.
NOT_FOR_PAY = (
    "cost_per_order",
    "charged_per_order",
    "handed_on_share",
    "sales_tax_rate",
    "startup_costs",
    "contingency",
    "operating_expenses",
    "operating_expenses_spread",
    "party_costs",
    "own_cash",
    "own_use_anyway",
    "loan",
    "loan_months",
    "loan_annual_rate",
    "card_limit",
    "card_annual_rate",
    "tax",
)
TERMS_NOT_FOR_PAY = (
    "payout_lag_months",
    "margin_lag_months",
    "own_lag_months",
    "starter_kit_fee",
    "renewal_fee",
    "website_fee",
    "website_free_months",
)
# Who stops, and why, which no run does that pay is the mean of.
NOT_DRAWN = ("quits", "when_money_runs_out", "most_to_lose", "review_month")


@dataclass(frozen=True, slots=True)
class Kept:
    """A mean, and what tells it from others of the same key."""

    beside: tuple[Any, ...]
    pay: GivenPay


_lock = Lock()
_means: OrderedDict[Hashable, Kept] = OrderedDict()
_simulations: deque[Simulation] = deque(maxlen=MOST_SIMULATIONS)


def paid_by_runs(terms: Terms, given: Assumptions) -> bool:
    """Whether pay is the mean of runs: where the company states it as a plan of parts, or where averages cannot tell
    who stands above whom. They do not follow the legs of newcomers who recruit at once, or of a team that is there
    when the plan starts.
    """
    if terms.pay_plan is not None or given.today:
        return True
    counts_over_some = terms.unilevel is not None and (terms.unilevel.compression or terms.asks_activity)
    newcomers_recruit = bool(brought_by_newcomers(given).any())
    return newcomers_recruit and (counts_over_some or terms.ranks is not None)


def simulated(
    plan: Plan, company: Company, runs: int, executor: Maps | None = None, progress: Progress | None = None
) -> Simulation:
    """As `engine.simulate`; where pay is the mean of runs, these are drawn once for it and for the odds."""
    draws = draws_of(plan, company)
    if not paid_by_runs(draws.terms, draws.assumptions):
        return simulate(plan, company, runs, executor, progress)
    with _lock:
        known = [each for each in _simulations if (each.asked, each.plan, each.company) == (runs, plan, company)]
    if known:
        return known[0]
    found = simulate(plan, company, runs, executor, progress, with_pay=True)
    with _lock:
        _simulations.append(found)
    if found.pay is not None:
        _keep(draws, found.pay)
    return found


def mean_of_plan(plan: Plan, company: Company, runs: int = USUAL_PATHS) -> GivenPay | None:
    """What the company pays the plan; None where that is computed on averages."""
    draws = draws_of(plan, company)
    if not paid_by_runs(draws.terms, draws.assumptions):
        return None
    return known(draws, runs) or simulated(plan, company, runs).pay


def mean_of_runs(draws: Draws, runs: int = USUAL_PATHS) -> GivenPay | None:
    """The same of assumptions, a scenario each, on terms; None where pay is computed on averages."""
    if not paid_by_runs(draws.terms, draws.assumptions):
        return None
    given = draws.assumptions
    each = [replace(draws, assumptions=given.columns([place])) for place in range(given.scenarios)]
    found = [known(one, runs) for one in each]
    missing = [place for place, pay in enumerate(found) if pay is None]
    if missing:
        drawn = mean_pay(replace(draws, assumptions=draws.assumptions.columns(missing)), runs)
        for place, pay in zip(missing, drawn, strict=True):
            found[place] = _keep(each[place], pay)
    return GivenPay.beside([pay for pay in found if pay is not None])


def kept_of_plan(plan: Plan, company: Company) -> GivenPay | None:
    """The mean of all runs of a plan, where it is kept; None where not, or where pay is computed on averages."""
    draws = draws_of(plan, company)
    return known(draws, USUAL_PATHS) if paid_by_runs(draws.terms, draws.assumptions) else None


def runs_at_once(plan: Plan, company: Company) -> int:
    """How many runs pay is the mean of for somebody who waits: all of them, or as many as are quick enough to draw."""
    draws = draws_of(plan, company)
    if not paid_by_runs(draws.terms, draws.assumptions) or known(draws, USUAL_PATHS) is not None:
        return USUAL_PATHS
    if expected_seconds(plan, USUAL_PATHS, company=company) <= AT_ONCE:
        return USUAL_PATHS
    return first_runs(plan, company)


def first_runs(plan: Plan, company: Company, seconds: float = AT_ONCE) -> int:
    """As many runs as are drawn in so many expected seconds, and a few at least."""
    return min(max(int(seconds / expected_seconds(plan, 1, company=company)), FEWEST_FIRST), USUAL_PATHS)


def known(draws: Draws, runs: int) -> GivenPay | None:
    """The mean of so many runs of one scenario, where it is kept."""
    key, beside = _key(draws, runs)
    with _lock:
        kept = _means.get(key)
        if kept is None or kept.beside != beside:
            return None
        _means.move_to_end(key)
        return kept.pay


def forget() -> None:
    """Nothing is kept any more."""
    with _lock:
        _means.clear()
        _simulations.clear()


def _keep(draws: Draws, pay: GivenPay) -> GivenPay:
    key, beside = _key(draws, pay.asked)
    with _lock:
        _means[key] = Kept(beside, pay)
        _means.move_to_end(key)
        while len(_means) > MOST_KEPT:
            _means.popitem(last=False)
    return pay


def _key(draws: Draws, runs: int) -> tuple[Hashable, tuple[Any, ...]]:
    """What the mean hangs on: as far as it is quick to look up, and the rest, which is compared."""
    given, chance = draws.assumptions, draws.chance
    numbers = _of_pay(given)
    drawn = tuple(getattr(chance, name) for name in type(chance).model_fields if name not in NOT_DRAWN)
    nothing: dict[str, Any] = dict.fromkeys(TERMS_NOT_FOR_PAY, 0)
    terms = replace(draws.terms, **nothing)
    apart = ("assumptions", "terms", "chance")
    others = (terms, *(getattr(draws, each.name) for each in fields(draws) if each.name not in apart))
    arrays = tuple(value.tobytes() for value in numbers if isinstance(value, np.ndarray))
    plain = tuple(value for value in numbers if not isinstance(value, np.ndarray))
    return (runs, drawn, plain, hash((arrays, *others))), (arrays, *others)


def _of_pay(given: Assumptions) -> list[Any]:
    return [getattr(given, each.name) for each in fields(given) if each.init and each.name not in NOT_FOR_PAY]
