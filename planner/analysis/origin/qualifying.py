"""Where own points come from, and goods bought only to be paid."""

from planner.analysis.case import Case
from planner.analysis.company.facts import BEFORE_PAY, TITLES, points_stated_at
from planner.analysis.company.readings import READINGS
from planner.analysis.origin.buying import purchased
from planner.analysis.origin.orders import direct_demand
from planner.analysis.origin.parts import Amount, Origin, at, company_figure, company_money, money, points, stated
from planner.analysis.origin.price import points_per_100
from planner.analysis.origin.selling import sold, used
from planner.analysis.origin.shelf import goods
from planner.inputs.company.pay_rules import ActivityWindow
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.own_activity import OwnActivity

MINIMUM_SALES, WINDOW = "pay.minimum_sales", ("company", "pay", "activity_window")
NOT_THERE = mark("What is asked for, less what counts already.")

BOUGHT = {
    "never": mark("Nothing: of {lacking} that you lack, you buy none to be paid"),
    "always": mark("All of {lacking} that you lack: you always buy what it takes to be paid"),
    "while_it_pays": mark("All of {lacking} that you lack: the month before, the pay was more than it cost"),
}
MEAN_OF_RUNS = mark(
    "The mean of {runs} runs of your plan, in each of which the company's rules are applied to every person of a team "
    "that came about by chance (seed {seed}). It is not the middle: a few runs with high pay raise it."
)
DOES_NOT_PAY = mark("Nothing: the pay of the month before would not have covered the {lacking} that you lacked")


def moved_before(case: Case, month: int) -> Origin:
    """Goods that give own points, before any are bought only to be paid, less those that the company takes back."""
    gross, terms = moved_before_refunds(case, month), case.projection.terms
    if not month or not terms.refunds_taken_back:
        return gross
    parts = {"direct": direct_demand(case, month - 1)}
    words = mark("{gross}, less {refunded} of {direct} of the month before, on which the company takes points back")
    if terms.volume_on_sales:
        parts["sold"] = sold(case, month - 1)
        words = mark(
            "{gross}, less {refunded} of {direct} sent and of {sold} sold the month before, on which the company takes "
            "points back"
        )
    refunded = stated(case, "customers", "refund_share")
    back = refunded.value.value * sum(part.value.value for part in parts.values())
    title = mark("Goods that give you points, less refunds")
    return Amount(title, month, money(max(gross.value.value - back, 0.0))).opened(
        words,
        lambda gross, refunded, **before: max(gross - refunded * sum(before.values()), 0.0),
        ("company", "pay", "refunds"),
        gross=gross,
        refunded=refunded,
        **parts,
    )


def moved_before_refunds(case: Case, month: int) -> Origin:
    """Goods that give own points, before any are bought only to be paid or refunded."""
    direct = direct_demand(case, month)
    title = mark("Goods that give you points, at shop price")
    if case.projection.terms.volume_on_sales:
        value = goods(case, "sold", month) + goods(case, "own_use", month) + direct.value.value
        return Amount(title, month, money(value)).opened(
            mark("{sold} sold from your shelf, {used} used by yourself and {direct} sent by the company"),
            lambda sold, used, direct: sold + used + direct,
            sold=sold(case, month),
            used=used(case, month),
            direct=direct,
        )
    value = goods(case, "purchased", month) + direct.value.value
    return Amount(title, month, money(value)).opened(
        mark("{bought} bought and {direct} sent by the company"),
        lambda bought, direct: bought + direct,
        bought=purchased(case, month),
        direct=direct,
    )


def moved(case: Case, month: int) -> Origin:
    """All goods that give own points."""
    before, bought = moved_before(case, month), qualifying(case, month)
    if not bought.value.value:
        return before
    value = money(before.value.value + bought.value.value)
    return Amount(
        mark("Goods that give you points, at shop price, those bought to be paid among them"), month, value
    ).opened(
        mark("{before}, and {bought} bought only to be paid"),
        lambda before, bought: before + bought,
        before=before,
        bought=bought,
    )


def own_points(case: Case, month: int) -> Origin:
    """The distributor's own points of a month."""
    value = points(at(case.projection.personal_volume, month))
    return Amount(mark("Your own points"), month, value).opened(
        mark("{goods} of goods at shop price, at {points} points per 100"),
        lambda goods, points: goods * points / 100,
        goods=moved(case, month),
        points=points_per_100(case),
    )


def minimum(case: Case) -> Origin:
    """The own points that the company asks for before it pays on a team."""
    asked = points(case.projection.terms.own_points_asked)
    return company_figure(case, asked, BEFORE_PAY, *points_stated_at(case.company).split("."))


