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
        mark(
            "At the start of the month goods that are too old or lost are taken off the shelf, refunded ones come "
            "back, and you order for the month and for the months kept in stock. Goods arrive at once; the oldest go "
            "first. "
            "Orders that the company sends straight to the customer need no stock: their margin comes with your pay."
        ),
        (
            mark(
                "goods bought = orders that wait + expected demand of those months + own use + samples − goods on the "
                "shelf, raised to the smallest order, to the standing order and to the order that the company asks for"
            ),
            mark("goods sold = demand and orders that wait, at most what is there; then own use, then samples"),
            mark("orders that wait = those that no goods were there for × (1 − share lost)"),
            mark("bought to be paid = points lacking ÷ points per shop price, never, always, or while it pays"),
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
            "does not say. The margin on orders sent by the company, and pay on your own goods, may have times of "
            "their own."
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
            mark(
                "net cash flow = sales × (1 − discount) − refunds + pay and margin received − goods bought − freight − "
                "delivery − fees − running costs − interest − VAT − tax"
            ),
            mark(
                "profit = the same with pay and margin when earned, goods when they are sold, used up or spoiled, and "
                "VAT and tax when they arise"
            ),
        ),
    ),
    Step(
        mark(
            "Your own money and a loan pay for it, then a card up to its limit. Interest is charged on what was owed a "
            "month before. What is borrowed and paid back is not in the running total, so a loan cannot hide the hole. "
            "Tax grows with the profit of the calendar year so far and is paid in its month of the next year."
        ),
        (
            mark("payment = loan × i ÷ (1 − (1 + i)^(−months)), with i a twelfth of the yearly rate"),
            mark("money runs out = the first month that own money, loan and card do not cover"),
        ),
    ),
    Step(
        mark(
            "Prices rise where you say so, once a year: months 1 to 12 are at today's, months 13 to 24 at those a year "
            "later. As many goods are ordered, bought and sold as before, and amounts that you state for goods rise "
            "with their price, the smallest order and standing orders among them, as do the sales that a company asks "
            "for. Costs, and what the company charges, rise at a rate of their own. Loans, your own money, and the "
            "amounts from which tax and VAT begin stay as they are."
        ),
        (
            mark("price in a month = price today × (1 + rise a year)^(whole years that are over)"),
            mark(
                "result in today's money = what each month adds to the result ÷ what costs have risen to by then, "
                "added up"
            ),
        ),
    ),
    Step(
        mark(
            "At the end come the measures: the result, the deepest hole, when the money is back, what an hour brings. "
            "Each is explained under the terms below."
        ),
        (
            mark(
                "result = running total + pay and margin still to come − refunds still to come − tax and VAT owed on "
                "all of it"
            ),
            mark("hours = hours a week × 52 ÷ 12 × months"),
            mark("per hour = result ÷ hours"),
        ),
    ),
)

# How the runs are drawn, in the order of docs/method.md, "What could happen".
DRAWN: tuple[str, ...] = (
    mark(
        "Averages are not a forecast, so the plan is also tried many times with people drawn at random. What you "
        "decide is the same in every run; on average the runs draw what you entered. One thing differs: where some "
        "members stay for years and others leave at once, more of them are there after the first year."
    ),
    mark(
        "In each run your effort pays off better or worse than planned, in customers and recruits alike. "
        "Customers come and go one by one, orders are uneven in number and size, and goods are ordered before the "
        "orders are known: what is asked for and not on the shelf waits for the next goods."
    ),
    mark(
        "Everyone who joins below you is drawn as a person: how long they stay, how many they recruit, what they "
        "buy. Each has their own rank every month, and the company's rules are applied to these people, one by "
        "one."
    ),
    mark(
        "How unevenly all this goes is not known. It is entered with your plan, with a judgement as its default, "
        "and the odds are shown for half and for one and a half times as much unevenness too."
    ),
    mark(
        "All draws follow from one number, the seed, from whom they are for and what they are for. So the same "
        "plan gives the same answer, a changed plan and another company meet the same luck, and any run can be "
        "told again."
    ),
    mark(
        "As you choose, a run ends with the first month in which your own money, loan and card do not cover what is to "
        "be paid, or you put in more and go on. What the start costs beyond them is put in either way, and how deep "
        "the hole gets is always that of going on."
    ),
    mark(
        "A run loses money where its result, at the end or on stopping, is below zero. What unsold goods would bring "
        "back is shown beside it and not counted."
    ),
)

LIMITS: tuple[str, ...] = (
    mark(
        'What is called "if everything goes exactly as entered" is computed with averages, as if luck were always '
        "even. Pay that is a fixed share of what others buy comes out exactly so on average. Where ranks, steps "
        "or a demanded number of points decide the pay, it is approximate, since average volumes decide which "
        "step is reached."
    ),
    mark(
        "Where a company states its pay as a plan of parts, averages would be too far off. There the pay in these "
        "figures is the mean of the runs, and so is what you buy only to be paid; tax and all else follow from it. "
        "The page says of how many runs. A mean is not the middle: a few runs with high pay raise it."
    ),
    mark(
        "How far off that can be, measured by this project on prototypes against many drawn courses of the same plan: "
        "one plan was shown as a profit where the chance of one was 46 in 100. Of eight plans tried, two came out with "
        "no pay at all although their mean pay over 60 months was 64 and 725; in the other six, pay came out between "
        "8% too low and 15% too high."
    ),
    mark(
        "The runs apply the rules exactly, to people who are made up. They are as good as what you enter about "
        "them and about how unevenly things go. The number of runs is shown; chance alone moves a count of 100 by "
        "a few."
    ),
    mark(
        "At most 20,000 people are drawn below you, however many are within reach. Where teams are so large that "
        "it would take too long, fewer runs are drawn, and it says how many."
    ),
    mark(
        "Tax and VAT are approximate: one rate for the whole of your profit, a year's tax paid at once, and nothing of "
        "what your other income changes. Not in the computation: VAT on what the company pays you, VAT in goods that "
        "you already hold when you register, VAT to pay on goods that you use yourself (so VAT comes out too low "
        "there), and points or pay taken back when a customer returns goods."
    ),
    mark(
        "The net present value, the rate of return, and when the money is back count amounts as they are paid, not in "
        "today's money, and so does who loses money. What you paid for goods before a rise stays their cost, so that "
        "profit, and the tax on it, hold what the rise has added to goods on the shelf."
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
        "It is not a forecast either. It shows what follows from what you entered, on average and by chance, and much "
        "of what you enter is a guess."
    ),
    mark(
        "What other members received is not computed here; what has been published about it stands under the company."
    ),
)

PRIVACY: tuple[str, ...] = (
    mark("Everything is computed on the machine where Joinwise was started. It asks no other machine for anything."),
    mark(
        "Nothing is kept unless you save it: as a file, or in this planner's database, by the button under My plan, "
        "Versions. There it is kept for as long as you say, a secret link opens it, and whoever runs this planner can "
        "read it. A list of your plans on this device is kept by your browser, if you ask for it. A draft lives in "
        "this tab of your browser, so that it survives a refresh, and it is gone when the "
        "tab is closed."
    ),
    mark("A link to a source opens only when you follow it. That site then sees your visit, as with any link."),
)
