"""By whom the team is paid, in which month, and whether names are shown."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields.company_picker import picker
from pages.shared.fields.upload import upload
from pages.shared.session import once, state
from planner.analysis.team.paid import (
    PAYING,
    Payer,
    TeamPaid,
    pay_table,
    payer_of,
    payer_of_file,
    unpaid_table,
    without_names,
)
from planner.analysis.team.rests_on import RestsOn, rests_on
from planner.analysis.team.whole import month_in_words
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.pay.pay_file import read_pay_file
from planner.inputs.team_file.read import TeamTable
from planner.speech import Speech

COMPANY, UPLOAD, HIDDEN = "team_company", "team-plan", "team-numbers"
PLAN = "team_payer_file"
NO_ANSWERS: dict[str, float] = {}


def choose(*, invented: bool) -> Payer | None:
    """A company, or a pay plan's file in its place; None where neither pays, which is said.

    invented: the team is a sample, which the invented company pays until another is picked.
    """
    speech = state.speech()
    _ = speech.text
    company = _company(invented=invented)
    # A list of its own for an invented team: a list goes on showing what it showed, and another company pays one's own.
    picker(_("The company that pays it"), f"team-company{'-invented' if invented else ''}", company.id, _pick)
    upload(_("Or a pay plan in a file of its own (TOML)"), UPLOAD, ("toml",), _take)
    if (plan := _plan_of_a_file(speech)) is not None:
        return plan
    answers = state.plan_file().plan.company_answers.get(company.id, NO_ANSWERS)
    payer = once.made("team_payer", (company, answers), lambda: payer_of(company, dict(answers)))
    if isinstance(payer, Fault):
        st.warning(plain(speech.text(payer.message).format(**payer.parameters)))
        return None
    return payer


def _take(data: bytes, name: str) -> tuple[Fault, ...]:
    file, faults = read_pay_file(data, name)
    if file is not None:
        st.session_state[PLAN] = payer_of_file(file)
    return faults


def _take_away() -> None:
    st.session_state[PLAN] = None


def _plan_of_a_file(speech: Speech) -> Payer | None:
    """The plan that was taken from a file, with a button that lets the company pay again."""
    _ = speech.text
    plan: Payer | None = st.session_state.get(PLAN)
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
            key=_month_key(table),
            width=220,
        )
        hidden = st.toggle(_("Numbers in place of names"), key=HIDDEN, persist_state="session")
    found = paid_by(_shown(table, hidden=hidden), payer, "team_paid")
    if isinstance(found, Fault):
        st.warning(plain(speech.say_fault(found)))
        return None
    return once.made("team_month", (found, month), lambda: pay_again(found, table.months.index(month)))


def unpaid_now(table: TeamTable, payer: Payer) -> TeamPaid | None:
    """The team without any pay in the month that is chosen, where the company's plan cannot be paid on it."""
    shown = _shown(table, hidden=bool(st.session_state.get(HIDDEN)))
    found = once.made("team_unpaid", (shown, payer), lambda: unpaid_table(shown, payer))
    month = st.session_state.get(_month_key(table), table.months[-1])
    return None if isinstance(found, Fault) else pay_again(found, table.months.index(month))


def _month_key(table: TeamTable) -> str:
    return f"team-in-{hash(table.months)}"


def _shown(table: TeamTable, *, hidden: bool) -> TeamTable:
    """The team with or without names."""
    speech = state.speech()
    return once.made("team_hidden", (table, speech.language), lambda: without_names(table, speech)) if hidden else table


def paid_by(table: TeamTable, payer: Payer, name: str) -> TeamPaid | Fault:
    """The team as the plan pays it, computed once, by the name of what is kept, and waited for in words."""
    speech = state.speech()

    def made() -> TeamPaid | Fault:
        text = speech.text(PAYING)
        sizes = {"members": speech.number(len(table.members)), "months": speech.months(len(table.months))}
        with st.spinner(text.format(**sizes)):
            return pay_table(table, payer)

    return once.made(name, (table, payer), made)


def pay_again(paid: TeamPaid, at: int) -> TeamPaid:
    """The same team looked at in another of its months."""
    return TeamPaid(paid.payer, paid.table, paid.team, paid.months, at)


def rests(paid: TeamPaid) -> RestsOn:
    """What the pay of the month rests on, computed once."""
    return once.made("team_rests", (paid,), lambda: rests_on(paid.month))
