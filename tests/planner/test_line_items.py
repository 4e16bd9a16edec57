"""What the statement's lines say of themselves is thought of for each: nothing is left out by being forgotten."""

from planner.line_items import COSTS_WITH_VAT, LINE_ITEMS

# Refunds are sales taken back, interest is free of VAT, and tax that is paid ahead or
# handed on is not got back.
NO_VAT = {"refunds", "interest", "tax_on_goods", "sales_tax_handed_on"}


def test_vat_is_got_back_on_every_cost_that_holds_it() -> None:
    """Costs are paid as they arise; goods are not among them, whose VAT is told apart in what they cost."""
    costs = {line.name for line in LINE_ITEMS if line.cash == line.profit == -1}
    assert costs == NO_VAT | set(COSTS_WITH_VAT)


def test_income_is_profit() -> None:
    assert [line.name for line in LINE_ITEMS if line.income is not None and not line.profit] == []
