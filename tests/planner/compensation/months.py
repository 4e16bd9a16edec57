"""A month's volumes and a company's ranks, made by hand for the tests of pay. One point is one unit of money."""

from typing import Any

import numpy as np

from planner.compensation.pay import MonthPay, pay_month
from planner.compensation.ranks import NEARLY
from planner.compensation.volumes import Legs, MonthVolumes
from planner.inputs.company.company import Company
from planner.inputs.terms import resolve_terms
from tests.properties.situations import bare_plan

# The steps of Amway's European plan, as in sample_data/companies/amway-eu.toml: points of the group, and its rate.
EUROPEAN_STEPS = ((200, 0.03), (600, 0.06), (1200, 0.09), (2400, 0.12), (4000, 0.15), (7000, 0.18), (10000, 0.21))


def steps(*volumes_and_rates: tuple[float, float], **asked: Any) -> tuple[dict[str, Any], ...]:
    """Ranks that ask for nothing but group volume, and whatever is asked of all of them."""
    return tuple({"name": f"{rate:.0%}", "group_volume": low, "rate": rate, **asked} for low, rate in volumes_and_rates)


def month(
    *,
    own: float = 0,
    legs: tuple[float, ...] = (),
    levels: tuple[float, ...] = (),
    frontline: float = 0,
    joining: float = 0,
):
    """One month of one scenario: own volume, that of each leg and each level; joining: the share of joining orders."""
    each, by_level = (np.array(volumes, dtype=float).reshape(-1, 1) for volumes in (legs, levels))
    return MonthVolumes(
        personal_volume=np.array([float(own)]),
        personal_value=np.array([float(own)]),
        level_value=by_level,
        level_joining_value=by_level * joining,
        frontline=np.array([float(frontline)]),
        legs=Legs(np.ones_like(each), each, each, each * joining),
    )


def paid(company: Company, volumes: MonthVolumes) -> MonthPay:
    terms = resolve_terms(company, bare_plan())
    return pay_month(volumes, terms, volumes.personal_volume + NEARLY >= terms.minimum_personal_volume)


def total(pay: MonthPay) -> float:
    return float((pay.on_own + pay.on_team)[0])
