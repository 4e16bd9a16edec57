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
)
# Kinds that look at nobody's rank but that of whoever is paid.
NO_RANKS_BELOW = (Unilevel, Binary, Matrix, ActiveRecruits, OwnSales, FastStart, RankBonus, PassUp, CustomerBonus)


def parts_of_tops(plan: PayPlan) -> frozenset[int]:
    """The numbers of the parts of which nobody's pay is needed but the distributors'."""
    matched = {number for part in plan.parts if isinstance(part, Matching) for number in part.of}
    return frozenset(
        number for number, part in enumerate(plan.parts, start=1) if number not in matched and by_itself(part)
    )


def by_itself(part: Part) -> bool:
    """Whether what is paid to one never hangs on whether somebody between is paid."""
    if isinstance(part, (Unilevel, Matrix, FastStart)) and part.compression == "dynamic":
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
    in a tree, or among those whom somebody recruited.
    """
    of_tops = parts_of_tops(plan)
    in_a_tree = any(
        isinstance(part, (Binary, Matrix)) and not (number in of_tops and places_are_levels(part))
        for number, part in enumerate(plan.parts, start=1)
    )
    return not (in_a_tree or any(isinstance(part, PassUp) for part in plan.parts))


def places_are_levels(part: Part) -> bool:
    """Whether who stands how far below a distributor is told once for all months."""
    return not isinstance(part, Matrix) or part.compression == "none"
