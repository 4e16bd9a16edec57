"""Whose pay and ranks a plan's runs need: the distributors' alone, as far as these hang on nobody else's."""

from planner.inputs.pay.active_recruits import ActiveRecruits
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.rank_bonus import RankBonus
from planner.inputs.pay.generations import Generations
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay.unit import Unit

# Kinds in which what the distributor is paid never hangs on whether others below are paid, unless said below.
EACH_BY_ITSELF = (
    Unilevel,
    Stairstep,
    Binary,
    Matrix,
    Leadership,
    Generations,
    Unit,
    ActiveRecruits,
    OwnSales,
    FastStart,
    RankBonus,
    PassUp,
    CustomerBonus,
    Matching,
)
# Kinds that look at nobody's rank but that of whoever is paid.
NO_RANKS_BELOW = (Unilevel, Binary, Matrix, ActiveRecruits, OwnSales, FastStart, RankBonus, PassUp, CustomerBonus)


def levels_needed(plan: PayPlan) -> dict[int, int]:
    """Of the parts, by their number, down to how many levels below a distributor it is needed what they pay: 0 of those
    of which the distributors' pay alone is. Not named are those of which everybody's is.
    """
    found: dict[int, int] = {}
    for number, part in enumerate(plan.parts, start=1):
        matched_by = [each for each in plan.parts if isinstance(each, Matching) and number in each.of]
        levels = [levels_matched(each) for each in matched_by]
        if by_itself(part) and None not in levels:
            found[number] = max((each for each in levels if each is not None), default=0)
    return found


def needs_others(plan: PayPlan) -> bool:
    """Whether it is needed what others are paid, or where everybody is placed, which takes longer by far."""
    levels = levels_needed(plan)
    return any(levels.get(number) != 0 or isinstance(part, Matrix) for number, part in enumerate(plan.parts, start=1))


def levels_matched(part: Matching) -> int | None:
    """So many levels below a distributor are matched; None where it hangs on who is active or a leader."""
    if part.on_itself or part.compression != "none" or part.ends_rank is not None:
        return None
    return max(len(rates) for rates in (part.rates or (), *(row.rates for row in part.by_rank)))


def parts_of_tops(plan: PayPlan) -> frozenset[int]:
    """The numbers of the parts of which nobody's pay is needed but the distributors'."""
    return frozenset(number for number, levels in levels_needed(plan).items() if not levels)


def by_itself(part: Part) -> bool:
    """Whether what is paid to one never hangs on whether somebody between is paid."""
    if isinstance(part, (Unilevel, Matrix, FastStart, Matching)) and part.compression == "dynamic":
        return False
    if isinstance(part, Matching) and part.on_itself:
        return False
    if isinstance(part, PassUp) and part.unqualified == "passed_on":
        return False
    if isinstance(part, Leadership) and part.guarantee == "passed_up":
        return False
    return isinstance(part, EACH_BY_ITSELF)


def ranks_of_tops(plan: PayPlan) -> bool:
    """Whether nobody's rank is needed but the distributors', and theirs hangs on no other."""
    if plan.breakaway is not None or any(rule.ranked_legs for rule in plan.ranks):
        return False
    of_tops = parts_of_tops(plan)
    return all(
        number in of_tops and isinstance(part, NO_RANKS_BELOW) for number, part in enumerate(plan.parts, start=1)
    )


def without_those_gone(plan: PayPlan) -> bool:
    """Whether who left with nobody below who is there matters no more: not where everybody keeps a place of their own
    among those whom somebody recruited.
    """
    return not any(isinstance(part, PassUp) for part in plan.parts)


def places_are_levels(part: Part) -> bool:
    """Whether who stands how far below a distributor is told once for all months."""
    return not isinstance(part, Matrix) or part.compression == "none"
