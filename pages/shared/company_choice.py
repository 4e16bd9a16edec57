"""Choosing the company, stating an exchange rate where it counts in another currency, and answering what no source says."""

import streamlit as st

from pages.shared import fields, state
from planner.analysis.wording import Speech
from planner.inputs.company import Asked, Company, Words
from planner.inputs.terms import ASKED

KEY = "choice:company"


def choose_company(label: str) -> None:
    """The list of companies and, where the chosen one counts in another currency, the field for its rate."""
    names = {company.id: named(company) for company in state.companies()}
    if KEY not in st.session_state:
        st.session_state[KEY] = state.chosen_company().id
    st.selectbox(label, options=list(names), format_func=names.__getitem__, key=KEY, on_change=_chosen)
    company = state.chosen_company()
    st.markdown(in_language(company.about))
    _ask_rate(company)


def _chosen() -> None:
    state.choose_company(st.session_state[KEY])


def named(company: Company) -> str:
    """A company as a list shows it: with its market, and marked where it is historic or fictional."""
    _ = state.speech().text
    words = {
        "active": "{company}, {market}",
        "historic": _("{company}, {market} (historic)"),
        "fictional": "{company}",  # its own name says so
    }
    return words[company.status].format(company=company.name, market=in_language(company.market))


def in_language(words: Words) -> str:
    """A text of a company's file in the language of the page."""
    text: str = getattr(words, state.language())
    return text


def _ask_rate(company: Company) -> None:
    """A field for the rate that only the person can state."""
    speech, plan = state.speech(), state.plan_file().plan
    _ = speech.text
    if company.currency == plan.currency:
        return
    label = _("What 1 {company_currency} costs in {plan_currency}").format(
        company_currency=company.currency, plan_currency=plan.currency
    )
    fault = state.rate_fault()
    if fault:
        st.warning(speech.say_fault(fault))
    fields.text_field(("exchange_rates", company.currency), label, "rate")


def asked_figures(company: Company) -> dict[str, Asked]:
    """What the computation needs of the company and no source gives."""
    figures = {name: getattr(company.volume, name) for name in ASKED}
    return {name: figure for name, figure in figures.items() if isinstance(figure, Asked)}


def what_no_source_says() -> None:
    """A field for each figure that is asked of the person, with what is assumed until they answer."""
    speech, company = state.speech(), state.chosen_company()
    _ = speech.text
    asked = asked_figures(company)
    if not asked:
        return
    with st.expander(_("What no source says: {count}").format(count=len(asked)), key="no-source"):
        for name, figure in asked.items():
            fields.text_field(("company_answers", company.id, name), in_language(figure.title), figure.unit)
            st.markdown(f"{_assumed(figure, speech)} {in_language(figure.reason)}")


def _assumed(figure: Asked, speech: Speech) -> str:
    _ = speech.text
    return _("Assumed until you answer: {value}.").format(value=speech.number(figure.assumed, 0))
