"""What in a plan deserves a second look: every caution with its months, its figures and what would change it."""

from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution
from planner.analysis.cautions.of_goods import (
    bought_only_to_be_paid,
    goods_too_old,
    order_refused,
    purchases_outrun_sales,
)
from planner.analysis.cautions.of_money import (
    above_published_top,
    card_is_used,
    hour_below_wage,
    loses_without_recruits,
    money_runs_out,
)
from planner.analysis.cautions.of_people import (
    address_book_used_up,
    income_from_recruiting,
    nearly_everybody_joined,
    outgrown_places,
)
from planner.analysis.cautions.of_stock import front_loading, stock_pays
from planner.analysis.cautions.of_tax import state_tax_begins, vat_threshold_passed
from planner.analysis.cautions.optimism import beyond_the_top_tenth


def cautions(case: Case) -> tuple[Caution, ...]:
    """Those that a plan gives reason for, in the order of TITLES, which is that of weight.

    The plan is projected once more, without recruits, where it has some; with an order that it refuses; and without
    the goods that it buys at the start.
    """
    projection = case.projection
    found = (
        money_runs_out(projection),
        loses_without_recruits(case),
        income_from_recruiting(projection),
        above_published_top(case),
        beyond_the_top_tenth(case),
        outgrown_places(projection),
        nearly_everybody_joined(projection),
        order_refused(case),
        bought_only_to_be_paid(projection),
        front_loading(case),
        stock_pays(case),
        purchases_outrun_sales(projection),
        goods_too_old(projection),
        card_is_used(projection),
        address_book_used_up(projection),
        hour_below_wage(case),
        vat_threshold_passed(case),
        state_tax_begins(case),
    )
    return tuple(caution for caution in found if caution is not None)
