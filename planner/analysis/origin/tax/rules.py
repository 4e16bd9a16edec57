"""The figures of the tax rules that amounts rest on: what the person states, else what the chosen set says."""

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, at, money, share
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS
from planner.inputs.tax_terms import chosen_rules
from planner.language import mark
from planner.messages import Message
from planner.timeline import calendar_month

NEVER_CHARGED = Message(mark("You do not charge VAT."))
NOT_REGISTERED_YET = mark("No VAT is charged before the month after the year's sales have passed {threshold}")
NO_THRESHOLD = Message(mark("No threshold is known, so no VAT is charged."))


def own_or_of_rules(case: Case, field: str, *of_rules: str | int) -> Path:
    """Where a figure of tax or VAT is given: in the plan if it is stated or there are no rules, else in the rules."""
    if getattr(case.plan.tax, field) is not None or chosen_rules(case.plan) is None:
        return ("tax", field)
    return ("tax_rules", *of_rules)


def vat_rate(case: Case, month: int, field: str) -> Origin:
    """The rate on goods ("vat_rate") or on other costs ("vat_rate_on_costs") in a month, on prices without VAT."""
    dated = case.projection.assumptions.tax.vat_dated
    if field == "vat_rate" and dated:
        today = f"{calendar_month(case.plan.start_month, max(month, 0)):%Y-%m}"
        place = max(sum(first <= today for first, _rate in dated) - 1, 0)
        amount = Amount(INPUTS["tax", field].title, month, share(dated[place][1]))
        return amount.given("tax_rules", "vat", "food", place, "rate")
    rate = share(getattr(case.projection.assumptions.tax, field))
    return Amount(INPUTS["tax", field].title, None, rate).given(*own_or_of_rules(case, field, "vat", "rate"))


def vat_part(case: Case, month: int, field: str) -> Origin:
    """The part of a price that is VAT in a month; nothing where none is charged."""
    charged = month >= 0 and bool(at(case.projection.statement.vat_charged, month))
    rate = vat_rate(case, month, field)
    value = share(rate.value.value / (1 + rate.value.value) if charged else 0.0)
    amount = Amount(mark("Part of the price that is VAT"), month, value)
    if charged:
        words = mark("{rate} of VAT on the price without it, as a part of the price with it")
        return amount.opened(words, lambda rate: rate / (1 + rate), rate=rate)
    terms = case.projection.assumptions.tax
    if terms.vat_registered == "never":
        return amount.known(NEVER_CHARGED, ("tax", "vat_registered"))
    if terms.vat_threshold is None:
        return amount.known(NO_THRESHOLD, ("tax", "vat_threshold"))
    path = own_or_of_rules(case, "vat_threshold", "vat", "threshold")
    threshold = Amount(INPUTS["tax", "vat_threshold"].title, None, money(terms.vat_threshold)).given(*path)
    return amount.opened(NOT_REGISTERED_YET, lambda **_figures: 0.0, threshold=threshold)
