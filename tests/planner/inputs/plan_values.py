"""Any plan that the model allows, for tests that hold for all of them."""

from datetime import date

from hypothesis import strategies as st

from planner.inputs.changes.scenario import Scenario, scenario_of
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.own_company import own_copy, with_figure
from planner.inputs.own_company.places import Place, places_of
from planner.inputs.plan.address_book import FROM_WHERE, AddressBook
from planner.inputs.plan.chance import QUITS, Chance
from planner.inputs.plan.customers import Customers, Product
from planner.inputs.plan.getting_started import CostItem, GettingStarted, RunningCost
from planner.inputs.plan.money_and_time import MoneyAndTime
from planner.inputs.plan.plan import CURRENCIES, Plan
from planner.inputs.plan.schedule import Ramp
from planner.inputs.plan.stock import DEMANDED, QUALIFYING, Stock
from planner.inputs.plan.tax import VAT_CHOICES, Tax
from planner.inputs.plan.team import Team
from planner.inputs.plan_file import PlanFile


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
company_names = names.filter(lambda name: name.strip() and name.isprintable())
months = st.integers(1, 120)
# What nobody published of a company; the levels come to at most 1.
answers = st.fixed_dictionaries(
    {},
    optional={
        "wholesale_share": numbers(0.01, 1),
        "points_per_100_retail": numbers(0, 1e9),
        "level_1": numbers(0, 0.5),
        "level_12": numbers(0, 0.5),
    },
)
amounts = numbers(0, 1000)
schedules = (
    amounts
    | st.lists(amounts, min_size=1, max_size=12).map(tuple)
    | st.builds(Ramp, first=amounts, last=amounts, months=st.integers(2, 120))
)

products = st.builds(
    Product,
    name=names,
    retail_price=numbers(0, 1e6, exclude_min=True),
    per_order=numbers(0, 1000, exclude_min=True),
    wholesale_share=st.none() | numbers(0.01, 1),
    points=st.none() | numbers(0, 1e6),
)
from_where = st.sampled_from(tuple(FROM_WHERE))
# The shares of a whole: of a total, so much each, and something is left.
parts = st.tuples(shares, shares, shares).map(lambda three: tuple(share / 3 for share in three))


@st.composite
def books(draw: st.DrawFn) -> AddressBook:
    buy, join, _ = draw(parts)
    return AddressBook(
        contacts=draw(numbers(0, 1e6)),
        share_approached=draw(shares),
        cold_a_month=draw(numbers(0, 1e5)),
        become_customers=buy,
        become_recruits=join,
    )


@st.composite
def teams(draw: st.DrawFn) -> Team:
    year = draw(shares_below_one)
    return Team(
        recruits_from=draw(from_where),
        recruits_a_month=draw(schedules),
        duplication=draw(numbers(0, 10)),
        annual_attrition=year,
        first_months_attrition=draw(st.none() | shares.map(lambda share: year * share)),
        member_monthly_purchases=draw(numbers(0, 1e6)),
        member_resold_share=draw(shares),
        member_joining_order=draw(numbers(0, 1e6)),
        people_within_reach=draw(numbers(1, 1e10)),
    )


@st.composite
def running_costs(draw: st.DrawFn) -> RunningCost:
    first = draw(months)
    return RunningCost(
        name=draw(names),
        amount=draw(money),
        first_month=first,
        every_months=draw(months),
        last_month=draw(st.none() | st.integers(first, 120)),
        for_recruiting=draw(st.booleans()),
    )


@st.composite
def moneys_and_times(draw: st.DrawFn) -> MoneyAndTime:
    recruiting, meetings, paperwork = draw(parts)
    return MoneyAndTime(
        own_cash=draw(money),
        loan=draw(money),
        loan_annual_rate=draw(numbers(0, 5)),
        loan_months=draw(st.integers(1, 360)),
        card_limit=draw(money),
        card_annual_rate=draw(numbers(0, 5)),
        hours_a_week=draw(numbers(0, 168)),
        recruiting_hours_share=recruiting,
        meeting_hours_share=meetings,
        paperwork_hours_share=paperwork,
        reference_wage=draw(numbers(0, 1e5)),
        annual_saving_rate=draw(shares),
    )


spreads = numbers(0, 3)
chances = st.builds(
    Chance,
    effort_spread=spreads,
    customer_spread=spreads,
    order_spread=spreads,
    ability_spread=numbers(0, 5),
    staying_spread=spreads,
    purchase_spread=spreads,
    quits=st.sampled_from(tuple(QUITS)),
    most_to_lose=st.none() | numbers(0, 1e9, exclude_min=True),
    review_month=st.none() | months,
    seed=st.integers(0, 999_999),
)

