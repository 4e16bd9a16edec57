"""How it is computed and where that ends, in a person's words: the texts of the page about the method."""

from dataclasses import dataclass

from planner.language import mark


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a month: what happens, and the formulas that matter; marked English texts."""

    text: str
    formulas: tuple[str, ...] = ()


# In the order of a month, as planner/projection/engine.py goes through it.
STEPS: tuple[Step, ...] = (
    Step(
        mark(
            "The launch is month 0. You pay the starter kit, your start-up costs with what you set aside, and your "
            "first goods: what you plan to buy, or what the company demands if that is more. Nothing is sold yet."
        )
    ),
    Step(
        mark("What goods cost you follows the points of earlier months only: nothing in a month depends on itself."),
    ),
    Step(
        mark("New customers come, some stop, and everyone who is there at the end of the month orders."),
        (
            mark("customers = customers of the month before × (1 − share who stop) + new customers"),
            mark("demand = customers × orders per customer × price of an order in the shop list"),
        ),
    ),
    Step(
        mark("At the start of the month you order goods for it and for the months kept in stock. They arrive at once."),
        (
            mark("goods bought = expected demand of those months − goods on the shelf, never below zero"),
            mark("goods sold = demand, at most what is there"),
        ),
    ),
    Step(
        mark(
            "Those you recruit are level 1, and each active member below you recruits at your duplication. Whoever "
            "joins acts from the next month. Recruiting slows as the people within reach run out."
        ),
        (
            mark("share who leave in a month = 1 − (1 − share who leave within 12 months)^(1/12)"),
            mark("who join = whom you and they would recruit × (1 − all who have joined ÷ people within reach)"),
        ),
    ),
    Step(
        mark(
            "What you and your team buy, in some companies what you sell, becomes points and commissionable value. "
            "They decide the month's rank and pay by the company's own rules. With fewer own points than the company "
            "asks for, it pays nothing that month. Pay arrives after the payout lag: one month where the company "
            "does not say."
        ),
        (
            mark("pay by level = each level's value × the rate of that level, added up"),
            mark("pay by steps = your value × your rate + each leg's value × (your rate − the leg's rate)"),
        ),
    ),
    Step(
        mark(
            "Money in less money out is the month's net cash flow. Added up from the launch, it is the running total."
        ),
        (
            mark("net cash flow = sales × (1 − discount) + pay received − goods bought − fees − running costs"),
            mark("profit = sales × (1 − discount) + pay earned − cost of goods sold − fees − running costs"),
        ),
    ),
    Step(
        mark(
            "At the end come the measures: the deepest hole, when the money is back, what an hour brings. Each is "
            "explained under the terms below."
        ),
        (
            mark("hours = hours a week × 52 ÷ 12 × months"),
            mark("per hour = the running total at the end ÷ hours"),
        ),
    ),
)

LIMITS: tuple[str, ...] = (
    mark(
        "Everything is computed in expectation: with averages, as if luck were always even. Pay that is a fixed share "
        "of what others buy comes out exactly so on average. How far one person lands from the average is not shown."
    ),
    mark(
        "Where ranks, steps or a demanded number of points decide the pay, the result is approximate. Average volumes "
        "decide which step is reached, and real teams are larger or smaller than average."
    ),
    mark(
        "How far off that can be, measured by this project on prototypes against many drawn courses of the same plan: "
        "one plan was shown as a profit where the chance of one was 46 in 100. Of eight plans tried, two came out with "
        "no pay at all although their mean pay over 60 months was 64 and 725; in the other six, pay came out between "
        "8% too low and 15% too high."
    ),
    mark(
        "Not in the computation: tax and value added tax, loans and their interest, returned and spoiled goods, own "
        "use and samples, freight, seasons, goods sent straight to the customer, and what unsold stock is worth when "
        "you stop."
    ),
    mark(
        "What a company does not disclose counts as nothing. Costs are then at least what is shown, and it says so "
        "beside them."
    ),
    mark(
        "Company figures have a year and may have changed since. Ask the company for today's figures, and enter its "
        "answers where you are asked for them."
    ),
)

WHAT_IT_IS_NOT: tuple[str, ...] = (
    mark("Joinwise is not advice. It does not say whether you should join."),
    mark(
        "It is not a forecast either. It shows what follows if everything goes as you entered it, and much of what you "
        "enter is a guess."
    ),
    mark(
        "What other members received is not computed here; what has been published about it stands under the company."
    ),
)

PRIVACY: tuple[str, ...] = (
    mark("Everything is computed on the machine where Joinwise was started. It asks no other machine for anything."),
    mark(
        "Nothing is kept unless you save it to a file. A draft lives in this tab of your browser, so that it survives "
        "a refresh, and it is gone when the tab is closed."
    ),
    mark("A link to a source opens only when you follow it. That site then sees your visit, as with any link."),
)
