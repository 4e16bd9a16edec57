"""A company of one's own: changed, put back, made from five answers, written to a file and read again, all checked."""

import json
import math
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.commands.main import main
from planner.errors import Fault
from planner.inputs.cited.figure import Asked, Figure, NotFound, Rule, Words
from planner.inputs.cited.file import faults_of_sources
from planner.inputs.cited.source import without_tiny
from planner.inputs.company.catalog import read_company
from planner.inputs.company.company import Company, Limit
from planner.inputs.company.prices import Prices
from planner.inputs.own_company.dated import new_period
from planner.inputs.own_company.file import bare_id, beside, company_toml, file_name, read_own_company
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.own_company import (
    differing,
    own_copy,
    reset,
    rows_of_steps,
    tables_of,
    with_figure,
    with_note,
)
from planner.inputs.own_company.parts import other_parts
from planner.inputs.own_company.places import OPTIONAL, Place, is_known, is_yours, note_at, places_of, value_at
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.inputs.terms import resolve_terms
from tests.companies_by_months import COMPANIES as BY_MONTHS
from tests.levels_without_rates import levels_without_rates
from tests.planner.inputs.plan_values import PUBLISHED, own_companies, stated_values
from tests.random_cases import tried

COMPANIES = BY_MONTHS
AMWAY, EXAMPLE = COMPANIES["amway-eu"], COMPANIES["example-company"]


def own(company: Company = AMWAY) -> Company:
    return own_copy(company, COMPANIES)


def stated(company: Company, path: str, value: Any, note: str = "") -> Company:
    changed, faults = with_figure(company, path, value, note, 2026)
    assert changed is not None, faults
    assert faults_of_sources(tables_of(changed), "") == ()
    return changed


def refused(company: Company, path: str, value: Any) -> list[tuple[str, str]]:
    changed, faults = with_figure(company, path, value, "", 2026)
    assert changed is None
    return told(faults)


