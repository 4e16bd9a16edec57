"""The readings that a company's rule may have, in words."""

from collections.abc import Mapping

from planner.inputs.company.buy_back import NO_LIMIT, NoLimit
from planner.inputs.company.pay_rules import ActivityWindow, Choice, RefundedPay
from planner.inputs.company.prices import StepReached
from planner.inputs.own_company.places import REACHED_STEP, REFUNDS, WINDOW
from planner.language import mark

STEP_REACHED = {
    "next_month": mark("A lower price that you reach holds from the next month on."),
    "whole_order": mark("A lower price that you reach holds for all goods of that month."),
    "beyond": mark("A lower price that you reach holds for the goods beyond it, in the same month too."),
}
ACTIVITY_WINDOW = {
    "month": mark("In each month."),
    "quarter": mark("In a calendar quarter, its months together. The quarter of joining does not count."),
    "one_of_three": mark("In one of the last three months."),
    "month_and_two_after": mark("In a month; that month and the two after it then count."),
    "twelve_months": mark("In the last twelve months together."),
}
REFUNDED = {
    "taken_back": mark("Taken back: points and pay on what customers are refunded."),
    "kept": mark("Kept: points and pay on what customers are refunded."),
}
READINGS: Mapping[type[Choice], Mapping[str, str]] = {
    StepReached: STEP_REACHED,
    ActivityWindow: ACTIVITY_WINDOW,
    RefundedPay: REFUNDED,
}
AT = {REACHED_STEP: STEP_REACHED, WINDOW: ACTIVITY_WINDOW, REFUNDS: REFUNDED}  # by the place in a company's file


def reading_of(entry: Choice | NoLimit) -> str:
    """What an entry says that is no number and has no words of its own: a marked English text."""
    return NO_LIMIT if isinstance(entry, NoLimit) else READINGS[type(entry)][entry.value]
