"""What no source gives of a company: what is asked of the person, rates that nobody published, what was not found."""

from planner.inputs.cited.figure import Asked, NotFound
from planner.inputs.company.company import Company
from planner.inputs.company.orders import Orders
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.standing_order import order_without_points

COSTS = ("starter_kit_fee", "minimum_opening_stock", "renewal_fee", "website_fee")
WHOLESALE = "wholesale_share"  # the key of the answer where a company's prices are not published
LEVEL = "level_"  # how the keys of rates begin that no source gives


def asked_figures(company: Company) -> dict[str, Asked]:
    """What the computation needs of the company and no source gives, by the key of the person's answer."""
    volume = company.volume
    figures = {
        WHOLESALE: company.prices,
        "points_per_100_retail": volume.points_per_100_retail,
        "commissionable_per_100_retail": volume.commissionable_per_100_retail,
    }
    return {name: figure for name, figure in figures.items() if isinstance(figure, Asked)}


def missing_levels(company: Company) -> dict[str, MissingLevel]:
    """The rates that no source gives, by the key of the person's answer: empty fields until filled in."""
    unilevel = company.pay.unilevel
    return {f"{LEVEL}{each.level}": each for each in unilevel.missing} if unilevel else {}


def unknown_figures(company: Company) -> tuple[str, ...]:
    """Paths of the figures that were looked for and not found, in the order of the file."""
    groups = {
        "joining": company.joining,
        "orders": company.orders or Orders(),
        "volume": company.volume,
        "pay": company.pay,
        "buy_back": company.buy_back,
    }
    return tuple(
        f"{group}.{name}"
        for group, record in groups.items()
        for name in type(record).model_fields
        if isinstance(getattr(record, name), NotFound)
    )


def unknown_costs(company: Company) -> tuple[str, ...]:
    """Those that would cost money, by their names."""
    return (
        *(name for name in COSTS if isinstance(getattr(company.joining, name), NotFound)),
        *(("order_fee",) if company.orders and isinstance(company.orders.fee, NotFound) else ()),
        *(("standing_order",) if order_without_points(company) else ()),
    )
