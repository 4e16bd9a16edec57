"""Which parts of a pay plan the people of a plan cannot be paid, since a plan does not know what they ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.limits.gates import CustomersGate
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.pay_plan import PayPlan
from planner.language import mark

EACH_ORDER = mark("it goes by each single order, and a plan knows what is ordered in a month")
WHOLE_COMPANY = mark("it is a share of all that the company sells, and a plan knows one team alone")
WHOLE_PAYOUT = mark("it is a cap on all that the company pays, and a plan knows one team alone")
MATCHES_UNPAID = mark("it is a share of another part that is not computed")
MATCHES_CUSTOMERS = mark("it hangs on how many customers recruits have, and a plan knows how many you have alone")


@dataclass(frozen=True, slots=True)
class NotComputed:
    """What of a pay plan a plan's people are not paid. part: its number, 1 for the first; 0 for the cap on all pay.

    why: a marked English clause. matched: of a part that is paid as far as it does not match these, their numbers.
    """

    part: int
    why: str
    matched: tuple[int, ...] = ()


def not_computed_in_a_plan(plan: PayPlan) -> tuple[NotComputed, ...]:
    """Everything of a pay plan that a plan does not compute, in the order of its parts; the cap on all pay last.

    Nothing takes its place: such a part pays nothing, and such a cap cuts nothing.
    """
    cap = () if plan.payout_cap is None else (NotComputed(0, WHOLE_PAYOUT),)
    return (*_parts(plan), *cap)


def unpaid_parts(plan: PayPlan) -> frozenset[int]:
    """The numbers of the parts that pay nothing at all."""
    return frozenset(each.part for each in _parts(plan) if not each.matched)


def _parts(plan: PayPlan) -> Iterator[NotComputed]:
    unpaid: set[int] = set()
    partly: set[int] = set()
    for number, part in enumerate(plan.parts, start=1):
        if isinstance(part, OwnSales) and part.wants_orders():
            yield NotComputed(number, EACH_ORDER)
            unpaid.add(number)
        elif isinstance(part, Pool) and part.company_value is None:
            yield NotComputed(number, WHOLE_COMPANY)
            unpaid.add(number)
        elif isinstance(part, Matching):
            for why, others in ((MATCHES_UNPAID, unpaid | partly), (MATCHES_CUSTOMERS, by_customers(plan))):
                matched = tuple(each for each in part.of if each in others)
                if matched:
                    yield NotComputed(number, why, matched)
                    partly.add(number)


def by_customers(plan: PayPlan) -> frozenset[int]:
    """The numbers of the parts whose pay hangs on how many customers somebody has."""
    numbers = range(1, len(plan.parts) + 1)
    found = {number for number in numbers if plan.parts[number - 1].wants_customers()}
    for gate in plan.gates:
        if isinstance(gate, CustomersGate):
            found |= set(gate.parts or numbers)
    return frozenset(found)
