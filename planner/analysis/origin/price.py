"""What goods cost the distributor, of their shop price, and the points that they bring."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from planner.analysis.case import Case
from planner.analysis.company.facts import TITLES as FACT_TITLES
from planner.analysis.origin.parts import (
    Amount,
    Origin,
    assumption_of,
    at,
    company_figure,
    company_money,
    points,
    share,
)
from planner.compensation.ranks import NEARLY
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array

OF_COMPANY = mark("What the company lets you pay, of the shop price")
OF_THIS_STEP = mark("What goods at this step add to it")
PAYOUT_TIMES = {of: FACT_TITLES[f"pay.{of}_lag_months"] for of in ("payout", "margin", "own")}
NO_DISCOUNT = Message(mark("All of it: the discount is for those who place the monthly order, and you will not."))


def price_share(case: Case, month: int) -> Origin:
    """The share of the shop price that the distributor pays for the goods of a month."""
    title = mark("What you pay, of the shop price")
    return with_products(case, month, title, company_share(case, month), case.projection.wholesale_share)


def price_at_start(case: Case, month: int) -> Origin:
    """That share as the month begins, by which goods are planned that are stated at what they cost."""
    projection = case.projection
    of_company, given = share_before(case, month), projection.assumptions
    at_start = given.product_wholesale + given.wholesale_by_company * of_company.value.value
    by_month = np.broadcast_to(at_start, projection.wholesale_share.shape)
    return with_products(case, month, mark("What you pay as the month begins, of the shop price"), of_company, by_month)


def with_products(case: Case, month: int, title: str, of_company: Origin, by_month: Array) -> Origin:
    """The company's share, mixed with that of products with a price of their own. by_month: what it comes to."""
    by_company = assumption_of(case, "wholesale_by_company")
    if by_company == 1 and not assumption_of(case, "product_wholesale"):
        return of_company
    own = Amount(mark("From products with a price of their own"), None, share(assumption_of(case, "product_wholesale")))
    rest = Amount(mark("Part of an order at the company's price"), None, share(by_company))
    return Amount(title, month, share(at(by_month, month))).opened(
        mark("{own} from products with a price of their own, and for {rest} of the order the company's {company}"),
        lambda own, rest, company: own + rest * company,
        own=own.given("customers", "products"),
        rest=rest.given("customers", "products"),
        company=of_company,
    )


def share_before(case: Case, month: int) -> Origin:
    """The company's step by the points of earlier months."""
    so_far = points_until(case, month - 1)
    earned = Amount(mark("Your points since joining"), month - 1, points(so_far)).known()
    step = step_at(case, month, so_far)
    amount = Amount(OF_COMPANY, month, share(step))
    if case.projection.terms.discount_lost(month):
        return amount.known(NO_DISCOUNT, ("stock", "demanded_order"))
    return amount.opened(
        mark("The company's price with {points} points since joining"),
        lambda **_points: step,
        ("company", "prices"),
        points=earned,
    )


def company_share(case: Case, month: int) -> Origin:
    """The company's price for the goods of a month, a step that they reach among it where the company counts it so."""
    terms, before, after = case.projection.terms, points_until(case, month - 1), points_until(case, month)
    low, high = step_at(case, month, before), step_at(case, month, after)
    by_company = assumption_of(case, "wholesale_by_company")
    same = low == high if terms.reached_step == "whole_order" else one_price(case, month, before, after)
    if terms.reached_step == "next_month" or same or not by_company or terms.discount_lost(month):
        return share_before(case, month)
    if terms.reached_step == "whole_order":
        return Amount(OF_COMPANY, month, share(high)).opened(
            mark("The company's price with {points} points since joining, those of this month among them"),
            lambda **_points: high,
            ("company", "prices"),
            points=Amount(mark("Your points since joining"), month, points(after)).known(),
        )
    paid = at(case.projection.wholesale_share, month) - assumption_of(case, "product_wholesale")
    return Amount(OF_COMPANY, month, share(paid / by_company)).sum_of(
        tuple(parts_by_step(case, month, before, after)),
        mark("A step is reached in the month, and what is bought beyond it has its price: the parts below, added up."),
    )


def one_price(case: Case, month: int, before: float, after: float) -> bool:
    """Whether all goods of a month have the same price; a price may fall in it and rise again."""
    steps = case.projection.terms.price_steps_in(month)
    return (
        len({paid for (low, paid), (high, _) in pairwise([*steps, (np.inf, 0.0)]) if low < after and high > before}) < 2
    )


def parts_by_step(case: Case, month: int, before: float, after: float) -> Iterator[Origin]:
    """Of the month's points those at each step, and what they add to the average price."""
    steps = case.projection.terms.price_steps_in(month)
    for (low, paid), (high, _) in pairwise([*steps, (after, 0.0)]):
        within = max(min(after, high) - max(before, low), 0.0)
        if within:
            part = share(within / (after - before))
            of_month = Amount(mark("Of the month's points, those at this step"), month, part)
            price = Amount(mark("What the company lets you pay at this step, of the shop price"), month, share(paid))
            yield Amount(OF_THIS_STEP, month, share(part.value * paid)).opened(
                mark("{part} of the month's points, at {paid} of the shop price"),
                lambda part, paid: part * paid,
                part=of_month.known(Message(mark("By the points before the month and in it."))),
                paid=price.given("company", "prices"),
            )


def points_until(case: Case, month: int) -> float:
    """Own points since joining at the end of a month."""
    return float(case.projection.personal_volume[: month + 1].sum(axis=0)[0])


def step_at(case: Case, month: int, so_far: float) -> float:
    """What the company lets somebody pay who has so many points since joining."""
    steps = case.projection.terms.price_steps_in(month)
    return [paid for low, paid in steps if so_far + NEARLY >= low][-1]


def points_per_100(case: Case) -> Origin:
    """Points that goods of 100 at shop price bring the distributor."""
    terms = case.projection.terms
    of_company = company_money(
        case,
        points(terms.points_per_retail * 100),
        mark("Points per 100 at shop price, by the company"),
        "volume",
        "points_per_100_retail",
        per_100=True,
    )
    by_company, own = assumption_of(case, "points_by_company"), assumption_of(case, "product_points")
    if by_company == 1 and not own:
        return of_company
    rest = Amount(mark("Part of an order that takes the company's points"), None, share(by_company))
    value = points((own + by_company * terms.points_per_retail) * 100)
    return Amount(mark("Points per 100 at shop price"), None, value).opened(
        mark("{own} from products with points of their own, and for {rest} of the order the company's {company}"),
        lambda own, rest, company: own + rest * company,
        own=Amount(mark("Points of products with points of their own"), None, points(own * 100)).given(
            "customers", "products"
        ),
        rest=rest.given("customers", "products"),
        company=of_company,
    )


def commissionable(case: Case) -> Origin:
    """Of the shop price, the part on which the company counts its rates."""
    value = share(case.projection.terms.commissionable_per_retail)
    title = mark("Part of the shop price that pay is counted on")
    return company_figure(case, value, title, "volume", "commissionable_per_100_retail")


def payout_lag(case: Case, of: str = "payout") -> Origin:
    """Months from earning pay to receiving it; of "margin", or of pay on "own" goods, as stated for it or for all."""
    lag = Quantity(getattr(case.projection.terms, f"{of}_lag_months"), "months")
    stated = of if getattr(case.company.pay, f"{of}_lag_months") is not None else "payout"
    return company_figure(case, lag, PAYOUT_TIMES[of], "pay", f"{stated}_lag_months")
