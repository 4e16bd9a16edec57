"""A proof of a pay plan: an example that its brochure prints, with the team of it and the pay that is printed."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.cited.figure import MOST_VALUE, FewWords, Year
from planner.inputs.cited.source import Name, Record
from planner.inputs.team_file.read import TeamTable
from planner.inputs.team_file.stated import MonthName, TeamRow, table_stated
from planner.language import mark

MOST_MEMBERS, MOST_FIGURES, MOST_PROOFS, MOST_MONTHS = 300, 60, 20, 60

MANY_MONTHS = mark("The team of an example has at most {most} months. Leave out those that are not needed.")


class Printed(Record):
    """A figure of the example: pay in money, or the rank that somebody is paid as.

    member: whose; of all of them together where none is named. month: in which; the last where none is named.
    part, step: what of the pay is meant, by the number of the part, and of its level, generation or bracket; all of it
    where none is named. leg: what of it rests on the orders of this member and of everyone below them.
    to: the last digit that is printed, 0.01 for a cent, 1 for whole money. rounded: to the "nearest", or always "down".
    """

    member: Name | None = None
    month: MonthName | None = None
    pay: float | None = Field(None, ge=0, le=MOST_VALUE)
    part: int | None = Field(None, ge=1, le=30)
    step: int | None = Field(None, ge=0, le=100)
    leg: Name | None = None
    to: float = Field(0.01, ge=1e-4, le=1e6)
    rounded: Literal["nearest", "down"] = "nearest"
    paid_as: Name | None = None

    @model_validator(mode="after")
    def _one_figure(self) -> "Printed":
        if self.pay is None and self.paid_as is None:
            raise PydanticCustomError("missing", "no figure", {"key": "pay"})
        if self.paid_as is not None:
            for key in ("pay", "part", "step", "leg"):
                if getattr(self, key) is not None:
                    raise PydanticCustomError("two_forms", "of pay", {"key": key})
            if self.member is None:
                raise PydanticCustomError("missing", "whose rank", {"key": "member"})
        if self.step is not None and self.part is None:
            raise PydanticCustomError("missing", "of which part", {"key": "part"})
        return self


class Proof(Record):
    """title: what the example is called, or where it stands. source, year: a key of the file's sources, and of when.

    team: a row for each member and month, or for each order, as in a team's file; without months it is one month.
    printed: the figures of it.
    """

    title: FewWords
    source: str | None = None
    year: Year | None = None
    team: Annotated[tuple[TeamRow, ...], Field(min_length=1, max_length=MOST_MEMBERS)]
    printed: Annotated[tuple[Printed, ...], Field(min_length=1, max_length=MOST_FIGURES)]

    @property
    def month(self) -> str:
        """Of a team that states none: the last of a year, so that a quarter or a year of it is over."""
        return f"{self.year if isinstance(self.year, int) else 2000}-12"

    def table(self) -> TeamTable:
        """The team, which has no fault, since the proof would have been refused."""
        table, faults = table_stated(self.team, self.month)
        if table is None:
            raise ValueError(faults[0].message)
        return table

    @model_validator(mode="after")
    def _a_team(self) -> "Proof":
        table, faults = table_stated(self.team, self.month)
        if table is not None and len(table.months) > MOST_MONTHS:
            faults = (Fault("", MANY_MONTHS, table.months[0], "", {"most": float(MOST_MONTHS)}),)
        for fault in faults:
            line = fault.parameters.get("line")
            row = () if line is None else (int(line) - 1, *([fault.path] if fault.path else []))
            told = {"place": ("team", *row), "message": fault.message, "found": fault.found}
            raise PydanticCustomError("told", "wrong in the team", {**told, "parameters": dict(fault.parameters)})
        if table is not None:
            self._names_of(table)
        return self

    def _names_of(self, table: TeamTable) -> None:
        """Raises where a figure names a member or a month that the team has not."""
        for number, each in enumerate(self.printed, start=1):
            for key, name, known, kind in (
                ("member", each.member, table.members, "proof_member"),
                ("leg", each.leg, table.members, "proof_member"),
                ("month", each.month, table.months, "proof_month"),
            ):
                if name is not None and name not in known:
                    raise PydanticCustomError(kind, "not there", {"key": f"printed[{number}].{key}", "found": name})
