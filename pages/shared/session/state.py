"""The one plan of a session and what follows from it: every page reads it here and changes it here.

The validated plan is the truth; the keys of widgets are not, since Streamlit drops them when their page is left.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NoReturn, TypeVar
from uuid import uuid4

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from pages.shared.answer.page import plain, with_list
from pages.shared.session import history, once, turns
from pages.shared.session.known_companies import catalog, first_of, in_order, known_to
from planner.analysis.case import Case
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.faults import checked
from planner.inputs.file_text import LARGEST_FILE
from planner.inputs.path import Path, put, take_away
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, faults_of_size, with_changes
from planner.language import Language, preferred_language
from planner.simulation.engine import USUAL_PATHS
from planner.speech import Speech

Seed = TypeVar("Seed")
ANSWERS = "company_answers"
SEEDED = ("number:", "text:", "choice:")  # the keys of widgets that show a value of the plan begin so
SEED = "seed"  # what the keys of those that are drawn now end with
SAVED_BY = "saved-by"  # the version of the file that was opened last
TOO_LARGE = "too-large"  # why the last change was not made
BESIDE = 1_000  # bytes of a saved plan that a result states anew in it: its company, and those it was compared with
LINK_REFUSED = "link_refused"  # why the plan of a link was not opened
NOT_SAVED = "not_saved"  # why the plan was not saved
PUT_TOGETHER = "put_together"  # the version of somebody else that was put together with what was saved
LINK_OPENED = "saved_link_opened"  # the saved plan that a link opened
START_MOVED = "start-moved"  # that the start month was moved with the last choice of a company
# What an edit, or a file, is answered with.
UNTIL_NEXT_EDIT = (
    "jump",
    "refused",
    TOO_LARGE,
    LINK_REFUSED,
    NOT_SAVED,
    PUT_TOGETHER,
    LINK_OPENED,
    SAVED_BY,
    START_MOVED,
)


def stop_without_companies() -> None:
    """Says what is wrong with the company files where not one of them can be read, since nothing works without."""
    if not catalog().companies:
        words = Speech.of(preferred_language(st.context.locale), Plan())
        _ = words.text
        nothing = _("No company file can be read, so nothing can be computed.")
        st.error(with_list(nothing, map(words.say_fault, catalog().faults)))
        st.stop()


def known_companies() -> Mapping[str, Company]:
    """Every company by its id: those of the catalogue, and the person's own."""
    return known_to(plan_file())


def companies() -> tuple[Company, ...]:
    """Every company as a list shows them."""
    return in_order(known_companies())


def language() -> Language:
    """The language that the page is drawn in: of its texts, and of the numbers typed into it."""
    spoken: Language | None = once.read("language")
    return spoken or run_within_the_frame()


def speak(language: Language) -> None:
    """Draws the page in a language."""
    once.write("language", language)


def plan_file() -> PlanFile:
    """The plan and all that is kept with it. It begins with the default plan on the first company."""
    file: PlanFile | None = once.read("plan_file")
    if file is None:
        plan = Plan()
        file = PlanFile(company=first_of(plan.currency).id, plan=plan)
        once.write("plan_file", file)
    return file


def store(file: PlanFile) -> tuple[Fault, ...]:
    """Takes a changed plan as the truth. What it came to before is kept, to show the change beside it.

    Where it could not be opened again once it is saved, nothing changes; why is returned, and said on the page.
    """
    faults = st.session_state[TOO_LARGE] = faults_of_size(file, most=LARGEST_FILE - BESIDE)
    if faults:
        return faults
    before = plan_file()
    laid, laid_before = ((each.plan, each.company, known_to(each).get(each.company or "")) for each in (file, before))
    same = laid == laid_before  # also where the company it is laid on is the person's own, and was changed
    goes_on = history.goes_on()
    entered, entered_before = (
        (each.scenarios, each.own_companies, each.known, each.ledger, each.told, each.notes, each.talk)
        for each in (file, before)
    )
    if not same or entered != entered_before:
        history.remember()
    if not same:
        _edited(goes_on=goes_on)
    once.write("plan_file", file)
    return ()


def say_not_taken() -> None:
    """Why the last change was not made, where it made the plan too large to be kept."""
    words = speech()
    _ = words.text
    for fault in st.session_state.get(TOO_LARGE, ()):
        st.error(with_list(_("This was not taken, and your plan is as it was:"), [words.say_fault(fault)]))


def keep_quietly(file: PlanFile) -> None:
    """Takes a file in which nothing differs that a person would take back; not one that could not be opened again."""
    if not faults_of_size(file, most=LARGEST_FILE - BESIDE):
        history.opened()
        once.write("plan_file", file)


