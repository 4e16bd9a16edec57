"""A pay plan: what a company pays a team, part by part, and what it asks for before it pays."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import Name, Record
from planner.inputs.pay.active_recruits import ActiveRecruits
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.kinds import AnyBonus
from planner.inputs.pay.breakaway import Breakaway
from planner.inputs.pay.generations import Generations
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.limits.caps import MemberCap, PayoutCap, Rounding
from planner.inputs.pay.limits.gates import AnyGate, CustomersGate
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.proofs.proof import MOST_PROOFS, Proof
from planner.inputs.pay.ranks import MOST_RANKS, RankRule
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay.unit import Unit
from planner.inputs.pay.window import Window


def _rule_of(value: object) -> str:
    rule = value.get("rule", "") if isinstance(value, dict) else getattr(value, "rule", "")
    return f"form:{rule}"


AnyPart = Annotated[
    Annotated[Unilevel, Tag("form:unilevel")]
    | Annotated[Stairstep, Tag("form:stairstep")]
    | Annotated[Binary, Tag("form:binary")]
    | Annotated[Matrix, Tag("form:matrix")]
    | Annotated[Matching, Tag("form:matching")]
    | Annotated[Leadership, Tag("form:leadership")]
    | Annotated[Generations, Tag("form:generations")]
    | Annotated[Unit, Tag("form:unit")]
    | Annotated[ActiveRecruits, Tag("form:active_recruits")]
    | AnyBonus,
    Discriminator(_rule_of),
]


class PointIn(Record):
    """What a point of a member of this country stands for; named as a team's file names it."""

    country: Name
    value_of_point: float = Field(gt=0, le=MOST_VALUE)


