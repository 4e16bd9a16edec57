"""The head of a page and its foot: whose answer it is, its question, the questions beside it, and the way on."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.answer.page import plain
from pages.shared.answer.pinned import notes_on_page
from pages.shared.fields.places import name_shown
from pages.shared.session import menu, state, turns
from pages.shared.words.company_names import named
from planner.analysis.answer.bounds import tax_counted
from planner.language import date_in_words, mark


def head(question: str, answer: str = "", of: str = "") -> DeltaGenerator:
    """The question that the page answers, the links to those beside it, and the answer in a sentence.

    of: whose answer it is, where it is none of the plan's. Returns the place of the answer, for a page that knows it
    later: what it said before stays there until then.
    """
    st.html(f'<p class="whose">{escape(of or whose())}</p>')
    st.title(plain(question), anchor=False)
    questions_beside()
    turns.take()  # for the rest of the page
    return _place_of(answer)


def part(address: str, question: str, answer: str = "") -> DeltaGenerator:
    """A second question of the page, with its answer, under a heading at which its own address opens the page.

    Returns the place of the answer, as `head` does.
    """
    st.header(plain(question), anchor=address)
    return _place_of(answer)


def _place_of(answer: str) -> DeltaGenerator:
    place = st.container()
    if answer:
        place.markdown(plain(answer))
    return place


def whose() -> str:
    """Company, plan and whether tax is counted, so that a picture of the page says whose answer it is.

    Of a historic company, in whose years a plan is tried, also when it begins.
    """
    plan, company, speech = state.plan_file().plan, state.chosen_company(), state.speech()
    parts = [named(company), name_shown(plan.name), tax_counted(plan, speech)]
    if company.years is not None:
        month = date_in_words(plan.start_month, speech.language)
        parts.append(speech.text(mark("begins in {month}")).format(month=month))
    return " · ".join(parts)


def questions_beside() -> None:
    """A row of links to the questions of this entry, where it has several; the browser script marks the open one."""
    _ = state.speech().text
    entry, here = menu.opened()
    if len(entry.questions) == 1:
        return
    with st.container(horizontal=True, gap="small", key="questions"):
        for question in entry.questions:
            if question is here:
                with st.container(width="content", key="open-question"):
                    st.page_link(question.file, label=plain(_(question.title)))
            else:
                st.page_link(question.file, label=plain(_(question.title)))


def foot() -> None:
    """The end of a page: the way on, and the notes on it."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small", key="foot"
    ):
        with st.container(width="content"):
            next_page()
        notes_on_page()


def next_page(address: str = "", label: str = "") -> None:
    """The way on, since on a phone the menu is folded away: to the next question, or to the page of an address."""
    _ = state.speech().text
    question = menu.question_at(address) if address else menu.following()
    words = label or _(question.invitation)
    st.page_link(question.file, label=plain(words), icon=":material/arrow_forward:", icon_position="right")
