"""What must happen: cases by pencil, where nothing is left to chance, and by trying every value where something is."""

from collections.abc import Callable, Mapping
from math import ceil
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import Answer, seek, seek_all, seek_each
from planner.analysis.chance.goals import Goal, Tried, as_entered, in_runs, usual_goal
from planner.analysis.chance.in_step import Answers, in_step
from planner.analysis.chance.odds import odds
from planner.analysis.chance.search import Found, search
from planner.analysis.chance.trials import Asked, Trials
from planner.analysis.chance.turnable import FAR, TURNED, Turnable, turnable, turnables
from planner.analysis.chance.ways import usable, ways_of
from planner.export.odds import quantile_error
from planner.inputs.path import Path, written
from planner.inputs.plan.chance import SPREADS
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.schedule import Ramp
from planner.simulation.engine import draws_of, simulate
from planner.simulation.paths import draw_paths
from tests.properties.situations import bare_plan, invented_company

NEW = ("customers", "new_a_month")
NO_SPREAD: dict[str, Any] = dict.fromkeys(SPREADS, 0)
FEW = 60  # runs, where nothing is drawn
KIT = invented_company(kit=100)


def telephone(amount: float, months: int = 10, **groups: Any) -> Plan:
    """Nobody buys and nobody joins, so that every run is the same: a kit of 100, and the telephone every month."""
    return bare_plan(horizon_months=months, running_costs=[{"name": "Telephone", "amount": amount}], **groups)


def customers(new: Any, **groups: Any) -> Plan:
    """Who comes stays and orders for 40 a month, of which 16 is left; the telephone costs 20."""
    stated = {"customers": {"new_a_month": new, "retail_per_order": 40}, "chance": NO_SPREAD, **groups}
    return bare_plan(running_costs=[{"name": "Telephone", "amount": 20}], **stated)


SHOP = invented_company(steps=((0, 0.6),))


def test_the_hole_within_reach_by_pencil():
    """100 and ten times the telephone is at most 400 where it costs at most 30; at 50 the hole is 600."""
    found = seek(Case.of(telephone(50), KIT), Goal("hole", 400), ("running_costs",), FEW)
    for result in (found.sampled, found.expected):
        assert (result.status, result.value) == ("reached", 30)
        assert (result.now.figure, result.at.figure) == (pytest.approx(600), pytest.approx(400))
    assert found.sampled.at.runs == FEW
    assert found.then is not None
    assert found.then.plan.running_costs[0].amount == 30


def test_a_goal_that_is_reached_already_says_how_much_worse_it_could_be():
    """The hole of 600 stays within 700 up to a telephone of 60; nothing below 50 makes it deeper."""
    found = seek(Case.of(telephone(50), KIT), Goal("hole", 700), ("running_costs",), FEW)
    for result in (found.sampled, found.expected):
        assert (result.status, result.value, result.down, result.up) == ("already", 50, None, 60)
        assert result.now.reached


def test_what_no_value_reaches_says_how_near_it_comes():
    """Without any telephone the hole is still the kit."""
    found = seek(Case.of(telephone(50), KIT), Goal("hole", 99), ("running_costs",), FEW)
    assert (found.sampled.status, found.sampled.value) == ("out_of_reach", 0)
    assert not found.sampled.at.reached
    assert found.sampled.at.figure == pytest.approx(100)


def test_an_input_that_changes_nothing_is_told_apart():
    found = seek(Case.of(telephone(50), KIT), Goal("hole", 400), ("customers", "discount"), FEW)
    assert (found.sampled.status, found.sampled.value) == ("without_effect", 0)
    assert found.sampled.at == found.sampled.now


def test_one_more_step_would_not_do():
    """The hole of 100 and ten telephones within 333 takes one of 23.30 or less, and 23 in two digits."""
    found = seek(Case.of(telephone(50), KIT), Goal("hole", 333), ("running_costs",), FEW)
    assert (found.sampled.value, found.expected.value) == (23, 23)


def test_the_customers_that_an_income_takes_by_pencil():
    """x new ones a month order 78 x times in a year: (16 * 78 x - 12 * 20) / 12 = 104 x - 20, which is 100 at 1.154."""
    found = seek(Case.of(customers(0.5), SHOP), Goal("income", 100), NEW, FEW)
    assert found.expected.now.figure == pytest.approx(104 * 0.5 - 20)
    assert (found.expected.status, found.expected.value) == ("reached", 1.16)
    assert found.expected.at.figure == pytest.approx(104 * 1.16 - 20)


