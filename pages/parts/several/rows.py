"""The listed plans, a row each: who, on what, how many lose, how deep, how many hours, when they meet again, notes."""

from html import escape

import streamlit as st

from pages.parts.several import listed, runs
from pages.parts.several.listed import Listed
from pages.parts.several.runs import Judged
from pages.shared.answer.page import as_label, plain
from pages.shared.session import state
from pages.shared.words.company_names import named
from planner.analysis.answer import bounds, odds_in_words, over_runs
from planner.analysis.answer.cell import money
from planner.analysis.together.in_words import day_in_words
from planner.inputs.plan.plan import INPUTS
from planner.speech import Speech


def answer(known: dict[int, Judged]) -> str:
    """With which of them most lose, and with which fewest; before that is known, what can be done here."""
    speech, titles = state.speech(), listed.titles()
    _ = speech.text
    if not titles:
        return _("List the plans of up to {most} people, from files or links, to see them beside each other.").format(
            most=speech.number(listed.MOST)
        )
    # Of few runs chance alone would say with which most lose.
    if not all(each.missing or runs.finished(each) for each in listed.every()):
        return _("The plans that are listed, beside each other. They are being tried.")
    if not known:
        return _("None of the plans that are listed can be computed; below each stands what it lacks.")
    by_risk = sorted(known, key=lambda number: -known[number].odds.lose)
    first, last = ((titles[number], losing(number, known[number])) for number in (by_risk[0], by_risk[-1]))
    if len(by_risk) == 1:
        return _("{name}: of 100 people with this plan {lose} lose money.").format(name=first[0], lose=first[1])
    if first[1] == last[1]:
        return _("Of 100 people with each plan, {lose} lose money.").format(lose=first[1])
    text = _("Of 100 people with each plan, most lose money with {most}: {lose}; fewest with {fewest}: {few}.")
    return text.format(most=first[0], lose=first[1], fewest=last[0], few=last[1])


def losing(number: int, judged: Judged) -> str:
    """How many of 100 lose, at least where costs are not disclosed."""
    each = next(each for each in listed.every() if each.number == number)
    return odds_in_words.losing(each.case(), judged.odds.lose, judged.runs, state.speech())


def show(each: Listed, judged: Judged | None) -> None:
    """One row: its name opens it, under it the figures."""
    _, title = state.speech().text, listed.titles()[each.number]
    with st.container(border=True, gap="small", key=f"several-{each.number}"):
        with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
            here = _("opened")
            if each.file == state.plan_file():
                st.markdown(f"**{plain(title)}** · {plain(here)}", width="content")
            else:
                st.button(
                    as_label(_("Open {name}").format(name=title)),
                    key=f"several-open-{each.number}",
                    wrap=True,
                    on_click=listed.ask_to_open,
                    args=(each.number,),
                )
            st.button(
                as_label(_("Take away")),
                key=f"several-away-{each.number}",
                type="tertiary",
                on_click=listed.take_away,
                args=(each.number,),
            )
        if st.session_state.get(listed.ASKED) == each.number:
            _ask(each)
        st.html(as_html(each, judged))
        if each.missing is not None:
            speech = Speech.of(state.language(), each.file.plan)
            st.warning(plain(speech.say_fault(each.missing)))


def _ask(each: Listed) -> None:
    _ = state.speech().text
    st.markdown(plain(_("Your plan is not saved. Open this one in its place? Undo brings yours back.")))
    with st.container(horizontal=True):
        st.button(_("Open it"), key="several-open-it", on_click=listed.open_it, args=(each.number,))
        st.button(_("Keep my plan"), key="several-leave", on_click=listed.leave)


def as_html(each: Listed, judged: Judged | None) -> str:
    """The figures of a row as a description list; everything escaped."""
    body = "".join(
        f"<div><dt>{escape(title)}</dt><dd>{escape(figure)}</dd></div>" for title, figure in figures(each, judged)
    )
    return f'<dl class="in-a-row">{body}</dl>'


def figures(each: Listed, judged: Judged | None) -> tuple[tuple[str, str], ...]:
    """Title and figure of each column, in the currency of the plan."""
    file, speech = each.file, Speech.of(state.language(), each.file.plan)
    _ = speech.text
    lose, hole, title = _("not known yet"), _("not known yet"), _("Deepest hole")
    if judged is not None:
        lose, title = losing(each.number, judged), over_runs.title_of_hole(judged.odds, speech)
        hole = bounds.at_least(money(judged.odds.deepest_hole.median, speech), each.case().projection, speech)
    hours = float(file.plan.money_and_time.hours_a_week)
    open_notes = sum(not note.done for note in file.notes)
    return (
        (_("The company"), named(each.company)),
        (_("Of 100, lose money"), lose),
        (title, hole),
        (_(INPUTS[("horizon_months",)].title), speech.number(file.plan.horizon_months)),
        (_("Hours a week"), speech.number(hours, 0 if hours.is_integer() else 1)),
        (_("Next talk"), day_in_words(file.talk.next_talk, speech) or _("no day")),
        (_("Open notes"), speech.number(open_notes)),
    )


def show_all() -> dict[int, Judged]:
    """Every row, and what is known of them."""
    found = {each.number: runs.known(each) for each in listed.every() if each.missing is None}
    for each in listed.every():
        show(each, found.get(each.number))
    return {number: judged for number, judged in found.items() if judged is not None}
