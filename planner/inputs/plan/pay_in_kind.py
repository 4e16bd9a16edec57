"""What a company gives in place of money: free goods, product credit, prizes and trips, a row each."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record, Text
from planner.inputs.plan.entry import Money
from planner.language import mark

if TYPE_CHECKING:
    from planner.inputs.company.company import Company

WORTH = {
    "pays_for_goods": mark("It pays for my goods"),
    "bought_anyway": mark("I would have bought it"),
    "nothing": mark("It is worth nothing to me"),
}


class PayInKind(Record):
    """Something received in `first_month`, and every `every_months` from there until `last_month`; once where empty.

    value: what the company says that it is worth, which tax is counted on; of what pays for goods, at your own price.
    worth: what it is to the person, one of WORTH. company: the id of the company that gives it, None where every
    company that the plan is laid on does.
    """

    name: Text = Field(min_length=1, max_length=80)
    value: Money
    first_month: int = Field(1, ge=1, le=120)
    every_months: int | None = Field(None, ge=1, le=120)
    last_month: int | None = Field(None, ge=1, le=120)
    worth: Literal["pays_for_goods", "bought_anyway", "nothing"] = "nothing"
    company: Annotated[str, Field(min_length=1, max_length=80)] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "PayInKind":
        if self.last_month is not None and self.last_month < self.first_month:
            raise PydanticCustomError("given_order", "ends before it begins", {"key": "last_month"})
        return self

    def received_in(self, month: int) -> bool:
        """Whether it comes in a month of the plan."""
        if month < self.first_month or (self.last_month is not None and month > self.last_month):
            return False
        return (
            month == self.first_month
            if self.every_months is None
            else not (month - self.first_month) % self.every_months
        )

    def given_by(self, company: "Company") -> bool:
        """Whether a company gives it; the person's own version of a company gives what that one does."""
        return self.company is None or self.company in (company.id, company.version_of)
