"""A company's terms as one plan meets them: plain numbers in the plan's currency, the person's answers filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.inputs.cited.figure import Asked, Figure, NotFound
from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import Ranks, Stairstep
from planner.inputs.company.prices import AnyPrices, Prices, ReachedStep
from planner.inputs.company.record import ends_of
from planner.inputs.exchange_rates import exchange_rate
from planner.inputs.in_kind import InKind, in_kind
from planner.inputs.order_terms import OrderTerms, order_terms
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.window import Window
from planner.inputs.pay_terms import activity_window, of_100_retail, with_goods
from planner.inputs.plan.plan import Plan
from planner.inputs.standing_order import StandingOrder, standing_order_of
from planner.inputs.unsourced import WHOLESALE, asked_figures, missing_levels, unknown_costs, unknown_figures
from planner.timeline import calendar_month, months_within

DEFAULT_PAYOUT_LAG_MONTHS = 1
MONTHS_A_RENEWAL_COVERS = 12
MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class LevelPay:
    """The rate of each level that is paid, level 1 first, as published or as the person states it; as in Unilevel."""

    rates: tuple[float, ...]
    compression: bool
    pays_on_inactive: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """What the projection needs of a company. Money in the plan's currency; points in the company's own points.

    refunds_taken_back: points and pay are, on what customers are refunded.
    last_paid_month: of the plan, the last in which the company paid by these rules; None where they hold on.
    payout_lag_months, margin_lag_months, own_lag_months: from earning pay on the team, margin, and pay on own goods to
    receiving it; 0: within its own month.
    rate: units of the plan's currency for one of the company's. price_steps: (points bought since joining, share of the
    shop price you pay), at launch. reached_step: as in StepReached. points_per_retail and commissionable_per_retail:
    points, and money on which rates are applied, per unit of the plan's currency at shop price.
    minimum_personal_volume and minimum_sales: what keeps somebody active, over the activity_window, as in Pay.
    own_points_asked: without which the distributor is paid nothing on a team: these, or what each rank that pays asks.
    pay_plan: how the team is paid where the company states one, then in place of unilevel, stairstep and ranks; its
    money is the company's own, and what it pays is multiplied by pay_times, so that no amount of it is converted.
    launch_month: the calendar month of month 0, 1 to 12. in_kind: what the person says that the company gives them in
    place of money.
    unknown: paths of figures that were looked for and not found, computed as nothing. unknown_costs: those of them that
    would cost money. assumed: keys of figures that no source gives, answered by the person or by assumption. unstated:
    keys of rates that no source gives and the person has not stated, counted as nothing.
    """

    company: str
    currency: str
    rate: float
    starter_kit_fee: float
    minimum_opening_stock: float
    renewal_fee: float
    website_fee: float
    website_free_months: int
    price_steps: tuple[tuple[float, float], ...]
    reached_step: ReachedStep
    volume_on_sales: bool
    points_per_retail: float
    commissionable_per_retail: float
    last_paid_month: int | None
    refunds_taken_back: bool
    payout_lag_months: int
    margin_lag_months: int
    own_lag_months: int
    minimum_personal_volume: float
    own_points_asked: float
    minimum_sales: float
    activity_window: Window
    launch_month: int
    unilevel: LevelPay | None
    stairstep: Stairstep | None
    ranks: Ranks | None
    pay_plan: PayPlan | None
    pay_times: float
    standing_order: StandingOrder
    orders: OrderTerms
    in_kind: InKind
    unknown: tuple[str, ...]
    unknown_costs: tuple[str, ...]
    assumed: tuple[str, ...]
    unstated: tuple[str, ...]

    @property
    def asks_activity(self) -> bool:
        """Whether anybody may be inactive."""
        return self.minimum_personal_volume > 0 or self.minimum_sales > 0

    @property
    def asks_points_each_month(self) -> bool:
        """Whether a number of own points in each month is all that keeps somebody active."""
        return self.activity_window == "month" and not self.minimum_sales

    def place_in_quarter(self, month: int) -> int:
        """0, 1 or 2: where a month stands in its calendar quarter."""
        return (self.launch_month - 1 + month) % MONTHS_OF_A_QUARTER

    def discount_lost(self, month: int) -> bool:
        """Whether the shop price is paid in a month, since the order that the discount is for is refused."""
        order = self.standing_order
        return order.loses_discount and (order.first_month == 1 or order.asked_in(month))

    def price_steps_in(self, month: int) -> tuple[tuple[float, float], ...]:
        """The steps of a month."""
        return WITHOUT_DISCOUNT if self.discount_lost(month) else self.price_steps

    def pays_in(self, month: int) -> bool:
        """Whether the company paid by these rules in a month; how it paid later, no source says."""
        return self.last_paid_month is None or month <= self.last_paid_month

    def renews_in(self, month: int) -> bool:
        """Whether the yearly fee falls due: as each year after the first begins, in months 13, 25, ..."""
        return month > 1 and month % MONTHS_A_RENEWAL_COVERS == 1

    def rank_name(self, rank: int) -> str:
        """The company's name for its rank-th rank; "" for 0, no rank."""
        if self.pay_plan is not None:
            return self.pay_plan.rank_names[rank - 1] if rank else ""
        return self.ranks.rows[rank - 1].name if rank and self.ranks else ""

    @property
    def own_volume_from(self) -> int:
        """The first month in which the distributor's orders are volume: later where all orders of whoever is new are
        paid on by a fast start alone.
        """
        return 0 if self.pay_plan is None else self.pay_plan.volume_from

    @property
    def pays_team(self) -> bool:
        """Whether any rule of pay on a team is computed."""
        return self.unilevel is not None or self.stairstep is not None or self.pay_plan is not None


