"""The pay plan of a company: the one that its file states, or what its rules of a plan's months say of a team."""

from collections.abc import Mapping

from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import Rank
from planner.inputs.pay.breakaway import Breakaway
from planner.inputs.pay.pay_plan import AnyPart, PayPlan
from planner.inputs.pay.ranks import RankRule
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay_terms import known
from planner.inputs.unsourced import LEVEL


def pay_plan_of(company: Company, answers: Mapping[str, float]) -> PayPlan | None:
    """How the company pays a team, in its own currency; None where no rule of it is computed.

    What goods of 100 at shop price bring is the company's or the person's figure, where there is one, so that nothing
    of it stands in two places. answers: what the person said of figures that no source gives, by key, as
    Plan.company_answers has them.
    """
    pay = company.pay
    points = known(company.volume.points_per_100_retail, answers.get("points_per_100_retail"))
    value = known(company.volume.commissionable_per_100_retail, answers.get("commissionable_per_100_retail"))
    if pay.plan is not None:
        goods = {"points_per_100_retail": points, "value_of_point": value / points if value else None} if points else {}
        return pay.plan.model_copy(update={name: each for name, each in goods.items() if each is not None})
    parts = (*levels_of(company, answers), *steps_of(company))
    if not parts:
        return None
    return PayPlan(
        value_of_point=value / points if value and points else 1.0,
        points_per_100_retail=points or None,
        minimum_personal_volume=known(pay.minimum_personal_volume) or 0.0,
        minimum_sales=known(pay.minimum_sales) or 0.0,
        activity_window=pay.activity_window.value if pay.activity_window else "month",
        ranks=tuple(map(rank_rule, company.ranks.rows)) if company.ranks else (),
        breakaway=breakaway_of(company),
        parts=parts,
    )


def levels_of(company: Company, answers: Mapping[str, float]) -> tuple[AnyPart, ...]:
    """The company's levels as a part of a plan; rates that nobody stated count as nothing."""
    unilevel = company.pay.unilevel
    if unilevel is None:
        return ()
    rates = (*unilevel.rates, *(answers.get(f"{LEVEL}{each.level}", 0.0) for each in unilevel.missing))
    levels = Unilevel(
        rule="unilevel",
        source=unilevel.source,
        year=unilevel.year,
        rates=rates,
        compression="standard" if unilevel.compression else "none",
        pays_on_inactive=unilevel.pays_on_inactive,
    )
    return (levels,)


def steps_of(company: Company) -> tuple[AnyPart, ...]:
    """The company's differential as a part of a plan, read as the months of a plan are: who is not active has no rate,
    and on a group that broke away the difference is paid, which at the top rate is nothing.
    """
    stairstep = company.pay.stairstep
    if stairstep is None:
        return ()
    steps = Stairstep(
        rule="stairstep",
        source=stairstep.source,
        year=stairstep.year,
        inactive="rolls_up",
        broken_away="difference",
    )
    return (steps,)


def breakaway_of(company: Company) -> Breakaway | None:
    """From the first of the ranks with the top rate on, where the company's legs break away."""
    if company.pay.stairstep is None or not company.pay.stairstep.breakaway or company.ranks is None:
        return None
    top = max(rank.rate or 0.0 for rank in company.ranks.rows)
    return Breakaway(rank=next(rank.name for rank in company.ranks.rows if rank.rate == top))


def rank_rule(rank: Rank) -> RankRule:
    """A rank of the company's months, which asks for the same of a team."""
    return RankRule.model_validate(rank.model_dump())
