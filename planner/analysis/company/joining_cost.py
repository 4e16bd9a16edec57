"""What a company charges at the start and in the first year, as far as its figures are known."""

from dataclasses import dataclass

from planner.inputs.cited.figure import Figure, NotFound
from planner.inputs.company.company import Company
from planner.inputs.terms import Terms

FIRST_YEAR_MONTHS = 12
CHARGED_AT_START = {"starter_kit_fee", "minimum_opening_stock"}


@dataclass(frozen=True, slots=True)
class JoiningCost:
    """In the currency of the terms. What is not disclosed is not in it.

    goods: of what is charged at the start, the goods that have to be bought. first_year: with the fees and the standing
    order of the twelve months after joining. The yearly renewal is not among them, since it falls due when they are
    over. points_a_month: a standing order that is asked for in points, so that it is in no amount; 0 where there is
    none. known: the fee for joining is disclosed, or goods that have to be bought. start_whole, year_whole: nothing
    that is charged is left undisclosed, so that the amount is all of it.
    """

    at_start: float
    goods: float
    first_year: float
    points_a_month: float
    known: bool
    start_whole: bool
    year_whole: bool


def joining_cost(company: Company, terms: Terms) -> JoiningCost:
    """What joining and the first year cost at least; terms are those of this company."""
    unknown = set(terms.unknown_costs)
    at_start = terms.starter_kit_fee + terms.minimum_opening_stock
    months_charged = max(0, FIRST_YEAR_MONTHS - terms.website_free_months)
    start_whole = not (CHARGED_AT_START & unknown)
    order = None if company.activity is None else company.activity.standing_order
    money, points = _standing_order(order)
    return JoiningCost(
        at_start,
        terms.minimum_opening_stock,
        at_start + months_charged * terms.website_fee + FIRST_YEAR_MONTHS * money * terms.rate,
        points,
        known="starter_kit_fee" not in unknown or at_start > 0,
        start_whole=start_whole,
        year_whole=start_whole and "website_fee" not in unknown and not points and not isinstance(order, NotFound),
    )


def _standing_order(entry: Figure | NotFound | None) -> tuple[float, float]:
    """What has to be ordered each month: money in the company's currency, or points."""
    if not isinstance(entry, Figure):
        return 0.0, 0.0
    return (0.0, entry.value) if entry.unit == "points_a_month" else (entry.value, 0.0)
