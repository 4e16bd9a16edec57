"""What the mentor would be paid, each sum worked out by hand."""

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.analysis.together.in_words import stake_in_words
from planner.analysis.together.stake import Stake, paid_above, stake
from planner.inputs.company.company import Company
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.inputs.together.talk import Mentor
from planner.speech import Speech
from tests.planner.compensation.months import EUROPEAN_STEPS, month, steps
from tests.properties.situations import bare_plan, invented_company
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.plans import NO_SPREADS

EUROPE = invented_company(breakaway=True, ranks=steps(*EUROPEAN_STEPS))
ENGLISH = Speech("en", "USD", "2027-01")
FULL_PRICE = ((0, 1.0),)
ABOVE, OUTSIDE = Mentor(), Mentor(stands="outside")


def above(volumes, *, rank: int, rate: float, active: bool = True) -> float:
    terms = resolve_terms(EUROPE, bare_plan())
    return float(paid_above(volumes, terms, np.array([rank]), np.array([active]), rate)[0])


def test_pay_by_levels_counts_the_person_as_the_first_and_their_team_from_the_second_on():
    """Orders of 100, 200 and 300 in three months, 600 in all: 10 % is 60.

    One recruit joins in month 1 and buys for 50 in months 2 and 3, the mentor's second level: 5 % of 100 is 5.
    """
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": 1},
        team={"recruits_a_month": [1, 0], "member_monthly_purchases": 50},
    )
    case = Case.of(plan, invented_company(rates=(0.10, 0.05)))
    assert stake(case, ABOVE) == Stake("computed", pytest.approx(65), pytest.approx(65))


def test_who_is_not_active_is_no_level_where_the_company_compresses():
    """Two customers in month 1, half of whom stop each month: orders of 200, 100 and 50, active with 150 in month 1.

    10 % of 350 is 35. The recruit buys for 50 in months 2 and 3, when the person is passed over: 10 % of 100 is 10.
    Without compression it is the second level: 5.
    """
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": [2, 0], "attrition": 0.5},
        team={"recruits_a_month": [1, 0], "member_monthly_purchases": 50},
    )
    for compression, paid in ((True, 45), (False, 40)):
        company = invented_company(rates=(0.10, 0.05), minimum=150, compression=compression)
        assert stake(Case.of(plan, company), ABOVE).low == pytest.approx(paid)


def test_what_is_bought_without_being_active_pays_nobody_where_the_company_says_so():
    """Of the orders of 200, 100 and 50 only the first month's 200 are paid on: 20."""
    plan = bare_plan(horizon_months=3, customers={"new_a_month": [2, 0], "attrition": 0.5})
    company = invented_company(rates=(0.10,), minimum=150, pays_on_inactive=False)
    assert stake(Case.of(plan, company), ABOVE).high == pytest.approx(20)


def test_a_differential_pays_what_the_mentors_rate_is_above_the_persons():
    """100 points of one's own and three legs of 600 are 1,900: 9 %, the legs have 6 %.

    At 21 % the mentor has 12 % of all 1,900: 228. At 12 %: 3 %, 57. At 9 % nothing, at 3 % nothing.
    """
    volumes = month(own=100, legs=(600, 600, 600))
    for rate, paid in ((0.21, 228), (0.12, 57), (0.09, 0), (0.03, 0)):
        assert above(volumes, rank=3, rate=rate) == pytest.approx(paid)


def test_of_a_person_without_a_rank_only_what_the_legs_have_is_left_to_others():
    """Not active, and so without a rank: 21 % of one's own 100 is 21, and 15 % of the legs' 1,800 is 270."""
    assert above(month(own=100, legs=(600, 600, 600)), rank=0, rate=0.21, active=False) == pytest.approx(291)


def test_a_stated_rank_pays_by_its_rate_and_without_one_it_is_a_range():
    """One customer who stays, orders of 100 in 12 months, which reach no step: 3 % is 36, 9 % 108, 21 % 252."""
    case = Case.of(bare_plan(customers={"new_a_month": [1, 0]}), EUROPE)
    nine, low, high = (pytest.approx(each) for each in (108, 36, 252))
    assert stake(case, Mentor(rank="9%")) == Stake("computed", nine, nine, "9%", "9%")
    assert stake(case, ABOVE) == Stake("computed", low, high, "3%", "21%")
    assert stake(case, Mentor(rank="Star")) == Stake("computed", low, high, "3%", "21%")


def test_nothing_stands_in_it_for_one_outside_and_nothing_is_computed_without_rules():
    case = Case.of(bare_plan(customers={"new_a_month": 1}), EUROPE)
    assert stake(case, OUTSIDE) == Stake("outside")
    assert stake(Case.of(case.plan, invented_company()), ABOVE) == Stake("not_computed")
    assert stake(Case.of(case.plan, invented_company()), OUTSIDE) == Stake("outside")


# Where pay is the mean of runs the mentor is put above the person in each of them.


