"""How a list of choices calls a company: by its name, its market, its kind of pay plan, and what it is."""

from collections.abc import Sequence
from functools import cache

from pages.shared.session import state
from pages.shared.session.known_companies import catalog
from planner.analysis.company.contract import PLAN_KINDS
from planner.analysis.company.names import full_name, market, short_name, standing
from planner.inputs.company.company import Company
from planner.language import Language
from planner.speech import Speech


def named(company: Company) -> str:
    """As names.full_name has it, in the page's language."""
    return full_name(company, state.speech())


def named_to_find(company: Company) -> str:
    """The same with the kind of pay plan at its end, for a list in which a person looks by typing any of it; on a phone
    the end is cut off.
    """
    published = catalog().companies.get(company.id) is company
    return _published(state.language())[company.id] if published else _named_to_find(company)


@cache
def _published(_language: Language) -> dict[str, str]:
    """What each company of the catalogue is called so in the page's language, by its id."""
    return {company.id: _named_to_find(company) for company in catalog().companies.values()}


def _named_to_find(company: Company) -> str:
    speech = state.speech()
    _ = speech.text
    kind = [] if company.plan_kind == "not_disclosed" else [_(PLAN_KINDS[company.plan_kind])]
    return " · ".join([short_name(company), *market(company, speech), *standing(company, speech), *kind])


def told_apart(companies: Sequence[Company], speech: Speech) -> tuple[str, ...]:
    """Short names side by side: with the market where two have the same name, what is one's own, and which of them."""
    _ = speech.text
    markets: dict[str, set[str]] = {}
    for company in companies:
        markets.setdefault(company.name, set()).add(speech.told(company.market))
    said = []
    for company in companies:
        market = [speech.told(company.market)] if len(markets[company.name]) > 1 else []
        own = [_("your version") if company.version_of else _("yours")] if company.yours else []
        said.append(", ".join([company.name, *market, *own]))
    return tuple(f"{name} ({number})" if number > 1 else name for name, number in _numbered(said, companies))


def _numbered(names: Sequence[str], companies: Sequence[Company]) -> list[tuple[str, int]]:
    """Each name with which of its kind it is, counted in the order in which lists show companies of one name."""
    ids = [company.id for company in companies]
    pairs = list(zip(names, ids, strict=True))
    return [(name, sum(other == name and at <= own for other, at in pairs)) for name, own in pairs]
