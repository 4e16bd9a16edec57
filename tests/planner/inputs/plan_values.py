"""Any plan that the model allows, for tests that hold for all of them."""

from datetime import date

from hypothesis import strategies as st

from planner.inputs.plan import CURRENCIES, Plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.plan_groups import CostItem, Customers, GettingStarted, MoneyAndTime, RunningCost, Stock, Team
from planner.inputs.schedule import Ramp


def numbers(least: float, most: float, **bounds: bool) -> st.SearchStrategy[float]:
    """Fractions and whole numbers alike, the latter as int and as float."""
    whole = st.integers(int(least) + 1, max(int(most) - 1, 1)) if most > 2 else st.just(least)
    return st.floats(least, most, **bounds) | whole | whole.map(float)


shares = numbers(0, 1)
shares_below_one = numbers(0, 1, exclude_max=True)
money = numbers(0, 1e9)
letters = st.characters(exclude_categories=["Cs"])
texts = st.text(letters, max_size=12)
names = st.text(letters, min_size=1, max_size=12)
months = st.integers(1, 120)
amounts = numbers(0, 1000)
schedules = (
    amounts
    | st.lists(amounts, min_size=1, max_size=12).map(tuple)
    | st.builds(Ramp, first=amounts, last=amounts, months=st.integers(2, 120))
)

plans = st.builds(
    Plan,
    name=texts,
    currency=st.sampled_from(CURRENCIES),
    start_month=st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
    horizon_months=months,
    getting_started=st.builds(
        GettingStarted,
        items=st.lists(st.builds(CostItem, name=names, amount=money), max_size=3).map(tuple),
        contingency_share=shares,
    ),
    stock=st.builds(Stock, opening_stock=money, cover_months=st.integers(0, 24)),
    customers=st.builds(
        Customers,
        new_a_month=schedules,
        attrition=shares_below_one,
        orders_per_customer=numbers(0, 100),
        retail_per_order=numbers(0, 1e6, exclude_min=True),
        discount=shares_below_one,
    ),
    team=st.builds(
        Team,
        recruits_a_month=schedules,
        duplication=numbers(0, 10),
        annual_attrition=shares_below_one,
        member_monthly_purchases=numbers(0, 1e6),
        people_within_reach=numbers(1, 1e10),
    ),
    running_costs=st.lists(
        st.builds(RunningCost, name=names, amount=money, first_month=months, every_months=months), max_size=3
    ).map(tuple),
    money_and_time=st.builds(
        MoneyAndTime,
        own_cash=money,
        hours_a_week=numbers(0, 168),
        reference_wage=numbers(0, 1e5),
        annual_saving_rate=shares,
    ),
    exchange_rates=st.dictionaries(st.sampled_from(CURRENCIES), numbers(0, 1e6, exclude_min=True)),
    company_answers=st.dictionaries(names, st.dictionaries(names, money, max_size=2), max_size=2),
)

compared = st.lists(names, max_size=6, unique=True).map(tuple)
plan_files = st.builds(PlanFile, company=st.none() | names, compared=compared, plan=plans)
