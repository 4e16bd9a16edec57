"""The proofs of a pay plan, paid: each printed figure beside ours, and whether they agree to the printed digit."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.analysis.team.paid import Payer, TeamPaid, pay_table
from planner.compensation.teams.team import ROOT, Team
from planner.errors import Fault
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.proofs.proof import Printed, Proof
from planner.inputs.team_file.read import TeamTable

NEARLY = 1e-9  # of an amount, so that the half of a digit is not decided by how a computer writes fractions


@dataclass(frozen=True, slots=True)
class Held:
    """A printed figure beside ours: money, or the name of a rank, "" for none."""

    printed: Printed
    ours: float | str

    @property
    def agrees(self) -> bool:
        """To the printed digit."""
        said, ours = self.printed.pay, self.ours
        if said is None or isinstance(ours, str):
            return ours == self.printed.paid_as
        slack = NEARLY * max(1.0, abs(said), abs(ours))
        if self.printed.rounded == "down":
            return said - slack <= ours < said + self.printed.to - slack
        return abs(ours - said) <= self.printed.to / 2 + slack


@dataclass(frozen=True, slots=True)
class ProofRun:
    """An example, paid. paid: of the month that the first figure is of."""

    proof: Proof
    paid: TeamPaid
    figures: tuple[Held, ...]

    @property
    def agrees(self) -> bool:
        """Whether every figure of it does."""
        return all(each.agrees for each in self.figures)

    def receipt_of(self, held: Held) -> tuple[TeamPaid, int] | None:
        """The month of a figure and the member's place in it; None of one that is of all together."""
        if held.printed.member is None:
            return None
        paid = in_month(self.paid, held.printed)
        return paid, paid.members.index(held.printed.member)


def run_proofs(payer: Payer) -> tuple[ProofRun | Fault, ...]:
    """Every proof of the plan, in its order; a fault where the plan asks for what the example's team does not state."""
    return tuple(run_proof(payer, proof, number) for number, proof in enumerate(payer.plan.proofs, start=1))


def run_proof(payer: Payer, proof: Proof, number: int = 1, table: TeamTable | None = None) -> ProofRun | Fault:
    """One example. number: its place in the plan. table: its team, where it was made before."""
    paid = pay_table(proof.table() if table is None else table, payer)
    if isinstance(paid, Fault):
        return replace(paid, path=f"proofs[{number}].team" + (f".{paid.path}" if paid.path else ""))
    figures = tuple(Held(each, ours(in_month(paid, each), each)) for each in proof.printed)
    return ProofRun(proof, in_month(paid, proof.printed[0]), figures)


def in_month(paid: TeamPaid, printed: Printed) -> TeamPaid:
    """The month that a figure is of, the last where it names none."""
    months = paid.table.months
    return replace(paid, at=len(months) - 1 if printed.month is None else months.index(printed.month))


def ours(paid: TeamPaid, printed: Printed) -> float | str:
    """What this plan pays in the place of a printed figure, after gates, caps and rounding."""
    month, members = paid.month, paid.members
    if printed.paid_as is not None:
        return paid.rank_name(int(month.month.rank[members.index(str(printed.member))]))
    whose = slice(None) if printed.member is None else slice(place := members.index(printed.member), place + 1)
    if printed.step is None and printed.leg is None:
        amounts = month.pay if printed.part is None else month.left[printed.part - 1]
        return float(amounts[whose].sum())
    places = range(len(month.parts)) if printed.part is None else (printed.part - 1,)
    below = None if printed.leg is None else everyone_from(paid.team.team, members.index(printed.leg))
    there = np.zeros(len(members), dtype=np.bool_)
    there[whose] = True
    total = 0.0
    for place in places:
        share = month.share_paid(place)
        for rows in month.parts[place].flows():
            meant = there[rows.earner]
            if printed.step is not None:
                meant &= rows.step == printed.step
            if below is not None:
                meant &= (rows.source != ROOT) & below[rows.source]
            total += float((rows.amount * share[rows.earner])[meant].sum())
    return total


def everyone_from(team: Team, place: int) -> NDArray[np.bool_]:
    """A member and everyone below them."""
    found = np.zeros(len(team), dtype=np.bool_)
    found[place] = True
    for rows in team.generations[1:]:
        found[rows] |= found[team.above[rows]]
    return found


def agreeing(runs: tuple[ProofRun | Fault, ...]) -> int:
    """How many of the examples agree in every figure."""
    return sum(isinstance(each, ProofRun) and each.agrees for each in runs)


def plan_alone(plan: PayPlan) -> PayPlan:
    """The plan without its proofs, which change nothing of what is paid."""
    return plan.model_copy(update={"proofs": ()})
