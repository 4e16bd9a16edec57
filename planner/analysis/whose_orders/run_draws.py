"""What a plan's runs are drawn from where each row of pay is asked for: by a pay plan, whatever the company states.

Levels and steps of a plan's months say the same of a team as a pay plan does (inputs.pay.of_company), and pay the same
people alike to the cent, so that one engine tells whose orders pay rests on.
"""

from dataclasses import replace

from planner.inputs.company.company import Company
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import draws_of
from planner.simulation.paths import Draws


def draws_by_pay_plan(plan: Plan, company: Company) -> Draws | None:
    """Of a plan on a company; None where no rule of the company's pay is computed."""
    draws = draws_of(plan, company)
    if draws.terms.pay_plan is not None:
        return draws
    rules = pay_plan_of(company, plan.company_answers.get(company.id, {})) if draws.terms.pays_team else None
    if rules is None:
        return None
    return replace(draws, terms=replace(draws.terms, pay_plan=rules, unilevel=None, stairstep=None, ranks=None))
