"""What the company does not disclose, to be asked before one signs, with room for answers; and what was said of it."""

from functools import partial

import streamlit as st

from pages.parts.talk import typed
from pages.shared.answer.page import as_label, plain
from pages.shared.fields import told
from pages.shared.session import state, together
from planner.analysis.company.facts import TITLES
from planner.errors import Fault
from planner.inputs.unsourced import unknown_figures


def questions() -> None:
    """Each figure that no source gives as a question to the company, and what it answered."""
    _, company = state.speech().text, state.chosen_company()
    unknown = unknown_figures(company)
    answers = together.talk().questions.get(company.id, {})
    answered = sum(path in answers for path in unknown)
    if unknown:
        title = _("To ask before you sign: {count}, {answered} answered").format(
            count=state.speech().plural("{count} question", "{count} questions", len(unknown)), answered=answered
        )
        with st.expander(as_label(title), key="talk-questions"):
            words = _("No source says these. Ask the company, best in writing, and write its answer here.")
            st.markdown(plain(words))
            for path in unknown:
                name = f"questions.{company.id}.{path}"
                typed.draw(name, _(TITLES[path]), "text", answers.get(path), partial(_answer, path))


def _answer(path: str, text: str | None) -> tuple[Fault, ...]:
    """Keeps what the company answered to one question; an emptied answer is taken back."""
    company, every = state.chosen_company().id, dict(together.talk().questions)
    answers = {key: each for key, each in every.get(company, {}).items() if key != path}
    every[company] = answers | ({path: text} if text else {})
    return together.in_talk(questions={key: each for key, each in every.items() if each})


def otherwise() -> None:
    """What was said of the company's figures, beside what is published."""
    st.markdown(f"**{plain(state.speech().text('What was said of the company'))}**")
    told.show()
