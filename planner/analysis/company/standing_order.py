"""The order that a company asks for each month, as one plan meets it, in a sentence."""

import numpy as np

from planner.analysis.company.in_words import figure_in_words
from planner.analysis.company.joining_cost import JoiningCost, joining_cost
from planner.inputs.company.company import Company, OrderedFor
from planner.inputs.standing_order import StandingOrder
from planner.inputs.terms import Terms
from planner.language import mark
from planner.line_items import CENT
from planner.speech import Speech

WITHOUT: dict[OrderedFor, str] = {
    "staying": mark("You cannot stay without it."),
    "pay": mark("Without it, the company pays you nothing."),
    "part_of_pay": mark("Without it, the company pays you only part."),
    "discount": mark("Without it, you pay the shop price."),
}
REFUSED: dict[OrderedFor, str] = {
    "pay": mark(
        "{company} asks for a standing order of {order}. You will not place it: months in which you order less than "
        "that anyway pay you nothing."
    ),
    "part_of_pay": mark(
        "{company} asks for a standing order of {order} for part of what it pays. You will not place it: no pay is "
        "counted in months in which you order less than that anyway, though a part may be paid."
    ),
    "discount": mark("{company} asks for a standing order of {order}. You will not place it: you pay the shop price."),
}


def standing_order_in_words(company: Company, terms: Terms, speech: Speech, *, in_short: bool = False) -> str:
    """What is asked for, what it costs a month and makes the first year cost, or what refusing it costs.

    terms: of this company as the plan meets them. in_short: where it is placed, without what follows if it were not.
    "" where the company asks for none, or nobody knows.
    """
    _, order = speech.text, terms.standing_order
    if not order.asked:
        return ""
    names = {"company": company.name, "order": asked_in_words(order, speech)}
    if order.refused:
        return _(REFUSED[order.condition]).format(**names)
    cost = first_cost(terms)
    if not cost:
        words = _(
            "{company} asks for a standing order of {order}. What points goods bring is not known, so it counts as "
            "nothing here: state what it costs as your own standing order."
        )
        return words.format(**names)
    found = joining_cost(company, terms)
    if in_short:
        return _in_short(order, cost, found, speech).format(
            **names, cost=speech.money(cost), year=speech.money(found.first_year)
        )
    words = _(
        "{company} asks for a standing order of {order}, {cost} a month at first. The plan counts it, so the first "
        "year costs at least {year} before you sell anything."
    )
    if found.year_whole:
        words = _(
            "{company} asks for a standing order of {order}, {cost} a month at first. The plan counts it, so the first "
            "year costs {year} before you sell anything."
        )
    said = words.format(**names, cost=speech.money(cost), year=speech.money(found.first_year))
    return " ".join((said, _(WITHOUT[order.condition])))


def _in_short(order: StandingOrder, cost: float, found: JoiningCost, speech: Speech) -> str:
    """The sentence for where it is placed; what it costs at first is left out where it is asked for in that money."""
    _ = speech.text
    if not order.points and abs(order.money - cost) < CENT / 2:
        if found.year_whole:
            return _("{company} asks for {order}. It is counted: the first year costs {year}.")
        return _("{company} asks for {order}. It is counted: the first year costs at least {year}.")
    if found.year_whole:
        return _("{company} asks for {order}, {cost} at first. It is counted: the first year costs {year}.")
    return _("{company} asks for {order}, {cost} at first. It is counted: the first year costs at least {year}.")


def asked_in_words(order: StandingOrder, speech: Speech) -> str:
    """The order in money or in points, a month, and from which on where that is not the first."""
    said = figure_in_words(order.money, "money_a_month", speech)
    if order.points:
        said = figure_in_words(order.points, "points_a_month", speech)
    if order.first_month == 1:
        return said
    return speech.text(mark("{order} from month {month}")).format(order=said, month=order.first_month)


def first_cost(terms: Terms) -> float:
    """What the order costs in the first month, at the company's own price and points; 0 where that is not known."""
    share = terms.price_steps[0][1]
    goods = terms.standing_order.goods(np.array([share]), np.array([terms.points_per_retail]))
    return float(goods[0]) * share
