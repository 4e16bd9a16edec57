"""Where own points come from, and goods bought only to be paid."""

from planner.analysis.case import Case
from planner.analysis.origin.orders import direct_demand
from planner.analysis.origin.parts import Amount, Origin, at, company_figure, money, points
from planner.analysis.origin.price import points_per_100
from planner.analysis.origin.shelf import goods, purchased, sold, used
from planner.language import mark

BOUGHT = {
    "never": mark("Nothing: of {lacking} that you lack, you buy none to be paid"),
    "always": mark("All of {lacking} that you lack: you always buy what it takes to be paid"),
    "while_it_pays": mark("All of {lacking} that you lack: the month before, the pay was more than it cost"),
}
DOES_NOT_PAY = mark("Nothing: the pay of the month before would not have covered the {lacking} that you lacked")


def moved_before(case: Case, month: int) -> Origin:
    """Goods that give own points, before any are bought only to be paid."""
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
    """The own points that the company asks for before it pays."""
    asked = points(case.projection.terms.minimum_personal_volume)
    title = mark("Own points a month before the company pays")
    return company_figure(case, asked, title, "pay", "minimum_personal_volume")


def lacking(case: Case, month: int) -> Origin:
    """Goods that own points fall short of the minimum by."""
    value = money(at(case.projection.lacking, month))
    amount = Amount(mark("Goods that you lack to be paid, at shop price"), month, value)
    asked, per_100, before = minimum(case), points_per_100(case), moved_before(case, month)
    if not per_100.value.value:
        words = mark("Nothing can be bought for points, since goods bring none: {points}")
        return amount.opened(words, lambda **_figures: 0.0, points=per_100)
    return amount.opened(
        mark("The company asks for {asked} points; {moved} of goods at {points} points per 100 are there already"),
        lambda asked, moved, points: max(asked - moved * points / 100, 0.0) / (points / 100),
        asked=asked,
        moved=before,
        points=per_100,
    )


def qualifying(case: Case, month: int) -> Origin:
    """Goods bought only to be paid, at shop price."""
    bought, choice = goods(case, "qualifying", month), case.projection.assumptions.buys_to_qualify
    amount = Amount(mark("Goods bought only to be paid, at shop price"), month, money(bought))
    if month == 0:
        return amount.known()
    words = DOES_NOT_PAY if choice == "while_it_pays" and not bought else BOUGHT[choice]
    return amount.opened(
        words,
        lambda lacking: lacking if bought else 0.0,
        ("stock", "buys_to_qualify"),
        lacking=lacking(case, month),
    )
