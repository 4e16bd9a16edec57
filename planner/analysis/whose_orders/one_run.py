"""One run of a plan as a team that is paid: every month of it, with the receipts that a team that exists has."""

from dataclasses import dataclass, replace

import numpy as np

from planner.analysis.team.paid import Payer, TeamPaid
from planner.analysis.whose_orders.run_draws import draws_by_pay_plan
from planner.compensation.pay import MonthPay
from planner.compensation.teams.month import Past
from planner.compensation.teams.pay import PaidMonth
from planner.compensation.teams.team import Team, TeamMonths
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.team_file.read import TeamTable
from planner.language import mark
from planner.simulation.forest_payer import Watch
from planner.simulation.paths import Draws, draw_paths
from planner.simulation.placing import sides_of_tops
from planner.speech import Speech
from planner.timeline import calendar_month

YOU = 0  # the place of the distributor, at the top of the team


@dataclass(frozen=True, slots=True, eq=False)
class OneRun:
    """A run of a plan, from 0. paid: by month from 0, in the company's own currency, at the prices of the launch.

    pays: what the plan counts of it, in its currency, at the prices of the month. times: what one unit of a month's
    receipt is in the plan, by month; 0 where the company no longer paid by these rules.
    """

    number: int
    draws: Draws
    company: Company
    start_month: str
    paid: tuple[PaidMonth, ...]
    pays: tuple[MonthPay, ...]
    times: tuple[float, ...]

    def pay(self, month: int) -> float:
        """In the plan's currency."""
        return float(self.pays[month].on_own[0] + self.pays[month].on_team[0])


def one_run(plan: Plan, company: Company, number: int) -> OneRun | None:
    """The run of that number, as it is in the mean of all; None where no rule of the company's is computed."""
    draws = draws_by_pay_plan(plan, company)
    if draws is None:
        return None
    seen: list[PaidMonth] = []

    def see(_month: int, paid: PaidMonth, _before: Past) -> None:
        seen.append(paid)

    paths = draw_paths(draws, plan.chance.seed, number, 1, Watch(see, everyone=True, receipts=True))
    terms, level = draws.terms, draws.assumptions.price_level[:, 0]
    times = tuple(terms.pay_times * float(each) * terms.pays_in(month) for month, each in enumerate(level))
    return OneRun(number, draws, company, plan.start_month, tuple(seen), paths.trading.pays, times)


def as_team(run: OneRun, month: int, speech: Speech) -> TeamPaid:
    """The run as a team of which a month is looked at; its members are numbered as they stand below each other."""
    plan = run.draws.terms.pay_plan
    if plan is None:
        raise ValueError("a run whose receipts are asked for is paid by a pay plan")
    names = names_of(run.paid[0].month.team, speech)
    months = tuple(
        replace(each, name=calendar_month(run.start_month, number).strftime("%Y-%m"))
        for number, each in enumerate(run.paid)
    )
    team = replace(run.paid[0].month.team, members=names)
    every = TeamMonths(team, tuple(each.name for each in months), tuple(each.month.all_bought for each in months))
    table = TeamTable(
        members=names,
        above=team.above,
        joined=team.joined.astype(np.int64),
        months=every.names,
        orders=(),
        placed_under=None,
        side=None,
        rank=None,
        country=None,
        encoding="utf-8-sig",
        columns={},
        unread=(),
    )
    payer = Payer(run.company.name, run.company.currency, plan, run.company)
    return TeamPaid(payer, table, every, months, month)


@dataclass(frozen=True, slots=True)
class Ordered:
    """What one below ordered in a month, in points. member: their place. by_customers: of it, what outside customers
    bought. leg: 0 left and 1 right, where the company pays on two legs; None where it does not.
    """

    member: int
    points: float
    by_customers: float
    leg: int | None


def ordered_below(run: OneRun, month: int) -> tuple[Ordered, ...]:
    """Everybody below who ordered in a month, the most first."""
    stands, plan = run.paid[month].month, run.draws.terms.pay_plan
    bought, team = stands.all_bought, stands.team  # of this month, as at launch nobody is there yet to be placed
    two_legs = plan is not None and plan.has_two_legs
    sides = sides_of_tops(team, run.draws.assumptions.placing).tolist() if two_legs else [None] * len(team)
    who = np.flatnonzero(bought.points > 0)
    who = who[who >= team.tops.stop]
    order = who[np.argsort(-bought.points[who], kind="stable")].tolist()
    return tuple(Ordered(at, float(bought.points[at]), float(bought.by_customers[at]), sides[at]) for at in order)


def names_of(team: Team, speech: Speech) -> tuple[str, ...]:
    """You, and Recruit 2.1 for the first recruit of one's second: as many numbers as levels, the first of them the leg.

    A place each.
    """
    text = speech.text(mark("Recruit {number}"))
    numbers, recruits = [""] * len(team), np.zeros(len(team), dtype=np.int64)
    names = [speech.text(mark("You"))] * len(team)
    for place in range(team.tops.stop, len(team)):
        above = int(team.above[place])
        recruits[above] += 1
        numbers[place] = f"{numbers[above]}.{recruits[above]}".removeprefix(".")
        names[place] = text.format(number=numbers[place])
    return tuple(names)
