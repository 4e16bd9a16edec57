"""The people below the chosen member as the beginning of the person's own plan, with what their months measure."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.fields import places
from pages.shared.session import state, together
from planner.analysis.team.as_plan import Measured, as_today, measured, quiet
from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.whole import month_in_words
from planner.errors import Fault
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.path import Path, put
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.plan.team_today import MOST_TODAY, TeamToday, people_in
from planner.inputs.plan_file import with_changes
from planner.inputs.terms import resolve_terms
from planner.inputs.together.ledger import Said
from planner.speech import Speech

WITH_MEASURED, WITHOUT_QUIET, DONE = "team-with-measured", "team-without-quiet", "team_went_on"
AT_ONCE = ("team", "recruit_at_once")


def show(paid: TeamPaid, member: int, speech: Speech) -> None:
    """What the plan would begin with, what the team measures beside what the plan has, and the button."""
    _ = speech.text
    folded = st.expander(_("Go on from this team as a plan"), key="team-as-plan", on_change="rerun")
    if not folded.open:  # of a large team it takes a while
        return
    with folded:
        goods = _goods_of_a_point(paid)
        if isinstance(goods, str):
            st.markdown(plain(goods))
            return
        idle = quiet(paid, member)
        left_out = bool(idle) and bool(st.session_state.get(WITHOUT_QUIET))
        today = as_today(paid, member, goods, without_quiet=left_out)
        if today:
            _say_who(paid, member, today, speech)
        if idle:
            _show_quiet(idle, speech)
        if today:
            _offer(paid, member, today, goods, speech)
            return
        none = _("Nobody stands below {member} in this month.")
        if left_out:
            none = _("Nobody below {member} bought anything in the latest three months.")
        many = _(
            "More than {most} people stand below {member}, or one of them buys more than a plan takes: choose "
            "somebody further down."
        )
        text = none if today is not None else many
        st.markdown(plain(text.format(member=paid.members[member], most=speech.number(MOST_TODAY))))


def _show_quiet(number: int, speech: Speech) -> None:
    """How many bought nothing lately, who come along as people who buy nothing, and a box that leaves them out."""
    _ = speech.text
    text = _(
        "{count} of those below bought nothing in the latest three months. They may have left, which a file does not "
        "say; they come along as people who buy nothing, each a level and a leg all the same."
    )
    st.markdown(plain(text.format(count=speech.number(number))))
    st.checkbox(_("Leave them out; those below them stand under whoever is next above"), key=WITHOUT_QUIET)


def _say_who(paid: TeamPaid, member: int, today: TeamToday, speech: Speech) -> None:
    """Who would be there when the plan begins."""
    _ = speech.text
    words = _(
        "You take the place of {member}. The team with which your plan begins, as of {month}: {people}, with where "
        "each stands, what each bought in the latest months, and for how long each has been there. No names are taken "
        "along."
    )
    people = speech.plural("{count} person below", "{count} people below", people_in(today))
    month = month_in_words(paid.month.name, speech)
    st.markdown(plain(words.format(member=paid.members[member], people=people, month=month)))


def _offer(paid: TeamPaid, member: int, today: TeamToday, goods: float, speech: Speech) -> None:
    """What is measured, and the button that begins the plan with the team and with that."""
    _, month = speech.text, month_in_words(paid.month.name, speech)
    found = measured(paid, member, goods)
    _show_measured(found)
    with_measured = st.checkbox(_("Take along what the team measures"), value=True, key=WITH_MEASURED)
    said = _("Measured from a team of yours, {month}. People it rests on: {people}.")
    notes = {each.path: said.format(people=speech.number(each.people), month=month) for each in found}
    st.button(
        _("Begin my plan with this team"),
        key="team-go-on",
        on_click=_go_on,
        args=(paid, today, found if with_measured else (), notes),
    )
    if st.session_state.get(DONE) == today:
        st.success(plain(_("Your plan begins with this team. Undo takes it back.")))
        st.page_link("pages/plan.py", label=plain(_("To my plan")))


def _goods_of_a_point(paid: TeamPaid) -> float | str:
    """Goods at shop price, in the plan's currency, for one point; or why that is not known, in words."""
    speech, plan, company = state.speech(), state.plan_file().plan, paid.payer.company
    _ = speech.text
    if company is None:
        return _("A plan is laid on a company: choose one that pays this team.")
    fault = missing_rate(company, plan)
    if fault is not None:
        return speech.say_fault(fault)
    points = resolve_terms(company, plan).points_per_retail
    return 1 / points if points > 0 else _("Nobody has published what goods bring in points at this company.")


def _show_measured(found: tuple[Measured, ...]) -> None:
    speech = state.speech()
    _ = speech.text
    now = state.plan_file().plan
    rows = []
    for each in found:
        declared = INPUTS[each.path]
        ours = places.in_unit(each.value, declared.unit)
        theirs = places.in_unit(getattr(now.team, declared.name), declared.unit)
        rows.append(Row(_(declared.title), (ours, speech.number(each.people), theirs)))
    columns = (_("Input"), _("In this team"), _("People it rests on"), _("In my plan now"))
    show_table(Table(_("What the team measures"), columns, tuple(rows), stacked=True))
    if any(each.path == AT_ONCE for each in found):
        words = _(
            "Newcomers who recruit in the month they join: not counted head by head, but the share with which those of "
            "your plan bring as many people in that month as those of the team did."
        )
        st.caption(plain(words))


def _go_on(paid: TeamPaid, today: TeamToday, found: tuple[Measured, ...], notes: dict[Path, str]) -> None:
    """The plan with this team, laid on the company that pays it; what was measured is noted beside its field."""
    file, company = state.plan_file(), paid.payer.company
    if company is None:
        return
    data = file.plan.model_dump(mode="json")
    put(data, ("team", "today"), [row.model_dump() for row in today])
    ledger = dict(file.ledger)
    for each in found:
        put(data, each.path, each.value)
        ledger[each.path] = Said(note=notes[each.path], day=together.today())
    if any(each.path == ("team", "annual_attrition") for each in found):
        put(data, ("team", "first_months_attrition"), None)
    faults: tuple[Fault, ...] = state.store(
        with_changes(file, plan=Plan.model_validate(data), company=company.id, ledger=ledger)
    )
    if not faults:
        st.session_state[DONE] = today
    state.reseed()
