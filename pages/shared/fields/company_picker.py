"""Picking a company: a list to be searched by typing, and one set of filters that every such list shares."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.session import state
from pages.shared.session.known_companies import catalog
from pages.shared.words.company_names import named_to_find
from planner.analysis.company.contract import PLAN_KINDS
from planner.inputs.company.company import Company
from planner.language import territory_name
from planner.speech import Speech

ANY = "any"
KINDS: dict[str, str] = {str(kind): title for kind, title in PLAN_KINDS.items()}
EUROPE = "150"  # a company of all of Europe is in each of its countries too
COUNTRIES_OF_EUROPE = (
    "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL "
    "NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
)
IN_EUROPE = frozenset(COUNTRIES_OF_EUROPE.split())
# View settings, not part of the plan: Streamlit keeps them from page to page.
MARKET, KIND, HISTORIC = "narrow_market", "narrow_kind", "narrow_historic"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a company must be to stand in a list. market: the code of a territory."""

    market: str = ANY
    kind: str = ANY
    historic: bool = False

    def fits(self, company: Company) -> bool:
        """Whether a company is as asked."""
        return (
            (self.market in (ANY, company.territory) or (company.territory == EUROPE and self.market in IN_EUROPE))
            and self.kind in (ANY, company.plan_kind)
            and (self.historic or company.status != "historic")
        )

    def shown(self, companies: Iterable[Company], kept: Iterable[str]) -> tuple[Company, ...]:
        """Those that fit. The person's own companies and those that are chosen already stay in any case."""
        return tuple(each for each in companies if each.yours or each.id in kept or self.fits(each))


def picker(
    label: str, name: str, current_id: str, on_change: Callable[[str], None] | None = None, *, narrows: bool = True
) -> str:
    """A list of companies and the filters under it; the id that the list shows. One on a page.

    name: of the list, apart from other lists. current_id: what is chosen so far; where something else than the list
    changes it while the page is open, state.reseed() lets the list follow. on_change: is given the id that is picked,
    and now and then the one that it knows, as a page is left. narrows: without filters the list holds every company,
    and its label stands on the page already.
    """
    _ = state.speech().text
    chosen = picked_in(name, current_id)
    names = names_apart(narrowed(narrowing() if narrows else Narrowing(historic=True), (chosen,)))
    key, _first = state.seeded(f"choice:{name}", current_id)
    picked = st.selectbox(
        label,
        options=list(names),
        index=list(names).index(chosen),
        format_func=names.__getitem__,
        key=key,
        on_change=_picked,
        args=(key, on_change),
        label_visibility="visible" if narrows else "collapsed",
    )
    if narrows:
        choose_narrowing((picked,))
    if on_change is not None and narrows:  # where a company is copied to be changed, that is the page already
        st.page_link("pages/my_company.py", label=plain(_("Not in the list? Add it yourself")))
    return picked


def picked_in(name: str, current_id: str) -> str:
    """The id that a list shows; in a callback too, before the page is drawn anew."""
    key, first = state.seeded(f"choice:{name}", current_id)
    picked: str = st.session_state.get(key, first)
    return picked if picked in state.known_companies() else state.chosen_company().id


def _picked(key: str, on_change: Callable[[str], None] | None) -> None:
    # Another plan that was opened before this one had all lists drawn anew.
    if on_change is not None and key in st.session_state:
        on_change(st.session_state[key])


def names_apart(companies: Iterable[Company], called: Callable[[Company], str] = named_to_find) -> dict[str, str]:
    """The names by id. Streamlit chooses by the text of an option, so no two may be alike."""
    names: dict[str, str] = {}
    met: Counter[str] = Counter()
    for company in companies:
        name = called(company)
        met[name] += 1
        names[company.id] = name if met[name] == 1 else f"{name} ({met[name]})"
    return names


def narrowing() -> Narrowing:
    """The filters as they are set, on whichever page that was done."""
    published = catalog().companies.values()
    for key, codes in (
        (MARKET, {each.territory for each in published}),
        (KIND, {each.plan_kind for each in published}),
    ):
        # As the language changes, the browser sends the words of an option in the old one, which no option has now.
        if st.session_state.get(key, ANY) not in {ANY, *codes}:
            st.session_state[key] = ANY
    kept = st.session_state
    return Narrowing(kept.get(MARKET, ANY), kept.get(KIND, ANY), bool(kept.get(HISTORIC, False)))


def narrowed(asked: Narrowing, kept: Iterable[str]) -> tuple[Company, ...]:
    """The companies that a list shows under these filters, in its order. kept: the ids that are chosen already."""
    return asked.shown(state.companies(), kept)


def choose_narrowing(kept: tuple[str, ...]) -> None:
    """The filters, folded under a line that says how many companies the list shows. kept: as for narrowed()."""
    speech = state.speech()
    _ = speech.text
    asked = narrowing()
    listed = narrowed(asked, kept)
    counted = _("{shown} of {all} companies").format(shown=len(listed), all=len(state.companies()))
    title = " · ".join([_("Narrow the list"), counted, *_in_words(asked)])
    with st.expander(plain(title), key="narrow-list"):
        published = catalog().companies.values()
        territories: set[str] = {each.territory for each in published if each.territory}
        markets = {code: _market(code, speech) for code in territories}
        kinds = {kind: _(KINDS[kind]) for kind in {str(each.plan_kind) for each in published}}
        with st.container(horizontal=True):  # below each other where there is no room
            _filter(_("Market"), MARKET, _("Any market"), markets)
            _filter(_("Kind of pay plan"), KIND, _("Any kind"), kinds)
        st.checkbox(_("Show historic cases"), key=HISTORIC, persist_state="session")
        st.caption(plain(_("What is chosen, and what is your own, stays in the list. Historic cases come last.")))
    if not asked.historic:
        st.caption(plain(_("Historic cases are not in the list. Show them under “Narrow the list”.")))
    if not any(map(asked.fits, state.companies())):
        st.markdown(plain(_nothing_fits(asked)))


def _market(code: str, speech: Speech) -> str:
    """What a filter by market is called, with what else it shows."""
    _, name = speech.text, territory_name(code, speech.language)
    return _("{country}, and all of Europe").format(country=name) if code in IN_EUROPE else name


def _filter(label: str, key: str, anything: str, titles: dict[str, str]) -> None:
    words = {ANY: anything} | dict(sorted(titles.items(), key=lambda item: item[1].casefold()))
    st.selectbox(label, list(words), format_func=words.__getitem__, key=key, width=240, persist_state="session")


def _in_words(asked: Narrowing) -> list[str]:
    """What is asked for, so that it can be read while the filters are folded."""
    speech = state.speech()
    _ = speech.text
    said = []
    if asked.market != ANY:
        said.append(_market(asked.market, speech))
    if asked.kind != ANY:
        said.append(_(KINDS[asked.kind]))
    if asked.historic:
        said.append(_("historic cases too"))
    return said


def _nothing_fits(asked: Narrowing) -> str:
    """That no company is as asked, and which filters to change for one."""
    _ = state.speech().text
    wider = {
        _("Any market"): replace(asked, market=ANY),
        _("Any kind"): replace(asked, kind=ANY),
        _("Show historic cases"): replace(asked, historic=True),
    }
    helpful = [title for title, each in wider.items() if each != asked and any(map(each.fits, state.companies()))]
    if not helpful:
        return _("No company is as you ask. Choose any market and any kind, and show the historic cases.")
    words = _("No company is as you ask. One of these finds some: {changes}.")
    return words.format(changes=" · ".join(helpful))
