"""Cautions about the first goods: more than is sold in half a year, and a gain from goods that no sales explain."""

from dataclasses import replace

import numpy as np

from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.stock_held import stock_held
from planner.analysis.projected import projected_scenarios
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.engine import Projection

MOST_MONTHS = 6  # of sales that first goods may cover without a word: half a year, a judgement


def front_loading(case: Case) -> Caution | None:
    """The first goods are more than half a year of the sales that the plan itself expects from the shelf."""
    projection = case.projection
    held = stock_held(projection)
    paid = float(projection.statement.lines["opening_stock"][0, 0])
    if paid <= CENT or (held.start is not None and held.start <= MOST_MONTHS):
        return None
    if held.start is None and held.left * held.bought < CENT:
        return None  # all of it is used
    never = Quantity(held.never_sold, "share")
    goods = {"goods": Quantity(paid, "money"), "never": never}
    said = Message(
        mark(
            "Your first goods cost {goods}, and the plan sells nothing from the shelf. {never} of all goods that you "
            "buy are never sold."
        ),
        goods,
    )
    enough = 0.0
    if held.start is not None:
        enough = paid * MOST_MONTHS / held.start
        said = Message(
            mark(
                "Your first goods cost {goods} and are {months} of sales, as the plan expects them. {never} of all "
                "goods that you buy are never sold."
            ),
            goods | {"months": Quantity(round(held.start, 1), "months")},
        )
    change = mark("First goods for {enough} at most, or so many more orders.")
    demanded = projection.terms.minimum_opening_stock
    if demanded > enough:
        change = mark("First goods for {enough} at most; but this company demands them for {demanded}.")
    figures = {"enough": Quantity(enough, "money"), "demanded": Quantity(demanded, "money")}
    return Caution("front_loading", (), said, Message(change, figures))


def stock_pays(case: Case) -> Caution | None:
    """The first goods that the person plans make the result better as entered, though no more is sold: why that is."""
    projection = case.projection
    given, terms = projection.assumptions, projection.terms
    if case.plan.stock.opening_stock - terms.minimum_opening_stock < CENT:
        return None
    without = projected_scenarios(replace(given, opening_stock=np.zeros(1)), terms, case.plan.chance, case.runs)
    more = result(projection) - result(without)
    if more < CENT:
        return None
    return Caution(
        "stock_pays",
        (),
        Message(why_it_pays(projection, without), {"more": Quantity(more, "money")}),
        Message(mark("Nothing has to: but no customer buys more for it, and what is left at the end is not counted.")),
    )


def result(projection: Projection) -> float:
    """What the plan comes to at its end."""
    return float(projection.statement.result[-1, 0])


def why_it_pays(projection: Projection, without: Projection) -> str:
    """The rule by which goods at the start bring more: pay on what is bought, a lower price, or a smallest order."""
    earned, without_goods = (each.statement.lines["commission_earned"].sum() for each in (projection, without))
    if earned - without_goods >= CENT:
        return mark(
            "Your first goods make the result {more} better, and not by what customers buy: the company pays on the "
            "points of goods that you buy yourself."
        )
    if (projection.wholesale_share < without.wholesale_share).any():
        return mark(
            "Your first goods make the result {more} better, and not by what customers buy: their points bring you a "
            "lower price sooner."
        )
    if projection.assumptions.minimum_order[0] > 0:
        return mark(
            "Your first goods make the result {more} better, and not by what customers buy: your smallest order raises "
            "what you buy later, and less of that is needed."
        )
    return mark(
        "Your first goods make the result {more} better, and not by what customers buy: they move costs to other "
        "months."
    )
