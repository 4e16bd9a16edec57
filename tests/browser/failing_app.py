"""The program with a fault put into it on purpose: a plan of 13 new customers a month cannot be computed."""

from pathlib import Path

import streamlit as st

from planner.analysis.case import Case
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan

THE_FAULT = 13
FRAME = Path(__file__).parents[2] / "frame.py"

compute = Case.of


def compute_or_fail(plan: Plan, company: Company, *runs: int) -> Case:
    """As ever, but for one plan."""
    if plan.customers.new_a_month == THE_FAULT:
        raise ZeroDivisionError("put there on purpose")
    return compute(plan, company, *runs)


Case.of = staticmethod(compute_or_fail)  # type: ignore[method-assign, assignment]
app = st.App(FRAME)
