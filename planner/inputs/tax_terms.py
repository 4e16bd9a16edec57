"""What one plan meets of its tax rules, in plain numbers and in its own currency."""

from dataclasses import dataclass, replace
from typing import Literal

from planner.inputs.cited.figure import Figure
from planner.inputs.evidence.tax_rules import (
    WITHOUT_A_SET,
    ContributionRule,
    ReductionRule,
    TaxRules,
    VatRule,
    load_tax_rules,
)
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.tax import Tax
from planner.timeline import calendar_month


@dataclass(frozen=True, slots=True)
class Contribution:
    """A social contribution: rate on the base, owed once the base reaches floor, on no more than cap (None: no cap)."""

    rate: float
    floor: float = 0.0
    cap: float | None = None


@dataclass(frozen=True, slots=True)
class Reduction:
    """Off the contributions of a year whose base is above floor: share of the whole base, at most `most`.

    The base is what contributions leave of the profit P, so that it grows with what is taken off them: to
    P * base_share, and once the most is reached to what it would be of P + most without the reduction.
    """

    share: float
    floor: float
    most: float
    base_share: float


@dataclass(frozen=True, slots=True)
class TaxTerms:
    """What the projection needs of the rules, in the plan's currency.

    Of a year's taxable profit P (never below 0): base = P * base_share, with a reduction as that says; contributions
    are owed on the base; income tax = income_share * what P exceeds deductible_share * contributions +
    income_deduction by. costs_deductible: where not, P is sales and pay less goods sold, and nothing else is taken
    off. carries_losses: a year's loss lowers the next one's profit. losses_lower_other_income: it saves income_share
    of no more than losses_most (None: no limit), in each of the first losses_years calendar years of the plan; only
    what is left is carried. paid_in: calendar month (1-12) of the year after, in which a year's tax is paid. VAT:
    rates on prices without VAT; vat_dated: in place of vat_rate, each with the calendar month from which it holds,
    the first before too; vat_threshold: sales of a calendar year above which registration follows, None where none is
    known; vat_sales_before: the most of one of the two years before; vat_every_months: calendar months of a VAT
    period (1, 3 or 12); it is paid vat_paid_after months after its last.
    """

    base_share: float = 1.0
    contributions: tuple[Contribution, ...] = ()
    reduction: Reduction | None = None
    deductible_share: float = 1.0
    costs_deductible: bool = True
    income_deduction: float = 0.0
    income_share: float = 0.0
    carries_losses: bool = False
    losses_lower_other_income: bool = False
    losses_most: float | None = None
    losses_years: int | None = None
    paid_in: int = 5
    vat_registered: Literal["never", "past_threshold", "from_start"] = "never"
    vat_rate: float = 0.0
    vat_dated: tuple[tuple[str, float], ...] = ()
    vat_rate_on_costs: float = 0.0
    vat_threshold: float | None = None
    vat_sales_before: float = 0.0
    vat_every_months: int = 3
    vat_paid_after: int = 2

    @property
    def on_profit(self) -> bool:
        """Whether anything is owed on profit."""
        return self.income_share > 0 or bool(self.contributions)


def chosen_rules(plan: Plan) -> TaxRules | None:
    """The set of rules that the plan names; None for no tax and for a flat share."""
    return None if plan.tax.rules in WITHOUT_A_SET else load_tax_rules().sets[plan.tax.rules]


def years_beyond(plan: Plan) -> tuple[int, int, int] | None:
    """The year of the rules that the plan names, and the plan's own first and last where it has others; else None."""
    rules = chosen_rules(plan)
    if rules is None:
        return None
    first, last = (calendar_month(plan.start_month, month).year for month in (0, plan.horizon_months))
    return None if first == last == rules.year else (rules.year, first, last)


def counts_tax(plan: Plan) -> bool:
    """Whether the figures of the plan are after tax on what it earns."""
    return plan.tax.rules != "none"


def income_tax_share(plan: Plan) -> float:
    """Of the next amount that the person earns, what goes in income tax; 0 where the plan counts no tax."""
    rules = chosen_rules(plan)
    if rules is None:
        return (plan.tax.income_share or 0.0) if counts_tax(plan) else 0.0
    return _stated(plan.tax.income_share, rules.income_share) or 0.0