def sales_asked(case: Case) -> Origin:
    """The sales to customers that it asks for beside them."""
    asked = money(case.projection.terms.minimum_sales)
    return company_money(case, asked, TITLES[MINIMUM_SALES], *MINIMUM_SALES.split("."))


def activity(case: Case, month: int, *, with_bought: bool) -> OwnActivity:
    """What the distributor had up to a month; with_bought: what was bought in it only to be paid too."""
    projection = case.projection
    found = OwnActivity(projection.terms, month + 1, 1)
    per_100 = points_per_100(case).value.value / 100
    for each in range(month + 1):
        own = projection.personal_volume[each]
        if each == month and not with_bought:
            own = own - projection.inventory.qualifying[each] * per_100
        found.count(each, own, projection.inventory.sold[each] + projection.sales.direct[each])
    return found


def what_is_asked(case: Case, month: int, *, with_bought: bool) -> dict[str, Origin]:
    """By its name in a formula, each thing that is asked for, and what counts towards it in the window."""
    terms, found = case.projection.terms, activity(case, month, with_bought=with_bought)
    told = Message(READINGS[ActivityWindow][terms.activity_window])
    parts: dict[str, Origin] = {}
    if terms.own_points_asked > 0:
        counted = Amount(mark("Own points that count for it"), month, points(found.counted_points(month)))
        parts |= {"points": counted.known(told, WINDOW), "points_asked": minimum(case)}
    if terms.minimum_sales > 0:
        counted = Amount(mark("Sales to customers that count for it"), month, money(found.counted_sales(month)))
        parts |= {"sales": counted.known(told, WINDOW), "sales_asked": sales_asked(case)}
    return parts


def mean_of_runs(case: Case, amount: Amount) -> Origin:
    """What is not computed on averages: it ends in the number of runs that it is the mean of, and their seed."""
    given = case.projection.given
    assert given is not None  # noqa: S101  # asked for only where there is one
    words = Message(MEAN_OF_RUNS, {"runs": Quantity(given.runs, "count"), "seed": str(given.seed)})
    return amount.known(words, ("chance", "seed"))


def lacking(case: Case, month: int) -> Origin:
    """Goods that own points fall short of what the company asks for."""
    value = money(at(case.projection.lacking, month))
    amount = Amount(mark("Goods that you lack to be paid, at shop price"), month, value)
    per_100 = points_per_100(case)
    if not per_100.value.value:
        words = mark("Nothing can be bought for points, since goods bring none: {points}")
        return amount.opened(words, lambda **_figures: 0.0, points=per_100)
    if not case.projection.terms.asks_points_each_month:
        return lacking_in_window(case, month, amount)
    return amount.opened(
        mark("The company asks for {asked} points; {moved} of goods at {points} points per 100 are there already"),
        lambda asked, moved, points: max(asked - moved * points / 100, 0.0) / (points / 100),
        asked=minimum(case),
        moved=moved_before(case, month),
        points=per_100,
    )


def lacking_in_window(case: Case, month: int, amount: Amount) -> Origin:
    """The same where more than points in each month is asked for."""
    parts, found = what_is_asked(case, month, with_bought=False), activity(case, month, with_bought=False)
    if found.active(month)[0]:
        words = mark("Nothing: what the company asks for is there, or there is still time for it.")
        return amount.opened(words, lambda **_figures: 0.0, **parts)
    missing = float(found.lacking(month)[0])
    if not missing:
        words = mark("Nothing: sales to customers are missing, which cannot be bought.")
        return amount.opened(words, lambda **_figures: 0.0, **parts)
    short = Amount(mark("Points that are missing in the months that count"), month, points(missing))
    return amount.opened(
        mark("{missing} points are missing, at {points} points per 100 of goods at shop price"),
        lambda missing, points: missing * 100 / points,
        missing=short.opened(NOT_THERE, lambda **_figures: missing, **parts),
        points=points_per_100(case),
    )


def qualifying(case: Case, month: int) -> Origin:
    """Goods bought only to be paid, at shop price."""
    bought, choice = goods(case, "qualifying", month), case.projection.assumptions.buys_to_qualify
    amount = Amount(mark("Goods bought only to be paid, at shop price"), month, money(bought))
    if case.projection.given is not None:
        return mean_of_runs(case, amount)
    if month == 0:
        return amount.known()
    words = DOES_NOT_PAY if choice == "while_it_pays" and not bought else BOUGHT[choice]
    return amount.opened(
        words,
        lambda lacking: lacking if bought else 0.0,
        ("stock", "buys_to_qualify"),
        lacking=lacking(case, month),
    )
