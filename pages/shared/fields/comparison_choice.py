"""Choosing the companies of a comparison, and what other currencies cost. The choice lives in the plan's file."""

from collections.abc import Iterable

import streamlit as st

from pages.shared.answer.page import as_label, plain
from pages.shared.fields import typed
from pages.shared.fields.company_picker import choose_narrowing, names_apart, narrowed, narrowing
from pages.shared.session import state
from pages.shared.words.company_names import named
from planner.analysis.beside.comparison import FEWEST_COMPANIES, MOST_COMPANIES
from planner.inputs.company.company import Company
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.plan_file import with_changes

KEY = "choice:compared."  # reseeded with the other choices, when another plan is opened

# Ticks stand in columns. A long name breaks on a narrow screen, where Streamlit would cut it off.


def compared() -> tuple[Company, ...]:
    """The companies in the order chosen; where none is chosen yet, the plan's own and one more to begin with."""
    chosen, known = state.plan_file().compared, state.known_companies()
    if chosen:
        return tuple(known[company_id] for company_id in chosen if company_id in known)
    own = state.chosen_company()
    plan = state.plan_file().plan
    others = [company for company in state.companies() if company is not own]
    others.sort(key=lambda company: missing_rate(company, plan) is not None)  # those that can be compared at once first
    return (own, *others[: FEWEST_COMPANIES - 1])


def choose_companies() -> tuple[Company, ...]:
    """A tick for each company, at most as many as are compared at once; those ticked, in the order chosen."""
    _ = state.speech().text
    shown = tuple(company.id for company in compared())
    st.markdown(plain(_("Choose two to six companies:")))
    choose_narrowing(shown)
    listed = narrowed(narrowing(), shown)
    seeds = {company.id: state.seeded(KEY + company.id, company.id in shown) for company in listed}
    keys = {company_id: key for company_id, (key, _first) in seeds.items()}
    past = [company for company in listed if company.status == "historic" and not company.yours]
    with st.container(key="compared-today"):
        _tick_each((company for company in listed if company not in past), seeds, shown, keys)
    if past:
        st.markdown(plain(_("Historic cases:")))
        with st.container(key="compared-past"):
            _tick_each(past, seeds, shown, keys)
    if len(shown) >= MOST_COMPANIES:
        st.markdown(plain(_("Six are compared at once at most. Take one away to choose another.")))
    _say_unknown()
    return compared() if _ticks(keys) else ()


def _tick_each(
    companies: Iterable[Company], seeds: dict[str, tuple[str, bool]], shown: tuple[str, ...], keys: dict[str, str]
) -> None:
    names = names_apart(state.companies(), named)
    for company in companies:
        key, first = seeds[company.id]
        st.checkbox(
            as_label(names[company.id]),
            value=first,
            key=key,
            on_change=_ticked,
            args=(shown, keys),
            disabled=len(shown) >= MOST_COMPANIES and company.id not in shown,
        )


def _ticks(keys: dict[str, str]) -> list[str]:
    return [company_id for company_id, key in keys.items() if st.session_state.get(key)]


def _ticked(shown: tuple[str, ...], keys: dict[str, str]) -> None:
    """Who was there keeps the place; who is new comes last. Nothing is said where all were drawn anew meanwhile."""
    if not any(key in st.session_state for key in keys.values()):
        return
    ticks = _ticks(keys)
    kept = [company_id for company_id in shown if company_id in ticks]
    new = [company_id for company_id in ticks if company_id not in shown]
    state.store(with_changes(state.plan_file(), compared=(*kept, *new)))


def _say_unknown() -> None:
    """A plan's file may name companies that are not in the list here."""
    speech = state.speech()
    _ = speech.text
    unknown = [company_id for company_id in state.plan_file().compared if company_id not in state.known_companies()]
    if unknown:
        words = _("This plan compares companies that are not in the list: {companies}. They are left out.")
        st.warning(plain(words.format(companies=speech.listed(unknown))))


def ask_rates(companies: tuple[Company, ...]) -> None:
    """A field for each other currency; a company whose rate is missing waits, and is named."""
    speech, plan = state.speech(), state.plan_file().plan
    _ = speech.text
    for currency in sorted({company.currency for company in companies} - {plan.currency}):
        label = _("What 1 {company_currency} costs in {plan_currency}").format(
            company_currency=currency, plan_currency=plan.currency
        )
        with st.container(width=320):
            typed.text_field(("exchange_rates", currency), label, "rate")
        if currency not in plan.exchange_rates:
            waiting = speech.listed([company.name for company in companies if company.currency == currency])
            words = _("Outside the comparison until you state what 1 {currency} costs in {plan_currency}: {companies}.")
            st.info(plain(words.format(companies=waiting, currency=currency, plan_currency=plan.currency)))
