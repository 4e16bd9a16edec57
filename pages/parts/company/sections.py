"""The sections of the company's page: what each shows of what the file holds, and what it says where it holds nothing.

speech: in the company's currency. groups: the cited facts, folded under the section that they belong to. What is not
disclosed is listed in one of them and left out of the others.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

import streamlit as st

from pages.parts.company import beside, findings, pay, terms
from pages.parts.company.answer import Answers
from pages.parts.company.frame import fold, show_sentences
from pages.shared.answer.page import plain
from pages.shared.draw.fact_list import show_facts
from pages.shared.draw.tables import Table, show_table
from pages.shared.session import state
from pages.shared.session.known_companies import catalog
from pages.shared.words.cited_facts import FactGroup
from pages.shared.words.record_facts import RecordFacts
from planner.inputs.company.company import Company
from planner.inputs.terms import Terms
from planner.inputs.unsourced import unknown_figures
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
    said, shown = terms.price_sentences(company, of_company, answers, speech), _("Discounts and margins")
    margins = tuple(map(RecordFacts(company, speech).stated, company.margins))
    if 0 < len(margins) <= findings.MOST_SINGLE_FIGURES:
        show_parts((FactGroup("prices", shown, margins),))
        groups = _without(groups, {fact.title for fact in margins})
    elif margins:
        words = _("{count} discounts and margins are on record. They stand below with their sources.")
        st.markdown(plain(words.format(count=len(margins))))
    fold(groups, "prices", said=said)


def show_pay(company: Company, answers: Answers, groups: Groups, speech: Speech, *, told: bool) -> None:
    """How the pay works, part by part. told: its levels, ranks and rules stand with how a team is paid."""
    _ = speech.text
    for sentence in pay.in_sentences(company, speech):
        st.markdown(plain(sentence))
    if company.components:
        show_parts(pay.components(company, answers, speech), pay.title_of_components(company, speech))
    levels = pay.levels(company, answers, speech)
    if levels and not told:
        st.markdown(plain(levels))
    if company.ranks is not None and not told:
        ranks = pay.ranks(company.ranks, speech)
        with st.expander(plain(ranks.caption)):
            show_table(ranks)
    unknown = {_(terms.KIND)} if company.plan_kind == "not_disclosed" else set()  # which stands among what nothing says
    rules = pay.of_the_plan(company, answers, speech) if told else ()
    fold(_without(groups, unknown), "pay", said=(*pay.in_sentences(company, speech), *rules))


def show_leaving(company: Company, groups: Groups, speech: Speech) -> None:
    """What somebody who stops gets back; terms of other times with their sources, and those of now in a fold."""
    st.markdown(plain(terms.leaving_sentence(company, speech)))
    _show_known(terms.leaving_table(company, speech))
    periods = terms.periods(company, speech)
    if periods.facts:
        show_facts(periods)
    shown = {fact.title for fact in periods.facts}
    if not terms.freight(company, speech):  # which stands among what nothing says, and is no figure with a source
        shown.add(speech.text(terms.FREIGHT))
    fold(_without(groups, shown), "leaving")


def show_income(company: Company, groups: Groups, speech: Speech) -> None:
    """The single figures beside the picture of the page with their sources, or that they stand in the fold."""
    _ = speech.text
    single = RecordFacts(company, speech).single_figures()
    if len(single.facts) > findings.MOST_SINGLE_FIGURES and company.distributions:
        words = _("{count} single figures are on record beside it. They stand below with their sources.")
        st.markdown(plain(words.format(count=len(single.facts))))
        fold(groups, "income")
        return
    if single.facts:
        show_facts(single)
    fold(_without(groups, {fact.title for fact in single.facts}), "income")


def _without(groups: Groups, titles: Collection[str]) -> Groups:
    """The facts that are not shown already."""
    return [replace(each, facts=tuple(fact for fact in each.facts if fact.title not in titles)) for each in groups]


def show_bands(company: Company, speech: Speech) -> None:
    """Better, about the same or worse than the others of the catalogue, or that no figure is published."""
    others = catalog().companies.values()
    _show_known(beside.bands_table(company, others, speech))
    unpublished = beside.unpublished(company, others, speech)
    if unpublished:
        st.markdown(plain(unpublished))


def show_retention(groups: Groups) -> None:
    """How many stayed, each figure with its source."""
    for group in groups:
        if group.key == "retention":
            show_facts(group)


def show_enforcement(company: Company, speech: Speech) -> None:
    """What authorities and courts did by how it ended, each with its source, and where more was looked for."""
    show_parts(findings.findings(company, speech))
    if not company.enforcement or "enforcement" in company.searched:
        st.markdown(plain(findings.searched(company, "enforcement", speech)))


def show_parts(groups: Groups, title: str = "") -> None:
    """Cited facts under a heading each, and over all of them."""
    for group in groups:
        heading = f"{title}: {group.title}" if title else group.title
        st.markdown(f"**{plain(heading)}**")
        show_facts(group)


def show_missing(company: Company, groups: Groups, speech: Speech) -> None:
    """What was looked for and not found, or not stated, once for the whole page."""
    _, missing = speech.text, findings.missing(groups, speech)
    for sentence in findings.missing_in_sentences(company, missing, speech):
        st.markdown(plain(sentence))
    beside_them = (*terms.said_nowhere(company, speech), *findings.nowhere(company, speech))
    if unknown_figures(company):
        st.markdown(plain(_("Costs among them count as nothing, and pay arrives after one month.")))
    show_facts(findings.missing_group(missing))
    if beside_them:
        st.markdown(plain(_("Nor does anything say: {titles}.").format(titles=", ".join(beside_them))))


def show_limits(group: FactGroup) -> None:
    """What is not computed, under what that does to the result."""
    for effect in dict.fromkeys(fact.values for fact in group.facts):
        st.markdown(f"**{plain(' '.join(effect))}**")
        facts = tuple(replace(fact, values=()) for fact in group.facts if fact.values == effect)
        show_facts(replace(group, facts=facts))


def _show_known(table: Table) -> None:
    """The table, unless nothing of it is known."""
    if table.rows:
        show_table(table)
