"""Examples that a brochure prints, held against a plan: alike to the printed digit, or the readings that would be."""

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from planner.analysis.catalogue.review import of_proofs
from planner.analysis.team.paid import Payer
from planner.analysis.team.proven.readings import Option, bring_together, options_of, with_options
from planner.analysis.team.proven.run import ProofRun, run_proofs
from planner.analysis.team.proven.words import receipt_in_words, run_in_words, sentence_of
from planner.commands.main import main
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.own_company.file import company_toml, read_own_company
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.pay_plan import with_pay_plan
from planner.inputs.pay.pay_file import read_pay_file
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.inputs.team_file.columns import ColumnName
from planner.inputs.team_file.stated import TeamRow
from planner.speech import Speech
from tests.plans import small_seller

PAGE = Path(__file__).parents[4] / "docs" / "plan-files.md"
ENGLISH = Speech("en", "USD", "2026-11")
TITLE = {"en": "An example", "sv": "Ett exempel"}


def paying(parts: Any, team: Any, *printed: Any, **more: Any) -> Payer:
    """A plan of these parts with one example."""
    proof = {"title": TITLE, "team": team, "printed": printed}
    return Payer("A", "USD", PayPlan.model_validate({"parts": parts, "proofs": [proof], **more}))


def row(member: str, sponsor: str | None = None, points: float = 0.0, **more: Any) -> dict[str, Any]:
    return {"member": member, "sponsor": sponsor, "personal_volume": points, **more}


def the_run(payer: Payer) -> ProofRun:
    (run,) = run_proofs(payer)
    assert isinstance(run, ProofRun)
    return run


LEVELS = {"rule": "unilevel", "rates": [0.1, 0.05]}
LINE = [row("Ann", None, 100), row("Bo", "Ann", 300), row("Cy", "Bo", 70), row("Di", "Ann", 45)]


def test_a_rows_fields_are_the_columns_of_a_teams_file():
    assert tuple(TeamRow.model_fields) == get_args(ColumnName)


def test_each_figure_of_an_example_beside_ours():
    """Ann: 10 % of 300 and 45 and 5 % of 70, 34.50 + 3.50; of Bo's leg 30 + 3.50. Bo: 10 % of 70, 7. Both 45.00."""
    printed = [
        {"member": "Ann", "pay": 38},
        {"member": "Ann", "pay": 34.5, "part": 1, "step": 1},
        {"member": "Ann", "pay": 33.5, "leg": "Bo"},
        {"member": "Bo", "pay": 7, "part": 1},
        {"pay": 45},
        {"member": "Ann", "paid_as": "Seller"},
        {"member": "Di", "paid_as": "Seller"},
    ]
    ranks = [{"name": "Seller", "personal_volume": 50}]
    run = the_run(paying([LEVELS], LINE, *printed, ranks=ranks))
    assert [each.ours for each in run.figures] == [38, 34.5, 33.5, 7, 45, "Seller", ""]
    assert [each.agrees for each in run.figures] == [True] * 6 + [False]
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in receipt_in_words(run, run.figures[1], ENGLISH)] == [
        "Bo, 300 points: 10% of 300.00 USD is 30.00 USD (level 1)",
        "Di, 45 points: 10% of 45.00 USD is 4.50 USD (level 1)",
    ]


@pytest.mark.parametrize(
    ("printed", "agrees"),
    [
        ({"pay": 26.89}, True),
        ({"pay": 26.88}, False),
        ({"pay": 27, "to": 1}, True),
        ({"pay": 26, "to": 1}, False),
        ({"pay": 26, "to": 1, "rounded": "down"}, True),
        ({"pay": 27, "to": 1, "rounded": "down"}, False),
        ({"pay": 26.9, "to": 0.1}, True),
        ({"pay": 30, "to": 10}, True),
    ],
)
def test_to_the_printed_digit(printed, agrees):
    """10 % of 268.91 is 26.891."""
    run = the_run(paying([LEVELS], [row("Ann"), row("Bo", "Ann", 268.91)], printed))
    assert run.agrees is agrees


