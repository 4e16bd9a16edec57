"""What a company charges at the start and in the first year, as far as its figures are known."""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from planner.inputs.cited.figure import NotFound
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import Terms
from planner.projection.assumptions import Assumptions
from planner.projection.engine import project_scenarios
from planner.projection.plan_assumptions import plan_assumptions

FIRST_YEAR_MONTHS = 12
CHARGED_AT_START = {"starter_kit_fee", "minimum_opening_stock", "order_fee"}
WITH_AN_ORDER = ("company_fees", "freight", "tax_on_goods")


@dataclass(frozen=True, slots=True)
class JoiningCost:
    """In the currency of the terms, with freight and tax that the company charges. What is not disclosed is not in it.

    goods: of what is charged at the start, the goods that have to be bought. first_year: with the fees and the standing
    order of the twelve months after joining, as a plan of twelve months is charged. The yearly fee is not among them,
    since it renews for the second year and falls due in month 13. points_a_month: a standing order that is asked for in
    points within them; 0 where there is none. known: the fee for joining is disclosed, or goods that have to be bought.
    start_whole, year_whole: nothing that is charged is left undisclosed, so that the amount is all of it. orders: of
    the first year, the goods of the standing order; nothing where it is in points and nobody knows what points goods
    give. by_month: what of the first year falls due at the start and in each of the twelve months after it.
    """

    at_start: float
    goods: float
    first_year: float
    points_a_month: float
    known: bool
    start_whole: bool
    year_whole: bool
    orders: float = 0.0
    by_month: tuple[float, ...] = ()

    @property
    def charged_later(self) -> bool:
        """Whether anything is known to be charged after the start."""
        return any(self.by_month[1:])


def joining_cost(company: Company, terms: Terms) -> JoiningCost:
    """What joining and the first year cost at least; terms are those of this company.

    It is what the projection charges a plan in which nothing is sold, used or bought but what the company demands, so
    that no plan can be charged by another rule. A standing order that the plan refuses is not in it, nor pay in kind.
    """
    lines = project_scenarios(with_nothing_planned(), replace(terms, in_kind=())).statement.lines
    unknown = set(terms.unknown_costs)
    charged = np.sum([lines[name][:, 0] for name in WITH_AN_ORDER], axis=0)
    at_start = float(charged[0]) + terms.starter_kit_fee + terms.minimum_opening_stock
    ordered = lines["inventory_purchases"][:, 0]
    orders = float(ordered.sum())
    start_whole = not (CHARGED_AT_START & unknown)
    order_unknown = "standing_order" in unknown or (
        company.activity is not None and isinstance(company.activity.standing_order, NotFound)
    )
    return JoiningCost(
        at_start,
        terms.minimum_opening_stock,
        at_start + float(charged[1:].sum()) + orders,
        terms.standing_order.points if terms.standing_order.asked_in(FIRST_YEAR_MONTHS) else 0.0,
        known="starter_kit_fee" not in unknown or at_start > 0,
        start_whole=start_whole,
        year_whole=start_whole and "website_fee" not in unknown and not order_unknown,
        orders=orders,
        by_month=(at_start + float(ordered[0]), *(charged + ordered)[1:].tolist()),
    )


@cache
def with_nothing_planned() -> Assumptions:
    """The first year of a plan that states nothing: no sales, no goods, no recruits, no costs of one's own."""
    return plan_assumptions(
        Plan.model_validate(
            {
                "horizon_months": FIRST_YEAR_MONTHS,
                "running_costs": (),
                "getting_started": {"items": (), "contingency_share": 0},
                "stock": {"opening_stock": 0, "cover_months": 0},
                "customers": {"new_a_month": 0},
                "team": {"recruits_a_month": 0},
            }
        )
    )
