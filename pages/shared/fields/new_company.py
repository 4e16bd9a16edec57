"""A company that is in no list, asked for as people are told of it; the plan is laid on it at once."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.fields import reading
from pages.shared.session import history, laid_on, own_companies, state
from planner.errors import Fault
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.plan.plan import CURRENCIES
from planner.language import currency_unit, mark
from planner.speech import Speech

FORMS = "own_forms"  # how many companies were added by the form
OPENED = "own_form_opened"  # which of them was asked for
FORM_FAULTS = "own_form_faults"
NO_NAME = mark("Nothing is stated here. Write what the company is called.")
NO_PRICE = mark("Nothing is stated here. Write what you were told, such as “25 % off”.")
LONGEST_NAME, LONGEST = 60, 200


@dataclass(frozen=True, slots=True)
class Question:
    """place: where the answer stands in the company that comes of it. unit: how it is typed. hint: how, in words.

    may_be_empty: it is then not stated.
    """

    place: str
    unit: str
    label: str
    hint: str = ""
    may_be_empty: bool = True


QUESTIONS = {
    "name": Question("name", "text", mark("What is it called?"), may_be_empty=False),
    "share": Question(
        "prices",
        "price",
        mark("What do you pay for the goods?"),
        mark("As you were told: “25 % off” or “I pay 75 %”"),
        may_be_empty=False,
    ),
    "fee": Question("joining", "money", mark("What does joining cost, with the kit?")),
    "order": Question("activity", "money", mark("What must be bought each month?")),
    "rates": Question(
        "pay",
        "shares",
        mark("What does it pay you on the purchases of those below you?"),
        mark("In %, level 1 first, such as 5, 5, 5"),
    ),
}


def is_open() -> bool:
    """Whether the questions are asked, on a page that opens them; no longer when a company was added."""
    return bool(st.session_state.get(OPENED) == st.session_state.get(FORMS, 0))


def open_or_close() -> None:
    """Asks the questions, or no longer; to be called back by a button."""
    st.session_state[OPENED] = None if is_open() else st.session_state.get(FORMS, 0)


def ask() -> None:
    """The questions, of which only the second must be answered, and the button that lays the plan on the company."""
    _ = state.speech().text
    _ask("name", _("My company"), LONGEST_NAME)
    st.selectbox(
        _("In which currency does it charge?"),
        CURRENCIES,
        index=CURRENCIES.index(state.plan_file().plan.currency),
        key=_currency_key(),
        persist_state="session",
    )
    for name in ("share", "fee", "order", "rates"):
        _ask(name)
    st.caption(
        plain(_("What else you leave empty counts as not stated. It can be stated afterwards, from your papers."))
    )
    st.button(_("Lay my plan on it"), key="own-add", on_click=_add, disabled=not own_companies.is_room())
    faults: tuple[Fault, ...] = st.session_state.get(FORM_FAULTS, ())
    if faults:
        st.error(with_list(_("The company is not added yet:"), map(state.speech().say_fault, faults)))
    st.markdown(plain(_("Does it pay a team otherwise? Add it, then type its pay plan under “How it pays a team”.")))


def _ask(name: str, first: str = "", longest: int = LONGEST) -> None:
    question, _ = QUESTIONS[name], state.speech().text
    label = " ".join(filter(None, (_label(name), _(question.hint))))
    st.text_input(label, first, key=_key(name), max_chars=longest, autocomplete="off", persist_state="session")
    if question.unit == "price" and _typed(name):
        share = _read(name)
        if not isinstance(share, Fault):
            paid = reading.in_unit(share, "share", state.speech())
            st.caption(plain(_("Read as: you pay {share} of the shop price.").format(share=paid)))


def _key(name: str) -> str:
    """The key of a question's field, another one after each company that was added. It outlives a change of language.

    It begins as those do for which a phone opens the keyboard for numbers, where numbers alone are asked for.
    """
    front = "number" if QUESTIONS[name].unit == "money" else "text"
    return f"{front}-own-form.{name}.{st.session_state.get(FORMS, 0)}"


def _currency_key() -> str:
    """Another field for each currency of the plan, so that it begins with the one that the plan counts in now."""
    return f"number-own-form.currency.{st.session_state.get(FORMS, 0)}.{state.plan_file().plan.currency}"


def _speech() -> Speech:
    """The page's language, with the currency in which the company charges."""
    plan = state.plan_file().plan
    return replace(state.speech(), currency=str(st.session_state.get(_currency_key()) or plan.currency))


def _typed(name: str) -> str:
    return str(st.session_state.get(_key(name)) or "").strip()


def _label(name: str) -> str:
    """What a question is called; that of an amount with the currency in which it is asked."""
    speech = _speech()
    words = speech.text(QUESTIONS[name].label)
    if QUESTIONS[name].unit != "money":
        return words
    unit = currency_unit(speech.currency, speech.language)
    return speech.text(mark("{question} (in {currency})")).format(question=words, currency=unit)


def _read(name: str) -> Any | Fault:
    """What was answered; a fault where it cannot be read, or must be answered and is not."""
    question, text = QUESTIONS[name], _typed(name)
    if name == "name":
        return text or Fault("", NO_NAME)
    if not text and not question.may_be_empty:
        return Fault("", NO_PRICE)
    return reading.read(text, question.unit, _speech(), may_be_empty=True)


def _add() -> None:
    """Adds the company of the answers, or keeps all that is wrong with them; the answers stay in their fields."""
    read = {name: _read(name) for name in QUESTIONS}
    faults = [_as_answered(name, value) for name, value in read.items() if isinstance(value, Fault)]
    # What cannot be read stands in for by a figure without fault, so that the faults of all answers come together.
    known = {name: value for name, value in read.items() if not isinstance(value, Fault)}
    rates = tuple(known.get("rates") or ())
    answers = Answers(
        name=known.get("name", "-"),
        currency=_speech().currency,
        wholesale_share=known.get("share", 1.0),
        starter_kit_fee=known.get("fee"),
        rates=rates if any(rates) else (),
        monthly_order=known.get("order"),
    )
    company, refused = new_company(answers, own_companies.this_year(), own_companies.taken_ids())
    faults += [_of_an_answer(fault) for fault in refused]
    st.session_state[FORM_FAULTS] = tuple(faults)
    if company is not None and not faults:
        number = st.session_state[FORMS] = st.session_state.get(FORMS, 0) + 1
        with history.one_step((FORMS, number)):
            if own_companies.add(company):
                laid_on.choose_company(company.id)


def _of_an_answer(fault: Fault) -> Fault:
    """A fault of the company that came of the answers, said of the question."""
    place = fault.path.partition(".")[0]
    return next((_as_answered(name, fault) for name, each in QUESTIONS.items() if each.place == place), fault)


def _as_answered(name: str, fault: Fault) -> Fault:
    unit = "share" if QUESTIONS[name].unit == "price" else QUESTIONS[name].unit
    return reading.as_typed(fault, _typed(name), unit, _label(name), _speech())
