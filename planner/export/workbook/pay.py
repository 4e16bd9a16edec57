"""The sheets of pay: what the team is and buys, as values; and what is paid on own goods and on the team.

Team pay stands for each rank as what the team of the plan would bring at it; which rank, and whether anything is paid
at all, follows from own points.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from planner.compensation.kinds.stairstep import pay_stairstep
from planner.compensation.kinds.unilevel import pay_unilevel
from planner.compensation.ranks import NEARLY, group_volume, legs_with
from planner.compensation.volumes import MonthVolumes
from planner.export.workbook.activity import TRUE
from planner.export.workbook.formula import Formula, both, nearly, of, when
from planner.export.workbook.goods import Goods
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Heading, Row, Sheet, line
from planner.inputs.company.pay_rules import Rank
from planner.language import mark
from planner.projection.assumptions import Array
from planner.projection.engine import Projection
from planner.projection.given_pay import GivenPay
from planner.projection.team.expected_team import ExpectedTeam


@dataclass(frozen=True, slots=True)
class InMonth:
    """What pay rests on in a month: own points, what counts of own goods, what is ordered, and whether all that the
    company asks for is there.

    level: what shop prices have risen to; None for pay at those of the first year. name_of_group: of the points of the
    group in the program's other files, "" for a month that is only imagined.
    """

    volume: Callable[[int], Formula]
    value: Callable[[int], Formula]
    placed: Callable[[int], Formula]
    active: Callable[[int], Formula]
    level: Row | None = None
    name_of_group: str = ""

    def paid(self, month: int, at_first: Formula) -> Formula:
        """Pay of the month; at_first: the same at the prices of the first year."""
        return at_first if self.level is None else at_first * self.level[month]


class Team(Sheet):
    """The team as values: none of it follows."""

    title = mark("Team")
    about = mark(
        "None of this follows: whom the team has and what it buys stand as the program computed them. Pay is at the "
        "prices of the first year."
    )

    def __init__(self, given: Inputs) -> None:
        super().__init__(given)
        self.projection = given.case.projection
        terms, assumptions = self.projection.terms, self.projection.assumptions
        self.terms = terms
        buys, nothing = ExpectedTeam(assumptions, terms, self.projection.network), np.zeros(assumptions.scenarios)
        self._volumes = [MonthVolumes.of(nothing, nothing, buys(month)) for month in range(self.months + 1)]
        if self.projection.given is not None:
            return
        rows = terms.ranks.rows if terms.stairstep is not None and terms.ranks is not None else ()
        self.met = [
            self.add(_fixed(mark("Legs and recruits are enough for: {name}"), "number", self, rank), met)
            for rank, met in ((rank, self._met(rank)) for rank in rows)
        ]
        self.pay = [
            self.add(_fixed(mark("Pay on the team at the rank: {name}"), "money", self, rank), self._paid(number))
            for number, rank in enumerate((None, *rows))
        ]

    @line(mark("Your own recruits"), "people", "recruits", kind="fixed")
    def recruits(self, month: int) -> Formula | float:
        return float(self.projection.network.joined[month, 1, 0])

    @line(mark("People in the team"), "people", "team", kind="fixed")
    def people(self, month: int) -> Formula | float:
        return float(self.projection.network.active[month, 1:, 0].sum())

    @line(mark("Points of the team that count in the group"), "points", kind="fixed")
    def points(self, month: int) -> Formula | float:
        breakaway = self.terms.stairstep is not None and self.terms.stairstep.breakaway
        return float(group_volume(self._volumes[month], self.terms.ranks, breakaway=breakaway)[0])

    def _met(self, rank: Rank) -> Callable[[int], float]:
        """Whether the team has what a rank asks of it, 1 or 0."""

        def met(month: int) -> float:
            volumes = self._volumes[month]
            legs = not rank.leg_count or legs_with(volumes, rank.leg_volume)[0] + NEARLY >= rank.leg_count
            return float(legs and volumes.frontline[0] + NEARLY >= rank.frontline)

        return met

    def _paid(self, number: int) -> Callable[[int], float]:
        """What the team brings at a rank, 0 being none."""
        terms = self.terms

        def paid(month: int) -> float:
            volumes, on_team = self._volumes[month], 0.0
            if terms.unilevel is not None:
                on_team += float(pay_unilevel(volumes.level_value, terms.unilevel.rates).sum(axis=0)[0])
            if terms.stairstep is not None and terms.ranks is not None:
                on_team += float(pay_stairstep(volumes, np.array([number]), terms.ranks)[1][0])
            return on_team

        return paid


def _fixed(title: str, unit: str, sheet: Sheet, rank: Rank | None) -> Heading:
    _ = sheet.speech.text
    return Heading(_(title).format(name=_(mark("none")) if rank is None else rank.name), unit, kind="fixed", text=True)


class Pay(Sheet):
    """What the company pays, as it is earned."""

    title = mark("Pay")
    about = mark("Pay on the team rests on the sheet Team and does not follow; which rank is paid at follows.")

    def __init__(self, given: Inputs, goods: Goods, team: Team) -> None:
        super().__init__(given)
        self.goods, self.team, self.terms = goods, team, given.case.projection.terms
        self.ranked = self.terms.stairstep is not None and self.terms.ranks is not None
        if given.case.projection.given is not None:
            self._of_runs(given.case.projection, given.case.projection.given)
            return
        level, value = goods.prices.level, goods.value
        bought = InMonth(goods.volume.__getitem__, value.__getitem__, self._placed, goods.active, level, "group_volume")
        self.own, self.on_team = self._paid(bought)
        if given.case.plan.stock.buys_to_qualify == "while_it_pays":
            self.add(Heading(mark("Had own points been enough"), "", kind="heading"), lambda _month: 0)
            goods.would_be_paid = self._would_be_paid()

    def _of_runs(self, projection: Projection, pay: GivenPay) -> None:
        """Pay as values: the mean of the plan's runs, each of which is paid person by person."""
        self.about = mark("None of this follows: pay is the mean of many runs of the plan, as the program drew them.")
        runs = self.speech.number(pay.runs)

        def mean(title: str, unit: str, by_month: Array, name: str = "") -> Row:
            heading = self.speech.text(title).format(runs=runs)
            return self.add(
                Heading(heading, unit, name, kind="fixed", text=True), lambda month: float(by_month[month, 0])
            )

        self.own = mean(mark("Pay on your own goods, mean of {runs} runs"), "money", projection.commission_on_own)
        self.on_team = mean(mark("Pay on the team, mean of {runs} runs"), "money", projection.commission_on_team)
        points = mark("Points of the group, mean of {runs} runs")
        mean(points, "points", projection.group_volume, "group_volume")

    def _placed(self, month: int) -> Formula:
        return self.goods.purchased[month] + self.goods.qualifying[month]

    def _would_be_paid(self) -> Row:
        """What the month would have paid, had the goods that were missing for it been bought too."""
        goods = self.goods
        missing = self.add(
            Heading(mark("Goods that were missing for it"), "money"),
            lambda month: goods.lacking[month] - goods.qualifying[month],
        )
        counts = self.given.company("commissionable_share")
        enough = InMonth(
            lambda month: goods.volume[month] + missing[month] * goods.prices.points[month],
            lambda month: goods.value[month] + missing[month] * counts,
            lambda month: self._placed(month) + missing[month],
            lambda _month: TRUE,
        )
        own, team = self._paid(enough)
        return self.add(Heading(mark("Pay, had they been bought"), "money"), lambda month: own[month] + team[month])

    def _paid(self, bought: InMonth) -> tuple[Row, Row]:
        """Pay on own goods and on the team."""
        active = self.add(
            Heading(mark("What the company asks for is there, 1 or 0"), "number"),
            lambda month: when(both(bought.active(month), self._ordered(month, bought)), 1, 0),
        )
        if not self.ranked:
            own = self.add(Heading(mark("Pay on your own goods"), "money"), lambda _month: 0)
            team = self.add(
                Heading(mark("Pay on the team"), "money"),
                lambda month: (
                    bought.paid(month, active[month] * self.team.pay[0][month]) if self.terms.pays_in(month) else 0
                ),
            )
            return own, team
        rank = self._rank(bought, active)
        rates = self.given.column("ranks", 3)

        def on_own(month: int) -> Formula:
            if not self.terms.pays_in(month):
                return of(0)
            rate = when(rank[month] > 0, rates.at(rank[month] - 1), 0)
            return bought.paid(month, rate * bought.value(month) * active[month])

        def on_team(month: int) -> Formula:
            if not self.terms.pays_in(month):
                return of(0)
            return bought.paid(month, self.team.block(self.team.pay, month).at(rank[month]) * active[month])

        return (
            self.add(Heading(mark("Pay on your own goods"), "money"), on_own),
            self.add(Heading(mark("Pay on the team"), "money"), on_team),
        )

    def _rank(self, bought: InMonth, active: Row) -> Row:
        """The number of the rank that the month is paid at, 0 being none."""
        group = self.add(
            Heading(mark("Points of the group"), "points", bought.name_of_group),
            lambda month: bought.volume(month) + self.team.points[month],
        )

        def reached(number: int, asked: tuple[Formula, ...], month: int) -> Formula:
            enough = nearly(group[month]) >= asked[1], nearly(bought.volume(month)) >= asked[2]
            return when(both(*enough, self.team.met[number - 1][month] > 0), number, 0)

        rows = [
            self.add(Heading(str(asked[0].value), "number", text=True), partial(reached, number, asked))
            for number, asked in enumerate(self.given.rows("ranks"), 1)
        ]
        return self.add(
            Heading(mark("Rank of the month, by its number"), "number"),
            lambda month: self.block(rows, month).largest() * active[month],
        )

    def _ordered(self, month: int, bought: InMonth) -> Formula:
        """Whether the order is placed that the company pays for alone, where the person will not place it."""
        order = self.terms.standing_order
        if not (order.loses_pay and order.asked_in(month)):
            return TRUE
        asked = self.goods.asked[month]
        return both(asked > 0, bought.placed(month) >= asked * (1 - NEARLY))
