"""Any plan that the model allows, for tests that hold for all of them."""

from datetime import date
from math import inf
from typing import Any

from hypothesis import strategies as st

from planner.inputs.changes.scenario import Scenario, scenario_of
from planner.inputs.cited.source import LEAST_AMOUNT
from planner.inputs.company.buy_back import BuyBackPeriod
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.own_company.dated import new_period
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.own_company import own_copy, with_figure
from planner.inputs.own_company.places import Place, places_of
from planner.inputs.path import Path, parse, written
from planner.inputs.plan.customers import Product
from planner.inputs.plan.entry import Input
from planner.inputs.plan.getting_started import CostItem, RunningCost
from planner.inputs.plan.out_of_season import HOW_OFTEN, MONTHS, OutOfSeason
from planner.inputs.plan.pay_in_kind import WORTH, PayInKind
from planner.inputs.plan.plan import CURRENCIES, INPUTS, Plan
from planner.inputs.plan.schedule import Ramp
from planner.inputs.plan.team_today import MemberToday
from planner.inputs.plan_file import PlanFile
from planner.inputs.together.ledger import OWNERS, TELLABLE, Said, Told
from planner.inputs.together.notes import Note, Remark
from planner.inputs.together.talk import STEPS, InputChange, Mentor, Moment, Talk
from tests.declared_values import Allowed, not_by_hand, plans_of


def numbers(least: float, most: float, **bounds: bool) -> st.SearchStrategy[float]:
    """Fractions and whole numbers alike, the latter as int and as float."""
    whole = st.integers(int(least) + 1, max(int(most) - 1, 1)) if most > 2 else st.just(least)
    return st.floats(least, most, **bounds) | whole | whole.map(float)


shares = numbers(0, 1)
shares_below_one = numbers(0, 1, exclude_max=True)
money = numbers(0, 1e9)
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # the direction of reading: nobody sees them, and
# they are left out of what is typed, as control characters are
letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=TURNING)
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
    retail_price=numbers(0.001, 1e6),
    per_order=numbers(0.001, 1000),
    wholesale_share=st.none() | numbers(0.01, 1),
    points=st.none() | numbers(0, 1e6),
)


@st.composite
def running_costs(draw: st.DrawFn) -> RunningCost:
    first = draw(months)
    return RunningCost(
        name=draw(names),
        amount=draw(money),
        first_month=first,
        every_months=draw(months),
        every_weeks=draw(st.none() | st.integers(1, 52)),
        last_month=draw(st.none() | st.integers(first, 120)),
        for_recruiting=draw(st.booleans()),
    )


@st.composite
def pay_in_kind(draw: st.DrawFn) -> PayInKind:
    first = draw(months)
    return PayInKind(
        name=draw(names),
        value=draw(money),
        first_month=first,
        every_months=draw(st.none() | months),
        last_month=draw(st.none() | st.integers(first, 120)),
        worth=draw(st.sampled_from(tuple(WORTH))),
        company=draw(st.none() | names),
    )


out_of_season = st.builds(  # three of a month are not more than all
    OutOfSeason,
    name=names,
    share=numbers(0, 1 / 3),
    month=st.sampled_from(tuple(MONTHS)),
    every=st.sampled_from(tuple(HOW_OFTEN)),
)


members_today = st.builds(  # beside each other, so that any list of them can stand
    MemberToday, under=st.just(0), buys=money, months=st.integers(1, 600), alike=st.integers(1, 300)
)


def any_value(declared: Input) -> st.SearchStrategy[Any]:
    """Whatever the declaration of an input allows."""
    if declared.choices:
        return st.sampled_from(tuple(declared.choices))
    allowed = Allowed.of(declared)
    if allowed.whole:
        value: st.SearchStrategy[Any] = st.integers(int(allowed.low), int(allowed.high))
    else:
        value = numbers(allowed.low, allowed.high, exclude_min=allowed.open_low, exclude_max=allowed.open_high)
    return st.none() | value if allowed.empty else value