def reference_wage(plan: Plan) -> float | None:
    """The wage that what an hour earns is compared with: before tax where the plan counts none, else less income tax.

    Contributions that an employee pays are not taken off. None where the plan has no reference wage.
    """
    wage = plan.money_and_time.reference_wage
    return None if wage is None else wage * (1 - income_tax_share(plan))


def rules_exchange_rate(plan: Plan) -> float | None:
    """Units of the plan's currency for one of its rules'; None where the person has not stated it."""
    rules = chosen_rules(plan)
    return 1.0 if rules is None or rules.currency == plan.currency else plan.exchange_rates.get(rules.currency)


def resolve_tax(plan: Plan) -> TaxTerms:
    """The rules that the plan chooses, with the figures it states itself in their place.

    Raises ValueError where the exchange rate is missing: ask terms.missing_rate first.
    """
    rules, rate = chosen_rules(plan), rules_exchange_rate(plan)
    if rate is None:
        raise ValueError(f"no exchange rate from the currency of {plan.tax.rules} to {plan.currency}")
    terms = _with_vat(TaxTerms(), plan.tax, rules.vat if rules else None, rate)
    lowers = plan.tax.losses == "other_income"
    terms = replace(terms, income_share=income_tax_share(plan), losses_lower_other_income=lowers)
    if rules is None:
        return terms
    limits = rules.losses_against_other_income
    terms = replace(
        terms,
        base_share=rules.base_share.value,
        contributions=tuple(_contribution(rule, rate) for rule in rules.contributions),
        reduction=_reduction(rules.reduction, rate),
        deductible_share=rules.deductible_share.value,
        income_deduction=_income_deduction(rules, plan.tax, rate),
        carries_losses=rules.carries_losses is not None and rules.carries_losses.assumed,
        losses_most=_stated(None, limits.most, rate) if limits else None,
        losses_years=int(limits.years.value) if limits else None,
        paid_in=rules.paid_in.assumed,
    )
    return _as_a_hobby(terms) if plan.tax.activity == "hobby" and rules.hobby is not None else terms


def _as_a_hobby(terms: TaxTerms) -> TaxTerms:
    """No contributions, and no deduction but what goods cost that were sold; so there is no loss either."""
    return replace(terms, contributions=(), reduction=None, costs_deductible=False, losses_lower_other_income=False)


def _income_deduction(rules: TaxRules, stated: Tax, rate: float) -> float:
    found = (each.amount for each in rules.income_deductions if each.filing == stated.income_deduction)
    return next((_stated(None, amount, rate) or 0.0 for amount in found), 0.0)


def _with_vat(terms: TaxTerms, stated: Tax, rule: VatRule | None, rate: float) -> TaxTerms:
    """The terms with VAT; the threshold of the rules is brought into the plan's currency."""
    standard = rule.rate if rule else None
    terms = replace(
        terms,
        vat_registered=stated.vat_registered,
        vat_rate=_stated(stated.vat_rate, standard) or 0.0,
        vat_rate_on_costs=_stated(stated.vat_rate_on_costs, standard) or 0.0,
        vat_threshold=_stated(stated.vat_threshold, rule.threshold if rule else None, rate),
        vat_sales_before=stated.vat_sales_before,
    )
    if rule is None:
        return terms
    if stated.vat_goods == "food" and stated.vat_rate is None:
        terms = replace(terms, vat_dated=tuple((each.first_month, each.rate.value) for each in rule.food))
    return replace(terms, vat_every_months=rule.every_months.assumed, vat_paid_after=rule.paid_after_months.assumed)


def _contribution(rule: ContributionRule, rate: float) -> Contribution:
    return Contribution(rule.rate.value, _stated(None, rule.floor, rate) or 0.0, _stated(None, rule.cap, rate))


def _reduction(rule: ReductionRule | None, rate: float) -> Reduction | None:
    if rule is None:
        return None
    return Reduction(rule.share.value, rule.floor.value * rate, rule.most.value * rate, rule.base_share.value)


def _stated(own: float | None, figure: Figure | None, rate: float = 1.0) -> float | None:
    """What the person states, in the plan's currency already; else the figure of the rules, in theirs."""
    if own is not None:
        return own
    return None if figure is None else figure.value * rate