class PayPlan(Record):
    """What a company pays on a team's points.

    value_of_point: commissionable money that a point stands for, on which rates are applied; countries: where it is
    another one; a team's own money, where its file states it, goes before them. points_per_100_retail: points of goods
    of 100 at shop price, by which sales to customers in points are told in money; None where no such sales are asked
    for.
    minimum_personal_volume (points) and minimum_sales (money at shop price) over the activity_window: what keeps
    somebody active, as in a company's pay. ranks: rising; the highest whose conditions are met is paid as. threshold:
    whether points that a rank asks for are enough when they are just reached, or must be passed.
    gates: before parts are paid; caps, payout_cap, rounding: on what they come to, in this order unless rounding is
    said to come first.
    proofs: examples that the company prints, with the pay that it prints of them; they change nothing of what is paid.
    """

    value_of_point: float = Field(1.0, gt=0, le=MOST_VALUE)
    countries: tuple[PointIn, ...] = Field((), max_length=300)
    points_per_100_retail: float | None = Field(None, gt=0, le=MOST_VALUE)
    minimum_personal_volume: float = Field(0, ge=0, le=MOST_VALUE)
    minimum_sales: float = Field(0, ge=0, le=MOST_VALUE)
    activity_window: Window = "month"
    ranks: tuple[RankRule, ...] = Field((), max_length=MOST_RANKS)
    threshold: Literal["reached", "passed"] = "reached"
    breakaway: Breakaway | None = None
    parts: tuple[AnyPart, ...] = Field((), max_length=30)
    gates: tuple[AnyGate, ...] = Field((), max_length=20)
    caps: tuple[MemberCap, ...] = Field((), max_length=20)
    payout_cap: PayoutCap | None = None
    rounding: Rounding | None = None
    proofs: tuple[Proof, ...] = Field((), max_length=MOST_PROOFS)

    @property
    def rank_names(self) -> tuple[str, ...]:
        """From the lowest; a rank's number is its place here, 1 for the first, and 0 is none."""
        return tuple(rank.name for rank in self.ranks)

    def rank_number(self, name: str) -> int:
        """The number of the rank of that name."""
        return next(number for number, rank in enumerate(self.ranks, start=1) if rank.name == name)

    @property
    def breaks_at(self) -> int | None:
        """The number of the rank from which on a group breaks away; None where none does."""
        return None if self.breakaway is None else self.rank_names.index(self.breakaway.rank) + 1

    @property
    def asks_to_be_active(self) -> bool:
        """Whether anything is asked for before somebody is active; else everybody is who has joined."""
        return self.minimum_personal_volume > 0 or self.minimum_sales > 0

    @property
    def points_of_ranks(self) -> float:
        """Own points of a month that every rank asks for before it pays, where steps by the rank of the month alone pay
        and ask for more than keeps somebody active; else 0, and where that is asked for over more than a month.
        """
        ranks = [rank for rank in self.ranks if rank.rate]
        alone = all(isinstance(part, Stairstep) and part.by_rank for part in self.parts)
        if not self.parts or not alone or self.activity_window != "month" or any(rank.kept != "no" for rank in ranks):
            return 0.0
        asked = min((rank.personal_volume for rank in ranks), default=0.0)
        return asked if asked > self.minimum_personal_volume else 0.0

    @property
    def has_two_legs(self) -> bool:
        """Whether some part pays on what stands left and right below everybody."""
        return any(isinstance(part, Binary) for part in self.parts)

    @property
    def volume_from(self) -> int:
        """In which month of being a member, 0 that of joining, orders begin to count as volume."""
        new = (part for part in self.parts if isinstance(part, FastStart) and not part.counts_as_volume)
        return max((part.months for part in new if part.orders == "all"), default=0)

    @property
    def wants_orders(self) -> bool:
        """Whether some part is decided order by order, so that a team's file states each."""
        return any(part.wants_orders() for part in self.parts)

    @property
    def wants_customers(self) -> bool:
        """Whether a gate or a part counts outside customers, so that a team's file does."""
        gates = any(isinstance(gate, CustomersGate) for gate in self.gates)
        return gates or any(part.wants_customers() for part in self.parts)

    @model_validator(mode="after")
    def _ranks_rise(self) -> "PayPlan":
        names = self.rank_names
        for number, rank in enumerate(self.ranks):
            if rank.name in names[:number]:
                raise PydanticCustomError("rank_twice", "a rank twice", {"key": "ranks", "found": rank.name})
            if number and rank.asks_no_more_than(self.ranks[number - 1]):
                raise PydanticCustomError("rank_order", "asks no more", {"key": "ranks", "found": rank.name})
            for legs in rank.ranked_legs:
                if legs.rank not in names[: number + 1]:
                    raise PydanticCustomError("rank_unknown", "no such rank", {"key": "ranks", "found": legs.rank})
            if rank.after is not None and rank.after not in names[:number]:
                raise PydanticCustomError("rank_unknown", "no such rank", {"key": "ranks", "found": rank.after})
        return self

    @model_validator(mode="after")
    def _ranks_have_rates(self) -> "PayPlan":
        asked = any(isinstance(part, Stairstep) for part in self.parts)
        if asked and (not self.ranks or any(rank.rate is None for rank in self.ranks)):
            raise PydanticCustomError("rates_missing", "stairstep without rates by rank", {"key": "ranks"})
        return self

    @model_validator(mode="after")
    def _parts_stand_before(self) -> "PayPlan":
        for number, part in enumerate(self.parts, start=1):
            for named in part.parts_named():
                if named >= number:
                    place = {"key": f"parts[{number}].of", "found": named}
                    raise PydanticCustomError("part_before", "no part before", place)
        return self

    @model_validator(mode="after")
    def _ranks_are_there(self) -> "PayPlan":
        if self.breakaway is None and any(isinstance(part, Leadership) for part in self.parts):
            raise PydanticCustomError("missing", "nobody breaks away", {"key": "breakaway"})
        if self.breakaway is not None and self.breakaway.rank not in self.rank_names:
            place = {"key": "breakaway", "found": self.breakaway.rank}
            raise PydanticCustomError("rank_unknown", "no such rank", place)
        for number, part in enumerate(self.parts):
            for name in part.ranks_named():
                if name not in self.rank_names:
                    raise PydanticCustomError(
                        "rank_unknown", "no such rank", {"key": f"parts[{number + 1}]", "found": name}
                    )
        return self

    @model_validator(mode="after")
    def _each_country_once(self) -> "PayPlan":
        countries = [row.country for row in self.countries]
        for number, country in enumerate(countries):
            if country in countries[:number]:
                raise PydanticCustomError("country_twice", "twice", {"key": "countries", "found": country})
        return self

    @model_validator(mode="after")
    def _limits_name_what_is_there(self) -> "PayPlan":
        numbered = [(f"gates[{number}].parts", gate.parts) for number, gate in enumerate(self.gates, start=1)]
        numbered += [(f"caps[{number}].parts", cap.parts) for number, cap in enumerate(self.caps, start=1)]
        numbered += [("payout_cap.exempt", self.payout_cap.exempt)] if self.payout_cap else []
        for key, parts in numbered:
            for part in parts:
                if part > len(self.parts):
                    raise PydanticCustomError("part_unknown", "no such part", {"key": key, "found": part})
        for number, cap in enumerate(self.caps, start=1):
            for row in cap.by_rank:
                if row.rank not in self.rank_names:
                    place = {"key": f"caps[{number}].by_rank", "found": row.rank}
                    raise PydanticCustomError("rank_unknown", "no such rank", place)
        return self

    @model_validator(mode="after")
    def _proofs_name_what_is_there(self) -> "PayPlan":
        for number, proof in enumerate(self.proofs, start=1):
            for row, member in enumerate(proof.team, start=1):
                if member.rank is not None and member.rank not in self.rank_names:
                    place = {"key": f"proofs[{number}].team[{row}].rank", "found": member.rank}
                    raise PydanticCustomError("rank_unknown", "no such rank", place)
            for row, each in enumerate(proof.printed, start=1):
                place = {"key": f"proofs[{number}].printed[{row}]"}
                if each.part is not None and each.part > len(self.parts):
                    raise PydanticCustomError("part_unknown", "no such part", place | {"found": each.part})
                if each.paid_as is not None and each.paid_as not in self.rank_names:
                    raise PydanticCustomError("rank_unknown", "no such rank", place | {"found": each.paid_as})
        return self
