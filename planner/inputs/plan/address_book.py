"""The people the distributor knows: a list that is used up, where customers and recruits may be found."""

from typing import TYPE_CHECKING, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record
from planner.inputs.plan.entry import Share, Turned, assumed, entry
from planner.language import mark

if TYPE_CHECKING:
    from planner.inputs.plan.plan import Plan

FROM_WHERE = {
    "schedule": mark("As many as I say"),
    "address_book": mark("From my address book"),
}
From = Literal["schedule", "address_book"]


def customers_are_found(plan: "Plan") -> bool:
    """Whether customers come from the address book."""
    return plan.customers.new_from == "address_book"


def recruits_are_found(plan: "Plan") -> bool:
    """Whether recruits come from the address book."""
    return plan.team.recruits_from == "address_book"


def somebody_is_asked(plan: "Plan") -> bool:
    """Whether the address book counts."""
    return customers_are_found(plan) or recruits_are_found(plan)


class AddressBook(Record):
    """The people the distributor knows, a list that is used up: customers and recruits are found among those asked.

    Asked in a month: a share of those who remain, gone from the list whatever they say, and the cold contacts.
    """

    contacts: float = entry(
        150,
        "people",
        mark("People you could ask"),
        mark("Everyone you know whom you would ask: friends, family, neighbours, colleagues."),
        assumed(mark("A round figure. Count your own: most people know fewer whom they would ask.")),
        counts=somebody_is_asked,
        turned=Turned(),
        ge=0,
        le=1e6,
    )
    share_approached: Share = entry(
        0.20,
        "share",
        mark("Of those left, how many you ask each month"),
        mark("The list shrinks by this share each month, so that it is never quite empty and soon nearly so."),
        assumed(mark("One in five of those who remain. A judgement.")),
        counts=somebody_is_asked,
        turned=Turned(),
    )
    cold_a_month: float = entry(
        0.0,
        "people",
        mark("Strangers you ask a month"),
        mark("Cold contacts: people outside your list, at fairs, online or at the door."),
        assumed(mark("None, until you state it.")),
        counts=somebody_is_asked,
        turned=Turned(at_least=5),
        ge=0,
        le=1e5,
    )
    become_customers: Share = entry(
        0.10,
        "share",
        mark("Of those you ask, who buy"),
        mark("The share of the people you ask who become customers."),
        assumed(mark("One in ten. A judgement: nobody has published a figure.")),
        counts=customers_are_found,
        turned=Turned(whole_with="become_recruits"),
    )
    become_recruits: Share = entry(
        0.03,
        "share",
        mark("Of those you ask, who join"),
        mark("The share of the people you ask who join the company through you."),
        assumed(mark("Three in a hundred. A judgement: nobody has published a figure.")),
        counts=recruits_are_found,
        turned=Turned(whole_with="become_customers"),
    )

    @model_validator(mode="after")
    def _at_most_everybody_asked(self) -> "AddressBook":
        if self.become_customers + self.become_recruits > 1 + 1e-9:
            raise PydanticCustomError("asked_shares", "more than all who are asked", {"key": "become_recruits"})
        return self