def told(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    return [(fault.path, fault.message.format(**fault.parameters)) for fault in faults]


# --- copies ----------------------------------------------------------------------------------------------------------


def test_a_copy_says_what_the_published_company_says():
    copy = own()
    assert (copy.id, copy.yours, copy.version_of) == ("yours-amway-eu", True, "amway-eu")
    assert differing(copy, AMWAY) == ()
    assert tables_of(copy) | {"id": 0, "yours": 0, "version_of": 0} == tables_of(AMWAY) | {
        "id": 0, "yours": 0, "version_of": 0,
    }  # fmt: skip


def test_copies_are_numbered_where_the_id_is_taken():
    second = own_copy(AMWAY, ["yours-amway-eu"])
    third = own_copy(AMWAY, ["YOURS-amway-eu", "yours-amway-eu-2"])
    assert (second.id, second.name) == ("yours-amway-eu-2", "Amway 2")
    assert (third.id, third.name) == ("yours-amway-eu-3", "Amway 3")


def test_a_copy_of_a_copy_is_a_version_of_the_same_published_company():
    again = own_copy(own(), ["yours-amway-eu"])
    assert (again.id, again.version_of) == ("yours-amway-eu-2", "amway-eu")


@pytest.mark.parametrize("company", PUBLISHED, ids=lambda company: company.id)
def test_every_published_company_can_be_copied_and_kept(company: Company):
    tables = tables_of(own(company))
    assert faults_of_sources(tables, "") == ()


# --- stating figures -------------------------------------------------------------------------------------------------


def test_a_stated_figure_is_marked_yours_with_its_year_and_where_it_stands():
    changed = stated(own(), "joining.starter_kit_fee", 62.5, " price list of March 2026, page 4 ")
    fee = changed.joining.starter_kit_fee
    assert isinstance(fee, Figure)
    assert (fee.value, fee.unit, fee.kind, fee.source, fee.grade, fee.year) == (
        62.5, "money", "yours", "yours", "yours", 2026,
    )  # fmt: skip
    assert note_at(changed, "joining.starter_kit_fee") == "price list of March 2026, page 4"
    assert is_yours(changed, "joining.starter_kit_fee")
    assert "yours" in changed.sources
    assert differing(changed, AMWAY) == ("joining.starter_kit_fee",)
    assert resolve_terms(changed, Plan(currency="EUR")).starter_kit_fee == 62.5


def test_a_source_goes_when_nothing_rests_on_it_any_more_and_comes_back():
    """The source of Amway's buy-back is cited there alone."""
    changed = stated(own(), "buy_back.share", 0.9)
    assert "satisfaction" not in changed.sources
    back, faults = reset(changed, AMWAY, "buy_back.share")
    assert faults == ()
    assert back is not None
    assert (back.buy_back, back.sources) == (AMWAY.buy_back, AMWAY.sources)


def test_what_differs_is_put_back_one_by_one():
    changed = stated(stated(stated(own(), "buy_back.share", 0.9), "prices", ((0, 0.7),)), "joining.renewal_fee", 40)
    assert differing(changed, AMWAY) == ("joining.renewal_fee", "prices", "buy_back.share")
    back, _ = reset(changed, AMWAY, "prices")
    assert back is not None
    assert back.prices == AMWAY.prices
    assert differing(back, AMWAY) == ("joining.renewal_fee", "buy_back.share")


def test_no_limit_of_time_is_stated_kept_in_the_file_and_put_back():
    path = "buy_back.window_months"
    changed = stated(own(), path, math.inf)
    assert (changed.buy_back.longest, value_at(changed, path), is_known(changed, path)) == (math.inf, math.inf, True)
    assert "no_limit = true" in company_toml(changed).decode()
    assert read_company(company_toml(changed), file_name(changed)) == (changed, ())
    noted, _ = with_note(changed, path, "§ 3", 2027)
    assert noted is not None
    assert (noted.buy_back.longest, note_at(noted, path)) == (math.inf, "§ 3")
    assert stated(changed, path, 6).buy_back.longest == 6
    back, _ = reset(changed, AMWAY, path)
    assert back == own()


def test_an_emptied_figure_is_not_stated_and_no_zero():
    changed = stated(stated(own(EXAMPLE), "joining.starter_kit_fee", 10), "joining.starter_kit_fee", None)
    assert isinstance(changed.joining.starter_kit_fee, NotFound)
    assert changed.joining.starter_kit_fee.not_found.sv == "Du har inte angett det."
    assert not is_known(changed, "joining.starter_kit_fee")
    assert "yours" not in changed.sources


def test_another_note_keeps_the_figure():
    changed, faults = with_note(stated(own(), "buy_back.window_months", 6), "buy_back.window_months", "§ 12", 2027)
    assert faults == ()
    assert changed is not None
    assert value_at(changed, "buy_back.window_months") == 6
    assert note_at(changed, "buy_back.window_months") == "§ 12"


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("joining.starter_kit_fee", -1, ("joining.starter_kit_fee.value", "This is too low. State 0.0 or more.")),
        ("buy_back.share", 1.2,
         ("buy_back.share.value", "A share is a fraction of 1, which is the whole. State 5 % as 0.05.")),
        ("buy_back.window_months", 1.5,
         ("buy_back.window_months.value", "What is counted is whole here. State a whole number.")),
        ("prices", ((0, 1.7),), ("prices.steps[1].wholesale_share", "This is too high. State 1.0 or less.")),
        ("prices", ((0, 0.7), (0, 0.6)),
         ("prices.steps",
          "Each step must begin higher than the one before it, and the first one at 0 points.")),
        ("pay.unilevel", (0.6, 0.5),
         ("pay.unilevel.rates",
          "The rates are fractions of 0 or more that come to at most 1 together. State 5 % as 0.05.")),
        ("pay.unilevel", (0.1, None, 0.05),
         ("pay.unilevel.missing",
          "The levels without a rate come right after those with one, each once. State at least one level in all.")),
        ("ranks", rows_of_steps((0.03, 0.06), (600, 200)),
         ("ranks.rows",
          "Each rank must ask for a higher group volume than the one before it. State them in rising order.")),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_the_words_of_the_house(path: str, value: Any, fault: tuple[str, str]):
    before = own()
    assert refused(before, path, value) == [fault]
    assert before == own()


@pytest.mark.parametrize("number", [10**400, 2**1024, -(10**400), 10**5000, math.nan, -math.inf], ids="abcdef")
def test_a_number_that_no_file_holds_is_refused_in_every_form_in_which_figures_are_stated(number: float):
    company = own(COMPANIES["mary-kay-us"])
    for place in places_of(company):
        if place.form not in ("words", "day", "freight", "choice"):
            assert with_figure(company, place.path, in_form(place, company, number), "", 2026)[1], place.path


def in_form(place: Place, company: Company, number: float) -> Any:
    """The number as a place of numbers has it."""
    match place.form:
        case "periods":
            return (new_period(company, 2026).model_copy(update={"value": number, "window_months": number}),)
        case "ranks":
            return [{**dict(row), "group_volume": number} for row in place.value_in(company)]
        case "levels":
            return (0.05, number)
        case "prices" | "freight_table":
            return ((number, number),)
        case _:
            return number


def test_rates_of_levels_with_one_that_nobody_stated():
    changed = stated(own(), "pay.unilevel", (0.05, 0.03, None))
    assert changed.pay.unilevel is not None
    assert changed.pay.unilevel.rates == (0.05, 0.03)
    assert [each.level for each in changed.pay.unilevel.missing] == [3]
    assert stated(changed, "pay.unilevel", ()).pay.unilevel is None


def test_a_missing_level_keeps_its_title_until_it_is_stated():
    base = levels_without_rates(0.05)
    assert base.pay.unilevel is not None
    levels = value_at(base, "pay.unilevel")
    first = levels.index(None)
    filled = stated(base, "pay.unilevel", (*levels[:first], 0.01, *levels[first + 1 :]))
    assert filled.pay.unilevel is not None
    assert filled.pay.unilevel.rates == (*base.pay.unilevel.rates, 0.01)
    assert filled.pay.unilevel.missing == base.pay.unilevel.missing[1:]


def test_who_pays_freight_is_stated_and_put_back():
    changed = stated(own(), "buy_back.company_pays_freight", True)
    assert changed.buy_back.company_pays_freight is True
    assert changed.buy_back.freight_paid_by is not None
    assert changed.buy_back.freight_paid_by.sv == "Företaget, enligt vad du har angett."
    back, _ = reset(changed, AMWAY, "buy_back.company_pays_freight")
    assert back is not None
    assert differing(back, AMWAY) == ()


def steps_company() -> Company:
    """A published company with the rates of a stairstep and no points for them."""
    return next(each for each in PUBLISHED if each.pay.steps_without_points and not each.ranks)


def test_steps_become_ranks_that_are_computed_once_their_points_are_stated():
    base = steps_company()
    steps = base.pay.steps_without_points
    assert steps is not None
    points = [100.0 * number for number in range(1, len(steps.rates) + 1)]
    changed = stated(own(base), "ranks", rows_of_steps(steps.rates, points), "Plan, page 2")
    assert changed.pay.steps_without_points is None
    assert changed.pay.stairstep is not None
    assert changed.pay.stairstep.breakaway == steps.breakaway
    assert changed.ranks is not None
    assert [(row.group_volume, row.rate) for row in changed.ranks.rows] == list(zip(points, steps.rates, strict=True))
    assert changed.ranks.rows[0].name == f"{round(100 * steps.rates[0], 4):g} %"
    assert not isinstance(changed.volume.points_per_100_retail, NotFound)
    assert not isinstance(changed.volume.commissionable_per_100_retail, NotFound)
    back, faults = reset(changed, base, "ranks")
    assert faults == ()
    assert back is not None
    assert differing(back, base) == ()


def test_who_states_only_the_points_is_not_the_source_of_the_rates():
    base = COMPANIES["lr-eu"]
    steps = base.pay.steps_without_points
    assert steps is not None
    points = [100.0 * number for number in range(1, 8)]
    changed = stated(own(base), "ranks", rows_of_steps(steps.rates, points))
    assert changed.ranks is not None
    assert changed.ranks.formula is not None
    assert changed.pay.stairstep is not None
    assert changed.ranks.kind == "yours"
    assert base.sources[steps.source].title in changed.ranks.formula.en
    assert base.sources[steps.source].title in changed.ranks.formula.sv
    kept = changed.pay.stairstep
    assert (kept.kind, kept.source, kept.year, kept.grade) == (steps.kind, steps.source, steps.year, steps.grade)
    assert kept.note is None  # that of the steps says that they are not computed
    other_points = stated(changed, "ranks", rows_of_steps(steps.rates, [each + 1 for each in points]))
    assert other_points.ranks is not None
    assert other_points.ranks.formula == changed.ranks.formula
    other_rates = stated(changed, "ranks", rows_of_steps([each / 2 for each in steps.rates], points))
    assert other_rates.ranks is not None
    assert other_rates.ranks.formula is None


def test_how_a_standing_order_ends_is_stated_in_words():
    path = "activity.standing_order_ends"
    changed = stated(own(EXAMPLE), path, " By letter, a month before. ", "§ 4")  # a company without rules of activity
    ends = changed.activity.standing_order_ends if changed.activity else None
    assert isinstance(ends, Rule)
    assert (ends.text.en, ends.text.sv, ends.kind, ends.source) == (
        "By letter, a month before.", "By letter, a month before.", "yours", "yours",
    )  # fmt: skip
    assert (value_at(changed, path), note_at(changed, path)) == ("By letter, a month before.", "§ 4")
    assert differing(changed, EXAMPLE) == (path,)
    both = stated(changed, "activity.standing_order", 40)
    back, _ = reset(both, EXAMPLE, "activity.standing_order")
    assert back == changed  # what else was stated there stays
    assert reset(changed, EXAMPLE, path)[0] == own(EXAMPLE)
    assert not is_known(stated(changed, path, None), path)


@pytest.mark.parametrize(("path", "value", "note", "place"), [
    ("joining.renewal_fee", 40, "x" * 301, "joining.renewal_fee.note"),
    ("activity.standing_order_ends", "x" * 301, "", "activity.standing_order_ends"),
])  # fmt: skip
def test_a_text_that_is_too_long_is_refused(path: str, value: Any, note: str, place: str):
    changed, faults = with_figure(own(), path, value, note, 2026)
    assert changed is None
    assert told(faults) == [(place, "This is longer than 300 characters. Shorten it.")]
    shorter = value[:300] if isinstance(value, str) else value
    assert with_figure(own(), path, shorter, note[:300], 2026)[1] == ()


def test_a_company_that_could_not_be_read_again_is_refused():
    """Words are 2,000 characters at most, so that 24 reservations of 4,000 bytes are too much for a plan."""
    words = Words(en="e" * 2000, sv="s" * 2000)
    large = own().model_copy(update={"limits": tuple(Limit(text=words, effect="either") for _number in range(24))})
    [fault] = refused(large, "joining.renewal_fee", 40)
    assert "larger than 95000 bytes" in fault[1]
    company, faults = read_own_company(company_toml(large), "mine.toml", COMPANIES)
    assert company is None
    assert [each.file for each in faults] == ["mine.toml"]


def test_twelve_of_the_largest_published_fit_into_a_plan():
    largest = max(PUBLISHED, key=lambda each: len(company_toml(each)))
    many: list[Company] = []
    for _number in range(12):
        many.append(own_copy(largest, [each.id for each in many]))
    file = PlanFile(company=many[0].id, plan=Plan(), own_companies=tuple(many))
    assert read_plan_file(dump_plan_file(file), "mine.json") == (file, ())


def test_points_that_a_rule_needs_are_assumed_in_the_open():
    bare, _ = new_company(Answers("New", "EUR", 0.7, 10), 2026, ())
    assert bare is not None
    changed = stated(bare, "pay.minimum_personal_volume", 100)
    points = changed.volume.points_per_100_retail
    assert isinstance(points, Asked)
    assert points.assumed == 100
    assert resolve_terms(changed, Plan(currency="EUR")).points_per_retail == 1  # 100 points per 100


# --- new companies ---------------------------------------------------------------------------------------------------


def test_five_answers_make_a_company_and_all_else_is_not_stated():
    company, faults = new_company(Answers("Måns & Co", "SEK", 0.7, 500, (0.1, 0.05)), 2026, ())
    assert faults == ()
    assert company is not None
    assert (company.id, company.name, company.yours, company.version_of) == ("yours-mans-co", "Måns & Co", True, None)
    known = [place.path for place in places_of(company) if is_known(company, place.path)]
    assert known == ["joining.starter_kit_fee", "prices", "pay.unilevel"]
    assert all(is_yours(company, path) for path in known)
    terms = resolve_terms(company, Plan(currency="SEK"))
    assert (terms.starter_kit_fee, terms.price_steps) == (500, ((0.0, 0.7),))
    assert terms.commissionable_per_retail == 0.7  # assumed: pay is counted on what is paid for the goods
    assert terms.assumed == ("commissionable_per_100_retail",)
    assert terms.unilevel is not None
    assert terms.unilevel.rates == (0.1, 0.05)
    assert "joining.renewal_fee" in terms.unknown


def test_what_must_be_bought_is_charged_and_what_is_not_known_is_not_stated():
    company, faults = new_company(Answers("New", "EUR", 0.75, None, (), 100), 2026, ())
    assert faults == ()
    assert company is not None
    terms = resolve_terms(company, Plan(currency="EUR"))
    assert (terms.standing_order.money, terms.starter_kit_fee) == (100, 0)
    assert "starter_kit_fee" in terms.unknown_costs


def test_what_pay_is_counted_on_follows_the_price_until_it_is_stated():
    company, _ = new_company(Answers("New", "EUR", 0.7, 0, (0.1,)), 2026, ())
    assert company is not None
    cheaper = stated(company, "prices", ((0, 0.6),))
    assert resolve_terms(cheaper, Plan(currency="EUR")).commissionable_per_retail == 0.6
    told_so = stated(stated(company, "volume.commissionable_per_100_retail", 50), "prices", ((0, 0.6),))
    assert resolve_terms(told_so, Plan(currency="EUR")).commissionable_per_retail == 0.5


def test_a_table_of_prices_without_steps_is_refused_where_pay_is_counted_on_the_price():
    company, _ = new_company(Answers("New", "EUR", 0.7, 0, (0.1,)), 2026, ())
    assert company is not None
    changed, faults = with_figure(company, "prices", (), "", 2026)
    assert changed is None
    assert [fault.path for fault in faults] == ["prices.steps"]


def test_a_company_that_pays_nothing_on_others_asks_nothing():
    company, _ = new_company(Answers("New", "EUR", 0.7, 0), 2026, ("yours-new",))
    assert company is not None
    assert company.id == "yours-new-2"
    assert company.pay.unilevel is None
    assert resolve_terms(company, Plan(currency="EUR")).assumed == ()


def test_all_wrong_answers_are_told_together():
    company, faults = new_company(Answers("New", "XYZ", 1.7, -1, (0.9, 0.5)), 2026, ())
    assert company is None
    assert [fault.path for fault in faults] == [
        "currency",
        "joining.starter_kit_fee.value",
        "prices.steps[1].wholesale_share",
        "pay.unilevel.rates",
    ]


def test_cycles_that_pay_money_need_no_worth_of_goods():
    """What Vemma's file says of it stays when a person states their prices."""
    base = COMPANIES["vemma-us-2015"]
    changed, faults = with_figure(own(base), "prices", ((0, 0.6),), "", 2026)
    assert faults == ()
    assert changed is not None
    assert changed.volume.commissionable_per_100_retail == base.volume.commissionable_per_100_retail


@pytest.mark.parametrize("company", PUBLISHED, ids=lambda company: company.id)
def test_prices_can_be_stated_and_put_back(company: Company):
    changed, _ = with_figure(own(company), "prices", ((0, 0.01),), "", 2026)
    assert changed is not None
    assert reset(changed, company, "prices") == (own(company), ())


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("company", PUBLISHED, ids=lambda company: company.id)
def test_every_published_company_is_written_to_a_file_that_reads_back(company: Company):
    for each in (company, own(company)):
        assert read_company(company_toml(each), file_name(each)) == (each, ())


@tried(60)
@given(own_companies())
def test_every_company_of_ones_own_is_written_to_a_file_that_reads_back(companies: tuple[Company, ...]):
    for company in companies:
        assert read_company(company_toml(company), file_name(company)) == (company, ())
        assert read_own_company(company_toml(company), file_name(company), COMPANIES) == (company, ())


@tried(100)
@given(st.data())
def test_any_figure_can_be_stated_and_put_back(data: st.DataObject):
    base = data.draw(st.sampled_from(PUBLISHED))
    place: Place = data.draw(st.sampled_from([each for each in places_of(base) if each.form != "ranks"]))
    value = without_tiny(data.draw(stated_values(place)))
    changed, faults = with_figure(own(base), place.path, value, "", 2026)
    assert (changed is None) == bool(faults)
    if changed is None:
        return
    if place.form in ("figure", "window") and value is not None:
        assert value_at(changed, place.path) == value
        assert place.path in differing(changed, base)
    if value is None and place.path in OPTIONAL:
        assert not is_known(changed, place.path)
    back, faults = reset(changed, base, place.path)
    assert faults == ()
    assert back == own(base)


def test_the_file_is_readable_and_has_no_id():
    tables = tomllib.loads(company_toml(own()).decode())
    assert "id" not in tables
    assert (tables["yours"], tables["version_of"], tables["name"]) == (True, "amway-eu", "Amway")
    assert tables["ranks"]["rows"][0] == {"name": "3 %", "group_volume": 200, "rate": 0.03}


def test_a_file_of_the_catalogue_becomes_ones_own():
    taken_up, faults = read_own_company(company_toml(AMWAY), "amway-eu.toml", COMPANIES)
    assert faults == ()
    assert taken_up == own()


def test_a_file_that_nobody_knows_is_a_version_of_nothing():
    taken_up, _ = read_own_company(company_toml(AMWAY), "Åsas firma (2).toml", COMPANIES)
    assert taken_up is not None
    assert (taken_up.id, taken_up.yours, taken_up.version_of) == ("yours-asas-firma", True, None)


def test_a_file_downloaded_twice_is_the_same_company():
    taken_up, _ = read_own_company(company_toml(own()), "yours-amway-eu (1).toml", COMPANIES)
    assert taken_up == own()


def test_a_file_of_the_catalogue_downloaded_twice_is_a_version_of_it():
    taken_up, _ = read_own_company(company_toml(AMWAY), "amway-eu (1).toml", COMPANIES)
    assert taken_up == own()


def test_parts_that_nobody_states_and_that_a_file_changed_are_named():
    assert [other_parts(own(each), each) for each in PUBLISHED] == [()] * len(PUBLISHED)
    assert other_parts(stated(own(EXAMPLE), "activity.standing_order", 5), EXAMPLE) == ()
    text = company_toml(own()).decode()
    tables = tomllib.loads(text) | {"disclosures": [], "name": "Other", "limits": []}
    tables["buy_back"]["other_periods"] = []
    tables["sources"][next(iter(AMWAY.sources))]["title"] = "Another title"
    changed = Company.model_validate(tables | {"id": "yours-amway-eu"})
    assert differing(changed, AMWAY) == ()
    wanted = ("name", *(["buy_back"] if AMWAY.buy_back.other_periods else []), "limits")
    wanted += ("disclosures",) if AMWAY.disclosures else ()
    assert other_parts(changed, AMWAY) == (*wanted, "sources")


def test_a_name_that_is_as_long_as_can_be_is_numbered_too():
    long = AMWAY.model_copy(update={"name": "A" * 80})
    assert own_copy(long, ["yours-amway-eu"]).name == "A" * 78 + " 2"
    assert beside(own(long), ["yours-amway-eu"]).name == "A" * 78 + " 2"


def test_the_fictional_company_can_be_handed_over_with_its_invented_figures():
    changed = stated(own(EXAMPLE), "joining.starter_kit_fee", 10)
    assert read_own_company(company_toml(changed), file_name(changed), COMPANIES) == (changed, ())


def test_all_that_is_wrong_with_a_file_is_told_with_file_place_found_and_wanted():
    text = company_toml(stated(own(), "buy_back.share", 0.9)).decode()
    text = text.replace("value = 0.9", "value = 1.9").replace('currency = "EUR"', 'currency = "XYZ"')
    taken_up, faults = read_own_company(text.replace('name = "Amway"', "nam = 1").encode(), "mine.toml", COMPANIES)
    assert taken_up is None
    assert [(fault.file, fault.path, fault.found) for fault in faults] == [
        ("mine.toml", "name", ""),
        ("mine.toml", "currency", '"XYZ"'),
        ("mine.toml", "buy_back.share.value", "1.9"),
        ("mine.toml", "nam", "1"),
    ]


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise(data: bytes):
    taken_up, faults = read_own_company(data, "mine.toml", ())
    assert (taken_up is None) == bool(faults)


@given(st.text(max_size=200))
def test_an_id_is_made_of_any_name(name: str):
    made = bare_id(name)
    assert 1 <= len(made) <= 60
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert bare_id(f"yours-{made}") == made


def test_a_company_beside_one_of_its_id_has_another_and_its_number():
    second = beside(own(), ["yours-amway-eu"])
    assert (second.id, second.name, second.version_of) == ("yours-amway-eu-2", "Amway 2", "amway-eu")
    assert beside(own(), []) == own()


def test_prices_that_nobody_published_can_be_stated():
    base = next(each for each in PUBLISHED if not isinstance(each.prices, Prices))
    changed = stated(own(base), "prices", ((0, 0.65),))
    assert resolve_terms(changed, Plan(currency=base.currency)).price_steps == ((0.0, 0.65),)
    back, _ = reset(changed, base, "prices")
    assert back == own(base)


def test_the_command_line_knows_the_companies_of_a_plan(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    changed = stated(own(), "joining.starter_kit_fee", 62.5)
    plan, english = tmp_path / "mine.json", {"LANG": "en_US.UTF-8"}
    plan.write_bytes(dump_plan_file(PlanFile(company=changed.id, plan=Plan(currency="EUR"), own_companies=(changed,))))
    assert main(["project", str(plan), "--format", "json"], english) == 0
    assert json.loads(capfd.readouterr().out)["company"] == changed.id
    both = ["compare", str(plan), "--format", "json", "--companies"]
    assert main([*both, f"{changed.id},amway-eu"], english) == 0
    compared = json.loads(capfd.readouterr().out)["companies"]
    assert [row["company"] for row in compared][:2] == [changed.id, "amway-eu"]
    assert main(["project", str(plan), "--company", "yours-amway-e"], english) == 1
    assert "Did you mean yours-amway-eu" in capfd.readouterr().err
