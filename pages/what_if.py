"""What if it goes otherwise, or something happens? What is laid beside the plan, or on its runs, leaves it as it is."""

import streamlit as st

from pages.parts.what_if import shocks, switches
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.draw import charts, side_by_side
from pages.shared.draw.side_by_side import Side
from pages.shared.draw.tables import show_table
from pages.shared.session import state
from planner.analysis.answer.as_entered import in_a_sentence
from planner.analysis.beside.what_if import SWITCHES
from planner.analysis.cautions.pay import mean_in_short

case, speech = state.case(), state.speech()
_ = speech.text

top = st.container(key="what_if_answer")
st.markdown(plain(_("Your plan stays as it is: what you switch on here is only laid beside it.")))
chosen = switches.choose(SWITCHES)
planned = Side(_("As planned"), case)
if chosen:
    laid = switches.laid_beside(case, chosen)
    if laid is None:
        with top:
            head(_("What if it goes otherwise?"), _("It is known when the plan has been tried many times."))
    else:
        otherwise = Side(_("Switched on"), laid)
        with top:
            head(_("What if it goes otherwise?"), switches.answer(planned, otherwise, chosen, speech))
        show_table(side_by_side.figures_table(planned, otherwise, _("As planned and with the switches"), speech))
        charts.show(side_by_side.running_totals((planned, otherwise), speech), "what_if_running_totals")
else:
    with top:
        nothing = _("Nothing is switched on. {answer}").format(answer=in_a_sentence(case, state.speech()))
        head(_("What if it goes otherwise?"), nothing)

st.header(_("Each of them alone"), anchor=False)
switches.show_alone(case, speech)
st.caption(plain(_("An empty cell means no change. Together they may come to more or less than the sum.")))
if mean := mean_in_short(case.projection):
    st.caption(plain(speech.say(mean)))
if nobody := switches.of_no_attrition(case, speech):
    st.markdown(plain(nobody))
shocks.show(case, chosen, speech)
foot()
