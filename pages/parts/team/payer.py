"""By whom the team is paid, in which month, and whether names are shown."""

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.fields.company_picker import picker
from pages.shared.session import once, state
from planner.analysis.team.paid import Payer, TeamPaid, pay_table, payer_of, payer_of_file, without_names
from planner.analysis.team.rests_on import RestsOn, rests_on
from planner.analysis.team.whole import month_in_words
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.pay.pay_file import read_pay_file
from planner.inputs.team_file.read import TeamTable
from planner.speech import Speech

COMPANY, UPLOAD, NUMBERS = "team_company", "team-plan", "team-numbers"
PLAN, REFUSED, UPLOADED = "team_payer_file", "team_payer_refused", "team_payer_id"
NO_ANSWERS: dict[str, float] = {}


def choose(*, invented: bool) -> Payer | None:
    """A company, or a pay plan's file in its place; None where neither pays, which is said.

    invented: the team is a sample, which the invented company pays until another is picked.
    """
    speech = state.speech()
    _ = speech.text
    company = _company(invented=invented)
    picker(_("The company that pays it"), "team-company", company.id, _pick)
    st.file_uploader(_("Or a pay plan in a file of its own (TOML)"), type="toml", key=UPLOAD, on_change=_take)
    if (plan := _plan_of_a_file(speech)) is not None:
        return plan
    if st.session_state.get(REFUSED):
        return None
    answers = state.plan_file().plan.company_answers.get(company.id, NO_ANSWERS)
    payer = once.made("team_payer", (company, answers), lambda: payer_of(company, dict(answers)))
    if isinstance(payer, Fault):
        st.warning(plain(speech.text(payer.message).format(**payer.parameters)))
        return None
    return payer


def _take() -> None:
    """Takes a plan's file, or says why not; a file that is the same, as a page is left, changes nothing."""
    uploaded = st.session_state.get(UPLOAD)
    if uploaded is not None and uploaded.file_id != st.session_state.get(UPLOADED):
        st.session_state[UPLOADED] = uploaded.file_id
        file, faults = read_pay_file(uploaded.getvalue(), uploaded.name)
        st.session_state[PLAN], st.session_state[REFUSED] = None if file is None else payer_of_file(file), faults


def _take_away() -> None:
    st.session_state[PLAN], st.session_state[REFUSED] = None, ()


def _plan_of_a_file(speech: Speech) -> Payer | None:
    """The plan that was taken from a file, with a button that lets the company pay again."""
    _ = speech.text
    plan: Payer | None = st.session_state.get(PLAN)
    refused = st.session_state.get(REFUSED, ())
    if refused:
        st.error(with_list(_("The plan was not read."), map(speech.say_fault, refused)))
    if plan is not None or refused:
        if plan is not None:
            st.markdown(plain(_("Paid by the plan “{plan}”.").format(plan=plan.name)))
        st.button(_("Let the company pay"), key="team-company-again", on_click=_take_away)
    return plan


def _company(*, invented: bool) -> Company:
    """The one that was picked here, else the plan's own where it pays, else the first of the list that does."""
    known = state.known_companies()
    picked = known.get(st.session_state.get(COMPANY, ""))
    if picked is not None:
        return picked
    own = state.chosen_company()
    likely = (own, *state.companies())
    if invented:
        likely = (*(each for each in state.companies() if each.status == "fictional" and not each.yours), *likely)
    return next((each for each in likely if not isinstance(payer_of(each, NO_ANSWERS), Fault)), own)


def _pick(company_id: str) -> None:
    st.session_state[COMPANY] = company_id


def paid_now(table: TeamTable, payer: Payer) -> TeamPaid | None:
    """The team as it is paid in the month that is chosen; None where the plan cannot be paid on it, which is said."""
    speech = state.speech()
    _ = speech.text
    with st.container(horizontal=True, vertical_alignment="bottom"):
        month = st.selectbox(
            _("Month"),
            list(reversed(table.months)),
            format_func=lambda name: month_in_words(name, speech),
            key=f"team-in-{hash(table.months)}",
            width=220,
        )
        hidden = st.toggle(_("Numbers in place of names"), key=NUMBERS, persist_state="session")
    shown = (
        once.made("team_hidden", (table, speech.language), lambda: without_names(table, speech)) if hidden else table
    )
    found = once.made("team_paid", (shown, payer), lambda: pay_table(shown, payer))
    if isinstance(found, Fault):
        st.warning(plain(speech.say_fault(found)))
        return None
    return once.made("team_month", (found, month), lambda: pay_again(found, table.months.index(month)))


def pay_again(paid: TeamPaid, at: int) -> TeamPaid:
    """The same team looked at in another of its months."""
    return TeamPaid(paid.payer, paid.table, paid.team, paid.months, at)


def rests(paid: TeamPaid) -> RestsOn:
    """What the pay of the month rests on, computed once."""
    return once.made("team_rests", (paid,), lambda: rests_on(paid.month))