def step(direction: str) -> None:
    """Takes the last change back (history.PAST), or makes one again that was taken back (history.FUTURE)."""
    history.go(direction)
    _edited()
    reseed()


def _edited(*, goes_on: bool = False) -> None:
    """What stands beside the figures until the next edit belongs to this one from now on.

    goes_on: with the last edit, whose start all is compared with.
    """
    if not goes_on:
        st.session_state["before_edit"] = st.session_state.get("case")
    for key in UNTIL_NEXT_EDIT:
        st.session_state.pop(key, None)


def change(path: Path, value: Any) -> tuple[Fault, ...]:
    """Changes one value of the plan; or leaves the plan as it is and returns what is wrong with the value.

    An answer about a company that is emptied is taken back.
    """
    data = plan_file().plan.model_dump(mode="json")
    if value is None and path[0] == ANSWERS:
        take_away(data, path)
    else:
        put(data, path, value)
    plan, faults = checked(Plan, data)
    return faults if plan is None else change_plan(plan)


def change_plan(plan: Plan) -> tuple[Fault, ...]:
    """Takes a changed plan, on the same company and beside the same others; or returns why not."""
    return store(with_changes(plan_file(), plan=plan))


def take_up(file: PlanFile) -> None:
    """Opens another plan as a step that can be taken back."""
    history.remember()
    open_plan(file)


def open_plan(file: PlanFile) -> None:
    """Puts another plan in the place of this one, with nothing left of what was typed into the old one.

    What changes is counted from it on. It is no step by itself, since the browser's own draft comes back this way.
    """
    once.write("plan_file", file)
    history.begin(file)
    # What another plan came to is no earlier answer of this one.
    for key in ("before_edit", "case", "unread", "answers", *UNTIL_NEXT_EDIT):
        st.session_state.pop(key, None)
    reseed()


def seeded(name: str, value: Seed) -> tuple[str, Seed]:
    """The key of a widget and what it shows where it is drawn for the first time; once drawn it changes by reseed().

    The value is given with the widget and never written to its key: what is written there is lost in the browser
    where a second run overtakes the drawing of the first. No other session has the key: a tab whose server was started
    anew brings along what its fields held, an edit too that was lost on its way.
    """
    return f"{name}@{st.session_state.setdefault(SEED, uuid4().hex)}", value


def reseed() -> None:
    """Lets every field show anew what the plan says."""
    st.session_state.pop(SEED, None)
    for key in map(str, list(st.session_state)):
        if key.startswith(SEEDED):
            del st.session_state[key]


def speech(plan: Plan | None = None) -> Speech:
    """The words of the page's language, with the currency and calendar of the plan, or of another one."""
    return Speech.of(language(), plan_file().plan if plan is None else plan)


def chosen_company() -> Company:
    """The company that the plan is laid on; the first one where the plan names none that is known."""
    return known_companies().get(plan_file().company or "") or first_of(plan_file().plan.currency)


def unknown_company() -> str:
    """The company that the plan names and the list does not hold; empty where there is none such."""
    named = plan_file().company or ""
    return "" if named in known_companies() else named


def rate_fault() -> Fault | None:
    """What is missing where the company counts in another currency than the plan; None where nothing is."""
    fault = missing_rate(chosen_company(), plan_file().plan)
    return fault and replace(fault, path="")


def case() -> Case:
    """What follows from the plan, computed once. Where a rate is missing, the page says so and ends here."""
    _say_unknown_company()
    fault = rate_fault()
    if fault:
        _ = speech().text
        st.title(plain(_("One figure is missing")), anchor=False)
        st.warning(plain(speech().say_fault(fault)))
        st.page_link("pages/plan.py", label=_("State the rate in your plan"))
        st.stop()
    plan, company = plan_file().plan, chosen_company()
    known: Case | None = st.session_state.get("case")
    if known is None or known.plan is not plan or known.company is not company or known.runs < USUAL_PATHS:
        with turns.one():
            known = Case.at_once(plan, company, known)
        st.session_state["case"] = known
    return known


def _say_unknown_company() -> None:
    _ = speech().text
    if unknown_company():
        words = _(
            "This plan names a company that is not in the list: {company}. It is laid on {chosen} until you choose."
        )
        st.warning(plain(words.format(company=unknown_company(), chosen=chosen_company().name)))


def before_last_edit() -> Case | None:
    """What the plan came to before its last edit; None before the first."""
    before: Case | None = st.session_state.get("before_edit")
    return before


def run_within_the_frame() -> NoReturn:
    """Begins again with frame.py, without which nothing here works.

    Until st.navigation is called for the first time in a process, Streamlit takes a folder named pages/ for its older
    kind of pages: whoever opens the address of one as the first visitor has it run alone. No setting prevents that.
    """
    PagesManager.uses_pages_directory = False
    st.rerun()