def test_the_same_with_a_quarter_of_the_profit_in_tax():
    """Eleven months to December: (16 * 66 x - 220) * 75 % / 11 = 72 x - 15, which is 100 at 1.597.

    Nothing of the tax is paid within them; were it not counted, 96 x - 20 would be 100 at 1.25.
    """
    plan = customers(0.5, horizon_months=11, tax={"rules": "flat", "income_share": 0.25}, start_month="2027-01")
    found = seek(Case.of(plan, SHOP), Goal("income", 100), NEW, FEW)
    assert found.expected.value == 1.6
    assert found.expected.at.figure == pytest.approx(72 * 1.6 - 15)


def test_tax_counts_in_the_month_it_arises_and_not_when_it_is_paid():
    """60 a month less 30 % is 42, in the second year too, in which 198 is paid for the 11 months of the first."""
    plan = bare_plan(
        start_month="2027-01",
        horizon_months=24,
        customers={"new_a_month": (1, 0), "retail_per_order": 120},
        tax={"rules": "flat", "income_share": 0.3},
    )
    assert as_entered(Goal("income", 42), Case.of(plan, invented_company())).figure == pytest.approx(42)


def test_the_start_is_no_part_of_the_income():
    plan = telephone(50, months=5)
    assert simulate(plan, KIT, FEW).outcome.income == pytest.approx(np.full(FEW, -50.0))
    assert as_entered(Goal("income", 0), Case.of(plan, KIT)).figure == pytest.approx(-50)


def test_months_after_stopping_bring_nothing():
    """More than 200 is lost after two months of 60: the last 12 of 24 months bring nothing."""
    plan = telephone(60, months=24, chance={"most_to_lose": 200})
    assert simulate(plan, KIT, FEW).outcome.income == pytest.approx(np.zeros(FEW))


@pytest.mark.parametrize("months", [9, 24, 30])
def test_income_in_runs_is_what_the_lines_of_the_statement_say(months: int):
    """Another way: the profit of the last months, which counts goods when they are sold and nothing before it arises.

    Nothing is refunded and nothing of the start falls into them.
    """
    plan = Plan.model_validate(
        {
            "horizon_months": months,
            "customers": {"new_a_month": 6},
            "team": {"recruits_a_month": 0.3},
            "tax": {"rules": "flat", "income_share": 0.3, "vat_registered": "from_start", "vat_rate": 0.2},
        }
    )
    company = invented_company(rates=(0.1, 0.05))
    last = slice(max(months - 12, 0) + 1, None)
    statement = draw_paths(draws_of(plan, company), plan.chance.seed, 0, 40).statement
    by_lines = statement.profit[last].sum(axis=0) / min(months, 12)
    assert statement.lines["tax_accrued"].any()
    assert statement.vat_due.any()
    assert simulate(plan, company, 40).outcome.income == pytest.approx(by_lines)


def test_payback_by_pencil():
    """200 for goods at the start. x customers from month 1 on bring 40 x - 20 a month, and their goods cost 24 x.

    Once the shelf is empty a month must leave nothing less than nothing in month 10: -200 + 10 * (40 x - 20) less the
    240 x - 200 bought on top is 160 x - 200, zero at x = 1.25. Then each month brings 30: -20 after six, when the shelf
    still holds 20 of the 30 of month 7, which brings 50 - 20 - 10; from there on 50 - 20 - 30 = 0.
    """
    plan = customers((0.5, 0), stock={"opening_stock": 200}, horizon_months=10)
    found = seek(Case.of(plan, SHOP), Goal("payback", 10), NEW, FEW)
    assert found.turned.unit == "of_plan"
    assert found.expected.value == 2.5  # times 0.5
    assert found.expected.at.figure == 7
    laid = found.turned.laid(plan, 2.5)
    assert laid is not None
    assert laid.customers.new_a_month == (1.25, 0)


def test_a_share_that_is_nothing_for_long_does_not_end_the_search():
    """A kit of 1,000 is back in month 1 from 64 customers on: 64 * 16 - 20 = 1,004, and 63 leave 988.

    With 20 and with 40 of them, on the way there, no run has it back.
    """
    company = invented_company(kit=1000, steps=((0, 0.6),))
    found = seek(Case.of(customers(1, horizon_months=2), company), Goal("payback", 1), NEW, FEW)
    assert (found.expected.status, found.expected.value) == ("reached", 64)
    assert found.sampled.status == "reached"
    assert found.sampled.value == pytest.approx(64, abs=3)  # half of sixty runs


