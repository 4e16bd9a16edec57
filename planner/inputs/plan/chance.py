"""What is uncertain when a plan is tried many times: how unevenly things go, who may quit, the seed of the draws."""

from typing import Any, Literal

from pydantic import field_validator

from planner.inputs.cited.source import LEAST_AMOUNT, Record
from planner.inputs.plan.entry import MOST_MONEY, assumed, entry
from planner.inputs.plan.team import somebody_joins, somebody_may_leave
from planner.language import mark

QUITS = {
    "never": mark("No: I carry the plan through"),
    "as_others": mark("Yes: as often as the members below me"),
}
WHEN_MONEY_RUNS_OUT = {"stops": mark("I stop"), "puts_in_more": mark("I put in more")}
SPREADS = (
    "effort_spread",
    "customer_spread",
    "order_spread",
    "ability_spread",
    "staying_spread",
    "purchase_spread",
)


class Chance(Record):
    """What is uncertain, and so drawn anew in each run of the plan, which is the average of what is drawn.

    But for members who have been there for more than a year: the more unevenly they stay, the more of them do.

    A spread is a coefficient of variation: the standard deviation over the mean, a fraction; 0 draws no difference
    between people beyond pure chance.
    """

    effort_spread: float = entry(
        0.5,
        "share",
        mark("How unevenly effort pays off"),
        mark(
            "With the same plan one person finds more customers and recruits than another. 0 % means that everyone "
            "gets what the plan says on average; at 50 % about seven in ten get between half of it and half as "
            "much again. The percentage is the standard deviation, as a share of the average."
        ),
        assumed(
            mark(
                "50 %. A judgement: nobody has published how people with the same plan differ. 25 % is a plausible "
                "low, 75 % a plausible high."
            )
        ),
        ge=0,
        le=3,
    )
    customer_spread: float = entry(
        0.5,
        "share",
        mark("How unevenly customers come"),
        mark(
            "Good months and bad ones for new customers, beyond pure chance: a party, an illness, a holiday. 0 % "
            "leaves pure chance alone. The percentage is the standard deviation, as a share of the average."
        ),
        assumed(
            mark(
                "50 %. A judgement: a home party brings several customers at once, and then a month may bring none. "
                "25 % is a plausible low, 75 % a plausible high."
            )
        ),
        ge=0,
        le=3,
    )
    order_spread: float = entry(
        0.6,
        "share",
        mark("How much orders differ"),
        mark(
            "Most orders are smaller than the average one and a few are much larger. 0 % makes all alike. The "
            "percentage is the standard deviation, as a share of the average."
        ),
        assumed(
            mark(
                "60 %. A judgement: with an average of 50 most orders then come to between 20 and 80. 30 % is a "
                "plausible low, 90 % a plausible high."
            )
        ),
        ge=0,
        le=3,
    )
    ability_spread: float = entry(
        2.0,
        "share",
        mark("How unevenly members recruit"),
        mark(
            "A few of those below you recruit most of the new members. 0 % means that all are equally good at it. The "
            "percentage is the standard deviation, as a share of the average."
        ),
        assumed(
            mark(
                "200 %. A judgement: if members recruit one person each on average, about 67 of 100 then recruit "
                "nobody; at 0 % it would be 37. 71 of 100 members of Herbalife in the United States in 2012 had "
                "recruited nobody. 100 % is a plausible low, 300 % a plausible high."
            ),
            "http://kiddynamitesworld.com/herbalife-updates-and-clarifies-its-statement-of-compensation/",
        ),
        idle_without=somebody_joins,
        ge=0,
        le=5,
    )
    staying_spread: float = entry(
        0.7,
        "share",
        mark("How unevenly members stay"),
        mark(
            "Some leave at once and some stay for years, while the same share is gone after a year. After that more "
            "stay than at 0 %, where all are equally likely to leave. The percentage is the standard deviation, as a "
            "share of the average."
        ),
        assumed(
            mark(
                "70 %. A judgement: 80 of 100 newcomers to MLM companies are gone within the year by one consultant's "
                "count, but of all sellers in the United States 43 of 100 in 2018, so those who have stayed leave "
                "less often. 35 % is a plausible low, 105 % a plausible high."
            ),
            "https://launchsmart.com/?p=122",
            "https://www2.directsellingnews.com/finders-keepers-onboarding/",
        ),
        idle_without=somebody_may_leave,
        ge=0,
        le=3,
    )
    purchase_spread: float = entry(
        1.0,
        "share",
        mark("How unevenly members buy"),
        mark(
            "Some of those below you buy much and many buy little. 0 % means that all buy the same. The percentage is "
            "the standard deviation, as a share of the average."
        ),
        assumed(
            mark(
                "100 %. A judgement: at Nu Skin in Canada in 2020, 78 of 100 active sellers were paid nothing in a "
                "month, so volumes are far from even, but what members buy is not published. 50 % is a plausible low, "
                "150 % a plausible high."
            ),
            "https://manuzoid.com/manuals/AdY7m-NU%20SKIN%20AP-24%20Whitening%20Fluoride%20Toothpaste%20User%20guide",
        ),
        idle_without=somebody_joins,
        ge=0,
        le=3,
    )
    quits: Literal["never", "as_others"] = entry(
        "never",
        "choice",
        mark("May you quit yourself?"),
        mark("Either the plan is carried through, or you leave in any month as the members below you do."),
        assumed(mark("No, so that the odds are those of the plan itself. Most members do leave within a year or two.")),
        choices=QUITS,
    )
    when_money_runs_out: Literal["stops", "puts_in_more"] = entry(
        "stops",
        "choice",
        mark("When your money runs out"),
        mark(
            "In the runs you stop at the end of the first month in which your own money, loan and card do not cover "
            "what is to be paid, or you go on with more. What the start costs more than you have is put in either way. "
            "How deep the hole gets, and when the money runs out, is always that of going on."
        ),
        assumed(
            mark(
                "You stop. A judgement: what you can put in is stated as all that you can spend on this without "
                "borrowing, and how many find more when it is gone has not been published."
            )
        ),
        choices=WHEN_MONEY_RUNS_OUT,
    )
    most_to_lose: float | None = entry(
        None,
        "money",
        mark("The most you are willing to lose"),
        mark(
            "A stop rule: you stop at the end of the first month after which you have lost more than this, pay that is "
            "still to come counted. Left empty, no loss makes you stop."
        ),
        assumed(mark("Left empty: the limit is yours to set.")),
        ge=LEAST_AMOUNT,
        le=MOST_MONEY,
    )
    review_month: int | None = entry(
        None,
        "months",
        mark("Month in which you look back and decide"),
        mark(
            "A stop rule: at the end of this month you stop if the last three months together cost you money, pay "
            "that is still to come counted. Left empty, you do not look back."
        ),
        assumed(mark("Left empty: the date is yours to set.")),
        ge=1,
        le=120,
    )
    seed: int = entry(
        1,
        "number",
        mark("Seed of the draws"),
        mark("All draws follow from it: the same seed gives the same answer, another one shows how much is luck."),
        assumed(mark("1: any number is as good.")),
        ge=0,
        le=999_999,
    )

    @field_validator("seed", mode="before")
    @classmethod
    def _whole(cls, value: Any) -> Any:
        """A field on a page gives 7.0 for 7."""
        return int(value) if isinstance(value, float) and value.is_integer() else value
