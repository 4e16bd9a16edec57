"""The company: choosing it, stating an exchange rate, the goods that it demands, answering what no source says."""

from html import escape

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.fields import choices, new_company, places, typed
from pages.shared.fields.company_picker import picker
from pages.shared.session import laid_on, state
from pages.shared.session.known_companies import catalog
from pages.shared.words.own_company import stands
from planner.analysis.company.citation import is_ones_own, own_or
from planner.analysis.company.facts import TITLES
from planner.analysis.company.standing_order import standing_order_in_words
from planner.analysis.measures.milestones import CENT
from planner.inputs.cited.figure import Asked, NotFound
from planner.inputs.company.company import Company, entry_at
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.path import Path
from planner.inputs.terms import resolve_terms
from planner.inputs.unsourced import asked_figures, missing_levels, unknown_figures
from planner.language import mark
from planner.speech import Speech

FREIGHT = ("orders.freight_share", "orders.freight_table")


def choose_company(label: str, *, in_short: bool = False) -> None:
    """The list of companies and, where the chosen one counts in another currency, the field for its rate.

    in_short: without filters and without what the company sells; one that is not listed is asked for here.
    """
    speech = state.speech()
    _ = speech.text
    if in_short:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="not-listed"
        ):
            st.html(f'<p class="label">{escape(label)}</p>', width="content")
            st.button(_("Not in the list?"), type="tertiary", key="ask-unlisted", on_click=new_company.open_or_close)
    picker(label, "company", state.chosen_company().id, laid_on.choose_company, narrows=not in_short)
    faults = catalog().faults
    if faults:
        st.warning(with_list(_("These company files are left out:"), map(speech.say_fault, faults)))
    company = state.chosen_company()
    if not in_short:
        st.markdown(plain(speech.told(company.about)))
    elif new_company.is_open():
        with st.container(border=True, key="unlisted"):
            new_company.ask()
    elif company.yours:
        st.page_link("pages/my_company.py", label=plain(_("State the rest from your papers")))
    _ask_rate(company)
    if in_short:
        _show_demanded_stock()
    _show_standing_order(in_short=in_short)


def silent_on_orders(company: Company) -> bool:
    """Whether nothing says if a company asks for an order each month."""
    return company.activity is None or isinstance(company.activity.standing_order, NotFound)


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
        st.warning(plain(speech.say_fault(fault)))
    typed.text_field(("exchange_rates", company.currency), label, "rate")


def opening_stock_field(path: Path) -> None:
    """The goods bought at the start and, where the company demands more than is stated, that its figure is used."""
    typed.bare_field(path)
    _show_demanded_stock()
    typed.show_basis(path)


def _show_demanded_stock() -> None:
    speech, company, plan = state.speech(), state.chosen_company(), state.plan_file().plan
    _ = speech.text
    if state.rate_fault() is None:
        demanded = resolve_terms(company, plan).minimum_opening_stock
        if demanded - plan.stock.opening_stock >= CENT:
            words = _("{company} demands goods for at least {amount}; that is used.")
            st.markdown(plain(words.format(company=company.name, amount=speech.money(demanded))))


def freight_field(path: Path) -> None:
    """The person's own freight and, where the company says what it comes to, that this is used."""
    typed.bare_field(path)
    speech, company, plan = state.speech(), state.chosen_company(), state.plan_file().plan
    if state.rate_fault() is None and resolve_terms(company, plan).orders.states_freight:
        words = speech.text(mark("{company} says what freight comes to: {freight}. That is used, and not your figure."))
        stated = [each for each in FREIGHT if entry_at(company, each) is not None]
        freight = stands(company, stated[0], speech)
        st.markdown(plain(words.format(company=company.name, freight=freight)))
    typed.show_basis(path)


def standing_order_field(path: Path) -> None:
    """The person's own standing order, the larger of which and of what the company asks for is counted."""
    typed.text_field(path, places.labelled(path), places.unit_of(path))
    _show_standing_order()
    typed.show_basis(path)