def test_earnings_per_hour_by_pencil():
    """104 x - 20 a month, over 10 hours a week of 52 / 12 weeks: 8 for each hour is 346.67 a month, at 3.526."""
    plan = customers(0.5, money_and_time={"hours_a_week": 10, "reference_wage": 8})
    assert usual_goal("wage", plan) == Goal("wage", 8)
    found = seek(Case.of(plan, SHOP), usual_goal("wage", plan), NEW, FEW)
    assert found.expected.value == 3.6
    assert found.expected.at.figure == pytest.approx((104 * 3.6 - 20) / (10 * 52 / 12))


def test_without_hours_there_are_no_earnings_per_hour():
    plan = telephone(50, money_and_time={"hours_a_week": 0})
    found = seek(Case.of(plan, KIT), Goal("wage", 5), ("running_costs",), FEW)
    assert (found.sampled.status, found.expected.status) == ("without_effect", "without_effect")
    assert found.sampled.now.figure is None


@pytest.mark.parametrize("goal", [Goal("loss", 1 / 3), Goal("hole", 350), Goal("income", 60), Goal("payback", 9)])
def test_over_runs_the_value_found_is_the_first_that_reaches_it(goal: Goal):
    """The odds at that value and at the one before it, from the results of the runs themselves."""
    company, plan = invented_company(kit=300), customers(0.2)
    found = seek(Case.of(plan, company), goal, NEW, 300)
    assert found.sampled.status == "reached"
    step = 0.01 if found.sampled.value < 2 else 0.1
    enough = [_share_that_reaches(goal, new, company) for new in (found.sampled.value, found.sampled.value - step)]
    needed = 2 / 3 if goal.kind == "loss" else 1 / 2
    assert enough[0] >= needed > enough[1]
    assert found.sampled.at.lose == pytest.approx(
        1 - _share_that_reaches(Goal("loss", 0), found.sampled.value, company)
    )


def _share_that_reaches(goal: Goal, new: float, company: Any) -> float:
    found = simulate(customers(new), company, 300).outcome
    reaching = 0
    for path in range(300):
        total, result = found.cumulative[:, path].tolist(), found.results[:, path].tolist()
        match goal.kind:
            case "loss":
                reaching += found.result[path] > -0.005
            case "hole":
                reaching += -min(total) <= goal.figure + 0.005
            case "income":
                reaching += found.income[path] >= goal.figure - 0.005
            case "payback":
                reaching += all(
                    min(both) > -0.005 for both in list(zip(total, result, strict=True))[int(goal.figure) :]
                )
    return reaching / 300


def test_the_figures_are_those_of_the_odds():
    plan = customers(1.5, money_and_time={"hours_a_week": 5})
    simulation = simulate(plan, invented_company(kit=300), 501)  # an odd number has one middle run
    found = odds(simulation)
    assert in_runs(Goal("loss", 0.5), simulation).figure == found.lose
    assert in_runs(Goal("payback", 7), simulation).figure == pytest.approx(found.payback_by[7])
    assert in_runs(Goal("hole", 0), simulation).figure == pytest.approx(found.deepest_hole.median)
    assert found.per_hour is not None
    assert in_runs(Goal("wage", 0), simulation).figure == pytest.approx(found.per_hour.median)
    assert in_runs(Goal("loss", 0.5), simulation).lose == found.lose


def test_of_an_even_number_of_runs_half_is_enough():
    plan = customers(1.0, chance={})
    simulation = simulate(plan, KIT, 100)
    incomes = sorted(simulation.outcome.income.tolist())
    assert incomes[49] < incomes[50]
    tried = in_runs(Goal("income", incomes[50]), simulation)
    assert (tried.reached, tried.figure) == (True, pytest.approx(incomes[50]))
    assert not in_runs(Goal("income", incomes[50] + 0.01), simulation).reached


def test_each_input_alone_is_the_same_as_asked_one_by_one():
    plan = customers(0.5)
    case = Case.of(plan, SHOP)
    each = seek_each(case, Goal("income", 50), 50)
    assert [found.turned.path for found in each] == [turned.path for turned in turnables(plan, hours=False)]
    assert NEW in [found.turned.path for found in each]
    assert each[0] == seek(case, Goal("income", 50), each[0].turned.path, 50)


