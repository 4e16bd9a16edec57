"""The rules of the kinds of this folder."""

from planner.compensation.teams.bonuses.customer_bonus import pay_customer_bonus
from planner.compensation.teams.bonuses.fast_start import pay_fast_start
from planner.compensation.teams.bonuses.own_sales import pay_own_sales
from planner.compensation.teams.bonuses.pass_up import pay_passed_up
from planner.compensation.teams.bonuses.pool import pay_pool
from planner.compensation.teams.bonuses.rank_bonus import pay_rank_bonus
from planner.compensation.teams.books import Rule, alone
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.bonuses.rank_bonus import RankBonus
from planner.inputs.pay.part import Part

BONUSES: dict[type[Part], Rule] = {
    OwnSales: alone(pay_own_sales),
    FastStart: alone(pay_fast_start),
    RankBonus: pay_rank_bonus,
    Pool: alone(pay_pool),
    PassUp: alone(pay_passed_up),
    CustomerBonus: alone(pay_customer_bonus),
}
