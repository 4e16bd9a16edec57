"""The sections of the company's page: what each shows of what the file holds, and what it says where it holds nothing.

speech: in the company's currency. groups: the cited facts, folded under the section that they belong to. What is not
disclosed is listed in one of them and left out of the others.
"""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pages.parts.company import beside, findings, pay, terms
from pages.parts.company.answer import Answers
from pages.parts.company.frame import fold, show_sentences
from pages.shared.answer.page import plain
from pages.shared.draw.fact_list import show_facts
from pages.shared.draw.tables import Table, show_listing, show_table
from pages.shared.session import state
from pages.shared.session.known_companies import catalog
from pages.shared.words.cited_facts import FactGroup
from planner.analysis.company.income_record import of_own_market
from planner.inputs.company.company import Company
from planner.inputs.terms import Terms, unknown_figures
from planner.speech import Speech

Groups = Sequence[FactGroup]


def show_joining(company: Company, of_company: Terms, groups: Groups, speech: Speech) -> None:
    """What is charged at the start and for staying."""
    _show_known(terms.joining_table(company, of_company, speech))
    fold(groups, "background", "joining", "activity")
    if company is state.chosen_company():
        _ = state.speech().text
        st.page_link("pages/who_said.py", label=plain(_("Somebody told me otherwise")))


def show_earning(company: Company, of_company: Terms, answers: Answers, groups: Groups, speech: Speech) -> None:
    """What you pay and keep of the shop price, and discounts and margins as published."""
    _ = speech.text
    show_sentences(terms.price_sentences(company, of_company, answers, speech))
    table = terms.margins_table(company, speech)
    if table.rows and all(margin.of_retail is None for margin in company.margins):
        st.markdown(f"**{plain(table.caption)}**")
        show_sentences([row.title for row in table.rows])
        st.markdown(plain(_("No source says how much of the shop price that is.")))
    elif table.rows:
        show_table(table)
        if any(margin.of_retail is None for margin in company.margins):
            st.markdown(plain(_("Where nothing stands, no source says how much of the shop price it is.")))
    fold(groups, "prices")


def show_pay(company: Company, answers: Answers, groups: Groups, speech: Speech, *, told: bool) -> None:
    """How the pay works, part by part. told: its levels and ranks stand with how a team is paid."""
    for sentence in pay.in_sentences(company, speech):
        st.markdown(plain(sentence))
    if company.components:
        show_listing(pay.components(company, answers, speech))
    levels = pay.levels(company, answers, speech)
    if levels and not told:
        st.markdown(plain(levels))
    if company.ranks is not None and not told:
        ranks = pay.ranks(company.ranks, speech)
        with st.expander(plain(ranks.caption)):
            show_table(ranks)
    fold(groups, "pay", "components")


def show_leaving(company: Company, groups: Groups, speech: Speech) -> None:
    """What somebody who stops gets back."""
    st.markdown(plain(terms.leaving_sentence(company, speech)))
    _show_known(terms.leaving_table(company, speech))
    show_sentences(terms.sentences_of(company.buy_back.other_periods, speech))
    if not terms.freight(company, speech):  # which stands among what nothing says, and is no figure with a source
        groups = [
            replace(each, facts=tuple(f for f in each.facts if f.title != speech.text(terms.FREIGHT)))
            for each in groups
        ]
    fold(groups, "leaving")


def show_income(company: Company, groups: Groups, speech: Speech) -> None:
    """The single figures beside the picture of the page, or that they stand in the fold."""
    _ = speech.text
    single = terms.sentences_of(company.disclosures, speech)
    if single and not (company.distributions and len(single) > findings.MOST_SINGLE_FIGURES):
        show_sentences(single)
    elif single:
        words = _("{count} single figures are on record beside it. They stand below with their sources.")
        st.markdown(plain(words.format(count=len(single))))
    if of_own_market(company) is None and (not single or "income" in company.searched):
        st.markdown(plain(findings.searched(company, "income", speech)))
    fold(groups, "income")


def show_bands(company: Company, speech: Speech) -> None:
    """Better, about the same or worse than the others of the catalogue, or that no figure is published."""
    show_table(beside.bands_table(company, catalog().companies.values(), speech))


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
    """What was looked for and not found, or not stated, once for the whole page."""
    _, missing = speech.text, findings.missing(groups)
    st.markdown(plain(findings.missing_in_a_sentence(company, missing, speech)))
    beside_them = terms.said_nowhere(company, speech)
    if beside_them:
        st.markdown(plain(_("Nor does anything say: {titles}.").format(titles=", ".join(beside_them))))
    if unknown_figures(company):
        st.markdown(plain(_("Costs among them count as nothing, and pay arrives after one month.")))
    if missing:
        show_facts(findings.missing_group(company, missing, speech))


def _show_known(table: Table) -> None:
    """The table, unless nothing of it is known."""
    if table.rows:
        show_table(table)