# Of what is no number and no choice.
cost_items = st.builds(CostItem, name=names, amount=money, month=st.integers(0, 120))
BY_HAND: dict[Path, st.SearchStrategy[Any]] = {
    parse("name"): texts,
    parse("currency"): st.sampled_from(CURRENCIES),
    parse("start_month"): st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
    parse("exchange_rates"): st.dictionaries(st.sampled_from(CURRENCIES), numbers(LEAST_AMOUNT, 1e6)),
    parse("company_answers"): st.dictionaries(names, answers, max_size=2),
    parse("getting_started.items"): st.lists(cost_items, max_size=3).map(tuple),
    parse("running_costs"): st.lists(running_costs(), max_size=3).map(tuple),
    parse("pay_in_kind"): st.lists(pay_in_kind(), max_size=3).map(tuple),
    parse("stock.out_of_season"): st.lists(out_of_season, max_size=3).map(tuple),
    parse("team.today"): st.lists(members_today, max_size=3).map(tuple),
    parse("customers.new_a_month"): schedules,
    parse("customers.first_campaign"): st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str),
    parse("customers.seasons"): st.just(()) | st.lists(numbers(0.01, 100), min_size=12, max_size=12).map(tuple),
    parse("customers.products"): st.lists(products, max_size=3).map(tuple),
    parse("team.recruits_a_month"): schedules,
    parse("parties.a_month"): schedules,
    parse("tax.rules"): st.sampled_from(("none", "flat")),
}
# The shares of a whole: of a total, so much each, and something is left.
parts = st.tuples(shares, shares, shares).map(lambda three: tuple(share / 3 for share in three))
TOGETHER = {
    (parse("address_book.become_customers"), parse("address_book.become_recruits")): parts.map(lambda three: three[:2]),
    (parse("team.duplication"), parse("team.recruit_at_once")): st.tuples(numbers(0, 10), shares).map(
        lambda two: (two[0], min(two[1], 0.89 / max(two[0], 0.89)))
    ),
    (parse("team.annual_attrition"), parse("team.first_months_attrition")): st.tuples(
        shares_below_one, st.none() | shares
    ).map(lambda two: (two[0], None if two[1] is None else two[0] * two[1])),
    tuple(parse(f"money_and_time.{part}_hours_share") for part in ("recruiting", "meeting", "paperwork")): parts,
}
plans = plans_of(
    BY_HAND | {declared.path: any_value(declared) for declared in not_by_hand(BY_HAND, TOGETHER)}, TOGETHER
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
WHOLE = ("months", "month", "days")  # units that are counted whole


@st.composite
def periods(draw: st.DrawFn) -> BuyBackPeriod:
    """Terms of return of a month, some without a limit of time."""
    period, month = new_period(PUBLISHED[0], 2026), draw(st.sampled_from(("2031-05", "2031-06")))
    terms = {"value": draw(shares), "starts": month, "ends": draw(st.sampled_from((None, month)))}
    window: dict[str, Any] = draw(st.sampled_from(({}, {"no_limit": True}, {"window_months": 3})))
    return period.model_copy(update={**terms, **window, "company_pays_freight": draw(st.none() | st.booleans())})


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
    if place.form == "window":
        return st.none() | st.just(inf) | st.integers(0, 120)
    if place.form == "day":
        return st.none() | st.sampled_from(("2031", "2031-05", "2031-05-31"))
    if place.form == "freight_table":
        return st.lists(money, max_size=3).map(
            lambda amounts: tuple((90.0 * n, each) for n, each in enumerate(amounts))
        )
    if place.form == "periods":
        return st.lists(periods(), max_size=2, unique_by=lambda each: each.starts).map(tuple)
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


days = st.none() | st.dates()
owners = st.sampled_from(tuple(OWNERS))
ledgers = st.dictionaries(
    st.sampled_from(tuple(INPUTS)),
    st.builds(Said, owner=st.none() | owners, day=days, note=texts, check=st.booleans()),
    max_size=4,
)
told = st.builds(Told, company=names, place=st.sampled_from(TELLABLE), value=money, owner=owners, day=days, note=texts)
remarks = st.builds(Remark, text=names.filter(str.strip), by=texts, day=days)
places_of_notes = st.tuples(st.just("input"), st.sampled_from(tuple(map(written, INPUTS)))) | st.tuples(
    st.sampled_from(("figure", "page", "step")), st.sampled_from(("lose", "odds", "customers", "no_longer_there"))
)
notes = st.builds(
    lambda place, thread, done: Note(to=place[0], place=place[1], thread=thread, done=done),
    places_of_notes,
    st.lists(remarks, min_size=1, max_size=3).map(tuple),
    st.booleans(),
)
changes = st.builds(InputChange, path=st.sampled_from(tuple(INPUTS)), before=st.none() | money, after=st.none() | money)
moments = st.builds(
    Moment,
    step=st.sampled_from(tuple(STEPS)),
    day=days,
    changes=st.lists(changes, min_size=1, max_size=2).map(tuple),
    lose_before=shares,
    lose_after=shares,
)
talks = st.builds(
    Talk,
    step=st.none() | st.sampled_from(tuple(STEPS)),
    mentor=st.builds(Mentor, name=texts, stands=st.sampled_from(("above", "outside")), rank=texts),
    hope=texts,
    hoped_a_month=st.none() | money,
    until_then=texts,
    next_talk=days,
    questions=st.dictionaries(names, st.dictionaries(st.sampled_from(TELLABLE), texts, max_size=2), max_size=2),
    log=st.lists(moments, max_size=3).map(tuple),
)

plan_files = st.builds(
    PlanFile,
    company=st.none() | names,
    compared=compared,
    plan=plans,
    scenarios=scenarios(),
    own_companies=own_companies(),
    ledger=ledgers,
    told=st.lists(told, max_size=3, unique_by=lambda each: (each.company, each.place)).map(tuple),
    notes=st.lists(notes, max_size=2).map(tuple),
    talk=talks,
)
