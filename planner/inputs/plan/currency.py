"""A plan in another currency: its default amounts follow, amounts that the person stated stay as they are."""

from collections.abc import Iterator
from typing import Any

from planner.inputs.cited.source import Record
from planner.inputs.plan.plan import Plan, default_plan

NO_AMOUNT = "exchange_rates"  # is money too, but of two currencies


def in_currency(plan: Plan, currency: str, *, defaults_follow: bool = True) -> Plan:
    """The plan counted in a currency. Nothing is converted: defaults become those of the currency, or the numbers stay.

    defaults_follow: False keeps the numbers even where all of them are defaults. Exchange rates are dropped, since they
    were stated against the currency that is left.
    """
    if currency == plan.currency:
        return plan
    data = plan.model_dump(mode="json") | {"currency": currency, NO_AMOUNT: {}}
    if defaults_follow and amounts_are_defaults(plan):
        default = default_plan(currency).model_dump(mode="json")
        for *group, name in amounts():
            _inside(data, group)[name] = _inside(default, group)[name]
    return Plan.model_validate(data)


def amounts_are_defaults(plan: Plan) -> bool:
    """Whether the person has stated no amount of money yet."""
    stated, default = plan.model_dump(mode="json"), default_plan(plan.currency).model_dump(mode="json")
    return all(_inside(stated, path) == _inside(default, path) for path in amounts())


def amounts() -> Iterator[list[str]]:
    """Where amounts of money stand in a plan, lists of costs as a whole."""
    for name, field in Plan.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Record):
            inner = field.annotation.model_fields.items()
            yield from ([name, key] for key, declared in inner if _is_money(declared.json_schema_extra))
        elif name != NO_AMOUNT and _is_money(field.json_schema_extra):
            yield [name]


def _is_money(declared: Any) -> bool:
    return isinstance(declared, dict) and declared.get("unit") == "money"


def _inside(data: Any, path: list[str]) -> Any:
    for part in path:
        data = data[part]
    return data
