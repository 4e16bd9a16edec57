"""The menu: its entries, the questions that belong to each, and what opens at the addresses of before.

In each run one page of an entry stands in Streamlit's menu, under the entry's name: the open one, or else the first.
The others are registered and hidden, and are reached by the row of links under the title.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import streamlit as st

from planner.language import Language, mark, translations
from planner.speech import Speech

OPENED = "opened_page"


@dataclass(frozen=True, slots=True)
class Question:
    """A page, pages/<address>.py, with its title among the questions of its entry and the words of a link to it.

    parts: addresses that were pages of their own; each opens this page at the heading that has it as its anchor.
    """

    address: str
    title: str
    invitation: str
    parts: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Its script, as Streamlit wants it named."""
        return f"pages/{self.address}.py"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu with its questions, the first of which it opens."""

    title: str
    questions: tuple[Question, ...]


START = Question("start", mark("Start"), mark("Answer a few questions"))
MENU = (
    Entry(mark("Start"), (START,)),
    Entry(
        mark("My plan"),
        (
            Question("plan", mark("What I enter"), mark("Change everything else in your plan"), ("cautions",)),
            Question("what_if", mark("What if"), mark("See how it would go otherwise"), ("shocks",)),
            Question(
                "versions", mark("Versions"), mark("Lay other assumptions or a saved plan beside it"), ("scenarios",)
            ),
        ),
    ),
    Entry(
        mark("The odds"),
        (
            Question("odds", mark("What could happen"), mark("See what could happen")),
            Question("what_matters", mark("What it hangs on"), mark("See what it hangs on")),
            Question("goal", mark("What must happen"), mark("See what must happen for a goal"), ("break_even",)),
        ),
    ),
    Entry(
        mark("The money"),
        (
            Question("cash_flow", mark("Cash flow"), mark("See the money, month by month")),
            Question("leaving", mark("Leaving"), mark("See what leaving costs"), ("stop_rule",)),
        ),
    ),
    Entry(
        mark("The companies"),
        (
            Question("compare", mark("Compare"), mark("Compare companies")),
            Question("company", mark("One company"), mark("Read what one company asks and pays")),
            Question("my_company", mark("Add or change one"), mark("Enter what your own contract says")),
            Question("team", mark("A team"), mark("See who in a team is paid what")),
        ),
    ),
    Entry(
        mark("Together"),
        (
            Question("talk", mark("The talk"), mark("Walk through it together")),
            Question("who_said", mark("Who said what"), mark("See who said what")),
            Question("several", mark("Several plans"), mark("See how several plans stand")),
        ),
    ),
    Entry(mark("Method"), (Question("method", mark("Method"), mark("See where the companies' figures come from")),)),
)
QUESTIONS = tuple(question for entry in MENU for question in entry.questions)


def addresses(entry: Entry) -> Iterator[tuple[str, Question]]:
    """Every address of an entry with the question that it opens, the question's own address before those of parts."""
    for question in entry.questions:
        yield question.address, question
        yield from ((part, question) for part in question.parts)


def navigate(speech: Speech) -> st.Page:
    """The page that was asked for, to be run, with the menu in which it stands."""
    asked = urlsplit(st.context.url or "").path.rpartition("/")[2]
    known = any(asked == place for entry in MENU for place, _ in addresses(entry))
    page = st.navigation([copy(page) for page in _pages(asked if known else START.address, speech.language)])
    st.session_state[OPENED] = page.url_path or START.address
    return page


@cache
def _pages(opened: str, language: Language) -> list[st.Page]:
    """Every page, with that of an address in the menu; made once, since each looks for its file.

    Streamlit notes on a page that it may be run: each run takes copies.
    """
    _ = translations(language).gettext
    pages = []
    for entry in MENU:
        here = dict(addresses(entry))
        in_menu = opened if opened in here else next(iter(here))
        pages += [
            st.Page(
                question.file,
                title=_(entry.title if address == in_menu else question.title),
                url_path=address,
                default=question is START,
                visibility="visible" if address == in_menu else "hidden",
            )
            for address, question in here.items()
        ]
    return pages


def address() -> str:
    """The address of the page that is open, or of the part of it that was asked for."""
    return str(st.session_state.get(OPENED, START.address))


def opened() -> tuple[Entry, Question]:
    """The entry and the question of the page that is open."""
    here = address()
    return next((entry, question) for entry in MENU for place, question in addresses(entry) if place == here)


def question_at(address: str) -> Question:
    """The question of an address of its own."""
    return next(question for question in QUESTIONS if question.address == address)


def following() -> Question:
    """The question after the open one, in the order of the menu; after the last the plan itself."""
    place = QUESTIONS.index(opened()[1]) + 1
    return QUESTIONS[place] if place < len(QUESTIONS) else question_at("plan")
