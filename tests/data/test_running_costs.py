"""The suggestions for running costs that are shipped: in both languages, an amount only where a source gives one."""

from planner.inputs.cited.figure import Cited, Figure, NotFound, Words
from planner.inputs.company.edited import plain_numbers
from planner.inputs.evidence.usual_costs import SuggestedCosts, load_suggested_costs
from planner.inputs.plan.getting_started import RunningCost
from tests.data.test_companies import records


def suggestions() -> SuggestedCosts:
    loaded = load_suggested_costs()
    assert loaded.faults == ()
    assert loaded.found is not None
    return loaded.found


def test_the_kinds_promised_are_there():
    assert [cost.name.en for cost in suggestions().costs] == [
        "Website or web shop",
        "Phone and internet",
        "Events and travel",
        "Training",
        "Advertising",
        "Shipping materials",
        "Payment fees",
        "Insurance",
        "Bookkeeping",
        "Customer register and web tools",
    ]


def test_an_amount_has_its_source_and_nothing_else_has_one():
    found = suggestions()
    amounts = {cost.name.en: cost.amount for cost in found.costs if isinstance(cost.amount, Figure)}
    assert {name: amount.value for name, amount in amounts.items()} == {"Website or web shop": 15}
    assert (found.all_together.amount.value, found.all_together.amount.year) == (1608, 2018)
    assert {record.source for record in records(found) if isinstance(record, Cited)} == set(found.sources)
    assert all(source.address for source in found.sources.values())
    for cost in found.costs:
        if isinstance(cost.amount, NotFound):
            assert "your own bills" in cost.amount.not_found.en
            assert cost.currency is None


def test_every_name_fits_into_a_plan_in_both_languages():
    for cost in suggestions().costs:
        for name in (cost.name.en, cost.name.sv):
            assert RunningCost(name=name, amount=0, every_months=cost.every_months).name == name


def test_every_text_says_the_same_figures_in_both_languages():
    for text in (record for record in records(suggestions()) if isinstance(record, Words)):
        assert text.en != text.sv
        assert plain_numbers(text.en, ",", ".") == plain_numbers(text.sv, "[ \N{NO-BREAK SPACE}]", ","), text
        assert "!" not in text.en + text.sv
