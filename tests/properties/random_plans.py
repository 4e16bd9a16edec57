"""Plans drawn at random from everything that the fields allow, biased towards those in which something happens."""

from functools import cache
from typing import Any

from hypothesis import strategies as st

from planner.inputs.evidence.tax_rules import load_tax_rules
from planner.inputs.path import Path, parse
from planner.inputs.plan.entry import Input
from planner.inputs.plan.out_of_season import HOW_OFTEN, MONTHS
from planner.inputs.plan.pay_in_kind import WORTH
from planner.inputs.plan.plan import Plan
from tests.declared_values import OF_NO_AMOUNT, Allowed, not_by_hand, plans_of

# Cached, since a strategy that is made anew for each plan is checked anew, which takes longer than drawing from it.
either = cache(st.one_of)


@cache
def number(low: float, high: float, *usual: float) -> st.SearchStrategy[float]:
    """Often one of the usual values, edges among them; otherwise anything between that is not next to nothing."""
    anything = st.floats(low, high, allow_nan=False, allow_subnormal=False)
    anything = anything.map(lambda value: value if value >= 1e-6 else low)
    return st.one_of(st.sampled_from(usual), anything) if usual else anything


@cache
def schedules(usual: float, most: float) -> st.SearchStrategy[Any]:
    each = number(0, most, 0, usual, usual / 3)
    ramp = st.fixed_dictionaries({"first": each, "last": each, "months": st.integers(2, 120)})
    return either(each, ramp, st.lists(each, min_size=1, max_size=40).map(tuple))


MONEY = number(0, 1e5, 0, 17.3, 450)


# Often tried of a unit, beside the least that an input may be, its default and, of a share, the most.
USUAL = {
    "money": (17.3, 450),
    "share": (0.04, 0.3),
    "people": (0.02, 0.3, 2.3, 777),
    "orders": (0.5, 1),
    "hours": (6,),
    "months": (1, 2, 3, 7),
    "month": (2, 3, 7),
    "number": (7,),
}
MOST_MONEY = 1e6  # of an amount: more has no digits left for what is next to nothing beside it
LEAST = 0.01  # where nothing is impossible
MOST_SHARE = 0.999999  # where all of it is impossible, for the same reason


def lively_value(declared: Input) -> st.SearchStrategy[Any]:
    """Whatever the declaration of an input allows, biased towards what is usual and towards nothing at all."""
    if declared.choices:
        return st.sampled_from(tuple(declared.choices))
    allowed, default = Allowed.of(declared), declared.declared.default
    low, high = allowed.ends
    if 0 < low < LEAST:
        low = LEAST
    if allowed.open_high:
        high = MOST_SHARE
    elif declared.unit == "money":
        high = min(high, MOST_MONEY)
    often = [low, *(each for each in (default, *USUAL[declared.unit]) if each is not None and low <= each <= high)]
    often += [high] if declared.unit in {"share", "months"} else []
    value = number(low, high, *often)
    if allowed.whole:
        value = either(st.sampled_from([*map(int, often)]), st.integers(int(low), int(high)))
    return either(st.none(), value) if allowed.empty else value


FROM_WHERE = st.sampled_from(("schedule", "schedule", "address_book"))
RATES = st.sampled_from((0, 0.04, 0.12, 0.2225, 1.5))  # a rate of next to nothing has no digits in an annuity


PRODUCT = st.fixed_dictionaries(
    {
        "name": st.just("x"),
        "retail_price": number(0.01, 1e5, 12.4, 61.7),
        "per_order": number(0.001, 1000, 1, 0.4, 3),
        "wholesale_share": either(st.none(), number(0.05, 1, 0.6)),
        "points": either(st.none(), number(0, 1e4, 0, 9.7)),
    }
)


PRODUCTS = st.one_of(st.just(()), st.lists(PRODUCT, max_size=3))
FACTORS = st.lists(number(0, 100, 0, 80, 100, 0.7), min_size=12, max_size=12)
SEASONS = st.one_of(st.just(()), FACTORS.filter(lambda twelve: sum(twelve) > 0.01))

OUT_OF_SEASON = st.fixed_dictionaries(  # three of a month are not more than all
    {
        "name": st.just("x"),
        "share": number(0, 1 / 3, 0, 0.1, 1 / 3),
        "month": st.sampled_from(tuple(MONTHS)),
        "every": st.sampled_from(tuple(HOW_OFTEN)),
    }
)


