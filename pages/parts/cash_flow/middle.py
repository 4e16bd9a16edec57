"""Where the money comes from and goes in the middle of the runs: each line in all, and what the income comes from."""

from dataclasses import replace

import streamlit as st

from pages.parts.cash_flow.income import show_income
from pages.parts.cash_flow.statement import show_statement_of_the_middle
from pages.shared.answer import view
from pages.shared.answer.page import plain
from pages.shared.draw import charts
from pages.shared.runs import keeper
from planner.analysis.case import Case
from planner.analysis.chance.middle import Middle
from planner.speech import Speech


def show_the_middle(case: Case, middle: Middle, speech: Speech, *, finished: bool) -> None:
    """The picture, the statement and the income, which have no months: these differ from run to run.

    finished: whether they are of the plan as it stands.
    """
    _ = speech.text
    st.header(_("Where the money comes from and where it goes"), anchor=False)
    if middle.stopped:
        stops = _("In {count} of these {runs} runs you stop before the end; such a run counts up to that month.")
        st.caption(plain(stops.format(count=speech.number(middle.stopped), runs=speech.number(middle.runs))))
    chart = charts.money_by_line_chart(case, speech, middle)
    if not finished:
        chart = replace(chart, sentence=keeper.before_the_change(chart.sentence))
    charts.show(chart, "cash_flow_by_line_middle")
    with st.expander(_("The statement"), key="cash_flow_statement_middle"):
        show_statement_of_the_middle(middle, case, speech)
    with st.expander(_("Where the income comes from"), key="cash_flow_income_middle"):
        show_income(case, speech, middle)
    only_exactly = _(
        "Month by month, and down to what each amount follows from, the money can be read where everything goes "
        "exactly as entered."
    )
    st.markdown(plain(only_exactly))
    st.button(_("Show every amount, exactly as entered"), on_click=view.show_exactly, key="cash_flow_exactly")
