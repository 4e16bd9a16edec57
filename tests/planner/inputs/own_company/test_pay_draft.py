"""A pay plan as it is typed: what it says by now, what is missing, and that names and numbers in it follow changes."""

import re
import tomllib
from pathlib import Path
from typing import Any

from planner.errors import Fault
from planner.inputs.company.catalog import load_catalog
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.own_company.pay_draft import (
    Unread,
    changed_by,
    read_draft,
    tables_of_plan,
    with_row,
    with_row_moved,
    with_value,
    without_row,
)
from planner.inputs.own_company.pay_plan import first_tables, with_pay_plan, without_pay_plan
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.wanted import WANTED

PAGE = Path(__file__).parents[4] / "docs" / "plan-files.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
YEAR = 2026
LEVELS = {"rule": "unilevel", "rates": [0.1]}
TITLE = {"en": "A", "sv": "A"}
TEAM = [{"member": "Ann"}, {"member": "Bo", "sponsor": "Ann", "personal_volume": 9.0}]


def places(tables: dict[str, Any]) -> list[str]:
    return [each.path for each in read_draft(tables).faults]


def test_what_is_whole_is_read_as_it_was_written():
    for text in EXAMPLES:
        stated = {key: each for key, each in tomllib.loads(text).items() if key not in ("name", "currency")}
        plan = PayPlan.model_validate(stated)
        read = read_draft(tables_of_plan(plan))
        assert read.faults == ()
        assert read.plan == plan


def test_what_is_missing_or_unreadable_is_said_with_its_place_and_keeps_the_rules_from_counting():
    tables = with_row({}, ("parts",), {"rule": "unilevel"}, YEAR)
    read = read_draft(tables)
    assert read.plan is None
    assert [(each.path, each.message) for each in read.faults] == [("parts[1].rates", WANTED["missing"])]
    typed = with_value(tables, ("parts", 0, "rates"), Unread("ten", (Fault("", "No number"),)), YEAR)
    assert [(each.path, each.message) for each in read_draft(typed).faults] == [("parts[1].rates", "No number")]
    whole = with_value(typed, ("parts", 0, "rates"), [0.1], YEAR)
    read = read_draft(whole)
    assert read.plan is not None
    assert (read.plan.parts[0].source, read.plan.parts[0].year) == ("yours", YEAR)
    optional = with_value(whole, ("minimum_sales",), Unread("x", (Fault("", "No number"),)), YEAR)
    assert read_draft(optional).plan is None


def test_an_example_that_is_not_whole_keeps_nothing_else_from_counting():
    good = {"title": TITLE, "team": TEAM, "printed": [{"pay": 0.9}]}
    tables = {"parts": [LEVELS], "proofs": [{"title": TITLE, "team": TEAM, "printed": [{}]}, good]}
    read = read_draft(tables)
    assert read.plan is not None
    assert len(read.plan.proofs) == 1
    assert read.proofs == (1,)
    assert [each.path for each in read.faults] == ["proofs[1].printed[1].pay"]
    read = read_draft({**tables, "parts": [{"rule": "unilevel"}]})
    assert read.plan is None
    assert read.proofs == (1,)


def test_a_rank_that_is_called_otherwise_is_so_everywhere():
    ranks = [
        {"name": "A", "group_volume": 1},
        {"name": "B", "group_volume": 9, "ranked_legs": [{"rank": "A", "legs": 1}]},
    ]
    parts = [{**LEVELS, "from_rank": "A", "by_rank": [{"rank": "A", "rates": [0.2]}]}]
    proof = {"title": TITLE, "team": [{"member": "Ann", "rank": "A"}], "printed": [{"member": "Ann", "paid_as": "A"}]}
    tables = {"ranks": ranks, "parts": parts, "breakaway": {"rank": "A"}, "proofs": [proof]}
    plan = read_draft(with_value(tables, ("ranks", 0, "name"), "Star", YEAR)).plan
    assert plan is not None
    assert plan.ranks[1].ranked_legs[0].rank == "Star"
    assert plan.parts[0].ranks_named() == ("Star", "Star")
    assert plan.breakaway is not None
    assert plan.breakaway.rank == "Star"
    assert (plan.proofs[0].team[0].rank, plan.proofs[0].printed[0].paid_as) == ("Star", "Star")


def numbered() -> dict[str, Any]:
    """Three parts, of which the third matches the second; a gate before the first two, a figure of each."""
    parts = [LEVELS, {"rule": "unilevel", "rates": [0.2]}, {"rule": "matching", "of": [2], "rates": [0.3]}]
    gates = [{"gate": "customers", "least": 1, "parts": [1, 2]}]
    printed = [{"pay": 1, "part": 1}, {"pay": 2, "part": 2}]
    team = [{**each, "customers": 0} for each in TEAM]
    return {"parts": parts, "gates": gates, "proofs": [{"title": TITLE, "team": team, "printed": printed}]}


def test_numbers_of_parts_follow_when_one_is_moved_or_taken_away():
    before = numbered()
    moved = read_draft(with_row_moved(before, ("parts",), 0, 1, YEAR)).plan
    assert before == numbered()  # what was there is not changed itself
    assert moved is not None
    assert [each.part for each in moved.proofs[0].printed] == [2, 1]
    assert moved.gates[0].parts == (2, 1)
    assert moved.parts[2].parts_named() == (1,)
    gone = read_draft(without_row(numbered(), ("parts",), 0, YEAR)).plan
    assert gone is not None
    assert gone.gates[0].parts == (1,)
    assert gone.parts[1].parts_named() == (1,)
    assert [(each.pay, each.part) for each in gone.proofs[0].printed] == [(2, 1)]
    assert places(without_row(numbered(), ("parts",), 1, YEAR)) == ["parts[2].of"]


def test_options_that_are_taken_are_the_persons_own():
    tables = changed_by({"parts": [LEVELS]}, {("parts", 0, "compression"): "dynamic"}, YEAR)
    assert tables["parts"][0] == {**LEVELS, "compression": "dynamic", "source": "yours", "year": YEAR}


def test_a_company_takes_its_plan_up_and_goes_back_to_the_published():
    company, faults = new_company(Answers("A", "USD", 0.75, None, (0.1, 0.05)), YEAR, ())
    assert company is not None, faults
    first = read_draft(first_tables(company, {})).plan
    assert first == pay_plan_of(company, {})
    assert first is not None
    changed, faults = with_pay_plan(company, first)
    assert changed is not None, faults
    assert changed.pay.plan == first
    assert changed.pay.unilevel is None  # the plan pays everything
    dropped, faults = without_pay_plan(changed, None)
    assert dropped is not None, faults
    assert (dropped.pay.plan, dropped.pay.unilevel) == (None, None)
    amway = load_catalog().companies["amway-eu"]
    own = own_copy(amway, ())
    plan = read_draft({"parts": [{**LEVELS, "source": "yours", "year": YEAR}]}).plan
    assert plan is not None
    mine, faults = with_pay_plan(own, plan)
    assert mine is not None, faults
    assert "yours" in mine.sources
    assert without_pay_plan(mine, amway)[0] == own