def test_a_half_is_a_half():
    """10 % of 1.25 is 0.125, which some round up and some down: 0.13 and 0.12 both agree with it."""
    for pay in (0.12, 0.13):
        assert the_run(paying([LEVELS], [row("Ann"), row("Bo", "Ann", 1.25)], {"pay": pay})).agrees


def test_two_months_of_an_example():
    """Points of two legs that are kept: 100 of 300 on the right go with January's left, 200 with February's 250."""
    team = [
        row("Ann", month="2020-01"),
        row("Bo", "Ann", 100, month="2020-01"),
        row("Cy", "Ann", 300, month="2020-01"),
        row("Bo", "Ann", 250, month="2020-02"),
    ]
    legs = {"rule": "binary", "rate": 0.1, "unmatched": "kept"}
    run = the_run(paying([legs], team, {"member": "Ann", "pay": 10, "month": "2020-01"}, {"member": "Ann", "pay": 20}))
    assert run.agrees


def test_whatever_the_page_shows_is_paid_as_printed():
    texts = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    plans = [read_pay_file(text.encode(), "a.toml")[0] for text in texts if "[[proofs]]" in text]
    assert plans
    for plan in plans:
        assert plan is not None
        assert all(isinstance(run, ProofRun) and run.agrees for run in run_proofs(Payer("A", "USD", plan)))


