"""What the company gives in place of money, a row each: its value, its months, what it is worth, and from whom."""

import streamlit as st

from pages.parts.plan import rows
from pages.shared.answer.page import plain
from pages.shared.fields import places, remarks, typed
from pages.shared.session import state
from pages.shared.words import inputs
from planner.inputs.in_kind import in_kind
from planner.inputs.path import Path
from planner.inputs.plan.pay_in_kind import WORTH
from planner.inputs.tax_terms import counts_tax


def rows_in_kind(path: Path) -> None:
    """The rows, and under them whether tax is counted on what they are worth."""
    _, plan = state.speech().text, state.plan_file().plan
    value = places.with_unit(_("Its value"), "money", state.speech())
    for index, row in enumerate(plan.pay_in_kind):
        place = (*path, index)
        with st.container(border=True):
            rows.name_field(path, index)
            rows.beside(path, index, [("value", value, "money"), ("first_month", _("In month"), "months")])
            rows.choice((*place, "worth"), _("What it is to you"), {each: _(title) for each, title in WORTH.items()})
            when = inputs.when_in_words(row)
            with st.expander(plain(when[:1].upper() + when[1:]), key=f"given-{index}"):
                again = [("every_months", _("Again every … months"), "months")]
                typed.side_by_side(place, [*again, ("last_month", _("Last in month, if any"), "months")])
                _company((*place, "company"))
            remarks.tell_without_effect(place)
            if not row.given_by(state.chosen_company()):
                words = _("Not counted here: it comes from {company}.")
                st.info(plain(words.format(company=inputs.company_called(row.company or ""))))
    new = {"name": _("Product credit"), "value": 0, "worth": "pays_for_goods", "company": state.chosen_company().id}
    rows.add_button(path, _("Add what the company gives"), new)
    if in_kind(plan, state.chosen_company()):
        _say_of_tax()
    typed.show_basis(path)


def _say_of_tax() -> None:
    _, plan = state.speech().text, state.plan_file().plan
    words = _("No tax is counted in this plan. Where you pay tax, you pay it on these values too, in money.")
    if counts_tax(plan):
        words = _("Tax is counted on all these values as they come, on those too that are worth nothing to you.")
    st.markdown(plain(words))


def _company(path: Path) -> None:
    """Which company gives it: the one chosen, the one stated before, or every one that the plan is laid on."""
    _, now = state.speech().text, places.now_at(path)
    ids = dict.fromkeys(each for each in (state.chosen_company().id, now) if each is not None)
    titles = {each: inputs.company_called(each) for each in ids} | {rows.LEFT_OPEN: _("Every company")}
    rows.choice(path, _("Which company gives it"), titles)