def test_companies_are_asked_on_the_same_draws():
    cheap, dear = invented_company(steps=((0, 0.5),)), invented_company(steps=((0, 0.7),))
    found = seek_all([Case.of(customers(0.5), each) for each in (cheap, dear)], Goal("income", 100), NEW, 200)
    assert [answer.case.company for answer in found] == [cheap, dear]
    assert found[0].sampled.value < found[1].sampled.value
    # By pencil, as above: 20 or 12 left of an order, so 130 x - 20 or 78 x - 20 is 100.
    assert [answer.expected.value for answer in found] == [0.93, 1.54]


def test_every_trial_is_told_before_it_is_made():
    heard: list[float] = []
    found = seek(
        Case.of(telephone(50), KIT), Goal("hole", 400), ("running_costs",), FEW, lambda _, value: heard.append(value)
    )
    assert found.sampled.value in heard
    assert len(heard) == len(set(heard))
    assert 50 not in heard  # the plan itself is known


# --- the search by itself --------------------------------------------------------------------------------------------


Try = Callable[[float], Tried]


def searched(turned: Turnable, now: Tried, trial: Try, glimpse: Try | None = None) -> Found:
    """One search alone, one value at a time. trial, glimpse: by all runs and by few, where there are fewer."""

    def try_all(asked: Mapping[int, Asked]) -> Answers:
        return {0: [(trial if glimpse is None or asked[0].closely else glimpse)(asked[0].values[0])]}

    [found] = in_step([search(Trials(turned, now, glimpse is not None), ways_of(turned))], try_all)
    return found


def between(now: float, low: float, high: float, *, whole: bool = False) -> Turnable:
    return Turnable(("x",), "X", "people", now, low, high, high, whole)


@pytest.mark.parametrize(
    ("turned", "needed"),
    [
        (between(3, 0, 30), 17.2),
        (between(50, 5, 500), 61),
        (between(0.2, 0, 1), 0.86),
        (between(1, 0, 24, whole=True), 7),
    ],
)
def test_the_nearest_value_that_reaches_it_in_few_trials(turned: Turnable, needed: float):
    tried: list[float] = []

    def trial(value: float) -> Tried:
        tried.append(value)
        return Tried(value >= needed - 1e-9, value, value - needed)

    found = searched(turned, trial(turned.now), trial)
    assert found.status == "reached"
    assert needed <= found.value < needed * 1.1 + (1 if turned.whole else 0)
    assert found.value == (ceil(needed) if turned.whole else pytest.approx(needed, rel=0.05))
    assert len(tried) <= 20


def test_of_two_ways_the_shorter_one_is_taken():
    def trial(value: float) -> Tried:
        return Tried(not 4 < value < 20, value, 0.0)

    found = searched(between(5, 0, 50), trial(5), trial)
    assert (found.status, found.value) == ("reached", 4)


@pytest.mark.parametrize(
    ("value", "rounded"), [(3.4449, 3.4), (1.2345, 1.23), (0.0777, 0.078), (137.4, 137), (2345, 2300), (0, 0)]
)
def test_what_a_person_can_use(value: float, rounded: float):
    assert usable(value, between(0, 0, 1)) == rounded


# --- inputs ----------------------------------------------------------------------------------------------------------


def test_a_schedule_and_costs_are_turned_as_a_whole():
    plan = bare_plan(
        customers={"new_a_month": (1, 2, 0)},
        team={"recruits_a_month": {"first": 1, "last": 3, "months": 6}},
        running_costs=[
            {"name": "a", "amount": 10},
            {"name": "b", "amount": 120, "every_months": 12, "first_month": 12},
        ],
    )
    for key, expected in ((NEW, (2, 4, 0)), (("team", "recruits_a_month"), Ramp(first=2, last=6, months=6))):
        laid = turnable(plan, key).laid(plan, 2.0)
        assert laid is not None
        group, name = key
        assert getattr(getattr(laid, group), name) == expected
    costs = turnable(plan, ("running_costs",))
    assert costs.now == 20  # a month on average: 10, and 120 once in 12 months
    laid = costs.laid(plan, 5)
    assert laid is not None
    assert [row.amount for row in laid.running_costs] == [2.5, 30]


def test_those_gone_early_follow_those_gone_in_a_year_as_in_the_sensitivity():
    plan = bare_plan(team={"recruits_a_month": 1, "annual_attrition": 0.6, "first_months_attrition": 0.4})
    turned = turnable(plan, ("team", "annual_attrition"))
    assert turned.low == 0.0
    laid = turned.laid(plan, 0.3)
    assert laid is not None
    assert laid.team.first_months_attrition == pytest.approx(0.2)  # two thirds of those who leave, as before
    assert seek(Case.of(plan, SHOP), Goal("income", 1e6), turned.path, 10).sampled.status == "without_effect"


