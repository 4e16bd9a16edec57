"""People who join the company through the distributor, and through them: the downline."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record
from planner.inputs.plan.address_book import FROM_WHERE, From, recruits_are_found
from planner.inputs.plan.entry import Share, Turned, assumed, entry
from planner.inputs.plan.schedule import Schedule, monthly_values
from planner.inputs.plan.team_today import MOST_TODAY, TeamToday, people_in, row_out_of_place
from planner.language import mark

Placing = Literal["weaker_leg", "alternating", "under_sponsor"]
PLACINGS = {
    "weaker_leg": mark("On the side of their recruiter with fewer members, and so on down from there"),
    "alternating": mark("Left and right in turns, at the outer end of that side"),
    "under_sponsor": mark("On the first open place under their recruiter"),
}

if TYPE_CHECKING:
    from planner.inputs.plan.plan import Plan


def somebody_joins(plan: "Plan") -> bool:
    """Whether anybody is below within the plan. Nothing hangs on what members do where nobody is."""
    if plan.team.today:
        return True
    if plan.parties.become_recruits and monthly_values(plan.parties.a_month, plan.horizon_months).any():
        return True
    if not recruits_are_found(plan):
        return bool(monthly_values(plan.team.recruits_a_month, plan.horizon_months).any())
    book = plan.address_book
    return (book.contacts * book.share_approached + book.cold_a_month) * book.become_recruits > 0


def somebody_may_leave(plan: "Plan") -> bool:
    """Whether anybody is there who leaves as members do: one of them, or the person, who may quit as they do."""
    return plan.chance.quits == "as_others" or somebody_joins(plan)


MOST_EACH = 1e6  # that a member buys a month on average, at shop price in the plan's currency
MOST_AT_ONCE = 0.9  # whom a newcomer brings in the month of joining, on average: at 1 each brings another, without end


class Team(Record):
    """People who join the company through you, and through them (your downline)."""

    today: Annotated[TeamToday, Field(max_length=MOST_TODAY)] = entry(
        (),
        "people",
        mark("A team that is there already"),
        mark(
            "People who are below you when the plan starts, a row each: under whom they stand, what they buy a month "
            "and for how long they have been there. They leave and recruit as members do. No names are kept."
        ),
        assumed(mark("Nobody: a plan is for somebody who is about to join.")),
    )
    recruits_from: From = entry(
        "schedule",
        "choice",
        mark("Where recruits come from"),
        mark("You state how many a month, or they are found among the same people you know, who are soon used up."),
        assumed(mark("A number that you state, since it is the simplest.")),
        choices=FROM_WHERE,
    )
    recruits_a_month: Schedule = entry(
        0.0,
        "people",
        mark("People you recruit a month"),
        mark("Recruits: people who join the company through you. One every second month is 0.5."),
        assumed(
            mark(
                "Nobody. A judgement, since a plan should stand without recruits. One blog, on one company, points the "
                "same way: 71 of 100 members of Herbalife in the United States in 2012 had never recruited anyone."
            ),
            "http://kiddynamitesworld.com/herbalife-updates-and-clarifies-its-statement-of-compensation/",
        ),
        counts=lambda plan: not recruits_are_found(plan),
        turned=Turned(at_least=0.5),
        laid_with={"recruits_from": "schedule"},
    )
    duplication: float = entry(
        0.02,
        "people",
        mark("People each member recruits a month"),
        mark("Duplication: how many people each active member below you recruits in a month, on average."),
        assumed(mark("One in fifty recruits somebody in a month; most members never recruit anyone.")),
        idle_without=somebody_joins,
        turned=Turned(),
        ge=0,
        le=10,
    )
    recruit_at_once: Share = entry(
        0.0,
        "share",
        mark("Newcomers who recruit in the month they join"),
        mark(
            "Of those who join, the share who recruit at once, as members recruit in a month. The others begin in the "
            "month after. A team grows deeper and faster the more of them do. All newcomers together bring at most 0.9 "
            "others each in that month: with more, the month would never end."
        ),
        assumed(
            mark(
                "Nobody does: who joins begins in the month after. A team that is brought on Team tells its own share."
            )
        ),
        idle_without=somebody_joins,
    )
    annual_attrition: float = entry(
        0.60,
        "share",
        mark("Members who leave within 12 months"),
        mark("Attrition: of those who join below you, the share who are gone a year later."),
        assumed(
            mark(
                "60 of 100. Published figures run from 43 (a year's turnover of all sellers in the United States, "
                "2018, those who stay long among them) to 80 (of those who join an MLM company in January, gone by "
                "December, by one consultant's count)."
            ),
            "https://www2.directsellingnews.com/finders-keepers-onboarding/",
            "https://launchsmart.com/?p=122",
        ),
        idle_without=somebody_may_leave,
        turned=Turned(),
        laid_with={"first_months_attrition": None},
        ge=0,
        lt=1,
    )
    first_months_attrition: float | None = entry(
        None,
        "share",
        mark("Members who leave within 3 months"),
        mark(
            "Of those who join below you, the share who are gone after three months. Left empty, people leave evenly."
        ),
        assumed(mark("Left empty: no readable source tells the first three months apart.")),
        idle_without=somebody_may_leave,
        ge=0,
        lt=1,
    )
    member_monthly_purchases: float = entry(
        80,
        "money",
        mark("What a member below you buys a month"),
        mark("At shop prices, for own use and for customers together. Your pay rests on it."),
        assumed(mark("About what several companies ask a member to buy to be paid at all.")),
        idle_without=somebody_joins,
        turned=Turned(),
        ge=0,
        le=MOST_EACH,
    )
    member_resold_share: Share = entry(
        0.5,
        "share",
        mark("Of what members buy, what they sell on"),
        mark("The rest they use themselves. It decides how much of your pay rests on customers outside the company."),
        assumed(mark("Half. A judgement: companies seldom know, and none here has published it.")),
        idle_without=somebody_joins,
    )
    member_joining_order: float = entry(
        0,
        "money",
        mark("First order of somebody who joins"),
        mark("At shop prices, placed in the first month of a new member, beside the monthly purchases."),
        assumed(mark("None, until you state it.")),
        idle_without=somebody_joins,
        ge=0,
        le=1e6,
    )
    people_within_reach: float = entry(
        20_000,
        "people",
        mark("People within reach"),
        mark("Everyone whom you and those below you could ever recruit. A team cannot outgrow it."),
        assumed(mark("A small town. Recruiting slows as it fills.")),
        idle_without=somebody_joins,
        ge=1,
        le=1e10,
    )

    placing: Placing = entry(
        "weaker_leg",
        "choice",
        mark("Where newcomers are placed"),
        mark(
            "Where a company pays by two legs, everybody stands on a place to the left or to the right below somebody. "
            "Nobody is placed in your legs by those above you: a plan does not count on that."
        ),
        assumed(
            mark(
                "On the weaker side. A judgement: two legs are paid by the smaller one, so that it is filled first. "
                "Everybody is placed once, in the order of joining, and keeps the place."
            )
        ),
        idle_without=somebody_joins,
        choices=PLACINGS,
    )

    @field_validator("today")
    @classmethod
    def _stand_somewhere(cls, rows: TeamToday) -> TeamToday:
        wrong = row_out_of_place(rows)
        if wrong is not None:
            place, kind = wrong
            raise PydanticCustomError(kind, "cannot stand there", {"key": place, "found": str(rows[place].under)})
        if people_in(rows) > MOST_TODAY:
            raise PydanticCustomError("today_many", "too many", {"found": str(people_in(rows)), "most": MOST_TODAY})
        return rows

    @model_validator(mode="after")
    def _first_months_within_the_year(self) -> "Team":
        if self.first_months_attrition is not None and self.first_months_attrition > self.annual_attrition:
            raise PydanticCustomError("first_months", "more in 3 than in 12", {"key": "first_months_attrition"})
        return self
