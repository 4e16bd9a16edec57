"""Who in a team is paid what, and why? A team that exists, paid by a company's rules, with every receipt."""

from dataclasses import replace

import streamlit as st

from pages.parts.team import as_plan, bring, member, payer, risk, since, tree, whole
from pages.parts.team.plan import show_plan
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.session import state
from planner.analysis.team.whole import answer

speech = state.speech()
_ = speech.text
of = _("A team, not your plan · {file}").format(file=bring.brought().name)
said = head(_("Who in a team is paid what, and why?"), of=of)
if bring.brought().sample:
    st.caption(plain(_("The team is invented, until you bring yours.")))
with st.expander(_("Which team, and who pays it"), key="team-which", expanded=True):
    table = bring.show()
    pays = payer.choose(invented=bring.brought().sample)
if pays is not None:
    show_plan(pays, speech)
paid = None if table is None or pays is None else payer.paid_now(table, pays)
if table is None or paid is None:
    said.markdown(plain(_("Bring a team and choose who pays it, and each member's receipt stands here.")))
    standing = None if table is None or pays is None else payer.unpaid_now(table, pays)
    if standing is not None:  # the people of a plan are placed by its own inputs, whatever the file lacks
        st.markdown(plain(_("A plan can go on from this team all the same, by what the plan itself states.")))
        as_plan.show(standing, member.choose(standing, speech), speech)
else:
    speech = replace(speech, currency=paid.payer.currency)
    said.markdown(plain(answer(paid, speech)))
    small = len(paid.members) <= tree.OPEN
    with st.expander(_("The tree"), key=f"team-tree-fold-{small}", expanded=small):  # or it stays as the last team's
        tree.show(paid, speech)
    whole.show_members(paid, speech)
    st.header(plain(_("One member")), anchor=False)
    chosen = member.choose(paid, speech)
    member.show(paid, chosen, speech)
    as_plan.show(paid, chosen, speech)
    st.header(plain(_("The whole team")), anchor=False)
    whole.show_whole(paid, speech)
    risk.show(paid, speech)
    beside = since.show(paid, table, speech)
    with st.expander(_("Take it with you"), key="team-take-away"):
        whole.take_away(paid, beside, speech)
foot()
