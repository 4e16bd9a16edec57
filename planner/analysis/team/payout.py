"""What of a team's volume the company pays out, and what a part's rates would pay at most: the rest is breakage."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.analysis.team.paid import TeamPaid
from planner.analysis.team.receipt import part_title
from planner.compensation.teams.bonuses.joining import first_orders, share_of, value_of_joining
from planner.compensation.teams.bonuses.own_sales import lots_of
from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.levels import own_goods
from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.active_recruits import ActiveRecruits
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.generations import ByGeneration, Generations
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.rates import Rated
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay.unit import Unit
from planner.language import mark
from planner.line_items import CENT
from planner.speech import Speech


@dataclass(frozen=True, slots=True)
class Most:
    """What a part pays at most: a rate of the money that it is paid on, in the month."""

    rate: float
    base: float

    @property
    def amount(self) -> float:
        """Money."""
        return self.rate * self.base


def most_of(part: Part, month: TeamMonth) -> Most | None:
    """What a part would pay if somebody with the highest rate stood wherever one can. None of kinds for which the
    published rates give no most: both sides of two legs count for everybody above, an amount is no share, a share of
    what others are paid is none of the orders, and what several are paid on the same step has no end.
    """
    rate, value = rate_at_most(part, month.plan), float(month.bought.value.sum())
    if rate is None:
        return None
    match part:
        case Unilevel(own_goods="as_level_1" | "are_level_1"):
            rates = top_rates(part)
            below = rates if part.own_goods == "as_level_1" else rates[1:]
            most = sum(below) * value + rates[0] * float(own_goods(part, month.bought).sum())
            return Most(most / value if value else 0.0, value)
        case OwnSales():
            return Most(rate, float(lots_of(part, month).base.sum()))
        case CustomerBonus():
            bought = month.bought
            share = share_of(bought.by_customers, bought.points)
            return Most(rate, float((bought.value * share).sum()) * part.base_per_value)
        case FastStart():
            ordered = first_orders(part, month.team, month.number, month.all_bought)
            return Most(rate, float(ordered.value.sum()) * part.base_per_value)
        case PassUp():
            ordered_all = value_of_joining(month.all_bought) if part.orders == "joining" else month.bought.value
            return Most(rate, float(ordered_all.sum()) * part.base_per_value)
        case Pool():
            return Most(rate, value * part.base_per_value)
    return Most(rate, value)


def rate_at_most(part: Part, plan: PayPlan) -> float | None:
    """The share that a part pays at most of what it is paid on; None where its rates give none."""
    match part:
        case Rated():
            return sum(top_rates(part)) if one_on_each_step(part, plan) else None
        case Stairstep(own="paid", taken="by_chain"):
            return max([part.without_rank, *(rank.rate or 0.0 for rank in plan.ranks)])
        case PassUp(rates=[*rates]) | FastStart(rates=[*rates]):
            return sum(rates)
        case OwnSales():
            return max(bracket.rate for bracket in part.brackets)
        case Unit(unit="until_leader") if from_rank_on(part, part.leader_rank, plan):
            in_two_units = part.next_leaders_goods and part.own_goods == "paid"
            return None if in_two_units else max(bracket.rate for bracket in part.brackets)
        case ActiveRecruits():
            return max(step.rate for step in part.steps)
        case Pool(company_value=None):
            return sum(tier.rate for tier in part.tiers)
        case CustomerBonus() if all(step.rate is not None for step in part.steps):
            return max(step.rate or 0.0 for step in part.steps)
    return None


def one_on_each_step(part: Rated, plan: PayPlan) -> bool:
    """Whether on an order one alone is paid on each level or generation, and there are so many of these as rates."""
    if isinstance(part, ByGeneration) and part.own_goods and part.leader_volume == "in_above":
        return False  # what a leader buys is in two groups
    match part:
        case Unilevel() | Matrix(amounts=None):
            return True
        case Leadership(deeper="nothing", guarantee="none" | "passed_up"):
            breaks = None if plan.breakaway is None else plan.breakaway.rank
            return part.from_rank is None or from_rank_on(part, breaks, plan)
        case Generations(ends_at="rank", deeper="nothing"):
            return from_rank_on(part, part.ends_rank, plan)
    return False


def top_rates(part: Rated) -> Sequence[float]:
    """The highest rate of each level or generation, of whatever rank."""
    tables = [part.rates or (), *(row.rates for row in part.by_rank)]
    levels = max(map(len, tables))
    return [max(rates[level] if level < len(rates) else 0.0 for rates in tables) for level in range(levels)]


def from_rank_on(part: Part, rank: str | None, plan: PayPlan) -> bool:
    """Whether the part is paid to none below a rank, so that on each step one alone is paid on an order."""
    if part.from_rank is None or rank is None:
        return False
    return plan.rank_names.index(part.from_rank) >= plan.rank_names.index(rank)


def breakage(part: PaidPart, month: TeamMonth) -> float | None:
    """Money of the month that the part would pay at most and pays to nobody; None where that cannot be told."""
    most = most_of(part.part, month)
    return None if most is None else float(most.amount - part.amount.sum())


def payout_in_words(paid: TeamPaid, speech: Speech) -> str:
    """What share of the team's commissionable money is paid out, orders at joining with it, since pay on these is in
    the pay too; "" of a team that bought nothing.
    """
    month, value = paid.month, float(paid.month.month.all_bought.value.sum())
    if value < CENT:
        return ""
    text = speech.text(mark("Of {value} that the team's orders count for, {pay} is paid out: {share}."))
    pay = float(month.pay.sum())
    return text.format(value=speech.money(value, 2), pay=speech.money(pay, 2), share=speech.percent(pay / value, 1))


def breakage_in_words(part: PaidPart, paid: TeamPaid, speech: Speech) -> str:
    """What the part would pay at most, and what of it the company keeps; "" where that cannot be told, or is none."""
    month = paid.month.month
    most, left = most_of(part.part, month), breakage(part, month)
    if most is None or left is None or left < CENT:
        return ""
    text = speech.text(
        mark(
            "{part}: at most {rate} of {value}, with the highest rate wherever one can be. {left} goes to nobody in "
            "this file, since nobody stands there, is active, or has the rank or the volume (breakage)."
        )
    )
    return text.format(
        part=part_title(part.part, speech),
        rate=speech.percent(most.rate, 1),
        value=speech.money(most.base, 2),
        left=speech.money(left, 2),
    )


def without_most_in_words(paid: TeamPaid, speech: Speech) -> str:
    """Of which parts no most can be told; "" where it can be of all."""
    parts = [each.part for each in paid.month.parts if most_of(each.part, paid.month.month) is None]
    if not parts:
        return ""
    text = speech.text(
        mark("What these parts pay at most is told by no rate, so that nothing is said of what they keep: {parts}.")
    )
    return text.format(parts=", ".join(dict.fromkeys(part_title(part, speech) for part in parts)))
