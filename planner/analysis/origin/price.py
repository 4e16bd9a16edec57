"""What goods cost the distributor, of their shop price, and the points that they bring."""

from planner.analysis.case import Case
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
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.inventory import price_step

NO_DISCOUNT = Message(mark("All of it: the discount is for those who place the monthly order, and you will not."))


def price_share(case: Case, month: int) -> Origin:
    """The share of the shop price that the distributor pays in a month."""
    projection = case.projection
    so_far = projection.personal_volume[:month].sum(axis=0)
    step = float(price_step(projection.terms.price_steps_in(month), so_far)[0])
    earned = Amount(mark("Your points since joining"), month - 1, points(float(so_far[0]))).known()
    amount = Amount(mark("What the company lets you pay, of the shop price"), month, share(step))
    of_company = amount.opened(
        mark("The company's price with {points} points since joining"),
        lambda **_points: step,
        ("company", "prices"),
        points=earned,
    )
    if projection.terms.discount_lost(month):
        of_company = amount.known(NO_DISCOUNT, ("stock", "demanded_order"))
    by_company = assumption_of(case, "wholesale_by_company")
    if by_company == 1 and not assumption_of(case, "product_wholesale"):
        return of_company
    own = Amount(mark("From products with a price of their own"), None, share(assumption_of(case, "product_wholesale")))
    rest = Amount(mark("Part of an order at the company's price"), None, share(by_company))
    value = share(at(projection.wholesale_share, month))
    return Amount(mark("What you pay, of the shop price"), month, value).opened(
        mark("{own} from products with a price of their own, and for {rest} of the order the company's {company}"),
        lambda own, rest, company: own + rest * company,
        own=own.given("customers", "products"),
        rest=rest.given("customers", "products"),
        company=of_company,
    )


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


def payout_lag(case: Case) -> Origin:
    """Months from earning pay to receiving it."""
    lag = Quantity(case.projection.terms.payout_lag_months, "months")
    return company_figure(case, lag, mark("Time from earning pay to receiving it"), "pay", "payout_lag_months")
