"""Sets of tax rules are read or refused with every reason at once, and a plan names one that exists."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from planner.errors import Fault
from planner.inputs.evidence.tax_rules import TAX_RULES, load_tax_rules, read_tax_rules
from planner.inputs.faults import faults_of
from planner.inputs.plan.plan import Plan

SWEDEN, USA = "sweden-sole-trader-2026", "united-states-self-employment-2025"
USA_2026 = "united-states-self-employment-2026"
TEXT = (TAX_RULES / f"{SWEDEN}.toml").read_text(encoding="utf-8")


def told(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Path and English message of every fault of the Swedish file with the first place of each change replaced."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    rules, faults = read_tax_rules(text.encode(), "some-rules.toml")
    assert rules is None
    assert all(fault.file == "some-rules.toml" for fault in faults)
    return [(fault.path, fault.message.format(**fault.parameters)) for fault in faults]


def test_the_name_of_the_file_is_the_id():
    rules, faults = read_tax_rules(TEXT.encode(), "another-name.toml")
    assert faults == ()
    assert rules is not None
    assert rules.id == "another-name"


def test_faults_of_the_schema_and_of_the_sources_are_told_together():
    assert told(
        ("value = 0.2897", "value = 28.97"),
        ('source = "skatteverket"', 'source = "skatten"'),
        ("assumed = 3\n", "assumed = 5\n"),
    ) == [
        ("contributions[1].rate.value", "A share is a fraction of 1, which is the whole. State 5 % as 0.05."),
        ("vat.every_months", "This value does not fit here."),
        (
            "contributions[1].floor.source",
            "No source of this name is listed under sources. List it there, or name one that is: fortnox, "
            "skatteverket, reduction-guidance, reduction-help, new-trader-losses, new-trader-conditions, "
            "municipal-tax, in-kind, food-vat-scope, food-vat-bill, vat-threshold, state-tax.",
        ),
    ]


def test_a_figure_in_another_unit_and_a_key_that_nobody_reads_are_refused():
    assert told(('unit = "money_a_year"', 'unit = "money"'), ("[paid_in]", "[payed_in]")) == [
        ("paid_in", "Nothing is stated here, and it is needed. State it."),
        ("vat.threshold.unit", "This figure is wanted in another unit. State it in the unit money_a_year."),
        (
            "payed_in",
            "Nothing by this name is read, so it would have no effect. Did you mean paid_in? Correct or remove it.",
        ),
    ]


def test_a_file_that_is_no_toml_is_a_fault():
    rules, faults = read_tax_rules(b"name = ", "broken.toml")
    assert rules is None
    assert len(faults) == 1


def test_one_bad_file_never_stops_the_rest(tmp_path: Path):
    (tmp_path / "a.toml").write_text("nothing = 1", encoding="utf-8")
    (tmp_path / "b.toml").write_text(TEXT, encoding="utf-8")
    loaded = load_tax_rules(tmp_path)
    assert list(loaded.sets) == ["b"]
    assert {fault.file for fault in loaded.faults} == {"a.toml"}


def test_sets_cannot_be_changed_by_whoever_reads_them():
    sets = load_tax_rules().sets
    with pytest.raises(TypeError):
        sets["mine"] = sets[SWEDEN]


@pytest.mark.parametrize("name", ["none", "flat", SWEDEN, USA, USA_2026])
def test_a_plan_names_rules_that_exist(name: str):
    assert Plan.model_validate({"tax": {"rules": name}}).tax.rules == name


@pytest.mark.parametrize("name", ["", "Flat", "sweden-sole-trader-2025", f"../tax_rules/{SWEDEN}"])
def test_a_plan_that_names_others_is_told_which_there_are(name: str):
    with pytest.raises(ValidationError) as raised:
        Plan.model_validate({"tax": {"rules": name}})
    (fault,) = faults_of(raised.value, Plan)
    assert fault == Fault(
        "tax.rules",
        "These tax rules are not known here. State one of these: {known}.",
        f'"{name}"',
        "",
        {"known": f"none, flat, {SWEDEN}, {USA}, {USA_2026}"},
    )
