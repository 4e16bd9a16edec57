"""A saved plan opens again to the same bytes, and nothing else is ever taken for one."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import Fault
from planner.inputs.changes.scenario import Scenario
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import own_copy, with_figure
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from tests.planner.inputs.plan_values import plan_files
from tests.plans import small_seller
from tests.random_cases import tried

SAVED = dump_plan_file(PlanFile(company="amway-eu", compared=("amway-eu", "scentsy-us"), plan=small_seller()))


def saved_with(old: str, new: str) -> bytes:
    """The saved default plan with one text in it replaced."""
    text = SAVED.decode()
    assert text.count(old) == 1
    return text.replace(old, new).encode()


def stating(**plan: Any) -> bytes:
    return json.dumps({"format": "joinwise-plan", "version": 9, "plan": plan}).encode()


def faults_of(data: bytes) -> tuple[Fault, ...]:
    file, faults = read_plan_file(data, "mine.json")
    assert file is None
    assert all(fault.file == "mine.json" for fault in faults)
    for fault in faults:
        fault.message.format(**fault.parameters)  # every placeholder is filled
    return faults


def the_fault_of(data: bytes) -> Fault:
    (fault,) = faults_of(data)
    return fault


@tried(50)  # a plan has forty values, so each example takes a while to make up
@given(plan_files)
def test_every_plan_opens_again_to_the_same_plan_and_the_same_bytes(plan_file: PlanFile):
    saved = dump_plan_file(plan_file)
    opened, faults = read_plan_file(saved, "mine.json")
    assert faults == ()
    assert opened == plan_file
    assert dump_plan_file(opened) == saved


def test_the_file_is_readable_and_whole_numbers_have_no_decimal_point():
    lines = SAVED.decode().splitlines()
    assert lines[:4] == ["{", '  "format": "joinwise-plan",', '  "version": 9,', '  "company": "amway-eu",']
    assert '      "orders_per_customer": 1,' in lines
    assert SAVED.endswith(b"}\n")


def test_letters_of_all_languages_stand_as_they_are():
    assert "Åsas plan".encode() in dump_plan_file(PlanFile(plan=Plan(name="Åsas plan")))


def test_what_a_file_leaves_out_is_the_default():
    opened, faults = read_plan_file(stating(stock={"cover_months": 3}), "mine.json")
    assert faults == ()
    assert opened is not None
    assert opened.plan.stock.cover_months == 3
    assert opened.plan.stock.opening_stock == Plan().stock.opening_stock
    assert opened.company is None


def test_the_mark_that_windows_editors_put_first_is_no_fault():
    assert read_plan_file(b"\xef\xbb\xbf" + SAVED, "mine.json")[1] == ()


@pytest.mark.parametrize(
    ("data", "path", "found", "says"),
    [
        (saved_with('"version": 9,', '"version": 10,'), "version", "", "this program reads version 9"),
        (saved_with('"version": 9,', '"version": true,'), "version", "", "of version true"),
        (saved_with('"version": 9,', ""), "version", "", "of version null"),
        (saved_with('"format": "joinwise-plan"', '"format": "other"'), "", None, "no plan saved by Joinwise"),
        (b"[1, 2]", "", "[1, 2]", "no plan saved by Joinwise"),
        (b"7", "", "7", "no plan saved by Joinwise"),
        (b"null", "", "null", "no plan saved by Joinwise"),
        (b"", "", "", "ends before the plan in it does"),
        (b"\n\n", "", "", "ends before the plan in it does"),
        (saved_with('"plan": {', '"plan": {,'), "", '"plan": {,', "Line 9, column 12 is not JSON"),
        (b"hello there", "", "hello there", "Line 1, column 1 is not JSON"),
        (SAVED + SAVED, "", "{", "is not JSON"),
        (SAVED.decode().encode("utf-16"), "", "", "Byte 1 of this file is no text in UTF-8"),
        (saved_with("My plan", "Åsa").decode().encode("latin-1"), "", "", "no text in UTF-8"),
        (saved_with("My plan", "\\ud800"), "", "", "half a character"),
        (b" " * 1_200_001, "", "", "larger than 1200000 bytes"),
        (SAVED + b" " * 5_000_000, "", "", "larger than 1200000 bytes"),
        (b"[" * 100_000, "", "", "more than 20 deep"),
        (b"[" * 100_000 + b"]" * 100_000, "", "", "more than 20 deep"),
        (b'{"plan":' * 100_000, "", "", "more than 20 deep"),
        (stating(name=json.loads("[" * 150 + "]" * 150)), "", "", "more than 20 deep"),
        (saved_with('"horizon_months": 24', '"horizon_months": NaN'), "", "NaN", "not a finite number"),
        (saved_with('"attrition": 0.2', '"attrition": -Infinity'), "", "-Infinity", "not a finite number"),
        (saved_with('"attrition": 0.2', '"attrition": 1e999'), "plan.customers.attrition", "", "not a finite number"),
        (saved_with('"horizon_months": 24', '"horizon_months": ' + "9" * 5000), "", "", "thousands of digits"),
        (saved_with('"name": "My plan"', '"name": "a", "name": "b"'), "", '"name"', "stated twice"),
    ],
)  # fmt: skip
def test_what_is_no_plan_is_refused_in_one_fault(data: bytes, path: str, found: str | None, says: str):
    fault = the_fault_of(data)
    assert fault.path == path
    assert found is None or fault.found == found
    assert says in fault.message.format(**fault.parameters)


@pytest.mark.parametrize(
    ("old", "new", "path", "found", "says"),
    [
        ('"horizon_months": 24', '"horizon_months": 0', "horizon_months", "0", "State 1 or more"),
        ('"horizon_months": 24', '"horizon_months": 1000', "horizon_months", "1000", "State 120 or less"),
        ('"horizon_months": 24', '"horizon_months": 24.5', "horizon_months", "24.5", "whole number"),
        ('"horizon_months": 24', '"horizon_months": "24"', "horizon_months", '"24"', "whole number"),
        ('"retail_per_order": 50', '"retail_per_order": 0', "customers.retail_per_order", "0", "more than 0"),
        (
            '"retail_per_order": 50',
            '"retail_per_order": "50"',
            "customers.retail_per_order",
            '"50"',
            "A number is wanted",
        ),
        (
            '"retail_per_order": 50',
            '"retail_per_order": true',
            "customers.retail_per_order",
            "true",
            "A number is wanted",
        ),
        (
            '"retail_per_order": 50',
            '"retail_per_order": null',
            "customers.retail_per_order",
            "null",
            "A number is wanted",
        ),
        ('"new_a_month": 0.5', '"new_a_month": -1', "customers.new_a_month", "-1", "State 0.0 or more"),
        ('"new_a_month": 0.5', '"new_a_month": "2"', "customers.new_a_month", '"2"', "A number is wanted"),
        ('"new_a_month": 0.5', '"new_a_month": true', "customers.new_a_month", "true", "A number is wanted"),
        ('"new_a_month": 0.5', '"new_a_month": []', "customers.new_a_month", "[]", "State at least 1"),
        ('"new_a_month": 0.5', '"new_a_month": [1, -2]', "customers.new_a_month[2]", "-2", "State 0.0 or more"),
        ('"new_a_month": 0.5', '"new_a_month": {"first": 0, "last": 1}', "customers.new_a_month.months", "", "needed"),
        ('"attrition": 0.2', '"attrition": 1', "customers.attrition", "1", "less than 1"),
        ('"annual_attrition": 0.6', '"annual_attrition": 1', "team.annual_attrition", "1", "less than 1"),
        ('"currency": "USD"', '"currency": "XYZ"', "currency", '"XYZ"', "State one of these: EUR, USD"),
        ('"start_month": "2027-01"', '"start_month": "2027-13"', "start_month", '"2027-13"', "year and month"),
        ('"name": "My plan"', '"nam": "My plan"', "nam", '"My plan"', "Did you mean name?"),
        ('"own_cash": 1000', '"own_csh": 1000', "money_and_time.own_csh", "1000", "Did you mean own_cash?"),
        ('"amount": 50', '"amount": -1', "running_costs[1].amount", "-1", "State 0.0 or more"),
        ('"name": "My plan"', '"name": 7', "name", "7", "A text in quotation marks"),
        ('"effort_spread": 0.5', '"effort_spread": 3.1', "chance.effort_spread", "3.1", "State 3.0 or less"),
        ('"quits": "never"', '"quits": "always"', "chance.quits", '"always"', "One of these is wanted here"),
        ('"most_to_lose": null', '"most_to_lose": 0', "chance.most_to_lose", "0", "more than 0"),
        ('"review_month": null', '"review_month": 0', "chance.review_month", "0", "State 1 or more"),
        ('"seed": 1\n', '"seed": 1.5\n', "chance.seed", "1.5", "whole number"),
        ('"seed": 1\n', '"seed": true\n', "chance.seed", "true", "whole number"),
    ],
)
def test_a_value_that_cannot_be_is_named_by_its_place(old: str, new: str, path: str, found: str, says: str):
    fault = the_fault_of(saved_with(old, new))
    assert (fault.path, fault.found) == (f"plan.{path}", found)
    assert says in fault.message.format(**fault.parameters)


def test_all_faults_are_told_together_in_the_order_of_the_plan():
    data = stating(horizon_months=0, customers={"retail_per_order": 0, "attrition": 1, "loyalty": 3}, stock=[])
    assert [fault.path for fault in faults_of(data)] == [
        "plan.horizon_months",
        "plan.stock",
        "plan.customers.attrition",
        "plan.customers.retail_per_order",
        "plan.customers.loyalty",
    ]


def test_a_plan_that_ends_anywhere_is_refused_in_one_fault():
    saved = dump_plan_file(PlanFile(plan=Plan(name='\x00"', exchange_rates={"EUR": 1e-6, "SEK": 0.1})))
    for end in range(len(saved) - 2):
        assert "ends before the plan in it does" in the_fault_of(saved[:end]).message


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise(data: bytes):
    file, faults = read_plan_file(data, "mine.json")
    assert (file is None) == bool(faults)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(Plan.model_fields)), json_values)
def test_no_value_in_any_place_raises_or_shows_what_does_not_print(field: str, value: Any):
    file, faults = read_plan_file(stating(**{field: value}), "mine.json")
    assert (file is None) == bool(faults)
    for fault in faults:
        assert fault.found.isprintable()
        assert len(fault.found) <= 60
        assert fault.path.isprintable()


def test_a_company_is_compared_once():
    twice = json.dumps({"format": "joinwise-plan", "version": 1, "compared": ["amway-eu", "amway-eu"], "plan": {}})
    fault = the_fault_of(twice.encode())
    assert fault.path == "compared"
    assert "twice" in fault.message


def of_version(version: int, plan: Any) -> bytes:
    return json.dumps({"format": "joinwise-plan", "version": version, "plan": plan}).encode()


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6, 7])
def test_files_of_all_versions_open_and_are_saved_as_the_newest(version: int):
    opened, faults = read_plan_file(of_version(version, {"horizon_months": 12}), "mine.json")
    assert faults == ()
    meant = default_plan() if version >= 6 else small_seller()
    assert opened == PlanFile(plan=meant.model_copy(update={"horizon_months": 12}))
    assert b'"version": 9,' in dump_plan_file(opened)


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_what_an_earlier_file_leaves_out_means_what_it_meant_when_it_was_written(version: int):
    """Half a new customer a month, 200 of goods at the start and running costs of 50 were the defaults then."""
    opened, _ = read_plan_file(of_version(version, {"stock": {"cover_months": 3}}), "mine.json")
    assert opened is not None
    assert (opened.plan.customers.new_a_month, opened.plan.stock.opening_stock) == (0.5, 200)
    assert [cost.amount for cost in opened.plan.running_costs] == [50]
    assert opened.plan.stock.cover_months == 3


def test_what_an_earlier_file_states_stays():
    stated = {"customers": {"new_a_month": 3}, "stock": {"opening_stock": 0}, "running_costs": []}
    opened, _ = read_plan_file(of_version(4, stated), "mine.json")
    assert opened is not None
    assert (opened.plan.customers.new_a_month, opened.plan.stock.opening_stock) == (3, 0)
    assert opened.plan.running_costs == ()


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ([], "plan"),
        ({"stock": 7}, "plan.stock"),
        ({"stock": None}, "plan.stock"),
        ({"customers": {"new_a_month": None}}, "plan.customers.new_a_month"),
    ],
)
def test_what_is_wrong_in_an_earlier_file_is_still_refused(plan: Any, place: str):
    assert the_fault_of(of_version(4, plan)).path == place


def knowing(*inputs: Any) -> bytes:
    return json.dumps({"format": "joinwise-plan", "version": 9, "plan": {}, "known": inputs}).encode()


def test_inputs_that_the_person_knows_are_kept_by_their_paths():
    opened, faults = read_plan_file(knowing("team.recruits_a_month", "running_costs"), "mine.json")
    assert faults == ()
    assert opened is not None
    assert opened.known == (("team", "recruits_a_month"), ("running_costs",))
    assert b'"known": [\n    "team.recruits_a_month",\n    "running_costs"\n  ]' in dump_plan_file(opened)


@pytest.mark.parametrize(
    ("inputs", "path", "found"),
    [
        (("team.recruits",), "known[1]", '"team.recruits"'),
        (("running_costs", "running_costs"), "known[2]", '"running_costs"'),
        (("team",), "known[1]", '"team"'),
    ],
)
def test_what_is_known_is_an_input_and_stands_once(inputs: tuple[str, ...], path: str, found: str):
    fault = the_fault_of(knowing(*inputs))
    assert (fault.path, fault.found) == (path, found)
    assert "no input by this name" in fault.message


def with_scenarios(*scenarios: Any) -> bytes:
    return json.dumps({"format": "joinwise-plan", "version": 3, "plan": {}, "scenarios": scenarios}).encode()


def test_scenarios_are_kept_in_their_order():
    scenarios = (
        Scenario(name="Nobody joins", about="As most do", changes={"team.recruits_a_month": 0, "running_costs": []}),
        Scenario(name="Slowly", changes={"customers.new_a_month": {"first": 0, "last": 1, "months": 6}}),
    )
    saved = dump_plan_file(PlanFile(plan=Plan(), scenarios=scenarios))
    opened, faults = read_plan_file(saved, "mine.json")
    assert faults == ()
    assert opened is not None
    assert opened.scenarios == scenarios
    assert dump_plan_file(opened) == saved


def test_all_that_is_wrong_with_scenarios_is_told_together_with_the_rest():
    data = with_scenarios(
        {"name": "", "changes": {}},
        {"name": "b", "changes": {"team.recruits": 1, "customers.attrition": 1, "currency": "SEK"}, "colour": "red"},
        {"name": "c", "changes": {"customers.new_a_month": [1, -2], "xyz": 1, "team": {}, "running_costs": [{}]}},
    ).replace(b'"plan": {}', b'"plan": {"horizon_months": 0}')
    assert [(fault.path, fault.message.format(**fault.parameters)[:60]) for fault in faults_of(data)] == [
        ("plan.horizon_months", "This is too low. State 1 or more."),
        ("scenarios[1].name", "This text is empty. State at least 1 characters."),
        ("scenarios[2].colour", "Nothing by this name is read, so it would have no effect. Re"),
        ("scenarios[2].changes.team.recruits", "Nothing by this name is read, so it would have no effect. Di"),
        ("scenarios[2].changes.customers.attrition", "This is too high. State less than 1.0."),
        ("scenarios[2].changes.currency", "The name and the currency are those of the plan itself, and "),
        ("scenarios[3].changes.customers.new_a_month[2]", "This is too low. State 0.0 or more."),
        ("scenarios[3].changes.xyz", "Nothing by this name is read, so it would have no effect. Re"),
        ("scenarios[3].changes.team", "Nothing by this name is read, so it would have no effect. Re"),
        ("scenarios[3].changes.running_costs[1].name", "Nothing is stated here, and it is needed. State it."),
        ("scenarios[3].changes.running_costs[1].amount", "Nothing is stated here, and it is needed. State it."),
    ]


def test_what_does_not_fit_the_plan_of_today_keeps_no_file_from_opening():
    """The plan may change after the scenario was made; that they no longer go together is said where it is laid on."""
    changes = {"team.annual_attrition": 0.1}
    plan = Plan.model_validate({"team": {"first_months_attrition": 0.3}})
    saved = dump_plan_file(PlanFile(plan=plan, scenarios=(Scenario(name="Few leave", changes=changes),)))
    assert read_plan_file(saved, "mine.json")[1] == ()


def test_scenarios_are_told_apart_by_their_names_and_not_too_many():
    fault = the_fault_of(with_scenarios({"name": "a"}, {"name": "b"}, {"name": "a"}))
    assert (fault.path, "same name" in fault.message) == ("scenarios", True)
    assert the_fault_of(with_scenarios(*({"name": str(number)} for number in range(13)))).parameters == {"bound": 12}


@given(json_values)
def test_nothing_in_the_place_of_scenarios_or_changes_raises(value: Any):
    for data in (
        json.dumps({"format": "joinwise-plan", "version": 3, "plan": {}, "scenarios": value}).encode(),
        with_scenarios(value),
        with_scenarios({"name": "a", "changes": value}),
        with_scenarios({"name": "a", "changes": {"running_costs": value, "customers.new_a_month": value}}),
    ):
        file, faults = read_plan_file(data, "mine.json")
        assert (file is None) == bool(faults)
        if file is not None:
            assert read_plan_file(dump_plan_file(file), "again.json") == (file, ())


def test_a_file_of_thousands_of_unknown_changes_is_refused_at_once():
    """Looking for words like each of 40,000 unknown ones took 13 seconds; what is told of them is bounded."""
    changes = {f"customers.nothing{number}": 1 for number in range(40_000)}
    content = {"format": "joinwise-plan", "version": 3, "plan": {}, "scenarios": [{"name": "A", "changes": changes}]}
    file, faults = read_plan_file(json.dumps(content).encode(), "x.json")
    assert file is None
    assert 1 <= len(faults) <= 202


@pytest.mark.parametrize("names", [["   "], ["A", "a"], ["A", " A "], [""]])
def test_scenario_names_that_look_alike_or_empty_are_refused(names: list[str]):
    scenarios = [{"name": name, "changes": {}} for name in names]
    content = {"format": "joinwise-plan", "version": 3, "plan": {}, "scenarios": scenarios}
    file, faults = read_plan_file(json.dumps(content).encode(), "x.json")
    assert file is None
    assert len(faults) == 1


AMWAY = load_catalog().companies["amway-eu"]


def own_amway(taken: tuple[str, ...] = ()) -> Company:
    own, faults = with_figure(own_copy(AMWAY, taken), "joining.starter_kit_fee", 62.5, "Price list, page 4", 2026)
    assert own is not None, faults
    return own


def with_own(*companies: Any) -> bytes:
    return json.dumps({"format": "joinwise-plan", "version": 4, "plan": {}, "own_companies": companies}).encode()


def as_data(**changes: Any) -> dict[str, Any]:
    return own_amway().model_dump(mode="json") | changes


def test_companies_of_ones_own_are_kept_whole_with_their_dates_and_sources():
    file = PlanFile(company="yours-amway-eu", plan=Plan(), own_companies=(own_amway(), own_amway(("yours-amway-eu",))))
    saved = dump_plan_file(file)
    opened, faults = read_plan_file(saved, "mine.json")
    assert faults == ()
    assert opened == file
    assert [each.id for each in file.own_companies] == ["yours-amway-eu", "yours-amway-eu-2"]
    assert b'"read": "2026-11-23"' in saved
    assert dump_plan_file(opened) == saved


OWN = (
    "A company kept in a plan is one of your own: it is marked yours, and its id is yours- with small letters, digits "
    "and hyphens behind it, 80 characters at most."
)
TWICE = "Two of your own companies have the same id, so neither could be meant. Rename one of them."


@pytest.mark.parametrize(
    ("companies", "says"),
    [
        ([as_data(), as_data()], TWICE),
        ([as_data(), as_data(id="yours-AMWAY-eu")], TWICE),
        ([as_data(id="amway-eu")], OWN),  # an id of the catalogue
        ([as_data(id="yours-")], OWN),
        ([as_data(id="yours-../x")], OWN),
        ([as_data(id="yours-AMWAY")], OWN),
        ([as_data(id="yours-" + "a" * 75)], OWN),  # longer than a plan can name
        ([AMWAY.model_dump(mode="json") | {"id": "yours-amway-eu"}], OWN),
    ],
)
def test_own_companies_are_marked_so_and_told_apart(companies: list[Any], says: str):
    fault = the_fault_of(with_own(*companies))
    assert (fault.path, fault.message) == (f"own_companies[{len(companies)}]", says)


def test_forty_thousand_own_companies_are_refused_without_a_look_at_each():
    first, *rest = faults_of(with_own(*[{"a": 1}] * 40_000))
    assert (first.path, first.parameters) == ("own_companies", {"bound": 12})
    assert all(int(fault.path[len("own_companies[") :].partition("]")[0]) <= 12 for fault in rest if fault.path)
    assert len(rest) == 100
    # Of twelve companies of one unknown key each, 11 groups are missing and the key is one: 144 and the one above.
    assert rest[-1].parameters == {"more": 12 * 13 + 1 - 100}


def test_so_are_hundreds_of_thousands_of_groups_deep_within_a_company():
    """A million findings, of each group what is missing, would take gigabytes; sixty of them are looked at."""
    company = as_data()
    company["joining"]["others"] = [{}] * 350_000
    data = {"format": "joinwise-plan", "version": 9, "plan": {}, "own_companies": [company]}
    _file, faults = read_plan_file(json.dumps(data, separators=(",", ":")).encode(), "mine.json")
    first, *rest = faults
    assert (first.path, first.parameters) == ("own_companies[1].joining.others", {"bound": 60})
    assert len(rest) == 100
    assert rest[-1].parameters["more"] < 60 * 10


def test_so_are_they_in_a_change_of_a_scenario():
    changes = {"customers.new_a_month": [{}] * 350_000}
    data = {"format": "joinwise-plan", "version": 9, "plan": {}, "scenarios": [{"name": "x", "changes": changes}]}
    _file, faults = read_plan_file(json.dumps(data, separators=(",", ":")).encode(), "mine.json")
    assert faults[1].parameters == {"bound": 120}
    assert faults[-1].parameters["more"] < 5_000


def test_all_that_is_wrong_with_own_companies_is_told_by_its_place():
    broken = as_data()
    broken["joining"]["starter_kit_fee"]["source"] = "nowhere"
    broken["buy_back"]["share"] = {"value": 1.2, "unit": "share", "kind": "yours", "source": "yours", "year": 2026,
                                   "grade": "yours"}  # fmt: skip
    told = [
        (fault.path, fault.message.format(**fault.parameters)[:40]) for fault in faults_of(with_own(as_data(), broken))
    ]
    assert told == [
        ("own_companies[2].joining.starter_kit_fee.kind", "What a person states themselves has the "),
        ("own_companies[2].buy_back.share.value", "A share is a fraction of 1, which is the"),
        ("own_companies[2].joining.starter_kit_fee.source", "No source of this name is listed under s"),
        ("own_companies[2].sources.satisfaction", "Nothing in this file rests on this sourc"),
    ]


def test_a_plan_holds_twelve_own_companies_at_most():
    fault = the_fault_of(with_own(*(as_data(id=f"yours-{number}") for number in range(13))))
    assert (fault.path, fault.parameters) == ("own_companies", {"bound": 12})


@given(json_values)
def test_nothing_in_the_place_of_own_companies_raises(value: Any):
    for data in (with_own(value), with_own(as_data(prices=value)), with_own(as_data(sources=value))):
        file, faults = read_plan_file(data, "mine.json")
        assert (file is None) == bool(faults)


@pytest.mark.parametrize(("rates", "opens"), [(60_000, True), (70_000, False)])
def test_what_is_read_from_a_few_long_lines_can_be_written_on_many_and_read_again(rates: int, opens: bool):
    """A rate is 10 bytes here, "10000":1 and a comma; saved on a line of its own 18, with seven spaces and a line feed.

    So 70,000 are 700,000 bytes of the 1,200,000 that are read, and 1,260,000 saved; 60,000 are 1,080,000.
    """
    plan = {"exchange_rates": {str(10_000 + number): 1 for number in range(rates)}}
    content = {"format": "joinwise-plan", "version": 9, "plan": plan}
    file, faults = read_plan_file(json.dumps(content, separators=(",", ":")).encode(), "mine.json")
    assert (file is not None) is opens
    if file is None:
        [fault] = faults
        assert fault.parameters == {"most": 1_200_000}
    else:
        assert read_plan_file(dump_plan_file(file), "again.json") == (file, ())