plans = st.builds(
    Plan,
    name=texts,
    currency=st.sampled_from(CURRENCIES),
    start_month=st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
    horizon_months=months,
    getting_started=st.builds(
        GettingStarted,
        items=st.lists(st.builds(CostItem, name=names, amount=money, month=st.integers(0, 120)), max_size=3).map(tuple),
        contingency_share=shares,
    ),
    stock=st.builds(
        Stock,
        opening_stock=money,
        cover_months=st.integers(0, 24),
        minimum_order=money,
        standing_order=money,
        demanded_order=st.sampled_from(tuple(DEMANDED)),
        buys_to_qualify=st.sampled_from(tuple(QUALIFYING)),
        own_use=money,
        own_use_anyway=money,
        samples=money,
        freight_share=shares,
        spoilage_share=shares,
        shelf_life_months=st.none() | months,
        share_lost=shares,
        ship_direct_share=shares,
        marketable_share=shares,
        return_freight_share=shares,
    ),
    address_book=books(),
    customers=st.builds(
        Customers,
        new_from=from_where,
        new_a_month=schedules,
        attrition=shares_below_one,
        orders_per_customer=numbers(0, 100),
        retail_per_order=numbers(0, 1e6, exclude_min=True),
        discount=shares_below_one,
        cost_per_order=money,
        refund_share=shares,
        returned_to_shelf=shares,
        seasons=st.just(()) | st.lists(numbers(0, 100, exclude_min=True), min_size=12, max_size=12).map(tuple),
        products=st.lists(products, max_size=3).map(tuple),
    ),
    team=teams(),
    chance=chances,
    running_costs=st.lists(running_costs(), max_size=3).map(tuple),
    money_and_time=moneys_and_times(),
    tax=st.builds(
        Tax,
        rules=st.sampled_from(("none", "flat")),
        income_share=st.none() | numbers(0, 0.9),
        vat_registered=st.sampled_from(tuple(VAT_CHOICES)),
        vat_rate=st.none() | shares,
        vat_rate_on_costs=st.none() | shares,
        vat_threshold=st.none() | money,
    ),
    exchange_rates=st.dictionaries(st.sampled_from(CURRENCIES), numbers(0, 1e6, exclude_min=True)),
    company_answers=st.dictionaries(names, answers, max_size=2),
)

compared = st.lists(names, max_size=6, unique=True).map(tuple)


@st.composite
def scenarios(draw: st.DrawFn) -> tuple[Scenario, ...]:
    """Some of what tells two plans apart, by names that differ."""
    found = []
    for name in draw(st.lists(names.filter(str.strip), max_size=2, unique_by=str.strip)):
        all_changes = scenario_of(name, Plan(), draw(plans), draw(texts)).model_dump()
        kept = draw(st.sets(st.sampled_from(sorted(all_changes["changes"])), max_size=5))
        changes = {path: value for path, value in all_changes["changes"].items() if path in kept}
        found.append(Scenario.model_validate(all_changes | {"changes": changes}))
    return tuple(found)


PUBLISHED = tuple(load_catalog().companies.values())
WHOLE = ("months", "days")  # units that are counted whole


def stated_values(place: Place) -> st.SearchStrategy[object]:
    """What a person may state at a place of their company."""
    if place.form == "freight":
        return st.none() | st.booleans()
    if place.form == "words":
        return st.none() | st.text("abc åäö", min_size=1, max_size=300).filter(str.strip)
    if place.form == "prices":
        return numbers(0.01, 1).map(lambda share: ((0, share),))
    if place.form == "levels":
        stated = st.lists(numbers(0, 0.08), max_size=10).map(tuple)
        return st.tuples(stated, st.integers(0, 2)).map(lambda both: (*both[0], *(None,) * both[1]))
    if place.unit in WHOLE:
        return st.none() | st.integers(0, 120)
    return st.none() | (shares if place.unit == "share" else money)


@st.composite
def changed_companies(draw: st.DrawFn, own: Company) -> Company:
    """The company with some places stated anew; what does not fit the rest of it is left as it was."""
    places = [place for place in places_of(own) if place.form != "ranks"]
    for place in draw(st.lists(st.sampled_from(places), max_size=4)):
        changed, _ = with_figure(
            own, place.path, draw(stated_values(place)), draw(texts), draw(st.integers(1990, 2030))
        )
        own = changed or own
    return own


@st.composite
def own_companies(draw: st.DrawFn) -> tuple[Company, ...]:
    """Copies of published companies and new ones, each with something stated."""
    made: list[Company] = []
    for base in draw(st.lists(st.none() | st.sampled_from(PUBLISHED), max_size=2)):
        taken = [each.id for each in made]
        if base is None:
            rates = draw(st.lists(numbers(0, 0.1), max_size=8).map(tuple))
            answers = Answers(
                draw(company_names),
                draw(st.sampled_from(CURRENCIES)),
                draw(numbers(0.01, 1)),
                draw(money),
                rates,
            )
            own, faults = new_company(answers, 2026, taken)
            assert own is not None, faults
        else:
            own = own_copy(base, taken)
        made.append(draw(changed_companies(own)))
    return tuple(made)


plan_files = st.builds(
    PlanFile,
    company=st.none() | names,
    compared=compared,
    plan=plans,
    scenarios=scenarios(),
    own_companies=own_companies(),
)
