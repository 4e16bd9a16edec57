"""The kinds of pay, each with its rule: how a part of a plan is paid in one month of a team."""

from planner.compensation.teams.active_recruits import pay_active_recruits
from planner.compensation.teams.bonuses.kinds import BONUSES
from planner.compensation.teams.books import Rule, alone, rising
from planner.compensation.teams.generations import pay_generations
from planner.compensation.teams.leadership import pay_leadership
from planner.compensation.teams.levels import pay_levels
from planner.compensation.teams.matching import pay_matching
from planner.compensation.teams.placed.binary import pay_two_legs
from planner.compensation.teams.placed.matrix import pay_matrix
from planner.compensation.teams.stairstep import pay_steps
from planner.compensation.teams.unit import pay_unit
from planner.inputs.pay.active_recruits import ActiveRecruits
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.generations import Generations
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.part import Part
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay.unit import Unit

RULES: dict[type[Part], Rule] = {
    Unilevel: rising(pay_levels),
    Stairstep: rising(pay_steps),
    Binary: pay_two_legs,
    Matrix: pay_matrix,
    Matching: pay_matching,
    Leadership: rising(pay_leadership),
    Generations: rising(pay_generations),
    Unit: rising(pay_unit),
    ActiveRecruits: alone(pay_active_recruits),
    **BONUSES,
}
