"""Running costs that are easily forgotten, to be added from a list, each with what belongs to it and its source."""

import streamlit as st

from pages.parts.plan import rows
from pages.shared.answer.page import plain, with_list
from pages.shared.draw.fact_list import source_as_html
from pages.shared.session import state
from planner.analysis.company.in_words import figure_in_words
from planner.inputs.cited.figure import Figure
from planner.inputs.evidence.usual_costs import SuggestedCost, SuggestedCosts, load_suggested_costs
from planner.speech import Speech

CHOSEN = "usual-cost"


def add_a_usual_cost() -> None:
    """The list, folded; what is chosen says what it is before it is added."""
    speech, suggestions = state.speech(), load_suggested_costs()
    _ = speech.text
    if suggestions.found is None:
        st.warning(with_list(_("The list of usual costs is left out:"), map(speech.say_fault, suggestions.faults)))
        return
    costs = suggestions.found.costs
    with st.expander(_("Add a usual cost"), key="usual-costs"):
        st.markdown(plain(speech.told(suggestions.found.all_together.text)))
        chosen = st.selectbox(
            _("Usual cost"),
            options=range(len(costs)),
            format_func=lambda place: speech.told(costs[place].name),
            key=CHOSEN,
        )
        _about(costs[chosen], suggestions.found, speech)
        st.button(_("Add it to the plan"), key="add-usual", icon=":material/add:", on_click=_add)


def _about(cost: SuggestedCost, costs: SuggestedCosts, speech: Speech) -> None:
    _ = speech.text
    st.markdown(plain(speech.told(cost.hint)))
    amount = cost.amount
    if not isinstance(amount, Figure):
        st.markdown(plain(speech.told(amount.not_found)))
        return
    if amount.note is not None:
        st.markdown(plain(speech.told(amount.note)))
    if cost.currency != speech.currency:
        own = Speech(speech.language, cost.currency or "", speech.start_month)
        words = _("The source says {amount}. Nothing is converted: state the amount in your currency.")
        st.markdown(plain(words.format(amount=figure_in_words(amount.value, "money", own))))
    st.html(f'<p class="basis">{_("Source")}: {source_as_html(costs.sources[amount.source])}</p>')


def _add() -> None:
    """The chosen cost as a row; its amount where a source gives it in the plan's currency, else 0 to be stated."""
    found, speech = load_suggested_costs().found, state.speech()
    if found is None or CHOSEN not in st.session_state:
        return
    cost = found.costs[st.session_state[CHOSEN]]
    known = isinstance(cost.amount, Figure) and cost.currency == speech.currency
    amount = cost.amount.value if known and isinstance(cost.amount, Figure) else 0
    name = speech.told(cost.name)
    rows.add(("running_costs",), {"name": name, "amount": amount, "every_months": cost.every_months})
