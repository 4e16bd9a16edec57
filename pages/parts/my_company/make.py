"""Making a company of one's own: a copy of another, five questions, or a file that somebody handed over."""

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.fields import reading
from pages.shared.fields.company_picker import picked_in, picker
from pages.shared.fields.places import with_unit
from pages.shared.session import own_companies, state
from pages.shared.session.known_companies import catalog
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.own_company.file import read_own_company
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.plan.plan import CURRENCIES
from planner.inputs.plan_file import MOST_OWN_COMPANIES
from planner.language import currency_unit, mark

COPIED_FROM = "own-copied"
FORMS = "own_forms"  # how many companies were added by the form
FORM_FAULTS = "own_form_faults"
UPLOADED = "own-company-file"
FILE_READ = "own_file_read"  # the upload that was read last, and what came of it
NO_NAME = mark("Nothing is stated here. Write what the company is called.")
LONGEST_NAME = 60
# The questions of the form: where an answer stands in the company that comes of it, how it is typed, and its label.
QUESTIONS = {
    "name": ("name", "text", mark("What is it called?")),
    "share": ("prices", "share", mark("What do you pay, of the shop price?")),
    "fee": ("joining", "money", mark("What does joining cost?")),
    "rates": ("pay", "by_month", mark("What does it pay you on the purchases of those below you?")),
}


def copy_a_company() -> None:
    """Any company that is known, and a button that copies it."""
    _ = state.speech().text
    picker(_("Company to copy"), COPIED_FROM, state.chosen_company().id)
    st.button(_("Copy it"), key="own-copy", on_click=_copy, disabled=not own_companies.is_room())


def _copy() -> None:
    own_companies.copy(state.known_companies()[picked_in(COPIED_FROM, state.chosen_company().id)])


def add_a_company() -> None:
    """Five questions; all else can be stated afterwards, or left."""
    speech = state.speech()
    _ = speech.text
    st.markdown(plain(_("Five answers are enough to begin. All else can be stated afterwards, from your papers.")))
    _question("name", _("What is it called?"), LONGEST_NAME)
    own = state.plan_file().plan.currency
    st.selectbox(
        _("In which currency does it charge?"),
        CURRENCIES,
        index=CURRENCIES.index(own),
        key=_currency_key(),
        persist_state="session",
    )
    _question("share", with_unit(_("What do you pay, of the shop price?"), "share", speech))
    _question("fee", _("What does joining cost, in that currency?"))
    below = _("What does it pay you on the purchases of those below you?")
    _question("rates", _("{question} In %, level 1 first, such as 5; 3; or 0").format(question=below))
    st.button(_("Add the company"), key="own-add", on_click=_add, disabled=not own_companies.is_room())
    faults: tuple[Fault, ...] = st.session_state.get(FORM_FAULTS, ())
    if faults:
        st.error(with_list(_("The company is not added yet:"), map(speech.say_fault, faults)))
    st.markdown(plain(_("Does it pay by steps of the whole group? Copy a company that does, and change its figures.")))


def _question(question: str, label: str, longest: int = 200) -> None:
    st.text_input(label, key=_key(question), max_chars=longest, autocomplete="off", persist_state="session")


def _key(question: str) -> str:
    """The key of a question's field, another one after each company that was added. It outlives a change of language.

    It begins as those do for which a phone opens the keyboard for numbers.
    """
    front = "text" if question in ("name", "rates") else "number"
    return f"{front}-own-form.{question}.{st.session_state.get(FORMS, 0)}"


def _currency_key() -> str:
    """Another field for each currency of the plan, so that it begins with the one that the plan counts in now."""
    return f"{_key('currency')}.{state.plan_file().plan.currency}"


def _currency() -> str:
    return str(st.session_state.get(_currency_key()) or state.plan_file().plan.currency)


def _typed(question: str) -> str:
    return str(st.session_state.get(_key(question)) or "").strip()


def _add() -> None:
    """Adds the company of the answers, or keeps all that is wrong with them; the answers stay in their fields."""
    faults: list[Fault] = []
    share, fee = (_read(question, faults) for question in ("share", "fee"))
    rates = _read_rates(faults)
    name = _typed("name")
    if not name:
        faults.insert(0, Fault(_label("name"), NO_NAME))
    # What cannot be read stands in for by a figure without fault, so that the faults of all answers come together.
    answers = Answers(
        name=name or "-",
        currency=_currency(),
        wholesale_share=1.0 if share is None else share,
        starter_kit_fee=0.0 if fee is None else fee,
        rates=rates,
    )
    company, refused = new_company(answers, own_companies.this_year(), own_companies.taken_ids())
    faults += [_as_answered(fault) for fault in refused]
    st.session_state[FORM_FAULTS] = tuple(faults)
    if company is not None and not faults:
        st.session_state[FORMS] = st.session_state.get(FORMS, 0) + 1
        own_companies.add(company)


