"""The person's own companies within the plan: which one is worked on, and what may be done with them."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from pages.shared.fields import field
from pages.shared.session import state
from pages.shared.session.known_companies import catalog, first_of
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.own_company.file import beside
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import MOST_OWN_COMPANIES, with_changes

WORKED_ON = "own_company"  # the id of the one that is worked on
TOLD = "own_told"  # what was done last, said until the next change
KEPT = "own_companies"  # how the place begins of what was typed about one and could not be taken


def this_year() -> int:
    """The year that a figure of one's own is stated in."""
    return date.today().year  # noqa: DTZ011 (the year as the person's own calendar has it)


def own_companies() -> tuple[Company, ...]:
    """Those kept in the plan, in the order in which they were made."""
    return state.plan_file().own_companies


def own_company(company_id: str) -> Company | None:
    """The one of this id; None where it was deleted meanwhile."""
    return next((each for each in own_companies() if each.id == company_id), None)


def worked_on() -> Company | None:
    """The one that is worked on; the last where none was chosen, None where there is none."""
    chosen = st.session_state.get(WORKED_ON)
    return own_company(str(chosen)) or next(reversed(own_companies()), None)


def work_on(company_id: str) -> None:
    """Turns to another company of one's own."""
    st.session_state[WORKED_ON] = company_id
    state.reseed()


def base_of(company: Company) -> Company | None:
    """The published company that it began as; None for one that the person added, or where it is no longer listed."""
    return catalog().companies.get(company.version_of or "")


def is_room() -> bool:
    """Whether one more can be kept in the plan."""
    return len(own_companies()) < MOST_OWN_COMPANIES


def taken_ids() -> tuple[str, ...]:
    """The ids that another company cannot have."""
    return tuple(state.known_companies())


def copy(company: Company) -> None:
    """Keeps a copy to be changed, with what the person answered about the company that it is copied from."""
    own = own_copy(company, taken_ids())
    plan = _with_answers(own.id, state.plan_file().plan.company_answers.get(company.id, {}))
    _keep_one_more(own, plan, "copied")


def _with_answers(company_id: str, answers: Mapping[str, float]) -> Plan:
    """The plan with these answers about a company and no others; the same plan where they are there already."""
    plan = state.plan_file().plan
    if plan.company_answers.get(company_id, {}) == answers:
        return plan
    others = {key: each for key, each in plan.company_answers.items() if key != company_id}
    stated = {**others, company_id: dict(answers)} if answers else others
    return Plan.model_validate(dict(plan) | {"company_answers": stated})


def add(company: Company) -> bool:
    """Keeps one more company, under an id that is free; whether there was room for it."""
    own = company if company.id not in taken_ids() else beside(company, taken_ids())
    plan = _with_answers(own.id, {})  # those of a company that had this id before are about another one
    return _keep_one_more(own, plan, "added")


def _keep_one_more(own: Company, plan: Plan, done: str) -> bool:
    if not is_room():
        return False
    if state.store(with_changes(state.plan_file(), plan=plan, own_companies=(*own_companies(), own))):
        return False
    tell_and_work_on(own.id, done)
    return True


def replace(company: Company) -> None:
    """Keeps a company in the place of the one with its id, on which plan and comparison stay laid."""
    if not change(company):
        field.forget((KEPT, company.id))
        tell_and_work_on(company.id, "replaced")


def change(company: Company) -> tuple[Fault, ...]:
    """Keeps a company as it has become; or returns why the plan has no room for it."""
    kept = tuple(company if each.id == company.id else each for each in own_companies())
    faults = state.store(with_changes(state.plan_file(), own_companies=kept))
    st.session_state.pop(TOLD, None)
    return faults


def delete(company: Company) -> None:
    """Takes a company away, and what was answered about it. The plan on it goes to what it began as, or the first."""
    file = state.plan_file()
    kept = tuple(each for each in own_companies() if each.id != company.id)
    compared = tuple(each for each in file.compared if each != company.id)
    plan = _with_answers(company.id, {})
    changes: dict[str, object] = {"own_companies": kept, "compared": compared, "plan": plan}
    if file.company == company.id:
        instead = base_of(company) or first_of(file.plan.currency)
        changes["company"] = instead.id
        st.session_state[TOLD] = ("fell_back", company.name, instead.id)
    else:
        st.session_state[TOLD] = ("deleted", company.name, "")
    state.store(with_changes(file, **changes))
    st.session_state.pop(WORKED_ON, None)
    field.forget((KEPT, company.id))
    state.reseed()


def tell_and_work_on(company_id: str, done: str) -> None:
    """Turns to a company that was just made, and has said what was done."""
    st.session_state[TOLD] = (done, state.known_companies()[company_id].name, "")
    work_on(company_id)
