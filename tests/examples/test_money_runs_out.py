"""When the money runs out, in the runs: you stop, or you put in more. Nobody buys here, so that all runs are alike.

The car costs 30 a month and nothing comes in. What is lost is what was paid; loan and card are no income.
"""

from typing import Any

import pytest

from planner.analysis.answer.answers import start_beyond_what_there_is
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds, odds
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from planner.simulation.result import Outcome
from planner.speech import Speech
from tests.properties.situations import bare_plan, invented_company

RUNS = 3
CAR = [{"name": "Car", "amount": 30}]
FREE = {"card_annual_rate": 0, "loan_annual_rate": 0}


def plan(costs: Any = CAR, start: float = 0, chance: Any = None, **money: float) -> Plan:
    """A year. start: what getting started costs."""
    items = [{"name": "Course", "amount": start}] if start else []
    return bare_plan(
        running_costs=costs,
        getting_started={"items": items},
        money_and_time={**FREE, **money},
        chance={"when_money_runs_out": "stops"} | (chance or {}),
    )


def ended(stated: Plan) -> tuple[Outcome, Odds]:
    simulation = simulate(stated, invented_company(), RUNS)
    return simulation.outcome, odds(simulation)


def stops(stated: Plan) -> tuple[int, float, int]:
    """The last month worked, the result, the month in which the money is gone, 0 for never; the same in all runs."""
    found, _ = ended(stated)
    assert {len(set(values.tolist())) for values in (found.last_month, found.result, found.money_gone_month)} == {1}
    return int(found.last_month[0]), float(found.result[0]), int(found.money_gone_month[0])


def test_own_money_of_100() -> None:
    """70, 40, 10, -20: you stop at the end of month 4, 120 down. To go on until month 12 takes 12 * 30 = 360."""
    assert stops(plan(own_cash=100)) == (4, pytest.approx(-120), 4)
    found, told = ended(plan(own_cash=100))
    assert told.deepest_hole.median == pytest.approx(360)
    assert found.cumulative[:, 0].tolist() == pytest.approx([-30 * month for month in range(13)])
    assert found.results[:, 0].tolist() == pytest.approx([0, -30, -60, -90, *[-120] * 9])
    assert (told.stopped, told.stopped_for_money, told.half_stopped_by) == (1, 1, 4)


def test_money_that_is_just_enough_has_not_run_out() -> None:
    """90: 60, 30, 0, -30."""
    assert stops(plan(own_cash=90)) == (4, pytest.approx(-120), 4)
    assert stops(plan(own_cash=360)) == (12, pytest.approx(-360), 0)


def test_whoever_puts_in_more_goes_on() -> None:
    stated = plan(own_cash=100, chance={"when_money_runs_out": "puts_in_more"})
    assert stops(stated) == (12, pytest.approx(-360), 4)
    _, told = ended(stated)
    assert (told.stopped, told.stopped_for_money, told.half_stopped_by) == (0, 0, None)
    assert told.deepest_hole.median == pytest.approx(360)


def test_exactly_as_entered_never_stops() -> None:
    for answer in ("stops", "puts_in_more"):
        measures = Case.of(plan(own_cash=100, chance={"when_money_runs_out": answer}), invented_company()).measures
        assert (measures.result, measures.money_runs_out) == (pytest.approx(-360), 4)


def test_what_the_start_costs_more_than_there_is_counts_as_put_in() -> None:
    """100 against a start of 250: the 150 that are lacking are put in, and nothing is left for the first car of 30."""
    assert stops(plan(own_cash=100, start=250)) == (1, pytest.approx(-280), 1)
    assert stops(plan(costs=[], own_cash=100, start=250)) == (12, pytest.approx(-250), 0)
    later = [{"name": "Car", "amount": 30, "first_month": 5}]
    assert stops(plan(costs=later, own_cash=0, start=250)) == (5, pytest.approx(-280), 5)


def test_a_loan_lasts_until_it_is_used_up_and_paid_back() -> None:
    """100 and a loan of 200, 20 of it paid back each month: 50 less a month, 300 to 0 in month 6, -50 in month 7.

    The 7 * 30 paid for the car are lost; what is still owed, 200 - 7 * 20 = 60, paid for them.
    """
    assert stops(plan(own_cash=100, loan=200, loan_months=10)) == (7, pytest.approx(-210), 7)


def test_a_card_is_drawn_to_its_limit_first() -> None:
    """As in test_borrowing: 100, a car of 80 and a card of 200 at 1 % a month last until month 4, interest 2.006."""
    stated = plan(costs=[{"name": "Car", "amount": 80}], own_cash=100, card_limit=200, card_annual_rate=0.12)
    assert stops(stated) == (4, pytest.approx(-322.006), 4)


def test_a_start_beyond_the_card_too() -> None:
    """100 and a card of 100 against 250: 50 are put in. The interest of the card, 1 a month, is then too much."""
    assert stops(plan(own_cash=100, card_limit=100, start=250, costs=[])) == (12, pytest.approx(-250), 0)
    costly = plan(own_cash=100, card_limit=100, start=250, costs=[], card_annual_rate=0.12)
    assert stops(costly) == (1, pytest.approx(-251), 1)


@pytest.mark.parametrize(
    ("rule", "last", "for_money"),
    [
        ({"most_to_lose": 50}, 2, 0),  # -60 after month 2, before the money is gone
        ({"most_to_lose": 100}, 4, 0),  # -120 after month 4, when it is gone too: the own rule is told
        ({"most_to_lose": 130}, 4, 1),
        ({"review_month": 3}, 3, 0),
        ({"review_month": 4}, 4, 0),
        ({"review_month": 5}, 4, 1),
    ],
)
def test_who_stops_by_the_own_rule_first_does_not_stop_for_money(rule: Any, last: int, for_money: float) -> None:
    stated = plan(own_cash=100, chance=rule)
    assert stops(stated) == (last, pytest.approx(-30 * last), 4)
    _, told = ended(stated)
    assert (told.stopped, told.stopped_for_money) == (1, for_money)


def test_a_start_beyond_what_there_is_is_said() -> None:
    """250 against own money of 100, and a card of 50."""

    def said(**money: float) -> list[str]:
        case = Case.of(plan(start=250, **money), invented_company())
        found = start_beyond_what_there_is(case, Speech.of("en", case.plan))
        return [each.replace("\N{NO-BREAK SPACE}", " ") for each in found]

    assert said(own_cash=100) == ["To start you need 250 USD and have 100 USD."]
    assert said(own_cash=100, card_limit=50) == ["To start you need 250 USD and have 150 USD, what you borrow counted."]
    assert said(own_cash=250) == []


def test_the_other_answer_of_staying_has_the_same_answer_about_money() -> None:
    """Who leaves as members do has left by month 4 or stops then: nobody is further down than 120."""
    _, told = ended(plan(own_cash=100))
    assert told.lose_otherwise == 1
    found, _ = ended(plan(own_cash=100, chance={"quits": "as_others"}))
    assert found.last_month.max() <= 4
    assert found.result_otherwise.tolist() == pytest.approx([-120] * RUNS)
