"""When the money runs out: the choice beside the headline, what follows from it, and what stays that of going on."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from planner.language import Language
from planner.simulation.engine import simulate
from planner.simulation.result import Outcome
from planner.speech import Speech
from tests.pages.conftest import plan_of, run
from tests.pages.opening import SPACE, case_of, opened, plan_with, sentence, shown

PLAN = plan_with(customers={"new_a_month": 2.0}, money_and_time={"own_cash": 600})
ONLY_GOODS = plan_with(getting_started={"items": []}, money_and_time={"own_cash": 1000})
SPEECH = Speech("en", "USD", "2027-01")


def outcome_of(app: AppTest) -> Outcome:
    return simulate(plan_of(app), case_of(app).company, 1000).outcome


def assert_told(app: AppTest, found: Outcome) -> None:
    """The headline and the four figures are of these runs."""
    lose = round(100 * float((found.result <= -0.005).mean()))
    hole = SPEECH.money(float(np.median(-found.cumulative.min(axis=0)))).replace(SPACE, " ")
    middle = SPEECH.money(float(np.median(found.result))).replace(SPACE, " ")
    sign = "+" if np.median(found.result) > 0 else ""
    assert 0 < lose < 100
    assert f"Of 100 people with this plan, {lose} lose money" in sentence(app)
    assert f'<dt>Deepest hole</dt><dd class="figure below">{hole}</dd>' in shown(app)
    assert f">{sign}{middle}</dd>" in shown(app)


def test_the_choice_stands_beside_the_headline_and_moves_all_but_the_hole() -> None:
    app = opened("start", PLAN, "en")
    stops = outcome_of(app)
    assert_told(app, stops)
    months = np.sort(stops.last_month[stops.for_money])
    count, half = round(100 * len(months) / 1000), months[(len(months) - 1) // 2]
    assert 0 < count < 100
    assert f"{count} of 100 stop because the money is gone, half of them by month {half}." in shown(app)
    [choice] = [each for each in app.segmented_control if each.label == "When your money runs out"]
    assert choice.options == ["I stop", "I put in more"]
    choice.set_value("puts_in_more")
    run(app)
    assert plan_of(app).chance.when_money_runs_out == "puts_in_more"
    goes_on = outcome_of(app)
    assert_told(app, goes_on)
    assert "because the money is gone" not in shown(app)
    assert goes_on.cumulative.tolist() == stops.cumulative.tolist()
    assert np.median(goes_on.result) != np.median(stops.result)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "To start you need at least 4,812 USD and have 1,000 USD. Of 100 people with this plan, "),
        ("sv", "För att börja behöver du minst 4 812 USD och har 1 000 USD. Av 100 personer med den här planen "),
    ],
)
def test_a_start_that_costs_more_than_there_is_comes_first(language: Language, said: str) -> None:
    """LuLaRoe asked for goods of 4,812; no fee of a kit is disclosed."""
    app = opened("odds", ONLY_GOODS, language, company="lularoe-us-2017")
    assert sentence(app).startswith(said)


def test_who_stops_is_told_with_what_was_put_in_before() -> None:
    """Most sell nothing in the first month: 4,812 and 50 of running costs. What goods brought back is not known."""
    then = ONLY_GOODS.model_copy(update={"start_month": "2015-01"})
    words = shown(opened("odds", then, "en", company="lularoe-us-2017"))
    assert "half of them by month 1. What the start lacks is put in, and nothing after that." in words
    assert "they would bring" not in words
    assert "one in ten at \u22124,862 USD or less and one in ten at " in words  # a tenth of the runs are not below it


def test_who_stops_is_told_with_what_lies_unsold() -> None:
    """At the example company it is known for how long goods can be given back, and for what."""
    app = opened("odds", plan_with(stock={"opening_stock": 2000}, money_and_time={"own_cash": 1000}), "en")
    middle = SPEECH.money(float(np.median(outcome_of(app).exit_value))).replace(SPACE, " ")
    assert middle != "0 USD"
    words = shown(app)
    assert f"Unsold goods are not counted: sent back, they would bring {middle} in the middle of the runs." in words
    assert f"Unsold goods are not counted. Sent back, they would bring {middle} in the middle of the runs, " in words


def test_what_the_company_pays_stands_in_a_table_of_the_odds() -> None:
    """Half is sent direct, and its margin is what companies publish as pay; the rest is earned on the shelf."""
    plan = plan_with(customers={"new_a_month": 2.0}, stock={"opening_stock": 0, "ship_direct_share": 0.5})
    app = opened("odds", plan, "en")
    found = outcome_of(app)
    words = shown(app)
    for title, values in (
        ("Gross pay of the first year", found.first_year_pay),
        ("With the margin on goods from your own shelf, in the first year", found.first_year_income),
        ("Gross pay in 24 months", found.gross_pay),
    ):
        middle = SPEECH.money(float(np.median(values))).replace(SPACE, " ")
        assert np.median(values) > 0
        assert title in words
        assert middle in words
