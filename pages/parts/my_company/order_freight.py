"""Freight by the size of an order: a row for each step, from what its goods cost."""

import streamlit as st

from pages.parts.my_company import rows, typed
from pages.shared.session import state
from planner.inputs.company.company import Company
from planner.inputs.own_company.places import Place, value_at
from planner.language import currency_unit

MOST_STEPS = 12
NEXT_STEP = 100  # money: how far from the last a new step begins, until the person says


def edit(company: Company, place: Place) -> None:
    """The freight of the smallest orders, then from what the goods cost and how much."""
    speech = state.speech()
    _, currency = speech.text, currency_unit(company.currency, speech.language)
    steps = value_at(company, place.path) or ((0.0, None),)
    with st.container(width=typed.FIELD_WIDTH):
        for index in range(len(steps)):
            freight = _("Freight of an order, at first ({currency})")
            if index:
                label = _("From goods that cost you ({currency})").format(currency=currency)
                typed.draw(typed.slot(company, place.path, (index, 0), "money", label))
                freight = _("Freight of such an order ({currency})")
            label = freight.format(currency=currency)
            typed.draw(typed.slot(company, place.path, (index, 1), "money", label))
        cost, amount = steps[-1]
        new = (cost + NEXT_STEP, amount)
        rows.more_or_less(company, place, new, _("Add a step"), _("Remove the last step"), MOST_STEPS)
