"""A company's terms as one plan meets them: plain numbers in the plan's currency, the person's answers filled in."""

from dataclasses import dataclass

from planner.errors import Fault
from planner.inputs.company import Company, Ranks, Stairstep, Unilevel
from planner.inputs.figure import Asked, Figure, NotFound
from planner.inputs.plan import Plan
from planner.inputs.tax_terms import chosen_rules, rules_exchange_rate
from planner.language import mark

DEFAULT_PAYOUT_LAG_MONTHS = 1
RENEWAL_EVERY_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Terms:
    """What the projection needs of a company. Money in the plan's currency; points in the company's own points.

    price_steps: (points bought since joining, share of the shop price you pay). points_per_retail and
    commissionable_per_retail: points, and money on which rates are applied, per unit of the plan's currency at shop
    price.
    unknown: paths of figures that were looked for and not found, computed as nothing. unknown_costs: those of them that
    would cost money. assumed: keys of [volume] figures that no source gives, answered by the person or by assumption.
    """

    company: str
    currency: str
    starter_kit_fee: float
    minimum_opening_stock: float
    renewal_fee: float
    website_fee: float
    website_free_months: int
    price_steps: tuple[tuple[float, float], ...]
    volume_on_sales: bool
    points_per_retail: float
    commissionable_per_retail: float
    payout_lag_months: int
    minimum_personal_volume: float
    unilevel: Unilevel | None
    stairstep: Stairstep | None
    ranks: Ranks | None
    unknown: tuple[str, ...]
    unknown_costs: tuple[str, ...]
    assumed: tuple[str, ...]


COSTS = ("starter_kit_fee", "minimum_opening_stock", "renewal_fee", "website_fee")


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


def _value(figure: Figure | NotFound | None) -> float:
    return figure.value if isinstance(figure, Figure) else 0.0


def resolve_terms(company: Company, plan: Plan) -> Terms:
    """The company's terms in the plan's currency, with the person's answers.

    Raises ValueError where the exchange rate is missing: ask missing_rate first.
    """
    rate = exchange_rate(company, plan)
    if rate is None:
        raise ValueError(f"no exchange rate from {company.currency} to {plan.currency}")
    answers = plan.company_answers.get(company.id, {})
    joining, volume, pay = company.joining, company.volume, company.pay

    def asked(key: str, figure: Figure | Asked) -> float:
        return figure.value if isinstance(figure, Figure) else answers.get(key, figure.assumed)

    lag = pay.payout_lag_months
    return Terms(
        company=company.id,
        currency=plan.currency,
        starter_kit_fee=_value(joining.starter_kit_fee) * rate,
        minimum_opening_stock=_value(joining.minimum_opening_stock) * rate,
        renewal_fee=_value(joining.renewal_fee) * rate,
        website_fee=_value(joining.website_fee) * rate,
        website_free_months=int(_value(joining.website_free_months)),
        price_steps=tuple((step.lifetime_points, step.wholesale_share) for step in company.prices.steps),
        volume_on_sales=volume.arises_on == "sales",
        points_per_retail=asked("points_per_100_retail", volume.points_per_100_retail) / 100 / rate,
        commissionable_per_retail=asked("commissionable_per_100_retail", volume.commissionable_per_100_retail) / 100,
        payout_lag_months=int(lag.value) if isinstance(lag, Figure) else DEFAULT_PAYOUT_LAG_MONTHS,
        minimum_personal_volume=_value(pay.minimum_personal_volume),
        unilevel=pay.unilevel,
        stairstep=pay.stairstep,
        ranks=company.ranks,
        unknown=unknown_figures(company),
        unknown_costs=tuple(name for name in COSTS if isinstance(getattr(joining, name), NotFound)),
        assumed=tuple(name for name in ASKED if isinstance(getattr(volume, name), Asked)),
    )


ASKED = ("points_per_100_retail", "commissionable_per_100_retail")


def unknown_figures(company: Company) -> tuple[str, ...]:
    """Paths of the figures that were looked for and not found, in the order of the file."""
    groups = {"joining": company.joining, "pay": company.pay, "buy_back": company.buy_back}
    return tuple(
        f"{group}.{name}"
        for group, record in groups.items()
        for name in type(record).model_fields
        if isinstance(getattr(record, name), NotFound)
    )