@pytest.mark.parametrize("key", TURNED, ids=map(written, TURNED))
def test_every_input_is_tried_within_what_its_field_takes(key: Path):
    plan = Plan.model_validate(
        {"customers": {"cost_per_order": 3}, "stock": {"standing_order": 20, "own_use": 10, "opening_stock": 40}}
    )
    turned = turnable(plan, key)
    assert turned.low <= turned.now <= turned.high
    assert turned.low < turned.high
    for value in (turned.low, turned.now, turned.high):
        assert turned.laid(plan, value) is not None
    assert turned.unit == "share" or turned.high >= FAR * turned.now or turned.whole


@pytest.mark.parametrize("currency", ["USD", "SEK"])
def test_every_input_that_the_plan_states_as_nothing_is_tried_up_to_something(currency: str):
    """Steps that double from nothing would never end."""
    plan = bare_plan(currency=currency)
    assert [written(path) for path in TURNED if turnable(plan, path).far <= 0] == []


def test_how_far_up_goods_at_the_start_are_tried_where_none_are_planned_follows_the_currency():
    """Ten times 200 dollars, a dollar being ten kronor."""
    assert turnable(bare_plan(), ("stock", "opening_stock")).far == 2000
    assert turnable(bare_plan(currency="SEK"), ("stock", "opening_stock")).far == 20_000


def test_only_inputs_with_an_effect_are_offered():
    keys = {turned.path for turned in turnables(bare_plan(), hours=False)}
    assert NEW in keys
    assert not keys & {
        ("team", "duplication"),
        ("running_costs",),
        ("address_book", "contacts"),
        ("money_and_time", "hours_a_week"),
    }
    with_team = bare_plan(team={"recruits_a_month": 1}, customers={"new_from": "address_book"})
    keys = {turned.path for turned in turnables(with_team, hours=True)}
    assert {("team", "duplication"), ("address_book", "contacts"), ("money_and_time", "hours_a_week")} <= keys
    assert NEW not in keys


def test_an_unknown_input_is_refused():
    with pytest.raises(KeyError):
        turnable(Plan(), ("chance", "seed"))


# --- how far chance moves a quantile ---------------------------------------------------------------------------------


def test_the_error_of_a_quantile_by_hand():
    """Of 100 runs the middle lies between the 45th and the 55th of 100, one standard deviation of 5 to each side."""
    values = np.arange(1.0, 101.0)
    assert quantile_error(values, 0.5) == pytest.approx((1 + 0.55 * 99 - 1 - 0.45 * 99) / 2)
    assert np.isnan(quantile_error(values[:5], 0.1))  # no run lies that far down


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_the_error_of_a_quantile_is_how_far_it_moves_from_sample_to_sample(at: float):
    samples = np.random.default_rng(7).normal(size=(600, 1_000))
    moved = float(np.quantile(samples, at, axis=1).std())
    density = NormalDist().pdf(NormalDist().inv_cdf(at))
    assert float(quantile_error(samples, at).mean()) == pytest.approx(moved, rel=0.1)
    assert moved == pytest.approx((at * (1 - at) / 1_000) ** 0.5 / density, rel=0.1)


def test_answers_are_the_same_each_time():
    case = Case.of(customers(0.5), SHOP)

    def once() -> Answer:
        return seek(case, Goal("loss", 0.2), NEW, 100)

    assert once() == once()


def test_a_goal_in_the_gap_where_less_tax_is_due_on_more_profit():
    """Half of one order a month in 2026 is profit. Of 51,588 a year 27,048 are left after tax, of a little more 28,718.

    At 8,598 an order, six times which is 51,588, Swedish contributions are reduced: no price leaves 28,000 a year.
    A person uses 8,600: 51,600 x (1 - 0.5385 / 1.2147) = 28,724.72.
    """
    plan = bare_plan(
        currency="SEK",
        start_month="2025-12",
        horizon_months=12,
        customers={"new_a_month": (1, 0), "retail_per_order": 5_000},
        tax={"rules": "sweden-sole-trader-2026"},
        chance=NO_SPREAD,
    )
    case = Case.of(plan, invented_company(currency="SEK"))
    found = seek(case, Goal("income", 28_000 / 12), ("customers", "retail_per_order"), FEW).expected
    assert (found.status, found.value) == ("reached", 8_600)
    assert 12 * found.at.figure == pytest.approx(28_724.72, abs=0.01)
