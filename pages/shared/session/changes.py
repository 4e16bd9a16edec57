"""Undo, redo, and what changed since the plan was opened, each change with a way back."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.answer.page import plain
from pages.shared.fields import field, typed
from pages.shared.session import history, laid_on, menu, state
from pages.shared.words import inputs
from pages.shared.words.company_names import named
from planner.inputs.changes.difference import Difference, differing_inputs, with_input_of
from planner.inputs.currency import in_currency
from planner.inputs.path import Path, written
from planner.inputs.plan.plan import Plan
from planner.language import date_in_words


def undo_and_redo() -> None:
    """A step back and a step forward, over every edit and over plans that were opened."""
    _ = state.speech().text
    steps = (
        (history.PAST, "undo", _("Undo"), ":material/undo:"),
        (history.FUTURE, "redo", _("Redo"), ":material/redo:"),
    )
    with st.container(horizontal=True):
        for direction, key, label, icon in steps:
            st.button(
                label,
                key=key,
                icon=icon,
                type="tertiary",
                disabled=not history.can_go(direction),
                on_click=state.step,
                args=(direction,),
            )


def what_changed() -> None:
    """Every input that differs from the plan as it was opened, before and after in words."""
    _, ngettext = state.speech().text, state.speech().plural
    opened, now = history.opened(), state.plan_file()
    differences = since_opened(opened.plan, now.plan)
    other_company = opened.company != now.company
    count = len(differences) + other_company
    title = ngettext(
        "What changed since you opened this: {count} input", "What changed since you opened this: {count} inputs", count
    )
    with st.expander(title, key="what-changed"):
        if not count:
            st.markdown(_("Nothing yet: the plan is as it was when you opened it or began."))
        if other_company:
            _company_line(opened.company or "", now.company or "")
        for difference in differences:
            _line(difference)


def since_opened(opened: Plan, now: Plan) -> tuple[Difference, ...]:
    """What was changed; default amounts that only followed the plan into another currency were not."""
    currency = (each for each in differing_inputs(opened, now) if each.path == ("currency",))
    return (*currency, *differing_inputs(in_currency(opened, now.currency), now))


def _company_line(before: str, after: str) -> None:
    _ = state.speech().text
    known = state.known_companies()
    names = [named(known[key]) if key in known else key for key in (before, after)]
    with _line_of(_("The company"), names[0], names[1]):
        if before in known:
            st.button(
                _("Put it back"),
                key="put-back:company",
                type="tertiary",
                on_click=laid_on.choose_company,
                args=(before,),
            )


def _line(difference: Difference) -> None:
    _ = state.speech().text
    before, after = inputs.both_in_words(difference)
    with _line_of(inputs.title_in_words(difference), before, after):
        st.button(
            _("Put it back"),
            key=f"put-back:{written(difference.path)}",
            type="tertiary",
            on_click=put_back,
            args=(difference.path,),
        )
    typed.tell_refused(difference.path)


def _line_of(title: str, before: str, after: str) -> DeltaGenerator:
    """One change in words; what is drawn in it stands beside them, below where there is no room."""
    _ = state.speech().text
    words = _("Before: {before}. Now: {after}.").format(before=before, after=after)
    line = st.container(horizontal=True, vertical_alignment="center")
    line.markdown(f"**{plain(title)}**  \n{plain(words)}", width="stretch")
    return line


def say_start_moved() -> None:
    """That choosing a company moved the start month into the years of its terms, or back; and the way back."""
    moved: laid_on.StartMoved | None = st.session_state.get(state.START_MOVED)
    if moved is None or menu.opened()[1] is menu.START:  # where the line above the title says it, and Undo stands below
        return
    speech = state.speech()
    _ = speech.text
    words = _("Your plan begins in {now} again, and not in {before}.")
    if moved.company.years is not None:
        words = _(
            "Your plan begins in {now} now, and not in {before}: the terms of {company} are those of {first} to {last}."
        )
        if moved.company.years.first == moved.company.years.last:
            words = _(
                "Your plan begins in {now} now, and not in {before}: the terms of {company} are those of {first}."
            )
    now, before = (date_in_words(month, speech.language) for month in (moved.now, moved.before))
    years = moved.company.years
    first, last = (years.first, years.last) if years else ("", "")
    with st.container(horizontal=True, vertical_alignment="center", key="start-moved"):
        st.markdown(
            plain(words.format(now=now, before=before, company=moved.company.name, first=first, last=last)),
            width="stretch",
        )
        st.button(
            _("Back to {before}").format(before=before),
            key="start-back",
            type="tertiary",
            on_click=_start_again_in,
            args=(moved.before,),
        )


def _start_again_in(month: str) -> None:
    state.change(("start_month",), month)
    state.reseed()


def put_back(path: Path) -> None:
    """One input as it was when the plan was opened; where it does not fit the rest by now, that is said beside it."""
    opened = history.opened().plan
    if path == ("currency",):
        laid_on.choose_currency(opened.currency)
        return
    now = state.plan_file().plan
    plan, faults = with_input_of(now, in_currency(opened, now.currency), path)
    if plan is None:
        typed.refuse(path, faults[0])
        return
    state.change_plan(plan)
    field.forget(path)
    state.reseed()
