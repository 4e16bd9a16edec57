"""The choice of tax rules, what the chosen set counts and leaves out, and the share that may be stated instead."""

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.draw.fact_list import fact_as_html
from pages.shared.fields import choices, field, places, typed
from pages.shared.session import state
from pages.shared.words.tax import figures_of
from planner.inputs.evidence.tax_rules import WITHOUT_A_SET, load_tax_rules
from planner.inputs.exchange_rates import missing_tax_rate
from planner.inputs.path import Path
from planner.inputs.tax_terms import chosen_rules, resolve_tax


def rule_titles() -> dict[str, str]:
    """Everything that may be chosen, with its name in the page's language."""
    speech = state.speech()
    names = {key: speech.told(rules.name) for key, rules in load_tax_rules().sets.items()}
    return {key: speech.text(title) for key, title in WITHOUT_A_SET.items()} | names


def rules_field(path: Path) -> None:
    """The set of rules; where it counts in another currency, the field for the rate."""
    speech, plan = state.speech(), state.plan_file().plan
    _ = speech.text
    choices.radio(path, rule_titles(), lambda value: typed.change(path, value))
    faults = load_tax_rules().faults
    if faults:
        st.warning(with_list(_("These files of tax rules are left out:"), map(speech.say_fault, faults)))
    rules = chosen_rules(plan)
    if rules is not None:
        st.markdown(plain(speech.told(rules.about)))
    _ask_rate()
    typed.show_basis(path)


def short_field(path: Path) -> None:
    """Whether what is earned is taxed: a list, and for a flat share its field, for rules in another currency a rate."""
    titles = rule_titles()
    key, first = state.seeded("choice:tax-in-short", places.now_at(path))
    st.selectbox(
        places.labelled(path),
        list(titles),
        index=list(titles).index(first),
        format_func=titles.__getitem__,
        key=key,
        on_change=_chosen,
        args=(key, path),
    )
    if places.now_at(path) == "flat":
        typed.text_field(("tax", "income_share"), places.labelled(("tax", "income_share")), "share")
    _ask_rate()


def _chosen(key: str, path: Path) -> None:
    if key in st.session_state and st.session_state[key] != places.now_at(path):
        typed.change(path, st.session_state[key])


def _ask_rate() -> None:
    """Where the rules count in another currency than the plan, the field for the rate."""
    _, plan = state.speech().text, state.plan_file().plan
    rules = chosen_rules(plan)
    if rules is None or rules.currency == plan.currency:
        return
    if missing_tax_rate(plan) is not None:
        words = _("These rules count in {currency}. Say what 1 {currency} costs in {plan_currency}.")
        st.warning(plain(words.format(currency=rules.currency, plan_currency=plan.currency)))
    label = _("What 1 {company_currency} costs in {plan_currency}")
    words = label.format(company_currency=rules.currency, plan_currency=plan.currency)
    typed.text_field(("exchange_rates", rules.currency), words, "rate")


def figure_field(path: Path) -> None:
    """A figure that may be left to the rules, and what counts where it is."""
    plan = state.plan_file().plan
    typed.plan_field(path)
    if places.now_at(path) is None and not field.unread_within(path) and missing_tax_rate(plan) is None:
        st.markdown(plain(_left_empty(path)))


def _left_empty(path: Path) -> str:
    """What counts where a figure is left empty: that of the rules, in the plan's currency, or nothing."""
    _, unit = state.speech().text, places.unit_of(path)
    terms = resolve_tax(state.plan_file().plan)
    if path[-1] == "vat_rate" and terms.vat_dated:
        return _("Left empty: the rules' own rate on food is used, of each month its own.")
    used = getattr(terms, str(path[-1]))
    if used:
        shown = state.speech().money(used) if unit == "money" else places.in_unit(used, unit)
        return _("Left empty: the rules' own {figure} is used.").format(figure=shown)
    if path[-1] == "income_share":
        return _("Left empty: no income tax is counted.")
    if path[-1] == "vat_threshold":
        return _("Left empty: no threshold is known, so none is ever passed.")
    return _("Left empty: no VAT is counted here.")


def show_rules() -> None:
    """Under the choice: every figure of the set with what it rests on, and what it leaves out."""
    speech, rules = state.speech(), chosen_rules(state.plan_file().plan)
    _ = speech.text
    if rules is None:
        return
    with st.expander(_("What these rules count, with sources"), key="tax-figures"):
        body = "".join(map(fact_as_html, figures_of(rules, speech)))
        st.html(f'<dl class="facts">{body}</dl>')
    with st.expander(_("What they leave out"), key="tax-limits"):
        lines = (speech.told(words) for words in rules.not_computed)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))
