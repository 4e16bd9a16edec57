"""The field's terms, each explained once: the page about the method shows them, and docs/glossary.md holds the same."""

from dataclasses import dataclass

from planner.language import mark


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means here, both marked English texts.

    name_in_files: what the same thing is called in downloaded files and in the code; "" where it stands in none.
    """

    name: str
    explanation: str
    name_in_files: str = ""


GLOSSARY: tuple[Term, ...] = (
    Term(
        mark("active member"),
        mark(
            "A member who has the points in a month that the company asks for; where it asks for none, anyone who has "
            "not left."
        ),
    ),
    Term(
        mark("attrition"),
        mark(
            "People who stop. For customers, the share who do not come back the next month; for members, the share of "
            "those who join who are gone 12 months later."
        ),
    ),
    Term(
        mark("break-even orders"),
        mark(
            "The orders a month that cover your running costs and the company's fees: those costs divided by what one "
            "order leaves when its goods are paid, rounded up."
        ),
        "break_even_orders",
    ),
    Term(
        mark("breakaway"),
        mark("A leg that reaches the company's top rate leaves your group: its points no longer count in your rank."),
    ),
    Term(
        mark("buy-back"),
        mark("What the company pays for unsold goods that you return, as a share of what you paid, and for how long."),
        "buy_back",
    ),
    Term(
        mark("carried over"),
        mark("Points of one leg that found none on the other, kept for the next month where the company keeps them."),
    ),
    Term(
        mark("commissionable value"),
        mark("The part of a price on which the company counts its percentages. It is often lower than the price."),
    ),
    Term(
        mark("compression"),
        mark(
            "Whoever has left, or is not active in the month, is no level in the count for your pay: those below move "
            "up one."
        ),
    ),
    Term(
        mark("contingency"),
        mark("What you set aside on top of your start-up costs for what you forget. It is counted as spent."),
        "contingency",
    ),
    Term(
        mark("deepest hole"),
        mark(
            "The most money you are out at any time: the lowest running total. Over the runs it is what you are out if "
            "you go on, also where you stop early. Also called peak funding need."
        ),
        "peak_funding_need",
    ),
    Term(
        mark("distributor"),
        mark("A person who has joined and may sell and recruit: you, in this plan. Companies use many names for it."),
    ),
    Term(
        mark("downline"),
        mark("Everyone who joins through you, through them, and so on. Those above you are your upline."),
    ),
    Term(
        mark("duplication"),
        mark("How many people each active member below you recruits in a month, on average."),
        "duplication",
    ),
    Term(
        mark("earnings per hour"),
        mark("The result divided by all your hours. It can be below zero."),
        "earnings_per_hour",
    ),
    Term(
        mark("forced matrix"),
        mark(
            "Pay by place: only so many places stand next below anybody, so that recruits beyond them are placed "
            "further down, below others."
        ),
    ),
    Term(
        mark("frontline"),
        mark("The members you recruited yourself: level 1. Those whom they recruit are level 2, and so on."),
    ),
    Term(
        mark("group volume"),
        mark("Your own points of a month and those of everyone below you."),
        "group_volume",
    ),
    Term(
        mark("horizon"),
        mark("How many months the plan looks ahead after the launch. The launch is month 0."),
    ),
    Term(
        mark("in expectation"),
        mark("Computed with averages, so half a customer may count. How far chance moves the result is not said."),
    ),
    Term(
        mark("income disclosure"),
        mark("What a company, or somebody else, has published about what its members receive."),
    ),
    Term(
        mark("internal rate of return"),
        mark(
            "The interest a year at which your payments in and out come to the same. Shown only where there is exactly "
            "one such rate."
        ),
        "internal_rate_of_return",
    ),
    Term(
        mark("leg"),
        mark("One member whom you recruited, together with everyone below that member."),
    ),
    Term(
        mark("margin of safety"),
        mark("The share of your planned orders that can fall away before the rest only just cover your costs."),
        "margin_of_safety",
    ),
    Term(
        mark("matching"),
        mark("Pay that is a share of what the people below you are paid of other parts of the plan."),
    ),
    Term(
        mark("net cash flow"),
        mark("All money that comes in during a month less all money that goes out. A loan is not in it."),
        "net_cash_flow",
    ),
    Term(
        mark("net present value"),
        mark("What all later payments are worth at launch, when money grows at your savings rate."),
        "net_present_value",
    ),
    Term(
        mark("not joining"),
        mark(
            "What you have if you do not join: the same hours paid at your reference wage, and the money that the plan "
            "needs left in savings."
        ),
        "not_joining",
    ),
    Term(mark("odds"), mark("How many of 100 people with the same plan get something, counted over many runs.")),
    Term(
        mark("opening stock"),
        mark("Goods you buy at launch, before anything is sold."),
        "opening_stock",
    ),
    Term(
        mark("operating break-even"),
        mark(
            "The first month from which a month pays for itself and goes on doing so. Start-up money is left out, and "
            "yearly costs are spread over the months they cover."
        ),
        "operating_break_even",
    ),
    Term(
        mark("payback"),
        mark(
            "The first month from which the running total and the result are zero or more and stay so to the end of "
            "the plan."
        ),
        "payback",
    ),
    Term(
        mark("payback of money and time"),
        mark("The same when every hour of yours is first paid at your reference wage."),
        "payback_with_time",
    ),
    Term(
        mark("payout lag"),
        mark(
            "Months between earning pay and receiving it. The margin and pay on your own goods may have times of "
            "their own."
        ),
        "payout_lag_months",
    ),
    Term(
        mark("personal volume"),
        mark("The points on what you buy yourself in a month or, in some companies, on what you sell."),
        "personal_volume",
    ),
    Term(
        mark("placement"),
        mark("Under whom, and on which side, the company places somebody. It need not be below who recruited them."),
        "placed_under",
    ),
    Term(
        mark("points"),
        mark("The company's own unit for how much is bought. Ranks and pay are measured in it, and it is no money."),
    ),
    Term(
        mark("profit"),
        mark(
            "A month's sales and earned pay less what was used up for them. It differs from cash: goods on the shelf "
            "are paid but not used, and pay may be earned but not received."
        ),
        "profit",
    ),
    Term(
        mark("rank"),
        mark(
            "A step in the company's pay rules, set by points, legs and recruits. The paid-as rank is the step whose "
            "conditions a month meets, and that month is paid by it."
        ),
        "paid_as_rank",
    ),
    Term(
        mark("recruit"),
        mark("Somebody who joins the company through you."),
        "recruits",
    ),
    Term(
        mark("reference wage"),
        mark(
            "What you would be paid for an hour of other work, before tax; where the plan counts tax, less the income "
            "tax on it."
        ),
        "reference_wage",
    ),
    Term(
        mark("result"),
        mark(
            "What all comes to: the running total with pay and margin earned and not yet received, less refunds still "
            "to come on what was sold and the tax and VAT owed on all of it. Goods on the shelf are not counted."
        ),
        "result",
    ),
    Term(
        mark("result in today's money"),
        mark(
            "The result, with what each month adds to it counted in what could be bought for it at the start: divided "
            "by what costs have risen to by then."
        ),
        "result_today",
    ),
    Term(mark("run"), mark("Your plan tried once, with customers, orders and members drawn at random.")),
    Term(
        mark("running total"),
        mark("All money in less all money out from the launch up to a month. Also called cumulative cash flow."),
        "cumulative_cash_flow",
    ),
    Term(mark("scenario"), mark("A named set of inputs that differ from your plan; all else follows it.")),
    Term(mark("seed"), mark("The number that all draws follow from: the same seed, the same runs.")),
    Term(
        mark("self-employment contributions"),
        mark("What somebody who works for themselves pays the state on their profit for pension, care and the like."),
    ),
    Term(mark("shock"), mark("Something from outside laid on the runs, such as the best leg leaving.")),
    Term(
        mark("shop price"),
        mark("The price a customer pays by the company's list, tax included. Also called suggested retail price."),
    ),
    Term(mark("spread"), mark("How unevenly something goes: the standard deviation as a share of the average.")),
    Term(
        mark("stairstep differential"),
        mark(
            "Pay by rank: your rate on the whole group's value, less what each leg's own rate takes. A leg with your "
            "rate brings you nothing."
        ),
    ),
    Term(
        mark("starter kit"),
        mark("What you pay the company to join."),
        "starter_kit_fee",
    ),
    Term(mark("stop rule"), mark("The most you are willing to lose, and a month to look back: what makes you stop.")),
    Term(
        mark("two legs"),
        mark(
            "Pay on what your left and your right side have in common, also called binary: the side with less decides, "
            "however much the other has."
        ),
    ),
    Term(
        mark("unilevel pay"),
        mark("Pay by level: a fixed share of what each level below you buys, down to a certain level."),
    ),
    Term(
        mark("value added tax"),
        mark(
            "VAT, a tax inside a price. Once registered you pay on the part in your sales, less that in your purchases."
        ),
    ),
    Term(
        mark("wholesale price"),
        mark("What you pay the company for goods, stated as a share of the shop price."),
    ),
)
