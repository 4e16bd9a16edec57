"""The readings that a company's rule may have, in words."""

from collections.abc import Mapping

from planner.inputs.company.pay_rules import Choice, StepReached
from planner.inputs.own_company.places import REACHED_STEP
from planner.language import mark

STEP_REACHED = {
    "next_month": mark("A lower price that you reach holds from the next month on."),
    "whole_order": mark("A lower price that you reach holds for all goods of that month."),
    "beyond": mark("A lower price that you reach holds for the goods beyond it, in the same month too."),
}
READINGS: Mapping[type[Choice], Mapping[str, str]] = {StepReached: STEP_REACHED}
AT: Mapping[str, Mapping[str, str]] = {REACHED_STEP: STEP_REACHED}  # by the place in a company's file
