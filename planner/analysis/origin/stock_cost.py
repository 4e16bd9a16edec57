"""Where the cost of goods comes from: all goods there at one average price, VAT that is got back left out."""

from planner.analysis.case import Case
from planner.analysis.origin.parts import AT_LAUNCH, Amount, Origin, at, line_at, money, share, smallest, stated
from planner.analysis.origin.qualifying import qualifying
from planner.analysis.origin.rising import by_then, paid_for_goods
from planner.analysis.origin.selling import available, given_away, sold, used
from planner.analysis.origin.shelf import goods, left_before, spoiled_goods
from planner.analysis.origin.tax.rules import vat_part
from planner.analysis.origin.trade import line, refunded
from planner.language import mark
from planner.messages import Message

NEXT_TO_NOTHING = 1e-9  # a rest of rounding, which has no price
NO_GOODS = Message(mark("No goods are there."))


def paid_net(case: Case, month: int) -> Origin:
    """Goods bought at the start of the month at what they cost, without VAT that is got back."""
    cost, vat = paid_for_goods(case, month), vat_part(case, month, "vat_rate")
    bought = goods(case, "purchased", month)
    value = money(bought * (cost.value.value * (1 - vat.value.value)))
    goods_bought = Amount(mark("Goods bought, at shop price"), month, money(bought)).known(None)
    return Amount(mark("Goods bought, at what they cost"), month, value).opened(
        mark("{goods} at shop price, for which you pay {cost}, of which {vat} is VAT that you get back"),
        lambda goods, cost, vat: goods * (cost * (1 - vat)),
        goods=goods_bought,
        cost=cost,
        vat=vat,
    )


def value_before(case: Case, month: int) -> Origin:
    """What the goods on the shelf had cost at the end of the month before."""
    value = money(at(case.projection.statement.closing_stock_value, month - 1))
    return Amount(
        mark("Goods on the shelf at the end of the month before, at what they cost"), month - 1, value
    ).known()


def average(case: Case, month: int) -> Origin:
    """What all goods there cost on average, of their shop price."""
    before, bought = value_before(case, month), paid_net(case, month)
    lost, back = line_at(case, "spoilage", month), line_at(case, "returned_goods", month)
    held = money(before.value.value - lost + back + bought.value.value)
    cost = Amount(mark("All goods there, at what they cost"), month, held).opened(
        mark(
            "{before} from the month before, plus {bought} bought and {back} back from refunds, less {lost} spoiled, "
            "out of season or lost"
        ),
        lambda before, lost, back, bought: before - lost + back + bought,
        before=before,
        lost=spoilage(case, month),
        back=line(case, "returned_goods", month).known(None),
        bought=bought,
    )
    there = available(case, month)
    if there.value.value < NEXT_TO_NOTHING:
        return Amount(mark("What the goods there cost, of their shop price"), month, share(0.0)).known(NO_GOODS)
    value = share(held.value / max(there.value.value, 1e-300))
    return Amount(mark("What the goods there cost, of their shop price"), month, value).opened(
        mark("{cost} for goods of {goods} at shop price"),
        lambda cost, goods: cost / max(goods, 1e-300),
        cost=cost,
        goods=there,
    )


def cost_of_goods_sold(case: Case, month: int) -> Origin:
    """Goods sold, at average cost."""
    amount = line(case, "cost_of_goods_sold", month)
    return amount.known(AT_LAUNCH) if month == 0 else at_average(case, month, amount, sold(case, month))


def samples(case: Case, month: int) -> Origin:
    """Goods given away, at average cost."""
    amount = line(case, "samples", month)
    return amount.known(AT_LAUNCH) if month == 0 else at_average(case, month, amount, given_away(case, month))


def at_average(case: Case, month: int, amount: Amount, of_goods: Origin) -> Origin:
    """Goods at shop price, at what all that is there costs on average."""
    return amount.opened(
        mark("{goods} of goods at shop price, which cost {cost} of it on average"),
        lambda goods, cost: cost * goods,
        goods=of_goods,
        cost=average(case, month),
    )


def own_use(case: Case, month: int) -> Origin:
    """Goods used by oneself, at average cost, and goods bought only to be paid that are used up."""
    amount = line(case, "own_use", month)
    if month == 0:
        return amount.known(AT_LAUNCH)
    extra = goods(case, "used_up", month)
    if not extra:
        return at_average(case, month, amount, used(case, month))
    return amount.opened(
        mark(
            "{goods} of goods at shop price, which cost {cost} of it on average, and {extra} bought only to be paid, "
            "at {price} less {vat} VAT"
        ),
        lambda goods, cost, extra, price, vat: cost * goods + extra * (price * (1 - vat)),
        goods=used(case, month),
        cost=average(case, month),
        extra=qualifying(case, month),
        price=paid_for_goods(case, month),
        vat=vat_part(case, month, "vat_rate"),
    )


def own_use_anyway(case: Case, month: int) -> Origin:
    """Of own use, what would have been bought elsewhere."""
    return line(case, "own_use_anyway", month).opened(
        mark("The smaller of {used} that you use and {stated} that you would have bought anyway"),
        smallest,
        used=own_use(case, month),
        stated=by_then(case, "price_level", month, stated(case, "stock", "own_use_anyway")),
    )


def returned_goods(case: Case, month: int) -> Origin:
    """Refunded goods that can be sold again, at what they left at."""
    amount = line(case, "returned_goods", month)
    if month == 0:
        return amount.known(AT_LAUNCH)
    return amount.opened(
        mark(
            "Of goods sold the month before, which cost {cost}, {refunded} is refunded, and of that {again} can be "
            "sold again"
        ),
        lambda cost, refunded, again: cost * (refunded * again),
        cost=cost_of_goods_sold(case, month - 1),
        refunded=refunded(case),
        again=stated(case, "customers", "returned_to_shelf"),
    )


def spoilage(case: Case, month: int) -> Origin:
    """Goods spoiled, out of season or lost, at what those of the month before cost."""
    amount = line(case, "spoilage", month)
    if month == 0:
        return amount.known(AT_LAUNCH)
    return amount.opened(
        mark("{spoiled} of goods at shop price, of {goods} there before, which had cost {value}"),
        lambda spoiled, goods, value: value * spoiled / max(goods, 1e-300),
        spoiled=spoiled_goods(case, month),
        goods=left_before(case, month),
        value=value_before(case, month),
    )