# What is planted, and the one reading with which the example is paid as it is printed.
SHOWS = {"rule": "own_sales", "volume": "all", "reached_by": "all", "needs_active": False}
SHOWS |= {"brackets": [{"from_volume": 0, "rate": 0.25}, {"from_volume": 2300, "rate": 0.3}]}
TWO_LEGS = [row("Ann"), row("Bo", "Ann", 5000), row("Cy", "Ann", 7000)]
PLANTED = {
    "a rate on everything that was sold, not on what lies above": (
        # 3,000 in a month: 30 % of all of it is 900, 25 % of 2,300 and 30 % of 700 are 785
        paying([SHOWS], [row("Ann", None, 3000)], {"member": "Ann", "pay": 900}),
        785.0,
        [(("parts", 0, "pays"), "whole")],
    ),
    "compression": (
        # Bo is not active, so that Cy's 1,000 are level 1 to Ann: 100, not 50
        paying(
            [LEVELS],
            [row("Ann", None, 50), row("Bo", "Ann"), row("Cy", "Bo", 1000)],
            {"member": "Ann", "pay": 100},
            minimum_personal_volume=50,
        ),
        50.0,
        [(("parts", 0, "compression"), "standard"), (("parts", 0, "compression"), "dynamic")],
    ),
    "both legs": (
        # 10 % of 5,000 on each side: 1,000, not 500
        paying([{"rule": "binary", "rate": 0.1}], TWO_LEGS, {"member": "Ann", "pay": 1000}),
        500.0,
        [(("parts", 0, "rate_on"), "total")],
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_difference_is_named_with_what_would_bring_the_two_together(name):
    payer, pays, options = PLANTED[name]
    assert the_run(payer).figures[0].ours == pytest.approx(pays)
    found = bring_together(payer, payer.plan.proofs[0])
    assert [reading.options for reading in found] == [(Option(*each),) for each in options]
    for reading in found:
        assert reading.run.agrees
        assert reading.keeps
        changed = with_options(payer.plan, reading.options)
        assert changed is not None
        assert the_run(Payer("A", "USD", changed)).agrees


def test_two_readings_at_once_where_one_is_not_enough():
    """2,300 sold: 30 % of all of it, 690, where the bracket is reached and holds for everything; else 25 %, 575."""
    payer = paying([SHOWS], [row("Ann", None, 2300)], {"member": "Ann", "pay": 690})
    (reading,) = bring_together(payer, payer.plan.proofs[0])
    assert {(each.path[-1], each.value) for each in reading.options} == {("pays", "whole"), ("threshold", "reached")}


def test_a_reading_that_loses_another_example_is_told_apart():
    """By "whole" 3,000 bring 900 as the second prints, and the first one's 785 are lost."""
    first, second = (
        {"title": TITLE, "team": [row("Ann", None, 3000)], "printed": [{"pay": pay}]} for pay in (785, 900)
    )
    plan = PayPlan.model_validate({"parts": [SHOWS], "proofs": [first, second]})
    (reading,) = bring_together(Payer("A", "USD", plan), plan.proofs[1])
    assert not reading.keeps
    assert bring_together(Payer("A", "USD", plan), plan.proofs[0]) == ()


def test_nothing_is_named_where_no_reading_does_it():
    payer = paying([LEVELS], LINE, {"member": "Ann", "pay": 1_000_000})
    assert bring_together(payer, payer.plan.proofs[0]) == ()


def test_every_other_value_of_every_field_is_an_option():
    plan = PayPlan.model_validate({"parts": [LEVELS], "ranks": [{"name": "A", "personal_volume": 1}], "rounding": {}})
    found = {(".".join(map(str, each.path)), each.value) for each in options_of(plan)}
    assert ("parts.0.pays_on_inactive", True) in found
    assert ("threshold", "passed") in found
    assert ("ranks.0.in_row_for", "first_time") in found
    assert ("rounding.how", "down") in found
    assert not any(path.startswith("proofs") or path.endswith("rule") for path, _ in found)


def test_what_the_example_does_not_state_is_a_fault_with_its_place():
    (fault,) = run_proofs(paying([SHOWS | {"by": "order"}], [row("Ann", None, 3000)], {"pay": 900}))
    assert not isinstance(fault, ProofRun)
    assert fault.path == "proofs[1].team"


def test_in_words():
    run = the_run(PLANTED["both legs"][0])
    said = run_in_words(run, ENGLISH).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "An example: printed 1,000.00 USD, 500.00 USD by these rules"
    assert sentence_of((run,), ENGLISH).endswith("it pays 0 of 1 so.")
    assert sentence_of((), ENGLISH) == ""


def a_company(plan: PayPlan) -> Company:
    """A company of one's own that pays so."""
    new, faults = new_company(Answers("A", "USD", 0.75, None), 2026, ())
    assert new is not None, faults
    company, faults = with_pay_plan(new, plan)
    assert company is not None, faults
    return company


def test_a_proof_travels_with_its_company():
    plan = PLANTED["compression"][0].plan
    company = a_company(plan)
    again, faults = read_own_company(company_toml(company), f"{company.id}.toml", ())
    assert faults == ()
    assert again is not None
    assert again.pay.plan == plan
    file = PlanFile(plan=small_seller(), own_companies=(company,))
    read, _faults = read_plan_file(dump_plan_file(file), "a.json")
    assert read is not None
    assert read.own_companies[0].pay.plan == plan


def test_what_no_longer_agrees_must_never_be_shipped():
    assert all(not [*of_proofs(company)] for company in load_catalog().companies.values())
    (remark,) = of_proofs(a_company(PLANTED["both legs"][0].plan))
    assert (remark.kind, remark.place, remark.said) == (
        "contradictory",
        "pay.plan.proofs[1].printed[1]",
        "1000 ≠ 500.0",
    )


def test_check_runs_the_proofs_and_names_what_differs(tmp_path, capsys):
    text = next(
        each
        for each in re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
        if "[[proofs]]" in each
    )
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(text, encoding="utf-8")
    bad.write_text(text.replace("pay = 24", "pay = 42"), encoding="utf-8")
    assert tomllib.loads(text)["proofs"]
    assert main(["--language", "en", "check", str(good)]) == 0
    assert "pays what its brochure prints: 1 of 1" in capsys.readouterr().out
    assert main(["--language", "en", "check", str(bad)]) != 0
    said = capsys.readouterr().err
    assert "proofs[1].printed[1]" in said
    assert "42" in said
    assert "24" in said
