"""What does this company ask and pay? One company at a time: what it charges, what it pays, what is on record of it."""

import streamlit as st

from pages.shared import charts, company_chart, company_findings, company_pay, company_sentences, company_terms, state
from pages.shared.cited_facts import FactGroup
from pages.shared.company_choice import what_no_source_says
from pages.shared.company_facts import CompanyFacts
from pages.shared.company_page import actions, choose, fold, show_sentences
from pages.shared.fact_list import show_facts
from pages.shared.figure_words import in_currency
from pages.shared.page import head, next_page, plain
from pages.shared.strip import show_strip
from pages.shared.tables import show_listing, show_table
from planner.analysis.income_record import in_order, of_own_market


def show_income(groups: tuple[FactGroup, ...]) -> None:
    records = in_order(company)
    if records:
        shown = records[0]
        if len(records) > 1:
            place = st.selectbox(
                _("Which record"),
                range(len(records)),
                format_func=lambda number: company_chart.named(records[number], speech),
                key=f"company-record:{company.id}",
            )
            shown = records[place]
        title, base = company_chart.heading(shown, speech)
        st.markdown(f"**{plain(title)}**\n\n{plain(base)}")
        charts.show(company_chart.bands_chart(shown, speech), f"bands:{company.id}")
    single = company_terms.sentences_of(company.disclosures, speech)
    if single and not (records and len(single) > company_findings.MOST_SINGLE_FIGURES):
        show_sentences(single)
    elif single:
        words = _("{count} single figures are on record beside it. They stand below with their sources.")
        st.markdown(plain(words.format(count=len(single))))
    if of_own_market(company) is None and (not single or "income" in company.searched):
        st.markdown(plain(company_findings.searched(company, "income", speech)))
    fold(groups, "income")


def show_margins() -> None:
    table = company_terms.margins_table(company, speech)
    if len(table.rows) > company_terms.MOST_MARGINS:
        with st.expander(plain(table.caption)):
            show_table(table)
    elif table.rows:
        show_table(table)


def show_missing(groups: tuple[FactGroup, ...]) -> None:
    missing = company_findings.missing(groups)
    st.markdown(plain(company_findings.missing_in_a_sentence(missing, speech)))
    if missing:
        group = company_findings.missing_group(missing, speech)
        with st.expander(plain(group.title)):
            show_facts(group)
    for group in groups:
        if group.key == "limits":
            with st.expander(plain(group.title)):
                show_facts(group)


def heading(title: str) -> None:
    st.header(plain(title), anchor=False)


_ = state.speech().text
top = st.container()
company = choose()
speech = in_currency(company.currency, state.speech())
plan = state.plan_file().plan
answers = plan.company_answers.get(company.id, {})
terms = company_sentences.terms_of(company, answers)
facts = CompanyFacts.of(company, plan, state.speech()).groups()
with top:
    head(_("What does this company ask and pay?"), company_sentences.answer(company, answers, speech))
    show_sentences(company_sentences.answers_beside(company, answers, speech))
actions(company)

heading(_("What it costs to join and stay"))
show_table(company_terms.joining_table(company, terms, speech))
fold(facts, "background", "joining", "activity")

heading(_("What you earn on a sale"))
show_sentences(company_terms.price_sentences(company, terms, answers, speech))
show_margins()
fold(facts, "prices")

heading(_("How the pay works"))
for sentence in company_pay.in_sentences(company, speech):
    st.markdown(plain(sentence))
if company.components:
    show_listing(company_pay.components(company, speech))
levels = company_pay.levels(company, speech)
if levels:
    st.markdown(plain(levels))
if company.ranks is not None:
    ranks = company_pay.ranks_table(company.ranks, speech)
    with st.expander(plain(ranks.caption)):
        show_table(ranks)
fold(facts, "pay", "components")
if state.chosen_company() is company and state.rate_fault() is None:
    show_strip(state.current())
what_no_source_says(company)

heading(_("How to get out"))
st.markdown(plain(company_terms.leaving_sentence(company, speech)))
show_table(company_terms.leaving_table(company, speech))
show_sentences(company_terms.sentences_of(company.buy_back.other_periods, speech))
fold(facts, "leaving")

heading(_("What members were paid"))
show_income(facts)

heading(_("Who stays"))
stayed = company_terms.sentences_of(company.retention, speech)
show_sentences(stayed or (company_findings.searched(company, "retention", speech),))
fold(facts, "retention")

heading(_("What authorities and courts did"))
if company.enforcement:
    show_listing(company_findings.findings(company, speech))
else:
    st.markdown(plain(company_findings.searched(company, "enforcement", speech)))
fold(facts, "enforcement")

heading(_("What we did not find"))
show_missing(facts)
next_page("pages/compare.py", _("Compare it with other companies"))
