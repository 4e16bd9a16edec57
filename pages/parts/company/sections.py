"""The sections of the company's page: what each shows of what the file holds, and what it says where it holds nothing.

speech: in the company's currency. groups: the cited facts, folded under the section that they belong to.
"""

from collections.abc import Sequence

import streamlit as st

from pages.parts.company import beside, chart, findings, pay, terms
from pages.parts.company.answer import Answers
from pages.parts.company.frame import fold, show_sentences
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_strip
from pages.shared.draw import charts
from pages.shared.draw.fact_list import show_facts
from pages.shared.draw.tables import show_listing, show_table
from pages.shared.fields.company_choice import what_no_source_says
from pages.shared.session import state
from pages.shared.session.known_companies import catalog
from pages.shared.words.cited_facts import FactGroup
from planner.analysis.company.citation import own_or
from planner.analysis.company.in_words import share_columns_in_words
from planner.analysis.company.income_record import in_order, of_own_market
from planner.inputs.company.company import Company
from planner.inputs.company.disclosure import Distribution
from planner.speech import Speech

Groups = Sequence[FactGroup]


def heading(title: str) -> None:
    """What a section is about."""
    st.header(plain(title), anchor=False)


def show_margins(company: Company, speech: Speech) -> None:
    """Discounts and margins, folded where they are many."""
    table = terms.margins_table(company, speech)
    if len(table.rows) > terms.MOST_MARGINS:
        with st.expander(plain(table.caption)):
            show_table(table)
    elif table.rows:
        show_table(table)


def show_pay(company: Company, answers: Answers, groups: Groups, speech: Speech) -> None:
    """How the pay works, part by part; what the plan comes to where it is laid on this company."""
    for sentence in pay.in_sentences(company, speech):
        st.markdown(plain(sentence))
    if company.components:
        show_listing(pay.components(company, answers, speech))
    levels = pay.levels(company, answers, speech)
    if levels:
        st.markdown(plain(levels))
    if company.ranks is not None:
        ranks = pay.ranks_table(company.ranks, speech)
        with st.expander(plain(ranks.caption)):
            show_table(ranks)
    fold(groups, "pay", "components")
    if state.chosen_company() is company and state.rate_fault() is None:
        show_strip(state.case())
    what_no_source_says(company)


def show_leaving(company: Company, groups: Groups, speech: Speech) -> None:
    """What somebody who stops gets back."""
    st.markdown(plain(terms.leaving_sentence(company, speech)))
    show_table(terms.leaving_table(company, speech))
    show_sentences(terms.sentences_of(company.buy_back.other_periods, speech))
    fold(groups, "leaving")


def show_income(company: Company, groups: Groups, speech: Speech) -> None:
    """A disclosure as it was published, and the single figures, or that they stand in the fold."""
    _, records = speech.text, in_order(company)
    if records:
        _show_record(_record(company, records, speech), company, speech)
    single = terms.sentences_of(company.disclosures, speech)
    if single and not (records and len(single) > findings.MOST_SINGLE_FIGURES):
        show_sentences(single)
    elif single:
        words = _("{count} single figures are on record beside it. They stand below with their sources.")
        st.markdown(plain(words.format(count=len(single))))
    if of_own_market(company) is None and (not single or "income" in company.searched):
        st.markdown(plain(findings.searched(company, "income", speech)))
    fold(groups, "income")


def _record(company: Company, records: Sequence[Distribution], speech: Speech) -> Distribution:
    """The disclosure that is chosen of several."""
    if len(records) == 1:
        return records[0]
    _ = speech.text
    place: int = st.selectbox(
        _("Which record"),
        range(len(records)),
        format_func=lambda number: chart.named(records[number], speech),
        key=f"company-record:{company.id}",
    )
    return records[place]


def _show_record(record: Distribution, company: Company, speech: Speech) -> None:
    title, base = chart.heading(record, speech)
    st.markdown(f"**{plain(title)}**\n\n{plain(base)}")
    charts.show(chart.bands_chart(record, speech), f"bands:{company.id}")
    for each in (*share_columns_in_words(record, speech), speech.told(record.note)):
        if each:
            st.caption(plain(each))


def show_bands(company: Company, speech: Speech) -> None:
    """Better, about the same or worse than the others of the catalogue, or that no figure is published."""
    table = beside.bands_table(company, catalog().companies.values(), speech)
    with st.expander(plain(table.caption)):
        show_table(table)


def show_retention(company: Company, groups: Groups, speech: Speech) -> None:
    """How many stayed."""
    stayed = terms.sentences_of(company.retention, speech)
    show_sentences(stayed or (findings.searched(company, "retention", speech),))
    fold(groups, "retention")


def show_enforcement(company: Company, groups: Groups, speech: Speech) -> None:
    """What authorities and courts did, and where more was looked for."""
    if company.enforcement:
        show_listing(findings.findings(company, speech))
    if not company.enforcement or "enforcement" in company.searched:
        st.markdown(plain(findings.searched(company, "enforcement", speech)))
    fold(groups, "enforcement")


def show_missing(company: Company, groups: Groups, speech: Speech) -> None:
    """What was looked for and not found, or not stated; then what is not computed."""
    _ = speech.text
    heading(own_or(company, _("What you have not stated"), _("What we did not find")))
    missing = findings.missing(groups)
    st.markdown(plain(findings.missing_in_a_sentence(company, missing, speech)))
    folded = [findings.missing_group(company, missing, speech)] if missing else []
    for group in (*folded, *(each for each in groups if each.key in ("limits", "to_look_up"))):
        with st.expander(plain(group.title)):
            show_facts(group)
