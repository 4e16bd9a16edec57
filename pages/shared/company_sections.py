"""The sections of the company's page: what each shows of what the file holds, and what it says where it holds nothing.

speech: in the company's currency. groups: the cited facts, folded under the section that they belong to.
"""

from collections.abc import Sequence

import streamlit as st

from pages.shared import charts, company_chart, company_findings, company_pay, company_terms, state
from pages.shared.cited_facts import FactGroup
from pages.shared.company_choice import what_no_source_says
from pages.shared.company_page import fold, show_sentences
from pages.shared.company_sentences import Answers
from pages.shared.company_silence import own_or
from pages.shared.fact_list import show_facts
from pages.shared.page import plain
from pages.shared.strip import show_strip
from pages.shared.tables import show_listing, show_table
from planner.analysis.income_record import in_order, of_own_market
from planner.analysis.wording import Speech
from planner.inputs.company import Company
from planner.inputs.company_record import Distribution

Groups = Sequence[FactGroup]


def heading(title: str) -> None:
    """What a section is about."""
    st.header(plain(title), anchor=False)


def show_margins(company: Company, speech: Speech) -> None:
    """Discounts and margins, folded where they are many."""
    table = company_terms.margins_table(company, speech)
    if len(table.rows) > company_terms.MOST_MARGINS:
        with st.expander(plain(table.caption)):
            show_table(table)
    elif table.rows:
        show_table(table)


def show_pay(company: Company, answers: Answers, groups: Groups, speech: Speech) -> None:
    """How the pay works, part by part; what the plan comes to where it is laid on this company."""
    for sentence in company_pay.in_sentences(company, speech):
        st.markdown(plain(sentence))
    if company.components:
        show_listing(company_pay.components(company, speech))
    levels = company_pay.levels(company, answers, speech)
    if levels:
        st.markdown(plain(levels))
    if company.ranks is not None:
        ranks = company_pay.ranks_table(company.ranks, speech)
        with st.expander(plain(ranks.caption)):
            show_table(ranks)
    fold(groups, "pay", "components")
    if state.chosen_company() is company and state.rate_fault() is None:
        show_strip(state.current())
    what_no_source_says(company)


def show_leaving(company: Company, groups: Groups, speech: Speech) -> None:
    """What somebody who stops gets back."""
    st.markdown(plain(company_terms.leaving_sentence(company, speech)))
    show_table(company_terms.leaving_table(company, speech))
    show_sentences(company_terms.sentences_of(company.buy_back.other_periods, speech))
    fold(groups, "leaving")


def show_income(company: Company, groups: Groups, speech: Speech) -> None:
    """A disclosure as it was published, and the single figures, or that they stand in the fold."""
    _, records = speech.text, in_order(company)
    if records:
        _show_record(_record(company, records, speech), company, speech)
    single = company_terms.sentences_of(company.disclosures, speech)
    if single and not (records and len(single) > company_findings.MOST_SINGLE_FIGURES):
        show_sentences(single)
    elif single:
        words = _("{count} single figures are on record beside it. They stand below with their sources.")
        st.markdown(plain(words.format(count=len(single))))
    if of_own_market(company) is None and (not single or "income" in company.searched):
        st.markdown(plain(company_findings.searched(company, "income", speech)))
    fold(groups, "income")


def _record(company: Company, records: Sequence[Distribution], speech: Speech) -> Distribution:
    """The disclosure that is chosen of several."""
    if len(records) == 1:
        return records[0]
    _ = speech.text
    place: int = st.selectbox(
        _("Which record"),
        range(len(records)),
        format_func=lambda number: company_chart.named(records[number], speech),
        key=f"company-record:{company.id}",
    )
    return records[place]


def _show_record(record: Distribution, company: Company, speech: Speech) -> None:
    title, base = company_chart.heading(record, speech)
    st.markdown(f"**{plain(title)}**\n\n{plain(base)}")
    charts.show(company_chart.bands_chart(record, speech), f"bands:{company.id}")


def show_retention(company: Company, groups: Groups, speech: Speech) -> None:
    """How many stayed."""
    stayed = company_terms.sentences_of(company.retention, speech)
    show_sentences(stayed or (company_findings.searched(company, "retention", speech),))
    fold(groups, "retention")


def show_enforcement(company: Company, groups: Groups, speech: Speech) -> None:
    """What authorities and courts did."""
    if company.enforcement:
        show_listing(company_findings.findings(company, speech))
    else:
        st.markdown(plain(company_findings.searched(company, "enforcement", speech)))
    fold(groups, "enforcement")


def show_missing(company: Company, groups: Groups, speech: Speech) -> None:
    """What was looked for and not found, or not stated; then what is not computed."""
    _ = speech.text
    heading(own_or(company, _("What you have not stated"), _("What we did not find")))
    missing = company_findings.missing(groups)
    st.markdown(plain(company_findings.missing_in_a_sentence(company, missing, speech)))
    folded = [company_findings.missing_group(company, missing, speech)] if missing else []
    for group in (*folded, *(each for each in groups if each.key == "limits")):
        with st.expander(plain(group.title)):
            show_facts(group)
