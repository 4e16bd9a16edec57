"""The shelf before the order of a month, at shop price: what was left, what can no longer be sold, what came back."""

from planner.analysis.case import Case
from planner.analysis.origin.parts import AT_LAUNCH, Amount, Origin, at, money, named, share, stated
from planner.inputs.plan.out_of_season import share_that_goes
from planner.language import mark
from planner.messages import Message, Quantity


def goods(case: Case, name: str, month: int) -> float:
    """Goods of the inventory at shop price, by the inventory's own name."""
    return at(getattr(case.projection.inventory, name), month)


def left_before(case: Case, month: int) -> Origin:
    """Goods on the shelf at the end of the month before."""
    value = money(goods(case, "closing", month - 1))
    return Amount(mark("Goods on the shelf at the end of the month before, at shop price"), month - 1, value).known()


def there_before_the_order(case: Case, month: int) -> Origin:
    """What is on the shelf once spoiled goods are gone and refunded ones are back."""
    opening, spoiled = goods(case, "closing", month - 1), goods(case, "spoiled", month)
    there = money(opening - spoiled + goods(case, "returned", month))
    return Amount(mark("Goods there before the order, at shop price"), month, there).opened(
        mark(
            "{left} from the month before, less {spoiled} spoiled, out of season or lost, and {back} refunded goods "
            "back"
        ),
        lambda left, spoiled, back: left - spoiled + back,
        left=left_before(case, month),
        spoiled=spoiled_goods(case, month),
        back=goods_back(case, month),
    )


def spoiled_goods(case: Case, month: int) -> Origin:
    """Goods past their shelf life, of the rest those out of season, and of what is left then those lost."""
    title = mark("Goods spoiled, out of season or lost, at shop price")
    amount = Amount(title, month, money(goods(case, "spoiled", month)))
    if month == 0:
        return amount.known(AT_LAUNCH)
    if season := out_of_season(case, month):
        return amount.opened(
            mark(
                "{old} past their shelf life; of the rest of the {left} that were there, {season} are out of season or "
                "discontinued, and of what is left then, {lost} are lost"
            ),
            lambda old, season, lost, left: old + (1 - (1 - season) * (1 - lost)) * (left - old),
            old=too_old(case, month),
            season=season,
            lost=stated(case, "stock", "spoilage_share"),
            left=left_before(case, month),
        )
    return amount.opened(
        mark("{old} past their shelf life, and {lost} of the rest of the {left} that were there"),
        lambda old, lost, left: old + lost * (left - old),
        old=too_old(case, month),
        lost=stated(case, "stock", "spoilage_share"),
        left=left_before(case, month),
    )


def out_of_season(case: Case, month: int) -> Origin | None:
    """Of goods on the shelf when a month begins, the share that the rows of this month take; None where none does."""
    due = [
        Amount(named(row.name), month, share(row.share)).given("stock", "out_of_season", place)
        for place, row in enumerate(case.plan.stock.out_of_season)
        if row.share and row.goes_in(case.plan.start_month, month)
    ]
    if len(due) < 2:
        return due[0] if due else None
    together = share(share_that_goes(case.plan.stock.out_of_season, case.plan.start_month, month))
    return Amount(mark("Goods out of season or discontinued, of those there"), month, together).sum_of(tuple(due))


def too_old(case: Case, month: int) -> Origin:
    """Goods that came in so long ago that they can no longer be sold."""
    life, inventory = case.projection.assumptions.shelf_life_months, case.projection.inventory
    title, path = mark("Goods past their shelf life, at shop price"), ("stock", "shelf_life_months")
    if life is None or month - life - 1 < 0:
        words = mark("Nothing: the goods keep.") if life is None else mark("Nothing: no goods are that old yet.")
        return Amount(title, month, money(0.0)).known(Message(words), path)
    until = month - life - 1
    went = (inventory.spoiled + inventory.sold + inventory.own_use + inventory.samples)[:month]
    came_in, gone = all_that_came(case, until), float(went.sum(axis=0)[0])
    extra = {"until": Quantity(until, "month"), "life": Quantity(life, "months")}
    return Amount(title, month, money(max(came_in - gone, 0.0)), extra).opened(
        mark("Goods keep {life}: of {came} that came in up to {until}, {gone} are gone already"),
        lambda came, gone: max(came - gone, 0.0),
        path,
        came=Amount(mark("Goods that had come in by then"), until, money(came_in)).known(),
        gone=Amount(mark("Goods sold, used up or lost so far"), month - 1, money(gone)).known(),
    )


def all_that_came(case: Case, until: int) -> float:
    """Goods that ever came in, up to the end of a month."""
    inventory = case.projection.inventory
    came = inventory.purchased + inventory.returned + inventory.qualifying - inventory.used_up
    return float(came[: until + 1].sum(axis=0)[0])


def goods_back(case: Case, month: int) -> Origin:
    """Refunded goods that are back on the shelf."""
    amount = Amount(
        mark("Refunded goods back on the shelf, at shop price"), month, money(goods(case, "returned", month))
    )
    if month == 0:
        return amount.known(AT_LAUNCH)
    before = Amount(
        mark("Goods sold the month before, at shop price"), month - 1, money(goods(case, "sold", month - 1))
    )
    return amount.opened(
        mark("Of {sold} sold the month before, {refunded} is refunded, and of that {again} can be sold again"),
        lambda sold, refunded, again: refunded * again * sold,
        sold=before.known(),
        refunded=stated(case, "customers", "refund_share"),
        again=stated(case, "customers", "returned_to_shelf"),
    )
