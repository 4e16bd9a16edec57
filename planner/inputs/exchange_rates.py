"""Rates between a plan's currency and those of its company and its tax rules, and which of them is missing."""

from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import chosen_rules, rules_exchange_rate
from planner.language import mark


def exchange_rate(company: Company, plan: Plan) -> float | None:
    """Units of the plan's currency for one of the company's; None where the person has not stated it."""
    return 1.0 if company.currency == plan.currency else plan.exchange_rates.get(company.currency)


def missing_rate(company: Company, plan: Plan) -> Fault | None:
    """The fault of a company, or of the plan's tax rules, in another currency whose rate the person has not stated."""
    if exchange_rate(company, plan) is None:
        message = mark(
            "{company} states its figures in {company_currency} and the plan is in {plan_currency}. "
            "Two currencies are never mixed without a rate that you state: say what 1 {company_currency} costs "
            "in {plan_currency}."
        )
        parameters = {"company": company.name, "company_currency": company.currency}
        return _no_rate(company.currency, plan, message, parameters)
    return missing_tax_rate(plan)


def missing_tax_rate(plan: Plan) -> Fault | None:
    """The fault of tax rules in another currency than the plan's whose rate the person has not stated."""
    rules = chosen_rules(plan)
    if rules is None or rules_exchange_rate(plan) is not None:
        return None
    message = mark(
        "The tax rules that you chose state their amounts in {rules_currency} and the plan is in {plan_currency}. "
        "Two currencies are never mixed without a rate that you state: say what 1 {rules_currency} costs in "
        "{plan_currency}, or choose other rules."
    )
    return _no_rate(rules.currency, plan, message, {"rules_currency": rules.currency})


def _no_rate(currency: str, plan: Plan, message: str, parameters: dict[str, str]) -> Fault:
    return Fault(
        path=f"exchange_rates.{currency}",
        message=message,
        parameters=parameters | {"plan_currency": plan.currency},
    )
