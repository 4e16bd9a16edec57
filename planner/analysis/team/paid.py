"""A team of a file, paid by a plan: what everything that is said of it starts from, or why it cannot be paid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.compensation.teams.of_file import team_months, unknown_country
from planner.compensation.teams.pay import PaidMonth, lacking, pay_team
from planner.compensation.teams.placed.placement import Unplaced
from planner.compensation.teams.team import ROOT, Array, Index, TeamMonths
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.file_text import short
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.pay_file import PayFile
from planner.inputs.pay.pay_plan import AnyPart, PayPlan
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.team_file.read import TeamTable
from planner.language import mark
from planner.speech import Speech

NOT_COMPUTED = mark(
    "How {company} pays a team is not computed here, since nobody published all of it, or no rule for it is known. "
    "Choose another company, or state its pay plan in a file of its own."
)
WANTS_ORDERS = mark(
    "This plan pays some of it by single orders, and the file states what they come to in a month. Add a column order, "
    "with a row for each order and its number."
)
WANTS_CUSTOMERS = mark(
    "This plan pays some of it by how many outside customers bought, and the file does not count them. Add a column "
    "customers, with how many bought in the month."
)
OTHER_COUNTRY = mark(
    "The plan says what a point is worth in some countries, and not in this one. Name it as the plan does, or add it "
    "there under countries."
)
PAYING = mark("Paying {members} members over {months} …")  # while it takes long
NO_SUCH_MONTH = mark("The file has no such month. It has {months}.")


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose plan it is. name: of the company or the plan. company: None for a plan in a file of its own.

    plan: as it is published, with what the person answered of it.
    """

    name: str
    currency: str
    plan: PayPlan
    company: Company | None = None


def payer_of(company: Company, answers: dict[str, float]) -> Payer | Fault:
    """The company with its plan, or that it pays nothing that is computed here."""
    plan = pay_plan_of(company, answers)
    if plan is None or not any(map(pays_something, plan.parts)):
        return Fault(company.id, NOT_COMPUTED, parameters={"company": company.name})
    return Payer(company.name, company.currency, plan, company)


def pays_something(part: AnyPart) -> bool:
    """Whether a part can pay anything: levels whose rates nobody published, and nobody stated, count as nothing."""
    return not isinstance(part, Unilevel) or any(map(any, (part.rates or (), *(row.rates for row in part.by_rank))))


def payer_of_file(file: PayFile) -> Payer:
    """The plan of a file of its own."""
    return Payer(file.name, file.currency, file)


@dataclass(frozen=True, slots=True)
class TeamPaid:
    """A team paid in every month of its file, and the month that is looked at, by its place."""

    payer: Payer
    table: TeamTable
    team: TeamMonths
    months: tuple[PaidMonth, ...]
    at: int

    @property
    def month(self) -> PaidMonth:
        """The one that is looked at."""
        return self.months[self.at]

    @property
    def before(self) -> PaidMonth | None:
        """The one before it; None for the first."""
        return self.months[self.at - 1] if self.at else None

    @property
    def members(self) -> tuple[str, ...]:
        """Everyone by their places in the team."""
        return tuple(self.team.team.members)

    @property
    def depth(self) -> Index:
        """How many stand above each, by place."""
        found = np.zeros(len(self.members), dtype=np.int64)
        for number, rows in enumerate(self.team.team.generations):
            found[rows] = number
        return found

    @property
    def below(self) -> Array:
        """How many stand below each, by place."""
        team = self.team.team
        found = np.zeros(len(team))
        for rows in reversed(team.generations[1:]):
            np.add.at(found, team.above[rows], found[rows] + 1)
        return found

    def there(self) -> int:
        """How many have joined by the month that is looked at."""
        return int(np.count_nonzero(self.team.team.joined <= self.at))

    def place_of(self, member: str) -> int | None:
        """Where a member stands; None for a name that the file does not have."""
        return self.members.index(member) if member in self.members else None

    def sponsor(self, place: int) -> str:
        """Who recruited a member; "" for the one at the top."""
        above = int(self.team.team.above[place])
        return "" if above == ROOT else self.members[above]

    def rank_name(self, number: int) -> str:
        """The plan's name of a rank by its number; "" for none."""
        return ("", *self.payer.plan.rank_names)[number]


def pay_table(table: TeamTable, payer: Payer, month: str | None = None) -> TeamPaid | Fault:
    """Every month of a file as the plan pays it. month: the one that is looked at, the last where none is named."""
    if month is not None and month not in table.months:
        listed = listed_months(table.months)
        return Fault("month", NO_SUCH_MONTH, short(month), parameters={"months": listed})
    if country := unknown_country(table, payer.plan):
        return Fault(table.columns["country"], OTHER_COUNTRY, short(country))
    team = team_months(table, payer.plan)
    for lacks in lacking(payer.plan, team):
        return Fault("", {"orders": WANTS_ORDERS, "customers": WANTS_CUSTOMERS}[lacks])
    try:
        months = pay_team(payer.plan, team)
    except Unplaced as error:
        return error.fault
    at = len(months) - 1 if month is None else table.months.index(month)
    return TeamPaid(payer, table, team, months, at)


def unpaid_table(table: TeamTable, payer: Payer) -> TeamPaid | Fault:
    """The same people and orders where nothing is paid, for who stands where: of a team that the plan cannot pay."""
    nothing = {"parts": (), "gates": (), "caps": (), "payout_cap": None}
    return pay_table(table, replace(payer, plan=payer.plan.model_copy(update=nothing)))


def without_names(table: TeamTable, speech: Speech) -> TeamTable:
    """The same team with numbers in place of names, in the order of the file; they tell nobody who it is."""
    return replace(table, members=tuple(numbered(place, speech) for place in range(1, len(table.members) + 1)))


def numbered(number: int, speech: Speech) -> str:
    """What stands in place of a name."""
    return speech.text(mark("Member {number}")).format(number=number)


def listed_months(months: Sequence[str]) -> str:
    """Those of a file: all, or the first and the last."""
    return ", ".join(months) if len(months) <= 3 else f"{months[0]} – {months[-1]}"