def goes_on(**groups: object) -> Plan:
    """Own use of 100 a month and a team of today that nobody joins or leaves: 200, below them 300, and 50 beside."""
    today = [{"under": 0, "buys": 200}, {"under": 1, "buys": 300}, {"under": 0, "buys": 50}]
    team = {"today": today, "member_resold_share": 0}
    still = {"horizon_months": 2, "team": team, "stock": {"own_use": 100}, "chance": NO_SPREADS}
    return bare_plan(**still | groups)


def pays(*parts: dict[str, object], **plan: object) -> Company:
    return paid_by(invented_company(steps=FULL_PRICE), PayPlan.model_validate({"parts": parts, **plan}))


def test_in_runs_the_person_is_the_first_level_of_the_mentor():
    """10 % on 100, 5 % on 250 and 2 % on 300: 28.50 a month, in months 1 and 2. By levels or as a plan of parts."""
    rates = (0.10, 0.05, 0.02)
    for company in (invented_company(rates=rates, steps=FULL_PRICE), pays({"rule": "unilevel", "rates": rates})):
        case = Case.of(goes_on(), company, 20)
        found = stake(case, ABOVE)
        assert (found.standing, found.runs, found.high_rank) == ("computed", 20, "")
        assert (found.low, found.high) == (pytest.approx(57), pytest.approx(57))
        assert "mean of 20 runs in which you go on to the end, on your leg alone" in stake_in_words(
            found, ABOVE, case.plan, ENGLISH
        )


def test_in_another_currency_and_with_rising_prices_all_of_it_follows():
    """28.50 of as many crowns of goods, whatever a dollar costs; and 12 % a year more, from the second year on."""
    money = {"money_and_time": {"shop_price_rise": 0.12}}
    plan = goes_on(currency="SEK", exchange_rates={"USD": 2.0}, horizon_months=14, **money)
    case = Case.of(plan, pays({"rule": "unilevel", "rates": (0.10, 0.05, 0.02)}), 10)
    level = case.projection.assumptions.price_level[1:, 0]
    assert level[-1] > 1
    assert stake(case, ABOVE).high == pytest.approx(28.5 * level.sum())


def test_in_runs_steps_pay_the_difference_by_the_stated_rank_or_between_all():
    """3 % from 100, 9 % from 600, 21 % from 5,000. The person has 650 and so 9 %, those below have 3 % or none.

    The mentor at 21 % has 12 % of all 650: 78 a month. At 9 % and below nothing.
    """
    steps_of_plan = [("3%", 100, 0.03), ("9%", 600, 0.09), ("21%", 5000, 0.21)]
    ranks = [{"name": name, "group_volume": points, "rate": rate} for name, points, rate in steps_of_plan]
    case = Case.of(goes_on(), pays({"rule": "stairstep"}, ranks=ranks), 10)
    assert stake(case, Mentor(rank="21%")).low == pytest.approx(2 * 78)
    assert stake(case, Mentor(rank="9%")).high == pytest.approx(0)
    found = stake(case, ABOVE)
    assert (found.low, found.high) == (pytest.approx(0), pytest.approx(2 * 78))
    assert (found.low_rank, found.high_rank) == ("3%", "21%")


def test_whom_nobody_ranks_is_paid_too_where_the_company_says_so():
    """5 % of the first level from no rank on, 10 % for whoever is Star: 5 or 10 a month, on the person's 100."""
    part = {"rule": "unilevel", "rates": (0.05,), "by_rank": [{"rank": "Star", "rates": (0.10,)}]}
    case = Case.of(goes_on(), pays(part, ranks=[{"name": "Star", "group_volume": 9000}]), 10)
    found = stake(case, ABOVE)
    assert (found.low, found.high) == (pytest.approx(10), pytest.approx(20))
    assert (found.low_rank, found.high_rank) == ("", "Star")
    assert "from no rank at all to the highest, Star." in stake_in_words(found, ABOVE, case.plan, ENGLISH)


def test_two_legs_pay_from_nothing_to_all_that_another_leg_matches():
    """10 % of the weaker leg: of the person's 650 where the other is always stronger, 65 a month; else nothing."""
    case = Case.of(goes_on(), pays({"rule": "binary", "rate": 0.1}), 10)
    found = stake(case, ABOVE)
    assert (found.low, found.high, found.other_leg) == (0, pytest.approx(130), pytest.approx(130))
    assert "only if their other leg always brings more" in stake_in_words(found, ABOVE, case.plan, ENGLISH)


def test_an_amount_for_a_rank_and_an_own_customer_rest_on_nothing_of_the_person():
    """50 for being Star is paid whoever stands below; 4 % on recruits' first level is paid on the person's 100."""
    bonus = {"rule": "rank_bonus", "amounts": [{"rank": "Star", "amount": 50}]}
    part = {"rule": "unilevel", "rates": (0.04,)}
    case = Case.of(goes_on(), pays(part, bonus, ranks=[{"name": "Star", "group_volume": 9000}]), 10)
    assert stake(case, Mentor(rank="Star")).high == pytest.approx(8)