@st.composite
def running_costs(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(either(st.integers(1, 12), st.integers(1, 120)))
    return {
        "name": "x",
        "amount": draw(MONEY),
        "first_month": first,
        "every_months": draw(either(st.integers(1, 12), st.integers(1, 120))),
        "every_weeks": draw(either(st.none(), st.none(), st.integers(1, 52))),
        "last_month": draw(either(st.none(), st.integers(first, 120))),
        "for_recruiting": draw(st.booleans()),
    }


@st.composite
def pay_in_kind(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(either(st.integers(1, 12), st.integers(1, 120)))
    return {
        "name": "x",
        "value": draw(MONEY),
        "first_month": first,
        "every_months": draw(either(st.none(), st.integers(1, 12))),
        "last_month": draw(either(st.none(), st.integers(first, 120))),
        "worth": draw(st.sampled_from(tuple(WORTH))),
        "company": draw(st.sampled_from((None, "invented", "another"))),
    }


ITEMS = st.lists(
    st.fixed_dictionaries({"name": st.just("x"), "amount": MONEY, "month": st.sampled_from((0, 0, 1, 7, 40, 120))}),
    max_size=3,
)
RUNNING_COSTS = st.lists(running_costs(), max_size=3)

# Of what is no number and no choice, and where something else should be frequent than what is usual.
BY_HAND: dict[Path, st.SearchStrategy[Any]] = {
    parse("start_month"): st.sampled_from(("2027-01", "2026-12", "2027-03", "2027-10")),
    parse("exchange_rates"): st.fixed_dictionaries({"EUR": number(0.01, 100, 1.1, 10)}),
    parse("getting_started.items"): ITEMS,
    parse("running_costs"): RUNNING_COSTS,
    parse("pay_in_kind"): either(st.just(()), st.lists(pay_in_kind(), max_size=3)),
    parse("stock.cover_months"): st.sampled_from((0, 1, 1, 2, 5, 24)),
    parse("stock.out_of_season"): either(st.just(()), st.lists(OUT_OF_SEASON, max_size=3)),
    parse("team.recruit_at_once"): either(st.just(0.0), st.just(0.0), number(0, 1, 0.2, 1)),
    parse("team.today"): st.just(()),  # what it is paid is the mean of runs, which are tried apart
    parse("customers.new_from"): FROM_WHERE,
    parse("customers.new_a_month"): schedules(1.7, 1000),
    parse("customers.first_campaign"): st.sampled_from((None, "2026-12-28", "2027-01-14", "2027-06-30", "2019-02-28")),
    parse("customers.seasons"): SEASONS,
    parse("customers.products"): PRODUCTS,
    parse("parties.a_month"): either(st.just(0.0), st.just(0.0), schedules(0.7, 1000)),
    parse("team.recruits_from"): FROM_WHERE,
    parse("team.recruits_a_month"): schedules(1.3, 1000),
    parse("team.people_within_reach"): number(1, 1e10, 1, 777, 20_000, 1e10),
    parse("money_and_time.loan_annual_rate"): RATES,
    parse("money_and_time.card_annual_rate"): RATES,
    parse("chance.quits"): st.sampled_from(("never", "never", "as_others")),
}
# No rules or a flat share; plans under the sets of rules are drawn apart. VAT by rates that the plan states.
RULES = either(st.just(("none", None)), st.tuples(st.just("flat"), number(0, 0.9, 0, 0.3)))
TOGETHER = {
    (parse("address_book.become_customers"), parse("address_book.become_recruits")): st.tuples(
        number(0, 1, 0.1), number(0, 1, 0, 0.03)
    ).map(lambda two: (two[0], two[1] * (1 - two[0]))),
    (parse("team.annual_attrition"), parse("team.first_months_attrition")): st.tuples(
        number(0, MOST_SHARE, 0, 0.2, 0.6, MOST_SHARE), st.sampled_from((None, None, 0, 0.3, 0.7, 1))
    ).map(lambda two: (two[0], None if two[1] is None else two[0] * two[1])),
    tuple(parse(f"money_and_time.{part}_hours_share") for part in ("recruiting", "meeting", "paperwork")): st.tuples(
        *[number(0, 1, 0, 1)] * 3
    ).map(lambda three: tuple(share / 3 for share in three)),
    (parse("tax.rules"), parse("tax.income_share")): RULES,
    (parse("tax.vat_rate"), parse("tax.vat_rate_on_costs")): st.tuples(number(0, 1, 0.25, 0.06), number(0, 1, 0.25, 0)),
}
HORIZON = parse("horizon_months")
VALUES = BY_HAND | {
    each.path: lively_value(each) for each in not_by_hand(BY_HAND, TOGETHER) if each.path not in OF_NO_AMOUNT
}


@cache
def plans(longest: int = 120) -> st.SearchStrategy[Plan]:
    """Any plan, biased towards those in which something happens."""
    return plans_of(VALUES | {HORIZON: st.integers(1, longest)}, TOGETHER)


@cache
def plans_under_rules(longest: int = 120) -> st.SearchStrategy[Plan]:
    """Plans under one of the shipped sets of rules, whose amounts are large or small beside what is earned."""

    def under(drawn: tuple[Plan, str, float, bool]) -> Plan:
        plan, rules, rate, their_vat = drawn
        tax = plan.tax.model_copy(update={"rules": rules} | ({"vat_rate": None} if their_vat else {}))
        rates = {**plan.exchange_rates, "SEK": rate, "USD": 1.0}
        return plan.model_copy(update={"tax": tax, "exchange_rates": rates})

    return st.tuples(
        plans(longest),
        st.sampled_from(tuple(load_tax_rules().sets)),
        st.sampled_from((0.001, 0.02, 0.1, 2.0)),
        st.booleans(),
    ).map(under)
