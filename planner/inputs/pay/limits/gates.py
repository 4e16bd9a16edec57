"""Gates: what somebody must have before they are paid at all, or paid some parts; ten customers, say."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from planner.inputs.cited.figure import MOST_VALUE, FewWords, Year
from planner.inputs.cited.source import LEAST_AMOUNT, Record

PartNumbers = Annotated[
    tuple[Annotated[int, Field(ge=1)], ...], Field(max_length=30)
]  # as they are listed, 1 the first


class Gate(Record):
    """name: as the company calls it. parts: those that it stands before, by their number; all where none is named.

    Whoever does not meet it in a month is not paid them for that month; what parts keep for the next is left as it is.
    """

    name: FewWords | None = None
    source: str | None = None
    year: Year | None = None
    parts: PartNumbers = ()


class CustomersGate(Gate):
    """least: so many outside customers who bought in the month; a team's file counts them."""

    gate: Literal["customers"]
    least: int = Field(ge=1, le=1_000_000)


class CustomerVolumeGate(Gate):
    """least: points that outside customers bought in the month, through oneself alone."""

    gate: Literal["customer_volume"]
    least: float = Field(ge=LEAST_AMOUNT, le=MOST_VALUE)


class SoldShareGate(Gate):
    """least: the share of one's purchases that has been sold on or used, in points; 0.7 of a 70 % rule.

    of: the purchases of "this_month", with what was sold in it; or the "last_purchase": those of the last month before
    in which there were some, with what outside customers ordered of them and what was sold since then from the shelf,
    this month included. own_use_counts: whether what somebody used themselves counts as sold. What a team's file does
    not state was neither sold nor used. on_nothing: whether the gate is "met" or "failed" where nothing was bought.
    """

    gate: Literal["sold_share"]
    least: float = Field(ge=LEAST_AMOUNT, le=1)
    of: Literal["this_month", "last_purchase"] = "last_purchase"
    own_use_counts: bool = False
    on_nothing: Literal["met", "failed"] = "failed"


class OutsideShareGate(Gate):
    """least: the share of the month's points that outside customers bought; 0.51 of a 51 % rule.

    of: one's "own" points, or those of everyone below with them ("with_downline"). on_nothing: as of a sold share.
    """

    gate: Literal["outside_share"]
    least: float = Field(ge=LEAST_AMOUNT, le=1)
    of: Literal["own", "with_downline"] = "own"
    on_nothing: Literal["met", "failed"] = "failed"


def _gate_of(value: object) -> str:
    gate = value.get("gate", "") if isinstance(value, dict) else getattr(value, "gate", "")
    return f"form:{gate}"


AnyGate = Annotated[
    Annotated[CustomersGate, Tag("form:customers")]
    | Annotated[CustomerVolumeGate, Tag("form:customer_volume")]
    | Annotated[SoldShareGate, Tag("form:sold_share")]
    | Annotated[OutsideShareGate, Tag("form:outside_share")],
    Discriminator(_gate_of),
]
