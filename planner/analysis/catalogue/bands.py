"""Where a company stands among the others of the catalogue, as consumer agencies draw it: better, the same, worse.

Only figures that are shares or times are laid beside each other, so that no currency and no size of a country counts.
Who publishes nothing is neither better nor worse: it is said apart.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from planner.analysis.company.income_record import of_own_market
from planner.inputs.cited.figure import Cited, Figure
from planner.inputs.company.company import Company
from planner.inputs.company.prices import Prices
from planner.language import mark

Band = Literal["better", "same", "worse", "unpublished", "alone"]
APART = 2 / 3  # of the others that publish the figure: of these it must be better, or worse, to be called so
FEWEST = 3  # others that publish it, or none is called better or worse


@dataclass(frozen=True, slots=True)
class Known:
    """A published figure of one company, and what it rests on."""

    value: float
    entry: Cited


@dataclass(frozen=True, slots=True)
class Measure:
    """title: a marked English text. unit: as figures have it. more: whether more of it is better for a seller."""

    key: str
    title: str
    unit: str
    more: bool
    known: Callable[[Company], Known | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """others: how many other companies publish the figure; beaten: of how many it is better than."""

    measure: Measure
    known: Known | None
    band: Band
    others: int
    beaten: int


def _kept(company: Company) -> Known | None:
    prices = company.prices
    return Known(1 - prices.steps[0].wholesale_share, prices) if isinstance(prices, Prices) else None


def _paid_nothing(company: Company) -> Known | None:
    record = of_own_market(company)
    if record is None or record.bands[0].mean != 0 or record.bands[0].share is None:
        return None
    return Known(record.bands[0].share, record)


def _share_back(company: Company) -> Known | None:
    entry = company.buy_back.share
    return Known(entry.value, entry) if isinstance(entry, Figure) else None


def _window(company: Company) -> Known | None:
    entry = company.buy_back.window_months
    longest = company.buy_back.longest  # without end where the company sets no limit
    return Known(longest, entry) if isinstance(entry, Cited) and longest is not None else None


MEASURES = (
    Measure("kept", mark("What you keep of the shop price at first"), "share", more=True, known=_kept),
    Measure("paid_nothing", mark("Members who were paid nothing"), "share", more=False, known=_paid_nothing),
    Measure("share_back", mark("Share paid back for returned goods"), "share", more=True, known=_share_back),
    Measure("window", mark("How long goods can be returned"), "months", more=True, known=_window),
)


def standings(company: Company, catalog: Iterable[Company]) -> tuple[Standing, ...]:
    """One for each measure. The others are the real companies of the catalogue, those of the past among them."""
    own = {company.id, company.version_of}
    others = [each for each in catalog if each.status != "fictional" and not each.yours and each.id not in own]
    return tuple(_standing(measure, company, others) for measure in MEASURES)


def _standing(measure: Measure, company: Company, others: list[Company]) -> Standing:
    known = measure.known(company)
    published = [found.value for found in map(measure.known, others) if found is not None]
    if known is None:
        return Standing(measure, None, "unpublished", len(published), 0)
    sign = 1 if measure.more else -1
    better = sum(sign * known.value > sign * value for value in published)
    worse = sum(sign * known.value < sign * value for value in published)
    if len(published) < FEWEST:
        return Standing(measure, known, "alone", len(published), better)
    if better >= APART * len(published):
        return Standing(measure, known, "better", len(published), better)
    return Standing(measure, known, "worse" if worse >= APART * len(published) else "same", len(published), better)
