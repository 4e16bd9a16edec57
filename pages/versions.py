"""What do the differences do? The plan beside others: odds, what differs, what that does; scenarios of one's own."""

import streamlit as st

from pages.parts.versions import choice, difference, edit, evidence, make, odds, others, saved
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import as_label, plain
from pages.shared.draw import charts, side_by_side
from pages.shared.draw.tables import show_table
from pages.shared.runs import keeper, memory
from pages.shared.session import changes, menu, state
from planner.analysis.cautions.optimism import optimism_gap

FEW = 6  # inputs of two plans that differ, shown at once

case, speech = state.case(), state.speech()
_ = speech.text


def say(*paragraphs: str, figures: bool) -> None:
    """The answer under the title, with what is left out of its figures, if it has any."""
    *before, last = filter(None, paragraphs)
    last = side_by_side.reserved(last, beside.sides, speech) if figures else last
    answer.markdown("\n\n".join(map(plain, (*before, last))))


def show_beside() -> None:
    """The picture of what takes no time, and the odds, which say the answer; their tables are folded."""
    if companies := difference.of_the_companies(beside, speech):
        st.markdown(plain(companies))
    waits, exactly_as_entered = st.container(), st.container()
    asked = odds.of_all(beside)
    with exactly_as_entered:
        if len(beside.in_its_currency) > 1:
            st.header(plain(_("If everything goes as you entered it")), anchor=False)
            charts.show(side_by_side.running_totals(beside.in_its_currency, speech), "versions_running_totals")
        if len(beside.sides) > 1:
            show_figures()
    with waits:
        found, before = keeper.answer(asked), memory.last(asked)
    if (shown := before if found is None else found) is not None:
        with st.expander(_("What could happen, figure by figure"), key="versions-odds"):
            show_table(odds.odds_table(shown, speech))
            st.caption(plain(odds.of_the_runs(shown.runs, speech)))
    alone = _("Choose a plan to lay beside it.") if len(beside.sides) == 1 else ""
    exactly = difference.in_a_sentence(beside, speech)
    say(
        keeper.said(found, before, lambda tried: odds.answer(tried, speech)),
        exactly or alone,
        figures=shown is not None or bool(exactly),
    )


def show_figures() -> None:
    """Exactly as entered: which inputs differ, what they come to, and of two, what each difference does alone."""
    if (differ := difference.inputs_table(beside, speech)).rows:
        count = speech.plural("{count} input differs", "{count} inputs differ", len(differ.rows))
        few = len(beside.sides) == 2 and len(differ.rows) <= FEW and not saved.is_kept()  # below a saved plan's part
        with st.expander(as_label(count), expanded=few, key=f"versions-inputs-{few}"):
            show_table(differ)
    with st.expander(_("What each comes to, exactly as entered"), key="versions-figures"):
        show_table(difference.figures_table(beside, speech))
    if len(beside.in_its_currency) < len(beside.sides):
        st.markdown(plain(_("Plans in different currencies have no difference in money to show.")))
    elif len(beside.sides) == 2:
        one, other = beside.sides
        with st.expander(_("What each difference does alone"), key="versions-alone"):
            one_at_a_time = _(
                'One input at a time is put back as in "{first}", the others stay as in "{second}". These need not add '
                "up to the difference of the two, since one often takes from another."
            )
            st.markdown(plain(one_at_a_time.format(first=one.title, second=other.title)))
            alone = difference.each_alone(one.case, other.case)
            show_table(difference.effects_table(alone, other.case.plan.horizon_months, speech))


answer = head(_("What do the differences do?"))
saved.show()
chosen = choice.choose_beside()
beside = others.laid_beside(chosen)
if len(beside.sides) == 2 and not beside.differing:
    nothing = _("Nothing differs. Change something under My plan, or choose another plan to compare yours with.")
    answer.markdown(plain(nothing))
else:
    show_beside()
for other in chosen:
    if isinstance(other, others.Candidate):
        evidence.show_evidence(other)

beyond = optimism_gap(case.plan)
st.markdown(plain(evidence.beyond_in_a_sentence(beyond, speech)))
if beyond:
    with st.expander(_("Each beside that of the top tenth"), key="versions-beyond"):
        show_table(evidence.gap_table(beyond, speech))

st.header(plain(_("Scenarios of your own")), anchor="scenarios")
explanation = _("A scenario holds only what differs from your plan. It is saved with the plan, and follows it.")
st.markdown(plain(explanation))
changes.undo_and_redo()
with st.expander(_("Make one, or work on one"), key="scenario-forms", expanded=menu.address() == "scenarios"):
    make.make_one(others.candidates())
    edit.work_on(others.candidates())
foot()
