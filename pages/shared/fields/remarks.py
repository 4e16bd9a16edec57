"""Fields of which something is to be said as the plan stands: what decides in their place, or what they change not."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import choices, field, places, typed
from pages.shared.session import state
from planner.analysis.answer.stock_in_words import stock_in_words
from planner.analysis.cautions.without_effect import without_effect
from planner.analysis.company.readings import ACTIVITY_WINDOW
from planner.analysis.measures.stock_held import stock_held
from planner.inputs.path import Path
from planner.inputs.plan.team import somebody_joins
from planner.inputs.terms import resolve_terms


def go_to_group(name: str) -> None:
    """Shows another part of the plan."""
    choices.turn_to(name, "group")


def tell_without_effect(place: Path) -> None:
    """Under a field or a row that counts for nothing as the plan stands: that it does, and why."""
    if (found := without_effect(state.plan_file().plan).get(place)) is not None:
        st.info(plain(state.speech().say(found)))


def order_price_field(path: Path) -> None:
    """The price of an order; where products are stated, what they come to in its place."""
    speech, customers = state.speech(), state.plan_file().plan.customers
    _ = speech.text
    if not customers.products or field.unread_within(path):
        typed.plan_field(path)
        return
    words = _("{title}: {amount}, as your products below come to.")
    st.markdown(plain(words.format(title=places.title_of(path), amount=speech.money(customers.order_price, 2))))


def campaigns_field(path: Path) -> None:
    """Whether orders are counted by campaign, and then how many fall into the plan and into one of its months."""
    speech, plan = state.speech(), state.plan_file().plan
    _ = speech.text
    choices.choice_field(path)
    if plan.customers.orders_by == "month":
        return
    fall = [plan.customers.campaigns_in(plan.start_month, month) for month in range(1, plan.horizon_months + 1)]
    words = _("No campaign falls into the plan, so customers order nothing.")
    if any(fall):
        words = _("Campaigns that fall into the plan: {count}, and into one month between {least} and {most}.")
    count, least, most = map(speech.number, (sum(fall), min(fall), max(fall)))
    words = words.format(count=count, least=least, most=most)
    st.markdown(plain(words))


def qualifying_field(path: Path) -> None:
    """Whether goods are bought to be paid, and where the company asks for no points that it changes nothing there."""
    _ = state.speech().text
    choices.choice_field(path)
    company = state.chosen_company()
    if state.rate_fault() is None:
        terms = resolve_terms(company, state.plan_file().plan)
        if terms.own_points_asked:
            words = _("{company} asks for {points} own points a month before it pays on a team.")
            if terms.activity_window != "month":
                words = _("{company} asks for {points} own points before it pays on a team. {window}")
            points = state.speech().number(terms.own_points_asked)
            window = _(ACTIVITY_WINDOW[terms.activity_window])
            st.markdown(plain(words.format(company=company.name, points=points, window=window)))
        else:
            words = _("No minimum of own points is known of {company}, so this changes nothing there.")
            st.markdown(plain(words.format(company=company.name)))


def show_stock_held() -> None:
    """How long the goods on the shelf last, and what of them is never sold."""
    if state.rate_fault() is None:
        said = stock_in_words(stock_held(state.case().projection), state.speech())
        st.markdown(plain(said))


def recruits_from_field(path: Path) -> None:
    """Where recruits come from, with the way to the people that customers are found among too."""
    _ = state.speech().text
    choices.choice_field(path)
    plan = state.plan_file().plan
    if plan.team.recruits_from == "address_book":
        st.markdown(plain(_("They are found among the people you know, whom you state under Customers.")))
        st.button(_("Go to the people you know"), key="to-book", on_click=go_to_group, args=("customers",))
    elif not somebody_joins(plan):
        st.markdown(plain(_("You recruit nobody in this plan, so what else is stated here changes nothing yet.")))


def last_hours_field(path: Path) -> None:
    """The last of the parts of one's hours, and what is left of them for selling."""
    speech, money = state.speech(), state.plan_file().plan.money_and_time
    _ = speech.text
    typed.plan_field(path)
    taken = money.recruiting_hours_share + money.meeting_hours_share + money.paperwork_hours_share
    words = _("Left for selling: {share} of your hours, {hours} a week.")
    left = max(1 - taken, 0.0)
    hours = speech.plural("{count} hour", "{count} hours", round(left * money.hours_a_week, 1))
    st.markdown(plain(words.format(share=speech.percent(left), hours=hours)))