WITHOUT_DISCOUNT = ((0.0, 1.0),)  # the shop price


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
    joining, volume, pay, pay_plan = company.joining, company.volume, company.pay, company.pay.plan
    points, commissionable = of_100_retail(company, answers)
    order = standing_order_of(company, plan, rate)
    active_from = pay_plan.minimum_personal_volume if pay_plan else _value(pay.minimum_personal_volume)
    return Terms(
        company=company.id,
        currency=plan.currency,
        rate=rate,
        starter_kit_fee=_value(joining.starter_kit_fee) * rate,
        minimum_opening_stock=_value(joining.minimum_opening_stock) * rate,
        renewal_fee=_value(joining.renewal_fee) * rate,
        website_fee=_value(joining.website_fee) * rate,
        website_free_months=int(_value(joining.website_free_months)),
        price_steps=_price_steps(company, answers, order),
        reached_step=_reached_step(company.prices),
        volume_on_sales=volume.arises_on == "sales",
        points_per_retail=points / 100 / rate,
        commissionable_per_retail=commissionable / 100,
        last_paid_month=None if pay.until is None else months_within(plan.start_month, ends_of(pay.until)[1]),
        refunds_taken_back=pay.refunds is not None and pay.refunds.value == "taken_back",
        payout_lag_months=_payout_lag(pay.payout_lag_months),
        margin_lag_months=_payout_lag(pay.margin_lag_months or pay.payout_lag_months),
        own_lag_months=_payout_lag(pay.own_lag_months or pay.payout_lag_months),
        minimum_personal_volume=active_from,
        own_points_asked=max(active_from, pay_plan.points_of_ranks if pay_plan else company.points_of_ranks),
        minimum_sales=(pay_plan.minimum_sales if pay_plan else _value(pay.minimum_sales)) * rate,
        activity_window=activity_window(pay),
        launch_month=calendar_month(plan.start_month, 0).month,
        unilevel=_level_pay(company, answers),
        stairstep=pay.stairstep,
        ranks=company.ranks,
        pay_plan=with_goods(pay_plan, points, commissionable),
        pay_times=rate,
        standing_order=order,
        orders=order_terms(company, rate),
        in_kind=in_kind(plan, company),
        unknown=unknown_figures(company),
        unknown_costs=unknown_costs(company),
        assumed=tuple(asked_figures(company)),
        unstated=tuple(key for key in missing_levels(company) if key not in answers),
    )


def _payout_lag(stated: Figure | NotFound) -> int:
    return int(stated.value) if isinstance(stated, Figure) else DEFAULT_PAYOUT_LAG_MONTHS


def _reached_step(prices: AnyPrices) -> ReachedStep:
    """Where nothing says from when a step holds: from the next month on, which is never too generous."""
    known = prices.reached_step if isinstance(prices, Prices) else None
    return known.value if known is not None else "next_month"


def _price_steps(
    company: Company, answers: Mapping[str, float], order: StandingOrder
) -> tuple[tuple[float, float], ...]:
    """At launch; the shop price where the order that the discount is for is refused from the start."""
    prices = company.prices
    if order.loses_discount and order.first_month == 1:
        return WITHOUT_DISCOUNT
    if isinstance(prices, Asked):
        return ((0.0, answers.get(WHOLESALE, prices.assumed)),)
    return tuple((step.lifetime_points, step.wholesale_share) for step in prices.steps)


def _level_pay(company: Company, answers: Mapping[str, float]) -> LevelPay | None:
    """The rates of the company's levels with those of the person. None where nothing would be paid on any."""
    unilevel = company.pay.unilevel
    if unilevel is None:
        return None
    stated = tuple(answers.get(key, 0.0) for key in missing_levels(company))
    while stated and stated[-1] == 0:
        stated = stated[:-1]  # the deepest level that pays is where the computation may end
    rates = (*unilevel.rates, *stated)
    return LevelPay(rates, unilevel.compression, unilevel.pays_on_inactive) if rates else None
