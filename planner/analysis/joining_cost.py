"""What a company charges at the start and in the first year, as far as its figures are known."""

from dataclasses import dataclass

from planner.inputs.terms import Terms

FIRST_YEAR_MONTHS = 12
CHARGED_AT_START = {"starter_kit_fee", "minimum_opening_stock"}


@dataclass(frozen=True, slots=True)
class JoiningCost:
    """In the currency of the terms. What is not disclosed is not in it.

    first_year: with the fees of the twelve months after joining. The yearly renewal is not among them, since it falls
    due when they are over. known: the fee for joining is disclosed, or goods that have to be bought. start_whole,
    year_whole: nothing that is charged is left undisclosed, so that the amount is all of it.
    """

    at_start: float
    first_year: float
    known: bool
    start_whole: bool
    year_whole: bool


def joining_cost(terms: Terms) -> JoiningCost:
    """What joining and the first year cost at least."""
    unknown = set(terms.unknown_costs)
    at_start = terms.starter_kit_fee + terms.minimum_opening_stock
    months_charged = max(0, FIRST_YEAR_MONTHS - terms.website_free_months)
    start_whole = not (CHARGED_AT_START & unknown)
    return JoiningCost(
        at_start,
        at_start + months_charged * terms.website_fee,
        known="starter_kit_fee" not in unknown or at_start > 0,
        start_whole=start_whole,
        year_whole=start_whole and "website_fee" not in unknown,
    )
