"""The people with whom a plan begins, a row each: under whom, what they buy, for how long they have been there."""

import streamlit as st

from pages.parts.plan import rows
from pages.shared.answer.page import as_label, plain
from pages.shared.fields import field, places, typed
from pages.shared.session import state
from planner.inputs.path import Path, written
from planner.inputs.plan.team_today import MemberToday, people_in


def rows_of_today(path: Path) -> None:
    """The rows, as many as can be looked over; of a larger team, which came from a file, how many people it has."""
    _, speech, today = state.speech().text, state.speech(), state.plan_file().plan.team.today
    if today:
        legs = sum(row.alike for row in today if row.under == 0)
        words = _(
            "{people} people in {legs} legs when the plan starts. What you are paid on them is the mean of runs, in "
            "each of which they are followed one by one."
        )
        st.markdown(plain(words.format(people=speech.number(people_in(today)), legs=speech.number(legs))))
    if len(today) <= rows.MOST_ROWS:
        buys = places.with_unit(_("Each buys a month"), "money", speech)
        for index in range(len(today)):
            _row((*path, index), index + 1, buys)
        rows.add_button(path, _("Add people who are there"), {"under": 0, "buys": 80, "months": 12})
    if today:
        st.button(_("Begin with nobody"), key="today-none", type="tertiary", on_click=_nobody, args=(path,))
    typed.show_basis(path)


def _nobody(path: Path) -> None:
    typed.change(path, [])


def _row(place: Path, number: int, buys: str) -> None:
    """One row, folded under a line that says it; its number is what others stand under."""
    _ = state.speech().text
    with st.expander(as_label(_in_words(places.now_at(place), number)), key=f"today-row-{number}"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for part, label, unit in (
                ("under", _("Under row (0: you)"), "number"),
                ("buys", buys, "money"),
                ("months", _("Months since joining"), "months"),
                ("alike", _("People alike"), "people"),
            ):
                with st.container(width=typed.FIELD_WIDTH):
                    field.draw(typed.in_plan((*place, part), label, unit))
            st.button(
                _("Remove"),
                key=f"remove:{written(place)}",
                type="tertiary",
                help=plain(_("Remove row {number}; those under it stand where it stood").format(number=number)),
                on_click=_remove,
                args=(place,),
            )
        for part in ("under", "buys", "months", "alike"):
            typed.tell((*place, part))


def _in_words(row: MemberToday, number: int) -> str:
    """Under whom, what is bought a month, since when, and how many people there are of the kind."""
    speech = state.speech()
    _ = speech.text
    under = _("under row {row}").format(row=row.under) if row.under else _("under you")
    said = _("{number}: {under}, {amount} a month, there for {months}")
    words = said.format(
        number=number, under=under, amount=places.in_unit(row.buys, "money"), months=speech.months(row.months)
    )
    return words if row.alike == 1 else _("{row}; {people} people alike").format(row=words, people=row.alike)


def _remove(place: Path) -> None:
    """Takes a row away: who stood under it stands under whoever stood above it, and later rows have one number less."""
    *front, index = place
    path, gone = tuple(front), int(index) + 1
    today = state.plan_file().plan.team.today
    above = today[gone - 1].under

    def moved(under: int) -> int:
        return above if under == gone else under - (under > gone)

    kept = [row.model_dump() | {"under": moved(row.under)} for row in today if row is not today[gone - 1]]
    if typed.change(path, kept):
        for each in field.unread_within(path):
            field.unread().pop(each)
        state.reseed()