def _label(question: str) -> str:
    """What a question is called; that of an amount with the currency in which it is asked."""
    _ = state.speech().text
    words = _(QUESTIONS[question][2])
    if QUESTIONS[question][1] != "money":
        return words
    unit = currency_unit(_currency(), state.language())
    return _("{question} (in {currency})").format(question=words, currency=unit)


def _read(question: str, faults: list[Fault]) -> float | None:
    text, unit = _typed(question), QUESTIONS[question][1]
    value = reading.read(text, unit, state.speech())
    if isinstance(value, Fault):
        faults.append(reading.as_typed(value, text, unit, _label(question), state.speech()))
        return None
    number: float = value
    return number


def _read_rates(faults: list[Fault]) -> tuple[float, ...]:
    """The rates of the levels, typed in per cent; none where nothing is paid."""
    rates = []
    for part in _typed("rates").rstrip("; ").split(reading.BETWEEN):
        value = reading.read(part.strip(), "share", state.speech())
        if isinstance(value, Fault):
            faults.append(reading.as_typed(value, part, "share", _label("rates"), state.speech()))
        else:
            rates.append(value)
    return tuple(rates) if any(rates) else ()


def _as_answered(fault: Fault) -> Fault:
    """A fault of the company that came of the answers, said of the question."""
    for question, (group, unit, _words) in QUESTIONS.items():
        if fault.path.partition(".")[0] == group:
            return reading.as_typed(fault, _typed(question), unit, _label(question), state.speech())
    return fault


def open_a_file() -> None:
    """A field for a company's file. Of one that cannot be opened everything wrong is listed, and nothing changes."""
    speech = state.speech()
    _ = speech.text
    st.file_uploader(_("Open a company file"), type="toml", key=UPLOADED, on_change=_open_uploaded)
    company, faults = _read_last()[1:]
    if faults:
        refused = _("The file was not opened, and your plan is as it was.")
        st.error(with_list(refused, map(speech.say_fault, faults)))
    if company is not None:
        words = _("Your plan already holds this company: {name}. Replace it, or keep both?")
        st.warning(plain(words.format(name=company.name)))
        with st.container(horizontal=True):
            st.button(_("Replace it"), key="own-file-replace", on_click=_replace)
            st.button(_("Keep both"), key="own-file-both", on_click=_keep_both, disabled=not own_companies.is_room())
    if not own_companies.is_room():
        words = _("A plan holds {most} companies of your own at most. Delete one to make room.")
        st.markdown(plain(words.format(most=MOST_OWN_COMPANIES)))


def _read_last() -> tuple[str, Company | None, tuple[Fault, ...]]:
    """The upload that was read last; the company that waits for an answer; what is wrong with the file."""
    read: tuple[str, Company | None, tuple[Fault, ...]] = st.session_state.get(FILE_READ, ("", None, ()))
    return read


def _open_uploaded() -> None:
    uploaded = st.session_state.get(UPLOADED)
    file_id = uploaded.file_id if uploaded else ""
    if file_id == _read_last()[0]:  # called back though the file is the same, as a page is left
        return
    st.session_state[FILE_READ] = (file_id, None, ())
    if uploaded is None:
        return
    company, faults = read_own_company(uploaded.getvalue(), uploaded.name, tuple(catalog().companies))
    if company is None:
        st.session_state[FILE_READ] = (file_id, None, faults)
    elif company.id in own_companies.taken_ids():
        if company not in own_companies.own_companies():
            st.session_state[FILE_READ] = (file_id, company, ())
        else:
            own_companies.tell_and_work_on(company.id, "same")
    else:
        own_companies.add(company)


def _replace() -> None:
    file_id, company, _faults = _read_last()
    if company is not None:
        st.session_state[FILE_READ] = (file_id, None, ())
        own_companies.replace(company)


def _keep_both() -> None:
    file_id, company, _faults = _read_last()
    if company is not None:
        st.session_state[FILE_READ] = (file_id, None, ())
        own_companies.add(company)
