"""Two of the listed plans beside each other, where versions are compared."""

import streamlit as st

from pages.parts.several import listed
from pages.shared.answer.page import plain
from pages.shared.session import beside, state

MINE = 0  # in the place of a number: the plan that is entered
GO = "several_go"


def show() -> None:
    """Which two, and a button; the first becomes the plan, and the other is laid beside it on Versions."""
    _ = state.speech().text
    if st.session_state.pop(GO, False):
        st.switch_page("pages/versions.py")
    titles = listed.titles()
    opened = next((each.number for each in listed.every() if each.file == state.plan_file()), None)
    here = {MINE: _("Your plan now")} if opened is None else {opened: titles[opened]}
    firsts = here | titles
    if len(firsts) < 2:
        return
    st.header(plain(_("Two beside each other")), anchor=False)
    one, other = st.columns(2)
    with one:
        first = st.selectbox(_("The first"), list(firsts), format_func=firsts.__getitem__, key=_key("first"))
    rest = {number: title for number, title in titles.items() if number != first}
    with other:
        second = st.selectbox(_("The second"), list(rest), format_func=rest.__getitem__, key=_key("second"))
    waits = first not in (MINE, opened) and listed.would_be_lost()
    if waits:
        st.markdown(plain(_("The first takes the place of your plan, which is not saved. Undo brings yours back.")))
    st.button(_("Compare the two"), key="several-compare", on_click=_compare, args=(first, second))


def _key(name: str) -> str:
    """Of a field whose choices change with what is listed."""
    return f"several-{name}-{hash((*listed.titles(), state.plan_file().plan.name))}"


def _compare(first: int, second: int) -> None:
    if first != MINE:
        listed.open_it(first)
    chosen = next((each for each in listed.every() if each.number == second), None)
    if chosen is not None:
        beside.lay(chosen.file)
        st.session_state[GO] = True
