"""Which company leaves more for the same effort? The same plan on several companies, and on none."""

import streamlit as st

from pages.shared import charts, comparison_sentences, comparison_table, state
from pages.shared.comparison_choice import ask_rates, choose_companies
from pages.shared.downloads import show_comparison_downloads
from pages.shared.page import head, next_page, plain
from pages.shared.tables import show_table
from planner.analysis.comparison import FEWEST_COMPANIES, Comparison, compare
from planner.inputs.terms import missing_rate

speech = state.speech()
_ = speech.text


def show_comparison(comparison: Comparison) -> None:
    names = comparison_table.column_titles(comparison, speech)
    totals = [row.projection.statement.cumulative_cash_flow[:, 0] for row in comparison.rows]
    lines = {_("Not joining"): comparison.not_joining.cumulative, **dict(zip(names, totals, strict=True))}
    sentence = comparison_sentences.of_the_chart(comparison, speech)
    charts.show(charts.lines_chart(lines, speech, sentence, not_joining=True), "compare_running_totals")
    st.markdown(plain(comparison_sentences.of_not_joining(comparison, speech)))
    show_table(comparison_table.measures_table(comparison, speech))
    st.markdown(plain(comparison_sentences.of_the_order(comparison, speech)))
    reasons = comparison_sentences.reasons(comparison, speech)
    if reasons:
        with st.expander(plain(_("Why something is not reached"))):
            st.markdown("\n".join(f"- {plain(reason)}" for reason in reasons))
    differing, alike = comparison_table.terms_tables(comparison, speech)
    show_table(differing)
    if alike.rows:
        with st.expander(plain(alike.caption)):
            show_table(alike)
    st.header(plain(_("Take the figures with you")), anchor=False)
    show_comparison_downloads(comparison)


top = st.container()
chosen = choose_companies()
ask_rates(chosen)
plan = state.plan_file().plan
ready = tuple(company for company in chosen if missing_rate(company, plan) is None)
question = _("Which company leaves more for the same effort?")
if len(ready) < FEWEST_COMPANIES:
    with top:
        head(question, _("A comparison takes at least two companies, each with a rate for its currency."))
else:
    comparison = compare(plan, ready)
    with top:
        head(question, comparison_sentences.in_a_sentence(comparison, speech))
    show_comparison(comparison)
next_page("pages/method.py", _("See where the companies' figures come from"))
