"""Pay plans as files: every example of the documentation is one, every kind has one, and faults say where and what."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from planner.compensation.teams.kinds import RULES
from planner.inputs.company.company import Company
from planner.inputs.faults import checked
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_file import read_pay_file
from tests.properties.situations import BOTH, invented_company

PAGE = Path(__file__).parents[3] / "docs" / "plan-files.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


KINDS = {name for kind in RULES for name in get_args(kind.model_fields["rule"].annotation)}


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_of_the_page_is_a_pay_plan(text):
    assert read_pay_file(text.encode(), "example.toml")[1] == ()


def test_every_kind_has_an_example():
    stated = {
        part.rule
        for text in EXAMPLES
        for plan in [read_pay_file(text.encode(), "example.toml")[0]]
        if plan
        for part in plan.parts
    }
    assert stated == KINDS


def written(value: object) -> str:
    """A default as a file has it, without quotation marks."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def test_the_page_says_what_holds_where_a_field_is_left_out():
    """So that nobody who writes a plan by hand has to guess which of two words is meant by none."""
    said = dict(re.findall(r"^\| `([a-z_]+)` \| (`.*`) \|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE))
    for kind in RULES:
        (rule,) = get_args(kind.model_fields["rule"].annotation)
        fields = {name: field for name, field in kind.model_fields.items() if name not in {*Part.model_fields, "rule"}}
        left_out = {name: field.default for name, field in fields.items() if not field.is_required()}
        usual = [f"`{name} = {written(each)}`" for name, each in left_out.items() if each not in (None, ())]
        assert said[rule] == ", ".join(usual), rule


ONE = 'name = "A"\ncurrency = "USD"\n'
MATCHING = '[[parts]]\nrule = "matching"\nrates = [0.1]\n'
MATRIX = '[[parts]]\nrule = "matrix"\nwidth = 3\ndepth = 2\n'
LEGS = '[[parts]]\nrule = "binary"\n'
PART = '[[parts]]\nrule = "unilevel"\n'
RANK = '[[ranks]]\nname = "A"\npersonal_volume = 5\n'
FAULTS = [
    (PART + "rates = [1.2]", "parts[1].rates[1]", "1.2"),
    (PART, "parts[1].rates", ""),
    (
        '[[ranks]]\nname = "A"\npersonal_volume = 5\nrate = 0.3\n'
        '[[ranks]]\nname = "B"\npersonal_volume = 9\nrate = 0.1\n'
        '[[parts]]\nrule = "stairstep"',
        "ranks",
        "0.1",
    ),
    ("minimum_sales = 100\n" + PART + "rates = [0.1]", "points_per_100_retail", ""),
    (PART + 'rates = [0.1]\nfrom_rank = "Queen"', "parts[1]", "Queen"),
    ('[[parts]]\nrule = "gift"', "parts[1].rule", '"gift"'),
    (RANK + PART + 'by_rank = [{ rank = "A", rates = [0.1] }, { rank = "A", rates = [0.2] }]', "parts[1].by_rank", "A"),
    (
        RANK + LEGS + 'rate = 0.1\nby_rank = [{ rank = "A", rate = 0.1 }, { rank = "A", rate = 0.2 }]',
        "parts[1].by_rank",
        "A",
    ),
    ('[[ranks]]\nname = "A"\npersonal_volume = 5\n[[ranks]]\nname = "B"\npersonal_volume = 5', "ranks", "B"),
    ('[[ranks]]\nname = "A"\npersonal_volume = 5\n[[ranks]]\nname = "A"\npersonal_volume = 9', "ranks", "A"),
    ('[[ranks]]\nname = "A"\nranked_legs = [{ rank = "B", legs = 1 }]', "ranks", "B"),
    (
        '[[parts]]\nrule = "own_sales"\nbrackets = [{ from_volume = 9, rate = 0.1 }, { from_volume = 9, rate = 0.2 }]',
        "parts[1].brackets",
        "9.0",
    ),
    ('[[parts]]\nrule = "fast_start"', "parts[1].rates", ""),
    (PART + "rates = [0.1]\n" + MATCHING + "of = [2]", "parts[2].of", "2"),
    (PART + "rates = [0.1]\n" + MATCHING + "of = [1, 1]", "parts[2].of", "[1, 1]"),
    (PART + "rates = [0.1]\n" + MATCHING + "of = [1]\nown_goods = true", "parts[2].own_goods", "true"),
    (PART + "rates = [0.1]\n" + MATCHING + 'of = [1]\nstarts = "own_group"', "parts[2].ends_rank", ""),
    (PART + "rates = [0.1]\n" + MATCHING + 'of = [1]\nends_rank = "Queen"', "parts[2]", "Queen"),
    (MATRIX, "parts[1].rates", ""),
    (MATRIX + "rates = [0.1]\namounts = [5]", "parts[1].amounts", "[5]"),
    (MATRIX + "rates = [0.1, 0.1, 0.1]", "parts[1].rates", "[0.1, 0.1, 0.1]"),
    (LEGS, "parts[1].rate", ""),
    (
        LEGS + "rate = 0.1\ncycle = { strong = 1, weak = 1, pays = 1 }",
        "parts[1].cycle",
        '{"strong": 1, "weak": 1, "pays": 1}',
    ),
    (LEGS + 'rate = 0.1\nby_rank = [{ rank = "A", pays = 5 }]', "parts[1].by_rank", '[{"rank": "A", "pays": 5}]'),
    (LEGS + 'rate = 0.1\nby_rank = [{ rank = "Queen", rate = 0.2 }]', "parts[1]", "Queen"),
    (LEGS + 'cycle = { strong = 1, weak = 1, pays = 1 }\nstrong_to_weak = "2:1"', "parts[1].strong_to_weak", '"2:1"'),
    (LEGS + "blocks = [{ above = 5, rate = 0.1 }]", "parts[1].blocks", '[{"above": 5, "rate": 0.1}]'),
    (RANK + '[[parts]]\nrule = "rank_bonus"\namounts = [{ rank = "B", amount = 5 }]', "parts[1]", "B"),
    (
        RANK
        + '[[parts]]\nrule = "rank_bonus"\npaid = "while_held"\nover_months = 2\n'
        + 'amounts = [{ rank = "A", amount = 5 }]',
        "parts[1].over_months",
        "2",
    ),
    (
        RANK + '[[parts]]\nrule = "pool"\ncompany_value = 9\ntiers = [{ rank = "A", rate = 0.1 }]',
        "parts[1].tiers[1].elsewhere",
        "",
    ),
    ('[[parts]]\nrule = "pass_up"\npassed = [2, 2]\nrates = [0.1]', "parts[1].passed", "2"),
    ('[[gates]]\ngate = "customers"\nleast = 0', "gates[1].least", "0"),
    ('[[gates]]\ngate = "luck"', "gates[1].gate", '"luck"'),
    (PART + 'rates = [0.1]\n[[gates]]\ngate = "customers"\nleast = 9\nparts = [2]', "gates[1].parts", "2"),
    ("[[caps]]\nparts = []", "caps[1].most", ""),
    (
        '[[parts]]\nrule = "fast_start"\n'
        "packages = [{ from_points = 5, amounts = [1] }, { from_points = 5, amounts = [2] }]",
        "parts[1].packages",
        '[{"from_points": 5, "amounts": [1]}, {"from_points": 5, "am…',
    ),
    ('[[caps]]\nby_rank = [{ rank = "Z", most = 5 }]', "caps[1].by_rank", "Z"),
    ('[[caps]]\nby_rank = [{ rank = "A", most = 5 }, { rank = "A", most = 6 }]', "caps[1].by_rank", "A"),
    ("[payout_cap]\nshare = 0.4\nexempt = [1]", "payout_cap.exempt", "1"),
    ('[[parts]]\nrule = "customer_bonus"\nsteps = [{ customers = 3 }]', "parts[1].steps[1].amount", ""),
    (
        '[[parts]]\nrule = "customer_bonus"\nsteps = [{ customers = 3, amount = 5 }, { volume = 9, amount = 7 }]',
        "parts[1].steps",
        "2",
    ),
    (
        '[[countries]]\ncountry = "A"\nvalue_of_point = 1\n[[countries]]\ncountry = "A"\nvalue_of_point = 2',
        "countries",
        "A",
    ),
    ('[breakaway]\nrank = "Z"', "breakaway", "Z"),
    ('[[parts]]\nrule = "stairstep"', "ranks", ""),
    ('[[parts]]\nrule = "unit"\nbrackets = [{ from_volume = 0, rate = 0.1 }]', "parts[1].leader_rank", ""),
    (
        '[[parts]]\nrule = "active_recruits"\nsteps = [{ recruits = 2, rate = 0.1 }, { recruits = 2, rate = 0.2 }]',
        "parts[1].steps",
        "0.2",
    ),
    ('[[parts]]\nrule = "generations"\nrates = [0.1]', "parts[1].ends_rank", ""),
    ('[[parts]]\nrule = "generations"\nrates = [0.1]\nends_at = "volume"', "parts[1].ends_volume", ""),
    ('[[parts]]\nrule = "leadership"\nrates = [0.1]', "breakaway", ""),
    ('[[parts]]\nrule = "leadership"\nrates = [0.1]\nguarantee = "at_least"', "parts[1].floor", ""),
    (
        '[[parts]]\nrule = "leadership"\nrates = [0.1, 0.1]\nguarantee = "passed_up"\nfloor = 9',
        "parts[1].guarantee",
        '"passed_up"',
    ),
]


PROOF = PART + "rates = [0.1]\n" + RANK + '[[proofs]]\ntitle = { en = "A", sv = "A" }\n'
TEAM = '{ member = "Ann", personal_volume = 10 }, { member = "Bo", sponsor = "Ann" }'
OF_PROOFS = [
    (f"team = [{TEAM}]\nprinted = []", "proofs[1].printed", "[]"),
    (f'team = [{TEAM}]\nprinted = [{{ member = "Cy", pay = 1 }}]', "proofs[1].printed[1].member", "Cy"),
    (f'team = [{TEAM}]\nprinted = [{{ member = "Ann", leg = "Cy", pay = 1 }}]', "proofs[1].printed[1].leg", "Cy"),
    (f'team = [{TEAM}]\nprinted = [{{ month = "2020-01", pay = 1 }}]', "proofs[1].printed[1].month", "2020-01"),
    (f'team = [{TEAM}]\nprinted = [{{ member = "Ann" }}]', "proofs[1].printed[1].pay", ""),
    (f"team = [{TEAM}]\nprinted = [{{ pay = 1, part = 2 }}]", "proofs[1].printed[1]", "2"),
    (f"team = [{TEAM}]\nprinted = [{{ pay = 1, step = 2 }}]", "proofs[1].printed[1].part", ""),
    (f'team = [{TEAM}]\nprinted = [{{ member = "Ann", paid_as = "Z" }}]', "proofs[1].printed[1]", "Z"),
    (f'team = [{TEAM}]\nprinted = [{{ paid_as = "A" }}]', "proofs[1].printed[1].member", ""),
    (f'team = [{TEAM}]\nprinted = [{{ member = "Ann", paid_as = "A", pay = 1 }}]', "proofs[1].printed[1].pay", "1"),
    (f'team = [{TEAM}, {{ member = "Cy" }}]\nprinted = [{{ pay = 1 }}]', "proofs[1].team[3].sponsor", "Cy"),
    (
        f'team = [{TEAM}, {{ member = "Cy", sponsor = "Di" }}]\nprinted = [{{ pay = 1 }}]',
        "proofs[1].team[3].sponsor",
        "Di",
    ),
    (f'team = [{TEAM}, {{ member = "Bo" }}]\nprinted = [{{ pay = 1 }}]', "proofs[1].team[3].member", "Bo"),
    (
        'team = [{ member = "Ann", personal_volume = 1, customer_sales = 2 }]\nprinted = [{ pay = 1 }]',
        "proofs[1].team[1].customer_sales",
        "",
    ),
    ('team = [{ member = "Ann", month = "May" }]\nprinted = [{ pay = 1 }]', "proofs[1].team[1].month", '"May"'),
    ('team = [{ member = "Ann", side = "up" }]\nprinted = [{ pay = 1 }]', "proofs[1].team[1].side", '"up"'),
    ('team = [{ member = "Ann", rank = "Z" }]\nprinted = [{ pay = 1 }]', "proofs[1].team[1].rank", "Z"),
    (
        'team = [{ member = "Ann", month = "2000-01" }, { member = "Ann", month = "2020-01" }]\n'
        "printed = [{ pay = 1 }]",
        "proofs[1].team",
        "2000-01",
    ),
    (
        'team = [{ member = "Ann", month = "2000-01" }, { member = "Ann" }]\nprinted = [{ pay = 1 }]',
        "proofs[1].team[2].month",
        "",
    ),
    ('team = [{ member = "Ann", pints = 1 }]\nprinted = [{ pay = 1 }]', "proofs[1].team[1].pints", "1"),
]
FAULTS += [(PROOF + text, path, found) for text, path, found in OF_PROOFS]


@pytest.mark.parametrize(("text", "path", "found"), FAULTS)
def test_what_is_wrong_is_said_with_its_place(text, path, found):
    plan, faults = read_pay_file((ONE + text).encode(), "a.toml")
    assert plan is None
    assert [(fault.path, fault.found) for fault in faults] == [(path, found)]


def test_the_plan_of_a_company_is_asked_the_same():
    """Every fault above, in a company's file, has the same place behind pay.plan and shows the same.

    The points of goods are asked for where the company has none of its own to go by.
    """
    company = invented_company().model_dump(mode="json", exclude_none=True)
    company["pay"]["plan"] = {"minimum_sales": 100}
    assert checked(Company, company)[1] == ()
    company["volume"]["points_per_100_retail"] = {"not_found": BOTH}
    for text, path, found in FAULTS:
        company["pay"]["plan"] = tomllib.loads(text)
        faults = checked(Company, company)[1]
        assert [(fault.path, fault.found) for fault in faults] == [(f"pay.plan.{path}", found)], text
