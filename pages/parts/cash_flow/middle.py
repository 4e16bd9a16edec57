"""Where the money comes from and goes in the middle of the runs: each line in all, and what the income comes from."""

from dataclasses import replace

import streamlit as st

from pages.parts.cash_flow import by_line
from pages.parts.cash_flow.income import show_income
from pages.parts.cash_flow.statement import show_statement_of_the_middle
from pages.shared.answer import view
from pages.shared.answer.page import plain
from pages.shared.draw import charts
from pages.shared.runs import keeper
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds
from planner.speech import Speech


def show_the_middle(case: Case, odds: Odds, speech: Speech, *, finished: bool) -> None:
    """The picture, the statement and the income, which have no months: these differ from run to run.

    finished: whether they are of the plan as it stands.
    """
    _ = speech.text
    middle = odds.middle
    st.header(_("Where the money comes from and where it goes"), anchor=False)
    st.caption(plain(what_they_are(odds, speech)))
    chart = by_line.money_by_line_chart(case, speech, middle)
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


def what_they_are(odds: Odds, speech: Speech) -> str:
    """Why the amounts come to something else than the middle run, and that runs which end early count until then."""
    _ = speech.text
    middle, runs = odds.middle, speech.number(odds.middle.runs)
    said = _(
        "One run would be luck, so these amounts are the average of the {runs} runs around the middle one. They come "
        "to {average}, the middle one of all to {median}."
    ).format(runs=runs, average=speech.money(middle.result), median=speech.money(odds.result.median))
    if not middle.stopped:
        return said
    stops = _("In {count} of these {runs} runs you stop before the end; such a run counts up to that month.")
    return f"{said} {stops.format(count=speech.number(middle.stopped), runs=runs)}"
