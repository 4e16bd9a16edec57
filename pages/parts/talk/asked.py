"""What each step of the talk asks beside its figure."""

from collections.abc import Callable

import streamlit as st

from pages.parts.talk import company, typed
from pages.shared.answer.hundred import show_hundred
from pages.shared.answer.page import plain
from pages.shared.answer.strip import choose_when_money_runs_out
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.fields import places, schedules
from pages.shared.fields import said as who
from pages.shared.fields import typed as of_plan
from pages.shared.runs import keeper
from pages.shared.runs.question import Question
from pages.shared.session import state, together
from planner.analysis.beside.what_if import differences
from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.tried import Tried
from planner.analysis.company.standing_order import standing_order_in_words
from planner.analysis.together import steps
from planner.analysis.together.in_words import moment_in_words, stake_in_words
from planner.analysis.together.stake import Stake, needs_runs, stake
from planner.inputs.path import Path, written
from planner.inputs.together.talk import STEPS, Mentor, Step
from planner.language import mark

STANDS = {"above": mark("Above me"), "outside": mark("Outside the company")}
TIMES_THE_RUNS = 8  # somebody is paid above each person in every month, at two ranks
SCHEDULES: tuple[Path, ...] = (("customers", "new_a_month"), ("team", "recruits_a_month"))


def show(step: Step, case: Case, tried: Tried | None) -> None:
    """The fields of a step, each with who said so, and what belongs to this one alone."""
    paths = tuple(filter(places.matters, steps.ASKED[step]))
    for path in paths:
        _field(path)
    if paths:
        of_plan.show_bases(paths)
    only: dict[Step, Callable[[], None]] = {
        "hope": lambda: hope(case),
        "start": start,
        "monthly": lambda: monthly(case),
        "could": lambda: could(tried),
        "wrong": lambda: wrong(case),
        "until_then": until_then,
    }
    if step in only:
        only[step]()


def _field(path: Path) -> None:
    with st.container(horizontal=True, vertical_alignment="top", gap="xsmall", key=f"talk-{written(path)}"):
        with st.container():
            (schedules.short_field if path in SCHEDULES else of_plan.bare_field)(path)
            of_plan.offer_way_back(path)
        who.beside(path)


def hope(case: Case) -> None:
    """What stands in it for whoever mentors; what is hoped for, and who walks through it."""
    _, mentor = state.speech().text, together.talk().mentor
    found = _stake(case, mentor)
    if found is not None:
        st.markdown(plain(stake_in_words(found, mentor, case.plan, state.speech())))
    typed.amount("hoped_a_month", _("How much a month do you hope for?"))
    typed.words("hope", _("What is it for?"))
    with st.container(border=True, key="talk-mentor"):
        typed.of_mentor("name", _("Who walks through it with you?"))
        key, first = state.seeded("choice:talk.stands", mentor.stands)
        titles = {name: _(title) for name, title in STANDS.items()}
        st.segmented_control(
            _("Where do they stand?"),
            list(titles),
            default=first,
            format_func=titles.__getitem__,
            key=key,
            on_change=_stand,
            args=(key,),
            required=True,
        )
        if found is not None and found.high_rank:
            typed.of_mentor("rank", _("Their rank, as the company calls it"))


def _stake(case: Case, mentor: Mentor) -> Stake | None:
    """What it is; None while the runs that it is the mean of are being drawn."""
    if not needs_runs(case, mentor):
        return stake(case, mentor)
    _ = state.speech().text
    of = (case.plan, case.company, case.runs, mentor.rank)
    seconds = TIMES_THE_RUNS * expected_seconds(case.plan, case.runs, company=case.company)
    doing = _("What whoever recruited you would be paid is being worked out")
    what = _("what whoever recruited you would be paid")
    return keeper.answer(Question("stake", of, seconds, doing, lambda _work: stake(case, mentor), what, keeps=4))


def _stand(key: str) -> None:
    stands = st.session_state.get(key)
    if stands and stands != together.talk().mentor.stands:
        typed.mentor("stands", stands)


def start() -> None:
    """What to ask the company, and what was said of it."""
    company.questions()
    company.otherwise()


def monthly(case: Case) -> None:
    """What the company asks to be ordered, in a sentence; running costs have a page of their own."""
    _ = state.speech().text
    if said := standing_order_in_words(case.company, case.projection.terms, state.speech()):
        st.markdown(plain(said))
    st.page_link("pages/plan.py", label=plain(_("Running costs and all else are under My plan")))


def could(tried: Tried | None) -> None:
    """The hundred people, and what happens when the money is gone."""
    if tried is not None:
        show_hundred(tried, state.speech(tried.case.plan))
        choose_when_money_runs_out(tried)


def wrong(case: Case) -> None:
    """What may go otherwise, each alone."""
    _, found = state.speech().text, differences(case)
    rows = tuple(Row(_(each.switch.title), (steps.change(each, state.speech()),)) for each in found)
    show_table(
        Table(
            _("Each alone, if all else goes as entered"), (_("What goes otherwise"), _("At the end")), rows, whole=True
        )
    )
    st.page_link("pages/what_if.py", label=plain(_("See how it would go otherwise")))


def until_then() -> None:
    """What is done, when the two meet again, what is to be checked, and what the talk changed."""
    _, speech = state.speech().text, state.speech()
    typed.words("until_then", _("What will each of you do?"))
    typed.day("next_talk", _("When do you meet again (year, month, day)?"))
    if checks := [places.title_of(path) for path, said in state.plan_file().ledger.items() if said.check]:
        st.markdown(plain(_("To be checked: {inputs}.").format(inputs="; ".join(checks))))
    st.header(plain(_("What the talk changed")), anchor=False)
    log = together.talk().log
    if not log:
        st.markdown(plain(_("Nothing yet.")))
    st.markdown("\n".join(f"- {plain(_(STEPS[each.step]))} {plain(moment_in_words(each, speech))}" for each in log))
