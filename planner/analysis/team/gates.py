"""What keeps a member from being paid, and by how much: activity, and what the next rank would need."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.analysis.team.paid import TeamPaid
from planner.compensation.activity import LONGEST, TOGETHER, counted
from planner.compensation.ranks import NEARLY
from planner.compensation.teams.month import sales_of
from planner.compensation.teams.ranks import conditions, met
from planner.compensation.teams.team import Array
from planner.inputs.pay.window import Window
from planner.inputs.terms import MONTHS_OF_A_QUARTER
from planner.language import mark
from planner.speech import Speech

WINDOWS: dict[Window, str] = {
    "month": mark("in the month"),
    "quarter": mark("in the calendar quarter so far"),
    "one_of_three": mark("in the best of three months"),
    "month_and_two_after": mark("in the best of three months"),
    "twelve_months": mark("in twelve months together"),
}
ASKED = {
    "active_volume": mark("own points, to be active"),
    "active_sales": mark("sales to customers at shop price, to be active"),
    "personal_volume": mark("own points"),
    "lifetime_volume": mark("own points since joining"),
    "group_volume": mark("points of the group"),
    "outside_largest_leg": mark("points outside the largest leg"),
    "leg_count": mark("legs with {volume} points each"),
    "active_legs": mark("legs with somebody active"),
    "frontline": mark("active personal recruits"),
    "ranked_legs": mark("legs with somebody paid as {rank}"),
    "months_in_row": mark("months in a row"),
    "after": mark("holding {rank}"),
}


@dataclass(frozen=True, slots=True)
class Gate:
    """Something that is asked for. what: a key of ASKED. words: what fills its text. met: whether it is enough."""

    what: str
    asked: float
    had: float
    met: bool
    words: dict[str, str | float]

    @property
    def lacking(self) -> float:
        """How much more it takes; 0 where it is met."""
        return 0.0 if self.met else max(self.asked - self.had, 0.0)


def activity_gates(paid: TeamPaid, member: int) -> tuple[Gate, ...]:
    """What keeps a member active, and what they had of it over its window, this month among it."""
    active, window = bool(paid.month.month.active[member]), paid.payer.plan.activity_window
    return tuple(
        Gate(what, asked, float(had[0]), active or float(had[0]) + NEARLY >= asked, {"window": WINDOWS[window]})
        for what, asked, had in asked_to_be_active(paid, slice(member, member + 1))
    )


def asked_to_be_active(paid: TeamPaid, rows: slice) -> Iterator[tuple[str, float, Array]]:
    """Each thing that the plan asks for, by its key in ASKED, and what some members had of it over the window."""
    plan = paid.payer.plan
    place = (int(paid.month.name[5:7]) - 1) % MONTHS_OF_A_QUARTER
    past = [each.month.bought for each in reversed(paid.months[: paid.at + 1])]
    for what, asked, months in (
        ("active_volume", plan.minimum_personal_volume, [each.points for each in past]),
        ("active_sales", plan.minimum_sales, [sales_of(plan, each) for each in past]),
    ):
        if asked <= 0:
            continue

        def back(ago: int, months: list[Array] = months) -> Array:
            return months[ago][rows] if ago < len(months) else np.zeros(len(months[0][rows]))

        yield what, asked, counted(plan.activity_window, back, place)


def lacks_of_month(paid: TeamPaid, member: int, gate: Gate) -> float:
    """What this month would have had to hold more: of a window that is summed up what is lacking, else what the month
    itself lacks.
    """
    plan, bought = paid.payer.plan, paid.month.month.bought
    if plan.activity_window in TOGETHER or LONGEST[plan.activity_window] == 1:
        return gate.lacking
    now = bought.points if gate.what == "active_volume" else sales_of(plan, bought)
    return 0.0 if gate.met else max(gate.asked - float(now[member]), 0.0)


def next_rank(paid: TeamPaid, member: int) -> tuple[str, tuple[Gate, ...]] | None:
    """The rank after the one that a member is paid as, and all that it asks for; None for who has the highest.

    A rank of which nobody knows what it asks for is left out.
    """
    plan, month = paid.payer.plan, paid.month.month
    number = int(month.rank[member]) + 1
    while number <= len(plan.ranks) and plan.ranks[number - 1].kept == "as_filed":
        number += 1
    if number > len(plan.ranks):
        return None
    return plan.ranks[number - 1].name, gates_of_rank(paid, member, number)


def gates_of_rank(paid: TeamPaid, member: int, number: int) -> tuple[Gate, ...]:
    """All that a rank asks for, being active first; number: from 1."""
    plan, month = paid.payer.plan, paid.month.month
    rule, row = plan.ranks[number - 1], slice(member, member + 1)
    found = [*activity_gates(paid, member)]
    for each in conditions(rule, plan, month.stands, row):
        what, _, rank = each.what.partition(" ")
        words: dict[str, str | float] = {"rank": rank, "volume": rule.leg_volume}
        found.append(Gate(what, each.asked, float(each.had[0]), bool(met(plan, each)[0]), words))
    if rule.months_in_row > 1:
        streak = int(month.stands.in_row[number - 1][member])
        again = rule.in_row_for == "first_time" and int(month.title[member]) >= number
        found.append(Gate("months_in_row", rule.months_in_row, streak, again or streak >= rule.months_in_row, {}))
    return tuple(found)


def asked_in_words(gate: Gate, speech: Speech) -> str:
    """What is asked for, and over which months."""
    filled = {
        name: number(value, speech) if not isinstance(value, str) else speech.text(value) if name == "window" else value
        for name, value in gate.words.items()
    }
    what = speech.text(ASKED.get(gate.what, gate.what.replace("_", " "))).format(**filled)
    return f"{what}, {filled['window']}" if "window" in filled else what


def gate_in_words(gate: Gate, speech: Speech) -> str:
    """What is asked for, what there was, and how much is lacking."""
    _, what = speech.text, asked_in_words(gate, speech)
    text = _("{what}: {had} of {asked}, met") if gate.met else _("{what}: {had} of {asked}, {lacking} short")
    if gate.met and gate.had < gate.asked:
        text = _("{what}: {had} of {asked}, not asked for yet")
    figures = {"had": gate.had, "asked": gate.asked, "lacking": gate.lacking}
    return text.format(what=what, **{name: number(value, speech) for name, value in figures.items()})


def number(value: float, speech: Speech) -> str:
    """With as many decimals as it needs, two at most."""
    return speech.number(value, 0 if float(value).is_integer() else 2)
