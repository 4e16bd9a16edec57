"""With which company do fewer people lose money? The same plan on several companies, and on none, by the odds."""

import streamlit as st

from pages.parts.compare import apart, odds, sentences, titles
from pages.parts.compare.odds import Ranked
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import as_label, plain
from pages.shared.draw import charts
from pages.shared.draw.tables import show_listing, show_table
from pages.shared.fields.comparison_choice import ask_rates, choose_companies, compared
from pages.shared.runs import keeper
from pages.shared.session import once, state
from pages.shared.session.downloads import show_comparison_downloads
from pages.shared.words import comparison_table, comparison_terms
from planner.analysis.beside.comparison import FEWEST_COMPANIES, Comparison, compare
from planner.analysis.case import Case
from planner.analysis.mean_of_runs import kept_of_plan
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.own_years import in_own_years

speech = state.speech()
_ = speech.text


def show_picture(ranked: Ranked) -> None:
    """Those that are ranked as bars, then what is known of those that are not."""
    by_risk, whole = ranked.by_risk, ranked.comparison
    speech = state.speech(whole.plan)
    if by_risk.runs:
        charts.show(odds.lose_chart(by_risk.comparison, by_risk.runs, speech), "compare_losing")
    if order := sentences.of_the_order(whole, speech):
        st.markdown(plain(order))
    if lines := apart.told(ranked, speech):
        st.header(plain(_("Not ranked: the pay on a team is not computed")), anchor=False)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    open_points = sentences.left_open(whole, speech)
    if open_points:
        with st.expander(as_label(titles.left_open(len(open_points), speech)), key="compare-left-open"):
            st.markdown("\n".join(f"- {plain(sentence)}" for sentence in open_points))


def show_odds(by_risk: Ranked) -> None:
    speech = state.speech(by_risk.comparison.plan)
    with st.expander(as_label(titles.odds(by_risk.runs, speech)), key="compare-odds"):
        show_table(odds.odds_table(by_risk.comparison, by_risk.runs, speech))
        pairs = odds.of_the_pairs(by_risk.comparison, by_risk.runs, speech)
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in pairs))


def answer(ranked: Ranked) -> str:
    """First who is not ranked and whose pay is computed only in part, then how many lose money with the others."""
    by_risk = ranked.by_risk
    said = (
        apart.said_first(ranked.comparison, speech),
        sentences.pay_in_part(by_risk.comparison, speech) if sentences.brings_team(ranked.comparison) else "",
        odds.answer(by_risk.comparison, by_risk.runs, speech),
    )
    return " ".join(filter(None, said))


def show_as_planned(comparison: Comparison) -> None:
    st.markdown(plain(sentences.in_a_sentence(comparison, speech)))
    names = comparison_table.column_titles(comparison, speech)
    totals = [case.projection.statement.cumulative_cash_flow[:, 0] for case in comparison.cases]
    nobody, drawn = comparison.not_joining, comparison.shows_not_joining
    beside = {_("Not joining"): nobody.cumulative} if nobody is not None and drawn else {}
    lines = {**beside, **dict(zip(names, totals, strict=True))}
    results = [float(total[-1]) for total in beside.values()] + [case.measures.result for case in comparison.cases]
    sentence = sentences.of_the_chart(comparison, speech)
    charts.show(
        charts.lines_chart(lines, speech, sentence, results=results, not_joining=drawn), "compare_running_totals"
    )
    if nobody is not None:
        st.markdown(plain(sentences.of_not_joining(comparison, nobody, speech)))
    show_table(comparison_table.measures_table(comparison, speech))
    if means := sentences.means_of_runs(comparison, speech):
        st.caption(plain(means))
    reasons = sentences.reasons(comparison, speech)
    if reasons:
        with st.expander(plain(_("Why something is not reached"))):
            st.markdown("\n".join(f"- {plain(reason)}" for reason in reasons))


def show_terms(comparison: Comparison) -> None:
    differing, alike = comparison_terms.terms_tables(comparison, speech)
    if differing.rows:
        show_table(differing)
    rates = comparison_terms.of_the_rates(comparison, speech)
    if rates:
        st.markdown(plain(rates))
    show_listing(comparison_terms.worded_terms(comparison, speech))
    if alike.rows:
        with st.expander(plain(alike.caption)):
            show_table(alike)


said = head(_("With which company do fewer people lose money?"))
picture = st.container()
with st.expander(as_label(titles.chosen(compared(), speech)), key="compare-choose"):
    chosen = choose_companies()
ask_rates(chosen)
plan = state.plan_file().plan
ready = tuple(company for company in chosen if missing_rate(company, plan) is None)
if len(ready) < FEWEST_COMPANIES:
    said.markdown(plain(_("A comparison takes at least two companies, each with a rate for its currency.")))
else:
    all_runs = (kept_of_plan(in_own_years(plan, company), company) for company in ready)
    as_chosen = once.made("compared", (plan, *ready, *all_runs), lambda: compare(plan, ready, Case.at_once))
    reply = keeper.answered(odds.ranked(as_chosen), said, answer)
    if reply.shown is not None:
        with picture:
            show_picture(reply.shown)
        if reply.shown.by_risk.runs:
            show_odds(reply.shown.by_risk)
    comparison = as_chosen if reply.found is None else reply.found.comparison
    with st.expander(as_label(titles.as_planned(comparison, speech)), key="compare-as-planned"):
        show_as_planned(comparison)
    with st.expander(as_label(titles.terms(comparison, speech)), key="compare-terms"):
        show_terms(comparison)
    with st.expander(_("Take the figures with you"), key="compare-downloads"):
        show_comparison_downloads(as_chosen)
foot()