def demanded_order_field(path: Path) -> None:
    """Whether the order that the company asks for is placed; nothing where it asks for none, or staying hangs on it."""
    if state.rate_fault() is not None:
        return
    order = resolve_terms(state.chosen_company(), state.plan_file().plan).standing_order
    if order.asked and order.condition != "staying":
        choices.choice_field(path)


def placing_field(path: Path) -> None:
    """Where newcomers are placed; nothing where the company does not pay by two legs."""
    plan = state.chosen_company().pay.plan
    if plan is not None and plan.has_two_legs:
        choices.choice_field(path)


def _show_standing_order(*, in_short: bool = False) -> None:
    """What the company asks to be ordered each month, and what that makes joining it cost."""
    if state.rate_fault() is not None:
        return
    speech, company = state.speech(), state.chosen_company()
    said = standing_order_in_words(company, resolve_terms(company, state.plan_file().plan), speech, in_short=in_short)
    if said:
        st.markdown(plain(said))


def what_no_source_says(company: Company) -> None:
    """What a company leaves unsaid: what was not found, and a field for each figure that is assumed or left empty."""
    speech = state.speech()
    _ = speech.text
    asked, empty, unknown = asked_figures(company), missing_levels(company), unknown_figures(company)
    if not (asked or empty or unknown):
        return
    with st.expander(_unsaid_title(company, speech, len(unknown)), key="no-source"):
        if unknown:
            words = own_or(
                company,
                _("Not stated by you. Costs among them count as nothing, and pay arrives after one month:"),
                _("Looked for and not found. Costs among them count as nothing, and pay arrives after one month:"),
            )
            st.markdown(plain(words))
            st.markdown("\n".join(f"- {plain(_(TITLES[path]))}" for path in unknown))
        _answer_fields(company, speech)


def ask_what_no_source_says(company: Company) -> None:
    """The same fields, where what was not found is listed elsewhere on the page."""
    if asked_figures(company) or missing_levels(company):
        speech = state.speech()
        with st.expander(_unsaid_title(company, speech, 0), key="no-source"):
            _answer_fields(company, speech)


def _answer_fields(company: Company, speech: Speech) -> None:
    """A field for each figure that is assumed or left empty until the person answers."""
    _, empty = speech.text, missing_levels(company)
    for name, figure in asked_figures(company).items():
        _answer_field(company, name, figure, "share" if figure.unit == "share" else "number", figure.assumed)
    if empty:
        st.markdown(plain(_("Paid by the company at rates that no source gives. Left empty they count as nothing:")))
    for name, level in empty.items():
        _answer_field(company, name, level, "share", None)


def _unsaid_title(company: Company, speech: Speech, unknown: int) -> str:
    """How much nothing says, how much of it is assumed or left empty, and how much the person has answered."""
    _, ngettext = speech.text, speech.plural
    answers = state.plan_file().plan.company_answers.get(company.id, {})
    asked, levels = asked_figures(company), missing_levels(company)
    assumed, empty = (sum(key not in answers for key in keys) for keys in (asked, levels))
    answered = len(asked) + len(levels) - assumed - empty
    words, counts = _("What no source says: {counts}"), []
    if is_ones_own(company):
        words = _("What you have not stated: {counts}")
        if unknown:
            counts.append(ngettext("{count} figure", "{count} figures", unknown))
    elif unknown:
        counts.append(ngettext("{count} not disclosed", "{count} not disclosed", unknown))
    if assumed:
        counts.append(ngettext("{count} assumed", "{count} assumed", assumed))
    if empty:
        counts.append(ngettext("{count} left empty", "{count} left empty", empty))
    if answered:
        counts.append(ngettext("{count} answered", "{count} answered", answered))
    return words.format(counts=", ".join(counts))


def _answer_field(company: Company, name: str, wanted: Asked | MissingLevel, unit: str, assumed: float | None) -> None:
    """A field for what the person's own papers say, with why it is asked."""
    speech = state.speech()
    label = places.with_unit(speech.told(wanted.title), unit, speech)
    typed.text_field((state.ANSWERS, company.id, name), label, unit, assumed)
    st.markdown(plain(speech.told(wanted.reason)))
