"""What a company may state of its orders, and what is refused of it."""

from typing import Any

import pytest

from planner.inputs.company.company import Company
from planner.inputs.faults import checked
from planner.inputs.own_company.own_company import with_figure
from planner.inputs.own_company.places import value_at
from tests.properties.situations import INVENTED, figure, invented_company


def table(*costs: float) -> dict[str, Any]:
    return {"steps": [{"from_cost": cost, "amount": 5} for cost in costs], **INVENTED}


@pytest.mark.parametrize(
    ("orders", "path", "words"),
    [
        ({"freight_share": figure(0.1, "share"), "freight_table": table(0)}, "freight_table", "only one of the two"),
        ({"tax_on_paid": figure(0.1, "share"), "tax_on_shop_price": figure(0.1, "share")}, "tax_on_shop_price", "only"),
        ({"freight_table": table(10)}, "freight_table.steps", "the first one at 0"),
        ({"freight_table": table(0, 10, 10)}, "freight_table.steps", "begin higher"),
        ({"fee": figure(5, "share")}, "fee.value", "fraction of 1"),
        ({"fee": figure(5, "points")}, "fee.unit", "money"),
        ({"freight_share": figure(1.2, "share")}, "freight_share.value", "fraction of 1"),
    ],
)
def test_what_cannot_be_is_refused(orders, path, words):
    data = invented_company().model_dump(mode="json", exclude_none=True) | {"orders": orders}
    company, [fault] = checked(Company, data)
    assert company is None
    assert fault.path == f"orders.{path}"
    assert words in fault.message.format(**fault.parameters)


def test_a_person_states_what_their_invoice_says():
    own = Company.model_validate(invented_company().model_dump() | {"yours": True, "id": "yours-invented"})
    for path, value in (("orders.fee", 4.95), ("orders.freight_share", 0.08), ("joining.kit_tax", 0.07)):
        own, faults = with_figure(own, path, value, "invoice of March", 2026)
        assert faults == ()
        assert value_at(own, path) == value
    for path in ("orders.fee", "orders.freight_share", "joining.kit_tax"):
        own, faults = with_figure(own, path, None, "", 2026)
        assert (faults, value_at(own, path)) == ((), None)
