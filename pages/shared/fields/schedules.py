"""A number a month as a person may state it: the same every month, a straight line, or month by month."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields import field, places, typed
from pages.shared.session import state
from planner.inputs.path import Path, written
from planner.inputs.plan.schedule import Ramp, monthly_values
from planner.language import mark

FORMS = {
    "number": mark("The same every month"),
    "ramp": mark("Rising or falling in a straight line"),
    "list": mark("Month by month"),
}
FIRST_RAMP_MONTHS = 12

Stated = float | Ramp | tuple[float, ...]


def schedule_field(path: Path) -> None:
    """How many a month, in the form that the person chooses. Choosing another form keeps the number of month 1."""
    _ = state.speech().text
    value: Stated = places.now_at(path)
    label = places.labelled(path)
    match value:
        case Ramp():
            st.markdown(f"**{label}**")
            with st.container(horizontal=True):
                typed.text_field((*path, "first"), _("In month 1"), "people")
                typed.text_field((*path, "last"), _("In the last of these months"), "people")
                typed.text_field((*path, "months"), _("Over how many months"), "months")
        case tuple():
            typed.text_field(path, _("{title}, from month 1, with semicolons between").format(title=label), "by_month")
            st.markdown(_("The last number continues to the end."))
        case _:
            typed.text_field(path, label, "people")
    key, first = state.seeded(f"choice:{written(path)}", form_of(value))
    choices = {name: _(text) for name, text in FORMS.items()}
    st.selectbox(
        _("{title}: how it changes").format(title=label),
        options=list(FORMS),
        index=list(FORMS).index(first),
        format_func=choices.__getitem__,
        key=key,
        on_change=_change_form,
        args=(key, path),
    )
    typed.show_basis(path)


def short_field(path: Path) -> None:
    """How many a month as one number; what is stated otherwise is left to the plan's own page."""
    speech = state.speech()
    _ = speech.text
    if not places.matters(path):
        words = _("{title}: found among the people you know. Change it under My plan.")
        st.markdown(plain(words.format(title=places.labelled(path))))
    elif form_of(places.now_at(path)) == "number":
        typed.bare_field(path)
    else:
        words = _("{title}: your plan states this month by month. Change it under My plan.")
        st.markdown(plain(words.format(title=places.labelled(path))))


def form_of(value: Stated) -> str:
    """Which of the forms a schedule has."""
    match value:
        case Ramp():
            return "ramp"
        case tuple():
            return "list"
        case _:
            return "number"


def _change_form(key: str, path: Path) -> None:
    value: Stated = places.now_at(path)
    if st.session_state.get(key, form_of(value)) == form_of(value):  # called back as a page is left, with nothing new
        return
    months = value.months if isinstance(value, Ramp) else len(value) if isinstance(value, tuple) else 1
    by_month = [round(float(number), 2) for number in monthly_values(value, months)[1:]]
    stated: object = by_month[0]
    match st.session_state[key]:
        case "ramp":
            stated = {
                "first": by_month[0],
                "last": by_month[-1],
                "months": max(months, 2) if months > 1 else FIRST_RAMP_MONTHS,
            }
        case "list":
            stated = by_month
    field.forget(path)
    state.change(path, stated)
    state.reseed()
