"""Own money, borrowed money, own hours, and what money and hours could do elsewhere."""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record
from planner.inputs.plan.entry import Money, Share, Turned, assumed, entry, published
from planner.language import mark

SLOWEST_RISE, FASTEST_RISE = -0.2, 1.0  # a year, of prices
UNCHANGED = mark("None: every amount stays as it is today, until you state how it rises.")


class MoneyAndTime(Record):
    """Own money, own hours, and what both could do elsewhere."""

    own_cash: Money = entry(
        1000,
        "money",
        mark("Money you can put in"),
        mark("What you can spend on this without borrowing."),
        assumed(mark("A round figure. Replace it with your own.")),
        turned=Turned(when=lambda plan: plan.chance.when_money_runs_out == "stops"),
    )
    loan: Money = entry(
        0,
        "money",
        mark("Loan you take"),
        mark("Borrowed at the start and paid back with the same payment every month."),
        assumed(mark("None.")),
    )
    loan_annual_rate: float = entry(
        0.10,
        "share",
        mark("Interest on the loan, a year"),
        mark("The nominal rate in the contract: a twelfth of it is charged each month."),
        assumed(mark("A round figure, without effect until there is a loan. Read your own contract.")),
        counts=lambda plan: plan.money_and_time.loan > 0,
        ge=0,
        le=5,
    )
    loan_months: int = entry(
        24,
        "months",
        mark("Months to pay the loan back"),
        mark("The first payment is in month 1."),
        assumed(mark("Two years, without effect until there is a loan.")),
        counts=lambda plan: plan.money_and_time.loan > 0,
        ge=1,
        le=360,
    )
    card_limit: Money = entry(
        0,
        "money",
        mark("Credit card, at most"),
        mark("Used where your own money is not enough, up to this limit, and paid off as soon as there is money."),
        assumed(mark("None.")),
    )
    card_annual_rate: float = entry(
        0.2225,
        "share",
        mark("Interest on the card, a year"),
        mark("The nominal rate: a twelfth of it is charged each month on what was owed the month before."),
        published(
            mark("22.25 % was the average in the United States in May 2025, of cards that carry a balance."),
            "https://useconomictrends.com/trend/TERMCBCCINTNS",
        ),
        counts=lambda plan: plan.money_and_time.card_limit > 0,
        ge=0,
        le=5,
    )
    hours_a_week: float = entry(
        6,
        "hours",
        mark("Hours you work a week"),
        mark("All of them: selling, messages, meetings, travel, training."),
        assumed(mark("Five to eight is a judgement; surveys only say that most spend under thirty.")),
        turned=Turned(per_hour_only=True),
        ge=0,
        le=168,
    )
    recruiting_hours_share: Share = entry(
        0.0,
        "share",
        mark("Of your hours, for recruiting and the team"),
        mark("Finding members, presenting the company, helping the team. With nobody recruited these hours fall away."),
        assumed(mark("None, since the default recruits nobody.")),
    )
    meeting_hours_share: Share = entry(
        0.25,
        "share",
        mark("Of your hours, for meetings, travel and training"),
        mark("Events, calls with those above you, courses, driving."),
        assumed(mark("A quarter. A judgement, and without effect on the result: all hours count.")),
    )
    paperwork_hours_share: Share = entry(
        0.15,
        "share",
        mark("Of your hours, for messages and paperwork"),
        mark("Messages, orders, packing, bookkeeping. What remains of your hours is for selling."),
        assumed(mark("A judgement, and without effect on the result: all hours count.")),
    )
    reference_wage: float | None = entry(
        None,
        "money",
        mark("What an hour could earn elsewhere, before tax"),
        mark(
            "The reference wage: what you would be paid for an hour of other work. Where the plan counts tax, the "
            "income tax on it is taken off before the two are compared. Left empty, nothing is compared with a wage."
        ),
        assumed(mark("The newest wage that a source gives for the plan's currency; empty where none does.")),
        ge=0,
        le=1e5,
    )
    annual_saving_rate: Share = entry(
        0.02,
        "share",
        mark("Interest on savings, a year"),
        mark("What your money would earn in the bank. Later money is worth less by this much."),
        assumed(mark("A round figure; see what your own bank pays.")),
    )
    shop_price_rise: float = entry(
        0.0,
        "share",
        mark("Rise of shop prices a year"),
        mark(
            "Months 1 to 12 are at today's prices, months 13 to 24 at prices higher by this much, and so on. All that "
            "goes by the shop price follows: what customers pay, what goods cost you, what members buy, and pay on it. "
            "As many goods are bought and sold as before. Prices that fall are negative."
        ),
        assumed(UNCHANGED),
        ge=SLOWEST_RISE,
        le=FASTEST_RISE,
    )
    cost_rise: float = entry(
        0.0,
        "share",
        mark("Rise of costs a year"),
        mark(
            "In the same yearly steps: running costs, delivery, parties, later start-up costs, and what the company "
            "charges, such as the yearly fee. It also stands for the rise of all prices: the result in today's money "
            "is counted with it. Loans and thresholds of tax stay as they are."
        ),
        assumed(UNCHANGED),
        ge=SLOWEST_RISE,
        le=FASTEST_RISE,
    )
    wage_rise: float = entry(
        0.0,
        "share",
        mark("Rise of the wage elsewhere a year"),
        mark(
            "In the same yearly steps: what an hour could earn elsewhere. What is said of it in one figure is its "
            "average over the hours of the plan."
        ),
        assumed(UNCHANGED),
        counts=lambda plan: plan.money_and_time.reference_wage is not None,
        ge=SLOWEST_RISE,
        le=FASTEST_RISE,
    )

    @model_validator(mode="after")
    def _at_most_all_hours(self) -> "MoneyAndTime":
        shares = (self.recruiting_hours_share, self.meeting_hours_share, self.paperwork_hours_share)
        if sum(shares) > 1 + 1e-9:
            raise PydanticCustomError("hours_shares", "more than all hours", {"key": "recruiting_hours_share"})
        return self
