"""What is typed of a pay plan while it is not whole yet: kept for the session, and taken into the company when it is.

The company has the last plan whose rules were whole, with those of its examples that are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.shared.session import history, own_companies, state
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.own_company import pay_draft
from planner.inputs.own_company.pay_draft import ReadPlan, Tables, read_draft
from planner.inputs.own_company.pay_plan import first_tables, with_pay_plan, with_points_arising, without_pay_plan
from planner.inputs.path import Path
from planner.inputs.pay.pay_plan import PayPlan

DRAFTS, REFUSED = "own_pay_drafts", "own_pay_refused"


@dataclass(frozen=True, slots=True)
class Draft:
    """of: the plan that the company had when this was typed; another one makes it void. read: what the tables say."""

    of: PayPlan | None
    tables: Tables
    read: ReadPlan


def draft_of(company: Company) -> Draft:
    """What is typed of the company's plan; at first what it is paid by."""
    drafts: dict[str, Draft] = st.session_state.setdefault(DRAFTS, {})
    found = drafts.get(company.id)
    if found is None or found.of != company.pay.plan:
        answers = state.plan_file().plan.company_answers.get(company.id, {})
        tables = first_tables(company, answers)
        found = drafts[company.id] = Draft(company.pay.plan, tables, read_draft(tables))
    return found


def refused(company: Company) -> tuple[Fault, ...]:
    """Why a plan that is whole was not taken into the company."""
    faults: tuple[Fault, ...] = st.session_state.get(REFUSED, {}).get(company.id, ())
    return faults


def change(company_id: str, edit: Callable[[Tables], Tables], place: Path = ()) -> None:
    """Changes what is typed, and the company where its plan is whole by then. place: of the field that is typed in."""
    company = own_companies.own_company(company_id)
    if company is None:
        return
    tables = edit(draft_of(company).tables)
    read = read_draft(tables)
    st.session_state.setdefault(REFUSED, {}).pop(company_id, None)
    of = company.pay.plan
    if read.plan is not None and read.plan != of:
        changed, faults = with_pay_plan(company, read.plan)
        if changed is not None:
            with history.one_step((own_companies.KEPT, company_id, "pay", *place)):
                faults = own_companies.change(changed)
        if faults or changed is None:
            st.session_state[REFUSED][company_id] = faults
        else:
            of = changed.pay.plan
    st.session_state[DRAFTS][company_id] = Draft(of, tables, read)


def state_values(company_id: str, values: Mapping[Path, Any]) -> None:
    """Values at some places, as one step; None leaves a place out."""
    year = own_companies.this_year()
    change(company_id, lambda tables: pay_draft.changed_by(tables, values, year), next(iter(values)))


def take_options(company_id: str, options: Mapping[Path, Any]) -> None:
    """Other values of some choices, as one step; every field is drawn anew."""
    state_values(company_id, options)
    state.reseed()


def add_row(company_id: str, path: Path, row: Tables) -> None:
    """One more row at the end of a list."""
    year = own_companies.this_year()
    change(company_id, lambda tables: pay_draft.with_row(tables, path, row, year))
    state.reseed()


def remove_row(company_id: str, path: Path, number: int) -> None:
    """Takes a row of a list away."""
    year = own_companies.this_year()
    change(company_id, lambda tables: pay_draft.without_row(tables, path, number, year))
    state.reseed()


def move_row(company_id: str, path: Path, number: int, by: int) -> None:
    """Puts a row of a list one place earlier (-1) or later (1)."""
    year = own_companies.this_year()
    change(company_id, lambda tables: pay_draft.with_row_moved(tables, path, number, by, year))
    state.reseed()


def points_arise(company_id: str, key: str) -> None:
    """Says whether points arise on what is bought or on what is sold. key: of the field."""
    company = own_companies.own_company(company_id)
    chosen = st.session_state.get(key)
    if company is None or chosen in (None, company.volume.arises_on):
        return
    changed, faults = with_points_arising(company, str(chosen))
    if changed is not None:
        faults = own_companies.change(changed)
    st.session_state.setdefault(REFUSED, {})[company_id] = faults


def begin_anew(company_id: str) -> None:
    """The plan that the company began with, or none; what was typed is dropped."""
    company = own_companies.own_company(company_id)
    if company is None:
        return
    st.session_state.get(DRAFTS, {}).pop(company_id, None)
    changed, faults = without_pay_plan(company, own_companies.base_of(company))
    if changed is not None and changed != company:
        faults = own_companies.change(changed)
    st.session_state.setdefault(REFUSED, {})[company_id] = faults
    state.reseed()
