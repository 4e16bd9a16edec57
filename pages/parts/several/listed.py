"""The plans that are listed, in this tab alone: nothing of them is kept unless one is opened and saved."""

from dataclasses import dataclass

import streamlit as st

from pages.shared.fields.places import name_shown
from pages.shared.saved import kept
from pages.shared.session import links, once, state
from pages.shared.session.known_companies import first_of, known_to
from pages.shared.session.links import Linked
from planner.analysis.case import Case
from planner.analysis.mean_of_runs import kept_of_plan
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.plan_file import PlanFile
from planner.language import mark

LISTED, LAST_NUMBER, ASKED = "several_listed", "several_last_number", "several_asked"
TRIED, SECONDS = "several_tried", "several_seconds"  # by number, what it came to, and about how long that took
MOST = 30
TOO_MANY = mark("At most {most} plans are listed. Take one away to list another.")
ALREADY = mark("It is the same as “{name}”, which is listed already. If it is somebody else's, give it a name first.")


@dataclass(frozen=True, slots=True)
class Listed:
    """One of them. number: its own for the session. plan: as a file or a link held it, or a saved plan."""

    number: int
    plan: Linked

    @property
    def file(self) -> PlanFile:
        """Its plan, with all that goes with it."""
        return links.file_of(self.plan)

    @property
    def company(self) -> Company:
        """What it is laid on."""
        return known_to(self.file).get(self.file.company or "") or first_of(self.file.plan.currency)

    @property
    def missing(self) -> Fault | None:
        """Why it cannot be computed; None where it can."""
        return missing_rate(self.company, self.file.plan)

    @property
    def name(self) -> str:
        """As the person called it."""
        return name_shown(self.file.plan.name)

    def case(self) -> Case:
        """What follows from it, computed once. It must not be `missing` anything."""
        name, plan, company = f"several_case_{self.number}", self.file.plan, self.company
        all_runs = kept_of_plan(plan, company)
        return once.made(name, (self.plan, all_runs), lambda: Case.at_once(plan, company))


def every() -> tuple[Listed, ...]:
    """All that are listed, in the order in which they came."""
    found: tuple[Listed, ...] = st.session_state.get(LISTED, ())
    return found


def add(plan: Linked) -> Fault | None:
    """Lists one more; or why not: it is listed already, or as many are as there may be."""
    now = every()
    same = next((each for each in now if each.file == links.file_of(plan)), None)
    if same is not None:
        return Fault("", ALREADY, parameters={"name": titles()[same.number]})
    if len(now) >= MOST:
        return Fault("", TOO_MANY, parameters={"most": MOST})
    number = st.session_state[LAST_NUMBER] = st.session_state.get(LAST_NUMBER, 0) + 1
    st.session_state[LISTED] = (*now, Listed(number, plan))
    return None


def take_away(number: int) -> None:
    """Lists it no longer, and forgets it."""
    st.session_state[LISTED] = tuple(each for each in every() if each.number != number)
    st.session_state.pop(f"several_case_{number}", None)
    for name in (TRIED, SECONDS):
        st.session_state.get(name, {}).pop(number, None)


def titles() -> dict[int, str]:
    """Each by its name, with a number where several have the same."""
    names = [each.name for each in every()]
    return {
        each.number: f"{each.name} ({place})" if names.count(each.name) > 1 else each.name
        for place, each in enumerate(every(), 1)
    }


def ask_to_open(number: int) -> None:
    """Opens one, as a step that can be taken back; where something not saved stands in its place, asks first."""
    if would_be_lost():
        st.session_state[ASKED] = number
    else:
        open_it(number)


def open_it(number: int) -> None:
    """Puts it in the place of the plan."""
    leave()
    chosen = next((each for each in every() if each.number == number), None)
    if chosen is not None and chosen.file != state.plan_file():
        links.put_in_place(chosen.plan, state.take_up)


def leave() -> None:
    """Keeps the plan as it is."""
    st.session_state.pop(ASKED, None)


def would_be_lost() -> bool:
    """Whether the plan of the session was changed, and is neither saved as it is nor among those listed."""
    file, saved = state.plan_file(), kept.now()
    if any(each.file == file for each in every()) or (saved is not None and not kept.unsaved(saved)):
        return False
    return links.something_entered()
